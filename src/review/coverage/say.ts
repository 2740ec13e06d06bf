import type { Language } from '../../base/language.ts'
import { reasonText } from '../../base/render.ts'
import { unreachable } from '../../base/unreachable.ts'
import { printShown } from '../../targets/evaluate/print-shown.ts'
import type { Point, What } from './point.ts'
import { type PointWords, pointWords } from './words.ts'

/** What a case of this point is about: `Attainment just below 100%`. */
export function pointName({ what }: Point, language: Language): string {
  return filled(wordsOf(what).name[language], what, language) + rowText(what, language)
}

/** What no case is about, as a sentence: `no case has Attainment just below 100%`. */
export function missingText({ what }: Point, language: Language): string {
  return filled(wordsOf(what).missing[language], what, language) + rowText(what, language)
}

/** In which row of a table a boundary stands. */
function rowText(what: What, language: Language): string {
  if (what.is !== 'boundary' || what.row === undefined) return ''
  return { en: ` (row ${what.row})`, 'zh-Hans': `（第 ${what.row} 行）`, 'zh-Hant': `（第 ${what.row} 列）` }[
    language
  ]
}

function filled(text: string, what: What, language: Language): string {
  const values = valuesOf(what, language)
  return text.replace(/\{(\w+)\}/gu, (all, name: string) => values[name] ?? all)
}

function valuesOf(what: What, language: Language): { readonly [name: string]: string } {
  switch (what.is) {
    case 'row':
      return { row: String(what.row), table: what.table }
    case 'otherwise':
      return { table: what.table }
    case 'tier':
      return { tier: String(what.tier), ...(what.from && { from: printShown(what.from, language) }) }
    case 'boundary':
      return {
        of: what.of,
        bound: `${printShown(what.bound, language)}${what.days ? daysText(what, language) : ''}`,
      }
    case 'sides':
    case 'test':
    case 'default':
    case 'warning':
    case 'escalation':
      return { text: what.text }
    case 'taken':
      return { text: what.text, among: what.among }
    case 'clock':
    case 'approved':
      return { state: what.state }
    case 'held':
      return { reason: reasonText(what, language) }
    case 'step':
    case 'tie':
    case 'left-out':
    case 'decided':
      return {}
    default:
      return unreachable(what)
  }
}

function daysText({ bound }: Extract<What, { is: 'boundary' }>, language: Language): string {
  const one = bound.is === 'number' && (bound.text === '1' || bound.text === '-1')
  return { en: one ? ' day' : ' days', 'zh-Hans': ' 天', 'zh-Hant': ' 天' }[language]
}

const sides = {
  below: { boundary: pointWords.boundaryBelow, sides: pointWords.sidesBelow },
  at: { boundary: pointWords.boundaryAt, sides: pointWords.sidesAt },
  above: { boundary: pointWords.boundaryAbove, sides: pointWords.sidesAbove },
} as const

const tests = {
  gate: [pointWords.gateMet, pointWords.gateNotMet],
  when: [pointWords.whenMet, pointWords.whenNotMet],
  where: [pointWords.whereMet, pointWords.whereNotMet],
  test: [pointWords.testMet, pointWords.testNotMet],
  if: [pointWords.ifMet, pointWords.ifNotMet],
} as const

const steps = {
  cap: [pointWords.capBinds, pointWords.capIdle],
  floor: [pointWords.floorBinds, pointWords.floorIdle],
  'limit-by-law': [pointWords.lawBinds, pointWords.lawIdle],
  prorate: [pointWords.prorated, pointWords.notProrated],
  round: [pointWords.rounds, pointWords.rounds],
} as const

const taken = {
  larger: pointWords.largerTaken,
  smaller: pointWords.smallerTaken,
  best: pointWords.bestTaken,
} as const

function wordsOf(what: What): PointWords {
  switch (what.is) {
    case 'row':
    case 'otherwise':
    case 'clock':
    case 'approved':
    case 'held':
    case 'decided':
    case 'tie':
      return pointWords[what.is]
    case 'warning':
    case 'escalation':
      return what.side === 'before' ? pointWords.stepBefore : pointWords.stepReached
    case 'left-out':
      return pointWords.leftOut
    case 'tier':
      return what.from ? pointWords[what.over ? 'tierOver' : 'tierFrom'] : pointWords.tier
    case 'boundary':
    case 'sides':
      return sides[what.side][what.is]
    case 'test':
      return tests[what.as][what.holds ? 0 : 1]
    case 'taken':
      return taken[what.of]
    case 'default':
      return what.used ? pointWords.defaultUsed : pointWords.defaultUnused
    case 'step':
      return steps[what.step][what.binds ? 0 : 1]
    default:
      return unreachable(what)
  }
}
