import { type Decimal, formatGrouped } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'
import type { Id } from '../../plan/plan.ts'
import { clauseWords } from '../../targets/evaluate/explanation-words.ts'
import { isPaying, type Sum, sumOf, titleOf } from '../../targets/evaluate/payouts.ts'
import { printShown } from '../../targets/evaluate/print-shown.ts'
import type { ResultLine } from '../../targets/evaluate/results.ts'
import { shownValue } from '../../targets/evaluate/shown.ts'
import { compareDecimals, exact, minus, plus, zero } from '../impact/amount.ts'
import { clauseSpan, type StatedRun } from './statement.ts'
import { touchedRows } from './touched-rows.ts'
import type { AmountView, TouchedPerson, TouchedView } from './view.ts'

type Person = { readonly lines: ResultLine[]; sum: Decimal | undefined; held: number }

/** Whom a clause touched and by how much, and the rows that it counted or paid for. Undefined where the run has no such clause. */
export function touchedBy(
  run: StatedRun,
  base: StatedRun | undefined,
  clause: Id,
  language: Language,
): TouchedView | undefined {
  const { plan } = run
  const output = plan.outputs.find(({ id }) => id === clause)
  if (!output) return undefined
  const all = run.lines.filter((line) => line.output.id === clause)
  const lines = all.filter(({ value }) => value.is !== 'not-applicable')
  const was = base && peopleIn(base.lines.filter((line) => line.output.id === clause))
  const people = peopleIn(lines)
  const origin = plan.origins.find(({ id }) => id === output.origin)
  return {
    clause,
    title: titleOf(output),
    kind: clauseWords[output.label]?.[language] ?? output.label,
    place: { file: origin?.file ?? '', line: origin?.line ?? 0 },
    ...(origin && { span: clauseSpan(run, origin) }),
    isMoney: isPaying(output),
    totals: isPaying(output) ? totalsOf(run, lines, base, clause) : [],
    people: inOrder([...people].map(([id, person]) => personView(run, person, was, id, language))),
    notFor: new Set(all.filter((line) => !people.has(personId(line))).map(personId)).size,
    rows: touchedRows(run, output, lines, language),
  }
}

/** One person in one currency: amounts in several are never added up. */
function personId({ subject, currency }: ResultLine): string {
  return JSON.stringify([subject?.record, subject?.key, currency])
}

function peopleIn(lines: readonly ResultLine[]): ReadonlyMap<string, Person> {
  const found = new Map<string, Person>()
  for (const line of lines) {
    if (line.value.is === 'not-applicable') continue
    const id = personId(line)
    const person: Person = found.get(id) ?? { lines: [], sum: undefined, held: 0 }
    found.set(id, person)
    person.lines.push(line)
    const { amount, held } = sumOf(line)
    if (amount) person.sum = person.sum ? plus(person.sum, amount) : amount
    person.held += held
  }
  return found
}

function personView(
  run: StatedRun,
  person: Person,
  was: ReadonlyMap<string, Person> | undefined,
  id: string,
  language: Language,
): TouchedPerson {
  const [first] = person.lines
  const before = was?.get(id)
  const texts = person.lines
    .filter(({ value }) => value.is !== 'held' && value.is !== 'number')
    .map(({ value }) => printShown(shownValue(value), language))
  const decided = person.sum !== undefined || person.held === 0
  return {
    record: first?.subject?.record ?? '',
    key: first?.subject?.key ?? '',
    ...(first?.subject?.label !== undefined && { label: first.subject.label }),
    amount: amountView(
      { ...(person.sum && { amount: person.sum }), held: person.held, notApplicable: 0 },
      first?.currency ?? run.plan.policy.currency,
    ),
    text: texts.slice(0, 3).join(', '),
    count: person.lines.length,
    ...(was && decided && { change: exact(minus(person.sum ?? zero, before?.sum ?? zero)) }),
  }
}

function amountView(sum: Sum, currency: string | undefined): AmountView {
  const { amount } = sum
  return {
    ...(amount && { exact: exact(amount) }),
    shown: amount ? formatGrouped(amount.digits, amount.scale) : '',
    ...(currency !== undefined && { currency }),
    held: sum.held,
  }
}

function inOrder(people: readonly TouchedPerson[]): readonly TouchedPerson[] {
  return people.toSorted((a, b) => {
    const [x, y] = [numberOf(a.amount), numberOf(b.amount)]
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined) || compareKeys(a.key, b.key)
    return compareDecimals(y, x) || compareKeys(a.key, b.key)
  })
}

function numberOf({ exact: text }: AmountView): Decimal | undefined {
  if (text === undefined) return undefined
  const [whole = '', fraction = ''] = text.split('.')
  return { digits: BigInt(whole + fraction), scale: fraction.length }
}

function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function totalsOf(
  run: StatedRun,
  lines: readonly ResultLine[],
  base: StatedRun | undefined,
  clause: Id,
): TouchedView['totals'] {
  const now = byCurrency(run, lines)
  const was =
    base &&
    byCurrency(
      base,
      base.lines.filter((line) => line.output.id === clause),
    )
  const currencies = new Set([...now.keys(), ...(was?.keys() ?? [])])
  return [...currencies].map((currency) => {
    const sum = now.get(currency) ?? { held: 0, notApplicable: 0 }
    const before = was?.get(currency)
    const decided = sum.amount !== undefined || sum.held === 0
    return {
      amount: amountView(sum, currency === '' ? undefined : currency),
      ...(was && decided && { change: exact(minus(sum.amount ?? zero, before?.amount ?? zero)) }),
    }
  })
}

function byCurrency(run: StatedRun, lines: readonly ResultLine[]): ReadonlyMap<string, Sum> {
  const found = new Map<string, Sum>()
  for (const line of lines) {
    const currency = line.currency ?? run.plan.policy.currency ?? ''
    const sum = found.get(currency) ?? { held: 0, notApplicable: 0 }
    const own = sumOf(line)
    const amount = sum.amount && own.amount ? plus(sum.amount, own.amount) : (sum.amount ?? own.amount)
    found.set(currency, { ...(amount && { amount }), held: sum.held + own.held, notApplicable: 0 })
  }
  return found
}
