import type { Entry, Severity } from '../entry.ts'

type Three<M extends string = string> = readonly [en: M, hans: string, hant: string]

/** A finding whose examples are no policies: its texts, each in English, 简体 and 繁體. */
export function worded<const M extends string>(
  severity: Severity,
  title: Three,
  message: Three<M>,
  help: Three,
): Entry & { readonly message: { readonly en: M } & Entry['message'] } {
  const words = ([en, hans, hant]: Three) => ({ en, 'zh-Hans': hans, 'zh-Hant': hant })
  return { severity, title: words(title), message: { ...words(message), en: message[0] }, help: words(help) }
}

/** As `worded`, for one whose help names things too. */
export function wordedThrough<const M extends string, const H extends string>(
  severity: Severity,
  title: Three,
  message: Three<M>,
  help: Three<H>,
): ReturnType<typeof worded<M>> & { readonly help: { readonly en: H } } {
  const entry = worded(severity, title, message, help)
  return { ...entry, help: { ...entry.help, en: help[0] } }
}
