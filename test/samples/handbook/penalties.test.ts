import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository, runSample } from '../run-sample.ts'
import { decimal } from './comparisons.ts'
import { compensation, depositsTaken, diversions, provisions } from './decisions.ts'
import { workOutHandbook } from './oracle.ts'

const folder = join(repository, 'policies/handbook-zh/data')
const known = workOutHandbook(folder)
const run = runSample('handbook-zh', { from: '2026-01-01', until: '2026-12-31' }, folder)
const plain = (text = 'nothing') => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

describe('the handbook takes what hand-written code takes by its prose', () => {
  test('article 70: worked example 9 and the other losses, month by month, with what is carried', () => {
    const all = compensation(known)
    const found = [...all.keys()].map((key) => [
      key,
      plain(run.amounts.get(`赔偿扣款 ${key}`)),
      plain(run.amounts.get(`赔偿结转 ${key}`)),
    ])
    expect(found).toEqual(
      [...all].map(([key, { taken, carried }]) => [key, decimal(taken), decimal(carried)]),
    )
    const others = [...run.amounts].filter(
      ([line, amount]) => line.startsWith('赔偿扣款 ') && !all.has(line.slice(5)) && /[1-9]/.test(amount),
    )
    expect(others).toEqual([])
  })

  test('article 67: warning, 20 and 50 % of the deposit', () => {
    // Those of 2025 only count toward the later ones.
    const all = [...diversions(known.data.rows)].filter(([id]) => id !== 'DV-1' && id !== 'DV-3')
    const found = all.map(([id]) => [
      id,
      run.amounts.get(`窜货处理.nth ${id}`) ?? run.amounts.get(`窜货处理 ${id}`),
      plain(run.amounts.get(`窜货处理.扣罚 ${id}`)),
    ])
    expect(found).toEqual(all.map(([id, { nth, taken }]) => [id, String(nth), decimal(taken)]))
  })

  test('article 67: it is taken from the deposit in the month of the decision, and no more than is left of it', () => {
    const taken = [...run.amounts].flatMap(([line, amount]) =>
      line.startsWith('窜货扣款 ') && /[1-9]/.test(amount) ? [[line.slice(5), plain(amount)]] : [],
    )
    const expected = [...depositsTaken(known.data.rows)].map(([key, cents]) => [key, decimal(cents)])
    expect(taken.sort()).toEqual(expected.sort())
    for (const [key, amount] of taken) expect(plain(run.amounts.get(`保证金扣除 ${key}`))).toBe(`-${amount}`)
    expect(run.amounts.get('保证金结存 DL-4 2026-06')).toBe('0.00')
  })

  test('article 39: what is unpaid on 31 December is provided for by days overdue, to the cent', () => {
    const expected = provisions(known.data.rows)
    const found = [...run.amounts].flatMap(([line, amount]) =>
      line.startsWith('坏账准备 ') && amount !== 'not applicable'
        ? [[line.slice(5), plain(amount)] as const]
        : [],
    )
    expect(new Map([...found].sort())).toEqual(
      new Map([...expected].map(([id, cents]) => [id, decimal(cents)] as const).sort()),
    )
    expect([...expected.values()].filter((cents) => cents > 0n).length).toBeGreaterThan(0)
    // S25: 200,000 that were due on 1 October are 91 days overdue.
    expect(expected.get('O-S25-H1-2')).toBe(6_000_000n)
  })
})
