import { describe, expect, test } from 'vitest'
import { leftOut } from '../../../src/review/statement/left-out.ts'
import { statementOf } from '../../../src/review/statement/statement.ts'
import type { OutcomeView } from '../../../src/review/statement/view.ts'
import { data, policy } from './policy.ts'
import { stated, textOf } from './stated.ts'

const run = stated(policy, data)

function salesOf(key: string) {
  const line = statementOf(run, undefined, { record: 'Rep', key }, 'en')?.lines.find(
    ({ clause }) => clause === 'main',
  )
  const ref = line?.explanation?.values.find(({ label }) => label === 'Sales')?.ref
  if (!ref) throw new Error(key)
  return ref
}

function whyText(why: OutcomeView): string {
  if (!('conditions' in why)) return JSON.stringify(why)
  return `${why.is} ${why.conditions.map(({ lines, holds }) => `${lines.map(textOf).join(' ')}: ${holds}`).join('; ')}`
}

describe('the deals that a number does not count', () => {
  test('are listed with the condition that kept each out, or the day on which it counts', () => {
    const found = leftOut(run, salesOf('R1'), undefined, 'en')
    expect(found?.total).toBe(2)
    expect(found?.listed.map(({ key, why }) => `${key}: ${whyText(why)}`)).toEqual([
      'D3: condition not cancelled = not yes: no',
      'D4: {"is":"period","day":"2026-04-02"}',
    ])
  })

  test('are none where all of them count', () => {
    expect(leftOut(run, salesOf('R2'), undefined, 'en')?.total).toBe(0)
  })

  test('can be asked about one by one: one that counts, one of somebody else, one that there is not', () => {
    const why = (key: string) => leftOut(run, salesOf('R1'), key, 'en')?.listed.map((row) => whyText(row.why))
    expect(why('D1')).toEqual(['{"is":"counts","value":"900.00"}'])
    expect(why('d5')).toEqual(['{"is":"other","whose":"Ben R2"}'])
    expect(why('D9')).toEqual([])
  })

  test('a value that counts no rows has none', () => {
    const { column: _, ...rest } = salesOf('R1')
    expect(leftOut(run, { column: 'attainment', ...rest }, undefined, 'en')).toBeUndefined()
  })
})
