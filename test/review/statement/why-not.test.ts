import { describe, expect, test } from 'vitest'
import { statementOf } from '../../../src/review/statement/statement.ts'
import type { ConditionView } from '../../../src/review/statement/view.ts'
import { data, policy } from './policy.ts'
import { stated, textOf } from './stated.ts'

const run = stated(policy, data)

function lineOf(key: string, clause: string) {
  const line = statementOf(run, undefined, { record: 'Rep', key }, 'en')?.lines.find(
    (one) => one.clause === clause,
  )
  if (!line) throw new Error(`${key} ${clause}`)
  return line
}

function conditionText({ lines, holds, short }: ConditionView): string {
  const said = `${lines.map(textOf).join(' ')}: ${holds}`
  return short ? `${said}; ${short.label} ${short.now} → ${short.needed}, ${short.by} ${short.is}` : said
}

describe('why somebody gets nothing from a clause', () => {
  test('a gate that is not met is told with its numbers, and what would have to be sold for it', () => {
    // Ben sold 490 of a quota of 1,000: half of it is 500.
    expect(lineOf('R2', 'main').whyNot).toHaveLength(1)
    const [gate] = lineOf('R2', 'main').whyNot
    expect(gate?.is).toBe('gate')
    expect(gate && 'conditions' in gate && gate.conditions.map(conditionText)).toEqual([
      'Attainment ≥ 50% = 49% ≥ 50%: no; Sales 490.00 → 500.00, 10.00 more',
    ])
  })

  test('whom a clause is not for is told condition by condition: those that hold, and those that do not', () => {
    const why = (key: string) => {
      const [first] = lineOf(key, 'senior_bonus').whyNot
      return first && 'conditions' in first ? first.conditions.map(conditionText) : []
    }
    expect(why('R2')).toEqual([
      'senior = no: no',
      'Attainment ≥ 80% = 49% ≥ 80%: no; Sales 490.00 → 800.00, 310.00 more',
    ])
    expect(why('R3')).toEqual([
      'senior = yes: yes',
      'Attainment ≥ 80% = 79% ≥ 80%: no; Sales 790.00 → 800.00, 10.00 more',
    ])
    expect(lineOf('R1', 'senior_bonus').whyNot).toEqual([])
  })

  test('what is over a limit is told how much less it would have to be', () => {
    const strict = stated(policy.replace('attainment >= 80% per', 'attainment < 80% per'), data)
    const line = statementOf(strict, undefined, { record: 'Rep', key: 'R1' }, 'en')?.lines.find(
      ({ clause }) => clause === 'senior_bonus',
    )
    const [first] = line?.whyNot ?? []
    // Below 80 % of 1,000 is 799.99 at most.
    expect(first && 'conditions' in first && first.conditions.map(conditionText)[1]).toBe(
      'Attainment < 80% = 150% < 80%: no; Sales 1,500.00 → 799.99, 700.01 less',
    )
  })

  test('what is not applicable since a value that it reads is not is led back to that value', () => {
    const narrow = policy
      .replace(
        'value attainment "Attainment" for Rep',
        'value attainment "Attainment" for Rep where rep.senior',
      )
      .replace('  add main, senior_bonus\n', '')
      .replace('where rep.senior and attainment >= 80% per', 'per')
    const line = statementOf(stated(narrow, data), undefined, { record: 'Rep', key: 'R2' }, 'en')?.lines.find(
      ({ clause }) => clause === 'main',
    )
    expect(line?.state).toBe('held')
  })

  test('the step after which nothing was left is named where no condition says it', () => {
    const halved = stated(policy.replace('start 10 EUR\n', 'start 10 EUR\n  times 0\n'), data)
    const line = statementOf(halved, undefined, { record: 'Rep', key: 'R1' }, 'en')?.lines.find(
      ({ clause }) => clause === 'service',
    )
    expect(line?.whyNot).toEqual([{ is: 'step', step: 'times', number: 2 }])
  })
})

describe('the next row of the tiers', () => {
  test('is told with what it gives and what is still to be sold for it', () => {
    expect(lineOf('R3', 'main').nextTier).toEqual({
      start: 'from 100%',
      give: '10%',
      short: { label: 'Sales', now: '790.00', needed: '1,000.00', by: '210.00', is: 'more' },
    })
  })

  test('is none where the highest is reached', () => {
    expect(lineOf('R1', 'main').nextTier).toBeUndefined()
  })

  test('a row that begins beyond its threshold asks for a cent more than one that begins at it', () => {
    const over = stated(policy.replace('| from | rate |', '| over | rate |'), data)
    const line = statementOf(over, undefined, { record: 'Rep', key: 'R3' }, 'en')?.lines.find(
      ({ clause }) => clause === 'main',
    )
    expect(line?.nextTier?.short).toMatchObject({ needed: '1,000.01', by: '210.01' })
  })
})
