import type { Language } from '../../base/language.ts'
import { colon } from '../../base/render-words.ts'
import { spellWord } from '../../syntax/keywords.ts'
import { printShown } from '../../targets/evaluate/print-shown.ts'
import { say } from '../impact/words.ts'
import type { Limit } from './limit-walk.ts'
import { limitWords as words } from './limit-words.ts'
import { rangeText, rangeWords } from './range-text.ts'
import type { ClauseReport } from './report.ts'

/** What was moved: `gate 完成率 from 40% to under 45%: paid → nothing`, `cap 20000 CNY → 25000 CNY: more …`. */
export function limitTexts({ limits }: ClauseReport, language: Language): readonly string[] {
  return limits.flatMap((one) => {
    const texts = textsOf(one, language)
    return one.in === undefined ? texts : texts.map((text) => `${one.in}${colon(language)}${text}`)
  })
}

function textsOf(one: Limit, language: Language): readonly string[] {
  const days = daysText(one, language)
  const moved = movedText(one, language)
  switch (one.is) {
    case 'test':
      return one.regions.map((region) => {
        const name = words[one.role][language]
        const where = rangeText(one.of, region, language)
        const [old, next] = [region.old, region.next].map((holds) => effect(one.role, holds, language))
        return `${join([name, where, days])}${colon(language)}${old} → ${next}`
      })
    case 'cap':
    case 'floor': {
      const name =
        one.of === undefined
          ? words[one.is][language]
          : words[one.is === 'cap' ? 'atMost' : 'atLeast'][language]
      const where = rangeText(one.of ?? words.amountBefore[language], one.region, language)
      const how = one.more ? words.more : words.less
      const by = one.by
        ? say(one.more ? words.moreBy : words.lessBy, language, {
            amount: printShown(one.by, language, { currency: true }),
          })
        : how[language]
      return [`${join([name, moved, days])}${colon(language)}${where}${colon(language)}${by}`]
    }
    case 'number': {
      const name = say(words[one.role], language, { part: one.of })
      if (one.role === 'row') return [join([name, rowText(one, language), days])]
      const part = one.role === 'share'
      const where = one.role === 'rate' ? words.rateOf : words.inExpression
      return [join([name, moved, part || one.of === '' ? '' : say(where, language, { of: one.of }), days])]
    }
    case 'rounding':
      return [join([words.rounding[language], moved])]
    case 'level':
      return [
        `${rangeText(words.score[language], one.region, language)}${colon(language)}${one.old} → ${one.next}`,
      ]
    case 'written':
      return [moved]
  }
}

/** `from 80% → 85%`, `from 80% → over 80%`. */
function rowText(
  { old = '', next = '', over }: Extract<Limit, { readonly role: 'row' }>,
  language: Language,
): string {
  const begins = (at: string, after: boolean) => rangeWords({ low: { at, included: !after } }, language)
  const after = over.old === over.next ? next : begins(next, over.next)
  return `${begins(old, over.old)} → ${after}`
}

/** `0.01 half-up` with the word of this language for how it is rounded. */
function roundingText(text: string, language: Language): string {
  const [unit = '', mode = ''] = text.split(' ')
  return `${unit} ${spellWord('rounding', mode, language)}`
}

/** Brackets of Chinese need no space before them. */
function join(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .reduce(
      (text: string, part) =>
        text === '' ? `${part}` : `${text}${`${part}`.startsWith('（') ? '' : ' '}${part}`,
      '',
    )
}

function movedText(one: Limit, language: Language): string {
  const [old, next] = [one.old, one.next].map((text) =>
    text !== undefined && one.is === 'rounding' ? roundingText(text, language) : text,
  )
  if (old === undefined) return say(words.added, language, { text: next ?? '' })
  if (next === undefined) return say(words.removed, language, { text: old })
  return `${old} → ${next}`
}

function daysText({ days }: Limit, language: Language): string | undefined {
  if (!days) return undefined
  const { from, until } = days
  if (from !== undefined && until !== undefined) return say(words.days, language, { from, until })
  if (from !== undefined) return say(words.daysFrom, language, { from })
  return say(words.daysUntil, language, { until: until ?? '' })
}

function effect(role: Extract<Limit, { is: 'test' }>['role'], holds: boolean, language: Language): string {
  const [yes, no] = effects[role]
  return words[holds ? yes : no][language]
}

const effects = {
  gate: ['paid', 'nothing'],
  when: ['stepApplies', 'doesNot'],
  who: ['gets', 'getsNone'],
  'knock-out': ['knockedOut', 'scored'],
  applies: ['counts', 'leftOut'],
  pass: ['passes', 'fails'],
  test: ['holds', 'failsTest'],
} as const
