import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/base/catalogue.ts'
import { entryOf, fill } from '../../src/base/codes.ts'
import type { Entry } from '../../src/base/entry.ts'
import { languages } from '../../src/base/language.ts'
import { acceptedMessages } from '../../src/base/messages/accepted.ts'
import { caseMessages } from '../../src/base/messages/cases.ts'
import { coverMessages } from '../../src/base/messages/cover.ts'
import { dataMessages } from '../../src/base/messages/data.ts'
import { decideMessages } from '../../src/base/messages/decide.ts'
import { differenceMessages } from '../../src/base/messages/difference.ts'
import { grainMessages } from '../../src/base/messages/grain.ts'
import { impactMessages } from '../../src/base/messages/impact.ts'
import { nameMessages } from '../../src/base/messages/names.ts'
import { payMessages } from '../../src/base/messages/pay.ts'
import { reasonMessages } from '../../src/base/messages/reasons.ts'
import { rulesMessages } from '../../src/base/messages/rules.ts'
import { syntaxMessages } from '../../src/base/messages/syntax.ts'
import { tableMessages } from '../../src/base/messages/tables.ts'
import { typeMessages } from '../../src/base/messages/types.ts'
import { usageMessages } from '../../src/base/messages/usage.ts'
import { whatIfMessages } from '../../src/base/messages/what-if.ts'

const areas: readonly (readonly [digit: string, messages: { readonly [code: string]: Entry }])[] = [
  ['1', syntaxMessages],
  ['2', nameMessages],
  ['3', typeMessages],
  ['4', grainMessages],
  ['5', tableMessages],
  ['6', payMessages],
  ['7', dataMessages],
  ['8', reasonMessages],
  ['9', usageMessages],
  ['9', acceptedMessages],
  ['9', caseMessages],
  ['9', coverMessages],
  ['9', decideMessages],
  ['9', differenceMessages],
  ['9', impactMessages],
  ['9', rulesMessages],
  ['9', whatIfMessages],
]

const entries: readonly (readonly [code: string, entry: Entry])[] = Object.entries(catalogue)

function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? ''))].sort()
}

describe('the catalogue of messages', () => {
  test('a code begins with the digit of its area and is in one area only', () => {
    const wrong = areas.flatMap(([digit, messages]) =>
      Object.keys(messages).filter((code) => !new RegExp(`^BY${digit}\\d\\d$`).test(code)),
    )
    expect(wrong).toEqual([])
    expect(entries.length).toBe(areas.reduce((n, [, messages]) => n + Object.keys(messages).length, 0))
  })

  test('every text is written in every language, without loose blanks', () => {
    const wrong = entries.flatMap(([code, entry]) =>
      [entry.title, entry.message, entry.help].flatMap((text) =>
        languages.filter((l) => text[l] === '' || text[l] !== text[l].trim()).map((l) => `${code} ${l}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('Chinese texts are Chinese', () => {
    const wrong = entries.flatMap(([code, entry]) =>
      [entry.title, entry.message, entry.help].flatMap((text) =>
        (['zh-Hans', 'zh-Hant'] as const)
          .filter((l) => !/\p{Script=Han}/u.test(text[l]))
          .map((l) => `${code} ${l}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('each Chinese is written in its own characters', () => {
    // Pairs that differ and stand for each other always.
    const hans = '没这个为时数据额应该请检写无条项级档门类单产业务员总计过还对发问题给间长开关报规则错误读'
    const hant = '沒這個為時數據額應該請檢寫無條項級檔門類單產業務員總計過還對發問題給間長開關報規則錯誤讀'
    const wrong = entries.flatMap(([code, entry]) =>
      [entry.title, entry.message, entry.help].flatMap((text) => [
        ...[...text['zh-Hans']].filter((c) => hant.includes(c)).map((c) => `${code} zh-Hans ${c}`),
        ...[...text['zh-Hant']].filter((c) => hans.includes(c)).map((c) => `${code} zh-Hant ${c}`),
      ]),
    )
    expect(wrong).toEqual([])
  })

  test('a text names no word that English does not name, so that nothing stays unfilled', () => {
    const wrong = entries.flatMap(([code, entry]) => {
      const known = new Set([...placeholders(entry.message.en), ...placeholders(entry.help.en)])
      return [entry.title, entry.message, entry.help].flatMap((text) =>
        languages.flatMap((l) =>
          placeholders(text[l])
            .filter((name) => !known.has(name))
            .map((name) => `${code} ${l} {${name}}`),
        ),
      )
    })
    expect(wrong).toEqual([])
  })

  test('each message says in Chinese what it says in English: the same words are filled in', () => {
    const wrong = entries.filter(([, entry]) =>
      (['zh-Hans', 'zh-Hant'] as const).some(
        (l) => placeholders(entry.message[l]).join() !== placeholders(entry.message.en).join(),
      ),
    )
    expect(wrong.map(([code]) => code)).toEqual([])
  })

  test('a message is a clause that can follow a colon: it has no full stop, and begins small', () => {
    const wrong = entries.filter(
      ([, { message }]) => /^[A-Z]/.test(message.en) || languages.some((l) => /[.。]$/.test(message[l])),
    )
    expect(wrong.map(([code]) => code)).toEqual([])
  })

  test('a title says what is wrong in a few words', () => {
    const long = entries.filter(([, entry]) => entry.title.en.length > 60 || entry.title.en.endsWith('.'))
    expect(long.map(([code]) => code)).toEqual([])
  })
})

test('names that objects have by nature fill no placeholder', () => {
  const words = { en: '{constructor} {path}', 'zh-Hans': '', 'zh-Hant': '' }
  expect(fill(words, 'en', { path: '__proto__' })).toBe('{constructor} __proto__')
  expect(entryOf('BY905').severity).toBe('error')
})
