import type { Language } from '../../base/language.ts'
import { colon } from '../../base/render-words.ts'
import { printShown } from '../../targets/evaluate/print-shown.ts'
import type { Shown } from '../../targets/evaluate/trace.ts'
import { say } from '../impact/words.ts'
import { rangeText, rangeWords } from './range-text.ts'
import type { ClauseReport } from './report.ts'
import type { Condition, TableApart } from './tables-apart.ts'
import type { TierReport } from './tiers-apart.ts'
import { diffWords as words } from './words.ts'

/** For what the tables of a clause give something else: `amount from 50,000 to under 80,000, class B: manager → refuse`. */
export function tableTexts(
  { tables }: ClauseReport,
  language: Language,
  told: Set<string>,
): readonly string[] {
  return tables.flatMap((table) => {
    // What several clauses read is told in full with the first of them.
    const fresh = !told.has(table.table)
    told.add(table.table)
    const regions = fresh ? table.regions : table.regions.slice(0, mostAgain)
    const more = table.more + table.regions.length - regions.length
    return [
      ...regions.map((region) => {
        const when = region.conditions.map((one) => conditionText(one, language)).join(comma(language))
        const what = `${undecided(region.old, language)} → ${undecided(region.next, language)}`
        const name = table.title ?? table.table
        return `${name}${colon(language)}${when === '' ? words.always[language] : when}${colon(language)}${what}`
      }),
      ...(more > 0 ? [say(words.moreRegions, language, { count: String(more) })] : []),
      ...(fresh ? smallestText(table, language) : []),
    ]
  })
}

const mostAgain = 3

/** The clauses that it reads and that differ: what is told of them goes on to it. */
export function throughText({ through }: ClauseReport, language: Language): readonly string[] {
  if (through.length === 0) return []
  return [say(words.through, language, { clauses: through.join(comma(language)) })]
}

function smallestText({ smallest }: TableApart, language: Language): readonly string[] {
  if (!smallest) return []
  const inputs = smallest.inputs.map(({ label, value }) => `${label} ${value}`).join(comma(language))
  const told = say(words.smallest, language, { inputs })
  return [`${told}${colon(language)}${smallest.old} → ${smallest.next}`]
}

function undecided(text: string, language: Language): string {
  return text === '?' ? words.undecided[language] : text
}

function conditionText(condition: Condition, language: Language): string {
  const { label } = condition
  switch (condition.is) {
    case 'words':
      return `${label} ${condition.words.join(' | ')}`
    case 'other':
      return say(words.otherWord, language, { label })
    case 'unknown':
      return say(words.unknownInput, language, { label })
    case 'range':
      return rangeText(label, condition, language)
  }
}

/** Where tiers pay otherwise, and by how much at most: `80% to under 100%: pays less, by up to 0.1% of the base (at 90%)`. */
export function tierTexts({ tiers }: ClauseReport, language: Language): readonly string[] {
  return tiers.flatMap((one) => one.stretches.map((stretch) => stretchText(one, stretch, language)))
}

function stretchText(
  { part, perBase, points }: TierReport,
  stretch: TierReport['stretches'][number],
  language: Language,
): string {
  const name = part ?? words.tiers[language]
  const { from, until, more, peak } = stretch
  const unit = perBase ? words.ofBase[language] : points ? words.points[language] : ''
  const amount = (value: Shown) => {
    const text = printShown(value, language, { currency: true }).replace(/^-/, '')
    // A Chinese bracket needs no space before it.
    return unit === '' ? text : `${text}${unit.startsWith('（') ? '' : ' '}${unit}`
  }
  const less = printShown(more.from, language).startsWith('-')
  const by =
    from === until
      ? say(less ? words.paysLessAt : words.paysMoreAt, language, { amount: amount(more.from) })
      : until === undefined && perBase
        ? words[less ? 'paysLessFrom' : 'paysMoreFrom'][language]
        : until === undefined
          ? say(less ? words.paysLessOn : words.paysMoreOn, language, { amount: amount(more.from) })
          : say(less ? words.paysLess : words.paysMore, language, {
              at: peak.at,
              amount: amount(peak.more),
            })
  return `${name}${colon(language)}${rangeWords(stretch, language)}${colon(language)}${by}`
}

function comma(language: Language): string {
  return language === 'en' ? ', ' : '、'
}
