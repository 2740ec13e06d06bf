import { messageOf } from '../../base/render.ts'
import { isZero, minus } from './amount.ts'
import type { CliffCrossing, EditEffect, Impact } from './impact.ts'
import {
  lineText,
  moneyText,
  personOfKey,
  personText,
  plainMoney,
  redactor,
  resultTexts,
  shareText,
  signedText,
  type Telling,
  whyText,
} from './told.ts'
import { say, words } from './words.ts'

/** A part of the report: a heading, and a table with its largest rows first. */
export type Section = {
  readonly id: string
  readonly heading: string
  readonly note?: string
  readonly columns: readonly { readonly heading: string; readonly numeric: boolean }[]
  readonly rows: readonly (readonly string[])[]
  /** How many there are in all, where only the first were asked for. */
  readonly total: number
}

/** What the report begins with: which versions, what was compared, the totals. */
export function headlines(impact: Impact, { language }: Telling): readonly string[] {
  const amount = impact.totals.map(({ before, currency }) => moneyText(before, currency)).join(' + ')
  const { lines, people } = impact.compared
  const compared = say(words.compared, language, {
    lines: lines === 1 ? words.oneLine[language] : say(words.lines, language, { n: grouped(lines) }),
    people: people === 1 ? words.onePerson[language] : say(words.persons, language, { n: grouped(people) }),
    amount: amount === '' ? '0' : amount,
  })
  const alike = impact.steps.length === 0 ? [say(words.noEdits, language)] : []
  if (changesNothing(impact)) return [say(words.nothing, language), ...alike, compared]
  const moved = impact.totals.filter(({ gain, lose }) => gain + lose > 0)
  const paid = moved.map((total) => {
    const { before, after, currency, gain, lose, gained, lost } = total
    const change = minus(after, before)
    const share = shareText(change, before)
    const counts = say(words.gainLose, language, {
      gain: grouped(gain),
      gained: plainMoney(gained, currency),
      lose: grouped(lose),
      lost: plainMoney(lost, currency),
    })
    const sum = `${signedText(change, currency)}${currency === '' ? '' : ` ${currency}`}`
    const shown = share === '' ? sum : `${sum} (${share})`
    return `${say(words.total, language)} ${plainMoney(before, currency)} → ${plainMoney(after, currency)} · ${shown} · ${counts}`
  })
  return [...(paid.length > 0 ? paid : [say(words.nothingPaid, language)]), ...alike, compared]
}

/** Whether every result, finding and clause is the same. */
export function changesNothing(impact: Impact): boolean {
  const { findings, declared, unplaced } = impact
  const lists = [
    impact.people.filter(({ before, after }) => !isZero(minus(after, before))),
    impact.clauses,
    impact.results,
    impact.held,
    impact.decided,
    findings.added,
    findings.gone,
    impact.cliffs,
    declared.added,
    declared.removed,
    declared.renamed,
  ]
  return lists.every((list) => list.length === 0) && unplaced.before === unplaced.after
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/gu, ',')
}

/** Everything that changes, in the order in which it is read; what is empty is left out. */
export function sectionsOf(whole: Impact, telling: Telling, most: number): readonly Section[] {
  const impact = firstOf(whole, most)
  const all = [
    edits(impact, telling),
    people(impact, telling),
    groups(impact, telling),
    clauses(impact, telling),
    cliffs(impact, telling),
    results(impact, telling),
    held(impact, telling),
    decided(impact, telling),
    findings(impact, telling, 'added'),
    findings(impact, telling, 'gone'),
    declared(impact, telling),
  ]
  const totals = new Map(totalsOf(whole))
  return all
    .filter((section) => section.rows.length > 0)
    .map((section) => ({ ...section, total: totals.get(section.id) ?? section.rows.length }))
}

/** Lists of which there may be as many as there are rows of data. */
const long = ['people', 'results', 'held', 'decided', 'cliffs'] as const

function firstOf(impact: Impact, most: number): Impact {
  const lists = Object.fromEntries(long.map((key) => [key, impact[key].slice(0, most)]))
  return { ...impact, ...lists }
}

function totalsOf(impact: Impact): readonly (readonly [id: string, total: number])[] {
  return long.map((key) => [key, impact[key].length])
}

type Part = Omit<Section, 'total'>

const text = (heading: string) => ({ heading, numeric: false })
const number = (heading: string) => ({ heading, numeric: true })

/** `1`, or `1: quarter_pay: rate of tier 2: 5% → 5.5%`: what an edit is called. */
function editText(effect: EditEffect, telling: Telling, redact: (text: string) => string): string {
  const { language } = telling
  if (effect.edits.length === 0) return say(effect.settings ? words.settings : words.unexplained, language)
  const texts = effect.edits.map((edit) => {
    const name = edit.title ?? edit.name
    const own = redact(edit.text(language))
    return own.includes(edit.name) || (edit.title !== undefined && own.includes(edit.title))
      ? own
      : `${name}${language === 'en' ? ': ' : '：'}${own}`
  })
  return texts.join(language === 'en' ? '; ' : '；')
}

/** Where an edit stands in the new version, or stood in the old one. */
function placeText({ edits: all }: EditEffect): string {
  const places = all.map(({ after, before }) => after ?? before)
  return [...new Set(places.flatMap((place) => (place ? [`${place.file}:${place.line}`] : [])))].join(', ')
}

function edits(impact: Impact, telling: Telling): Part {
  const { language } = telling
  const redact = redactor(impact, telling)
  return {
    id: 'edits',
    heading: say(words.edits, language),
    note: say(words.editsHow, language),
    columns: [
      number(''),
      text(say(words.edit, language)),
      text(''),
      number(say(words.change, language)),
      number(say(words.peopleCount, language)),
    ],
    rows: impact.steps.map((step, i) => [
      String(i + 1),
      editText(step, telling, redact),
      placeText(step),
      effectText(step, telling),
      step.people > 0 ? grouped(step.people) : '',
    ]),
  }
}

function effectText({ changes, lines }: EditEffect, { language }: Telling): string {
  if (changes.length > 0)
    return changes
      .map(
        ({ currency, change }) => `${signedText(change, currency)}${currency === '' ? '' : ` ${currency}`}`,
      )
      .join(', ')
  return lines > 0 ? say(words.linesChange, language, { n: grouped(lines) }) : say(words.noEffect, language)
}

function people(impact: Impact, telling: Telling): Part {
  const { language } = telling
  const several = new Set(impact.people.map(({ currency }) => currency)).size > 1
  const hasGroups = impact.people.some(({ group }) => group !== undefined)
  const redact = redactor(impact, telling)
  return {
    id: 'people',
    heading: say(words.people, language),
    columns: [
      text(say(words.person, language)),
      ...(hasGroups ? [text(impact.groups?.by ?? '')] : []),
      number(say(words.before, language)),
      number(say(words.after, language)),
      number(say(words.change, language)),
      ...(several ? [text('')] : []),
      ...(impact.steps.length > 1 ? [text(say(words.byEdit, language))] : []),
    ],
    rows: impact.people.map((one) => [
      personText(one.person, telling),
      ...(hasGroups ? [groupText(impact, one.group ?? '', telling, redact)] : []),
      plainMoney(one.before, one.currency),
      plainMoney(one.after, one.currency),
      signedText(minus(one.after, one.before), one.currency),
      ...(several ? [one.currency] : []),
      ...(impact.steps.length > 1
        ? [
            one.steps
              .flatMap((step, i) => (isZero(step) ? [] : [`${i + 1}: ${signedText(step, one.currency)}`]))
              .join(', '),
          ]
        : []),
    ]),
  }
}

/** A group as it may be told: where the groups are people, as those who share a manager are, it is one of them. */
function groupText(impact: Impact, name: string, telling: Telling, redact: (text: string) => string): string {
  const person = impact.groups?.arePeople && !telling.names ? personOfKey(impact, name) : undefined
  return person ? personText(person, telling) : redact(name)
}

function groups(impact: Impact, telling: Telling): Part {
  const { language } = telling
  const found = impact.groups
  const redact = redactor(impact, telling)
  const field = found?.by ?? ''
  const moved = (found?.rows ?? []).filter(({ changed }) => changed > 0)
  return {
    id: 'groups',
    heading: say(words.byField, language, { field }),
    ...(found?.chosen && { note: say(words.byChosen, language, { field }) }),
    columns: [
      text(field),
      number(say(words.before, language)),
      number(say(words.after, language)),
      number(say(words.change, language)),
      text(''),
      number(say(words.peopleCount, language)),
    ],
    rows: moved.map((row) => [
      row.person
        ? personText(row.person, telling)
        : row.name === ''
          ? say(words.none, language)
          : redact(row.name),
      plainMoney(row.before, row.currency),
      plainMoney(row.after, row.currency),
      signedText(minus(row.after, row.before), row.currency),
      shareText(minus(row.after, row.before), row.before),
      grouped(row.changed),
    ]),
  }
}

function clauses(impact: Impact, telling: Telling): Part {
  const { language } = telling
  return {
    id: 'clauses',
    heading: say(words.clauses, language),
    columns: [
      text(say(words.clause, language)),
      number(say(words.before, language)),
      number(say(words.after, language)),
      number(say(words.change, language)),
      number(say(words.peopleCount, language)),
      text(''),
    ],
    rows: impact.clauses.map((one) => [
      one.clause.title,
      plainMoney(one.before, one.currency),
      plainMoney(one.after, one.currency),
      signedText(minus(one.after, one.before), one.currency),
      grouped(one.people),
      one.listed ? say(words.throughPayout, language) : '',
    ]),
  }
}

function cliffs(impact: Impact, telling: Telling): Part {
  const { language } = telling
  return {
    id: 'cliffs',
    heading: say(words.cliffs, language),
    columns: [text(say(words.person, language)), text(say(words.clause, language)), text('')],
    rows: impact.cliffs.map((one) => [
      `${personText(one.person, telling)} · ${one.period}`,
      one.clause.title,
      crossingText(one, telling),
    ]),
  }
}

function crossingText({ is, value, from = '', even }: CliffCrossing, { language }: Telling): string {
  switch (is) {
    case 'falls-in':
      return even === undefined
        ? say(words.fallsInOpen, language, { value, from })
        : say(words.fallsIn, language, { value, from, even })
    case 'comes-out':
      return say(words.comesOut, language, { value })
    case 'gate-missed':
      return say(words.gateMissed, language)
    case 'gate-met':
      return say(words.gateMet, language)
  }
}

function results(impact: Impact, telling: Telling): Part {
  const { language } = telling
  const redact = redactor(impact, telling)
  return {
    id: 'results',
    heading: say(words.results, language),
    columns: [
      text(say(words.clause, language)),
      text(''),
      text(say(words.before, language)),
      text(say(words.after, language)),
    ],
    rows: impact.results.map((one) => {
      const { before, after } = resultTexts(one, telling, impact)
      return [one.clause.title, lineText(one, telling), redact(before), redact(after)]
    }),
  }
}

function held(impact: Impact, telling: Telling): Part {
  const { language } = telling
  const redact = redactor(impact, telling)
  return {
    id: 'held',
    heading: say(words.held, language),
    columns: [text(say(words.clause, language)), text(''), text(''), text(say(words.before, language))],
    rows: impact.held.map((one) => [
      one.clause.title,
      lineText(one, telling),
      whyText(one.why, telling),
      redact(resultTexts(one, telling, impact).before),
    ]),
  }
}

function decided(impact: Impact, telling: Telling): Part {
  const { language } = telling
  const redact = redactor(impact, telling)
  return {
    id: 'decided',
    heading: say(words.decided, language),
    columns: [text(say(words.clause, language)), text(''), text(say(words.after, language))],
    rows: impact.decided.map((one) => [
      one.clause.title,
      lineText(one, telling),
      redact(resultTexts(one, telling, impact).after),
    ]),
  }
}

function findings(impact: Impact, telling: Telling, which: 'added' | 'gone'): Part {
  const { language } = telling
  return {
    id: `findings-${which}`,
    heading: say(which === 'added' ? words.findingsAdded : words.findingsGone, language),
    columns: [text(''), text('')],
    rows: impact.findings[which].map((one) => [one.code, messageOf(one, language)]),
  }
}

function declared(impact: Impact, telling: Telling): Part {
  const { language } = telling
  const { added, removed, renamed } = impact.declared
  return {
    id: 'declared',
    heading: say(words.declared, language),
    columns: [text(''), text(say(words.clause, language))],
    rows: [
      ...added.map((one) => [say(words.clauseAdded, language), one.title]),
      ...removed.map((one) => [say(words.clauseRemoved, language), one.title]),
      ...renamed.map(({ from, to }) => [say(words.clauseRenamed, language), `${from.id} → ${to.id}`]),
    ],
  }
}
