import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/analyse.ts'
import { formatDecimal } from '../../../src/base/decimal.ts'
import type { Source } from '../../../src/base/span.ts'
import { lower } from '../../../src/plan/lower.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import type { Case, Expectation, Want } from '../../../src/review/cases/case.ts'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { added } from '../../../src/review/coverage/coverage.ts'
import { observe } from '../../../src/review/coverage/observe.ts'
import { pointsOf } from '../../../src/review/coverage/points.ts'
import type { Program } from '../../../src/syntax/ast.ts'
import { decimalText, rationalOf } from '../../reference/rational.ts'
import { type Line, type Reference, reference } from '../../reference/reference.ts'

/** The samples with cases, and the points that nothing can bring about, each with the reason. */
const samples: { readonly [folder: string]: readonly string[] } = {
  'margin-matrix': [],
  'deductions-zh': [],
  adventureworks: [],
}

function filesOf(folder: string, ending: RegExp): readonly Source[] {
  return readdirSync(folder)
    .filter((name) => ending.test(name))
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
}

function read(folder: string) {
  const sources = filesOf(folder, /\.bylaw$|^[^.]*\.csv$/u)
  const { program, checked } = analyse(sources)
  const plan = lower(checked, sources, { written: true })
  const { cases, found } = readCases(plan, filesOf(folder, /\.cases\.yaml$/u))
  expect(found).toEqual([])
  return { program, plan, cases, points: pointsOf(plan, sources) }
}

/** What the reference, which knows the tree alone, says of a case's rows. */
function asked(program: Program, plan: Plan, { given, period, now }: Case): Reference {
  const rows = plan.relations.map(({ id, fields }) => {
    const list = (given[id] ?? []).map((row) =>
      Object.fromEntries(
        fields.map(({ id: field }) => [field, row[field] === undefined ? null : String(row[field])]),
      ),
    )
    return [id, list] as const
  })
  return reference(program, new Map(rows), [period], now === undefined ? undefined : BigInt(now))
}

function meaning(line: Line): string {
  if ('amount' in line) return line.amount
  if ('word' in line) return line.word
  return 'held' in line ? 'held' : 'not applicable'
}

function wanted(want: Want): string {
  switch (want.is) {
    case 'number': {
      const number = rationalOf(formatDecimal(want.value.digits, want.value.scale))
      return number ? decimalText(number) : ''
    }
    case 'text':
      return { true: 'yes', false: 'no' }[want.text] ?? want.text
    case 'held':
      return 'held'
    case 'not-applicable':
      return 'not applicable'
  }
}

function differences(program: Program, plan: Plan, one: Case): readonly string[] {
  const known = asked(program, plan, one)
  return one.expectations.flatMap((expectation: Expectation) => {
    if (expectation.is === 'count') return []
    const { target, of, want } = expectation
    const name =
      target.is === 'value' ? target.column : target.clause + (target.result ? `.${target.result}` : '')
    const [subject, period] = of
    const grain = plan.outputs.find(({ id }) => id === (target.is === 'clause' ? target.clause : ''))?.grain
    const value =
      target.is === 'value' ? plan.columns.find(({ id }) => id === target.column)?.grain : undefined
    const periodic = plan.grains.find(({ id }) => id === (grain ?? value))?.period !== undefined
    const says = meaning(known.value(name, subject, periodic ? (period ?? one.period) : undefined))
    return says === wanted(want)
      ? []
      : [`${one.name}: ${name} is ${wanted(want)} here, ${says} by the reference`]
  })
}

describe.each(Object.keys(samples))('the cases of %s', (folder) => {
  const { program, plan, cases, points } = read(`policies/${folder}`)

  test('pass, and nobody has still to confirm one', { timeout: 120_000 }, () => {
    expect(cases.filter((one) => !runCase(plan, one).passed || one.confirm).map(({ name }) => name)).toEqual(
      [],
    )
  })

  test('meet everything that can be met', { timeout: 120_000 }, () => {
    const counts = cases.reduce<readonly number[]>(
      (sum, one) => added(sum, observe(points, runCase(plan, one).results)),
      points.points.map(() => 0),
    )
    const missing = points.points.filter((_, i) => counts[i] === 0).map(({ id }) => id)
    expect(missing).toEqual(samples[folder])
  })

  test('expect what the reference works out, which shares no code with the engine', {
    timeout: 120_000,
  }, () => {
    expect(cases.flatMap((one) => differences(program, plan, one))).toEqual([])
    const compared = cases.flatMap(({ expectations }) => expectations.filter(({ is }) => is === 'result'))
    expect(compared.length).toBeGreaterThan(15)
  })
})
