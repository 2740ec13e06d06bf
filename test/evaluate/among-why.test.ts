import { expect, test } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { runInMemory } from '../../src/engines/memory.ts'
import { why } from '../../src/targets/evaluate/why.ts'

// Whoever is held holds all among whom he stands: the reason names him, and not each of the others.

const text = `policy pools { language en; currency USD; effective from 2026-01-01 until open }
record Shop { id text key; pool money }
record Rep { id text key; shop Shop optional; hours number optional }
bonus part for Rep per month { start pool_of shared by worked within shop; round 0.01 half-up }
bonus first for Rep per month { start 100 USD when (rank of worked within shop) = 1; round 0.01 half-up }
value pool_of for Shop per month = pool
value worked for Rep per month = hours
`

function whereHeld(reps: readonly { id: string; shop: string | null; hours: string | null }[]) {
  const { plan } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) throw new Error('no plan')
  const shops = ['North', 'South'].map((id) => ({ id, pool: '100' }))
  const { rows } = rowsFromObjects(plan, { Shop: shops, Rep: [...reps] })
  const span = { from: parseDay('2026-01-01') ?? 0, until: parseDay('2026-01-31') ?? 0 }
  const { lines, results } = runInMemory(plan, rows, span)
  return lines.map(({ output, row, subject, value }) => {
    const reason = value.is === 'held' ? why(results.engine, output.column, row).at : undefined
    return `${output.id} ${subject?.key}: ${reason ? `${reason.row} ${reason.field}` : value.is}`
  })
}

test('a share is held by the one of the group whose weight is missing', () => {
  const held = whereHeld([
    { id: 'A', shop: 'North', hours: '8' },
    { id: 'B', shop: 'North', hours: null },
    { id: 'C', shop: 'South', hours: null },
    { id: 'D', shop: 'South', hours: '8' },
  ])
  expect(held.filter((line) => line.startsWith('part'))).toEqual([
    'part A: B hours',
    'part B: B hours',
    'part C: C hours',
    'part D: C hours',
  ])
  expect(held.filter((line) => line.startsWith('first'))).toContain('first A: B hours')
})

test('who belongs to no known group holds all of the period, and is named', () => {
  const held = whereHeld([
    { id: 'A', shop: 'North', hours: '8' },
    { id: 'B', shop: null, hours: '8' },
  ])
  expect(held).toContain('part A: B shop')
  expect(held).toContain('first A: B shop')
})
