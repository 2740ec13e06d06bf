import type { Plugin } from 'rolldown'
import { catalogue } from '../../src/base/catalogue.ts'
import type { Entry } from '../../src/base/entry.ts'
import { languages } from '../../src/base/language.ts'
import { lackingFile } from './lacking-file.ts'

const entries: readonly (readonly [string, Entry])[] = Object.entries(catalogue)
const areas = [...new Set(entries.map(([code]) => areaOf(code)))]

/** `BY5` of `BY501`: what is read together is fetched together. */
function areaOf(code: string): string {
  return code.slice(0, 3)
}

/**
 * The catalogue of messages as the calculation needs it: how severe each is. The texts are fetched where one is shown, those
 * of one language and area together.
 */
export function textsApart(isWanted: () => boolean): Plugin {
  return {
    name: 'texts-apart',
    resolveId: (id) => (id.startsWith('texts:') ? `\0${id}` : undefined),
    load(id) {
      if (!isWanted()) return undefined
      if (/[\\/]src[\\/]base[\\/]catalogue\.ts$/u.test(id)) return { code: severities(), moduleType: 'js' }
      const [, language, area] = /^\0texts:(.+):(.+)$/u.exec(id) ?? []
      return area === undefined ? undefined : { code: textsOf(language, area), moduleType: 'js' }
    },
  }
}

/** Getters, as an entry's texts are made of: `title`, `message` and `help` ask for the one text that is wanted. */
function severities(): string {
  const codes = (['error', 'warning', 'notice'] as const).map((severity) => {
    const of = entries.flatMap(([code, entry]) => (entry.severity === severity ? [code] : []))
    return `${severity}: '${of.join(' ')}'`
  })
  const loads = languages.flatMap((language) =>
    areas.map((area) => {
      const there = JSON.stringify(`${language}:${area}`)
      return `[${there}, () => import('texts:${language}:${area}').then((m) => texts.set(${there}, m.texts))]`
    }),
  )
  const words = languages.map((language) => {
    return `get ${JSON.stringify(language)}() { return textOf(${JSON.stringify(language)}, code, which) }`
  })
  return `
import { lacking } from ${JSON.stringify(lackingFile)}
const texts = new Map()
const loads = new Map([${loads.join(', ')}])
function textOf(language, code, which) {
  const place = language + ':' + code.slice(0, 3)
  return (texts.get(place) ?? lacking(loads.get(place)))[code][which]
}
const words = (code, which) => ({ ${words.join(', ')} })
export const catalogue = {}
for (const [severity, codes] of Object.entries({ ${codes.join(', ')} }))
  for (const code of codes.split(' '))
    catalogue[code] = { severity, get title() { return words(code, 0) }, get message() { return words(code, 1) }, get help() { return words(code, 2) } }
`
}

function textsOf(language: string | undefined, area: string): string {
  const own = languages.find((one) => one === language) ?? 'en'
  const texts = entries
    .filter(([code]) => areaOf(code) === area)
    .map(([code, { title, message, help }]) => [code, [title[own], message[own], help[own]]])
  return `export const texts = ${JSON.stringify(Object.fromEntries(texts))}`
}
