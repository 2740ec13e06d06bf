import { type Language, languages } from '../base/language.ts'
import type { Arguments } from './command.ts'
import type { Io } from './io.ts'

export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text)
}

/** The language of messages: `--language`, else the policy's own, else the terminal's. */
export function chooseLanguage(args: Arguments, io: Io, policy?: Language): Language {
  const asked = args.options.get('language')
  if (asked !== undefined && isLanguage(asked)) return asked
  return policy ?? languageOfEnvironment(io.env)
}

/** From LC_ALL, LC_MESSAGES or LANG, whichever is set first; English for any other language. */
export function languageOfEnvironment(env: Io['env']): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  if (!/^zh([_.-]|$)/i.test(locale)) return 'en'
  return /^zh[_-](hant|tw|hk|mo)/i.test(locale) ? 'zh-Hant' : 'zh-Hans'
}
