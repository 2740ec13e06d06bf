import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parseDay } from '../../../src/base/day.ts'
import type { Decimal } from '../../../src/base/decimal.ts'
import { compile } from '../../../src/compile.ts'
import { loadFolder } from '../../../src/data/folder.ts'
import { readConfig } from '../../../src/data/read-config.ts'
import type { Loaded } from '../../../src/data/read-rows.ts'
import { exact, minus, plus, zero } from '../../../src/review/impact/amount.ts'
import type { Impact } from '../../../src/review/impact/impact.ts'
import { measureImpact } from '../../../src/review/impact/measure.ts'
import type { Version } from '../../../src/review/impact/version.ts'
import { evaluate } from '../../../src/targets/evaluate/evaluate.ts'
import { lines, type ResultLine } from '../../../src/targets/evaluate/results.ts'
import { repository } from '../../samples/run-sample.ts'

type Edit = (text: string) => string
type Days = { readonly from: string; readonly until: string }

function versionOf(policy: string, edit: Edit): Version {
  const folder = join(repository, 'policies', policy)
  const sources = readdirSync(folder)
    .filter((name) => /\.bylaw(?:\.md)?$|\.csv$/u.test(name))
    .map((name) => ({ name, text: edit(readFileSync(join(folder, name), 'utf8')) }))
  const { program, checked, plan, diagnostics } = compile(sources)
  if (!plan) throw new Error(diagnostics.map(({ code }) => code).join(' '))
  return { name: policy, sources, program, checked, plan, diagnostics }
}

/** The impact of an edit on a sample's quarter, and both versions run by themselves, each on rows of its own. */
export function compared(policy: string, days: Days, edit: Edit, data: string) {
  const [before, after] = [versionOf(policy, (text) => text), versionOf(policy, edit)]
  const settings = join(repository, 'policies', policy, 'bylaw.yaml')
  const text = existsSync(settings) ? readFileSync(settings, 'utf8') : undefined
  const load = ({ plan }: Version): Loaded =>
    loadFolder(
      plan,
      data,
      text === undefined ? undefined : readConfig(text, 'bylaw.yaml', plan.relations).config,
    )
  const span = { from: parseDay(days.from) ?? 0, until: parseDay(days.until) ?? 0 }
  const rows = load(after).rows
  const impact = measureImpact({ before, after, rowsFor: () => rows, span, period: 'all' })
  const alone = (version: Version) => lines(evaluate(version.plan, load(version).rows, { span }), span)
  return { impact, before: alone(before), after: alone(after) }
}

const amountOf = ({ value }: ResultLine): Decimal =>
  value.is === 'number' ? { digits: value.digits, scale: value.scale } : zero

/** What everybody is paid, by key and currency, of the clauses that are paid by themselves. */
function paid(all: readonly ResultLine[]): ReadonlyMap<string, Decimal> {
  const sums = new Map<string, Decimal>()
  for (const line of all) {
    const { output, subject, currency = '' } = line
    if ((output.is !== 'pay' && output.is !== 'payout') || output.listed) continue
    const key = `${subject?.key} ${currency}`
    sums.set(key, plus(sums.get(key) ?? zero, amountOf(line)))
  }
  return sums
}

/** The report against the difference of the two independent runs, person by person and in all. */
export function agrees({ impact, before, after }: ReturnType<typeof compared>): void {
  const [was, is] = [paid(before), paid(after)]
  const expected = new Map<string, string>()
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const change = minus(is.get(key) ?? zero, was.get(key) ?? zero)
    if (change.digits !== 0n) expected.set(key, exact(change))
  }
  const found = new Map(
    impact.people
      .filter((one) => minus(one.after, one.before).digits !== 0n)
      .map((one) => [`${one.person.named.key} ${one.currency}`, exact(minus(one.after, one.before))]),
  )
  expect(found).toEqual(expected)
  expect(expected.size).toBeGreaterThan(0)
  addsUp(impact)
  const held = (all: readonly ResultLine[]) => all.filter(({ value }) => value.is === 'held').length
  expect(impact.held.length - impact.decided.length).toBe(held(after) - held(before))
}

function addsUp(impact: Impact): void {
  for (const one of impact.people)
    expect(
      minus(one.steps.reduce(plus, zero), minus(one.after, one.before)).digits,
      one.person.named.key,
    ).toBe(0n)
  for (const { currency, before, after } of impact.totals) {
    const changes = impact.steps.flatMap((step) => step.changes.filter((one) => one.currency === currency))
    const sum = changes.reduce((so, { change }) => plus(so, change), zero)
    expect(minus(sum, minus(after, before)).digits).toBe(0n)
  }
}

export const changed =
  (...pairs: readonly (readonly [string, string])[]): Edit =>
  (text) =>
    pairs.reduce((so, [from, to]) => so.replace(from, to), text)
