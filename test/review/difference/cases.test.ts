import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { caseStarts } from '../../../src/review/difference/case-starts.ts'
import { differenceOf, exampleOf } from '../../../src/review/difference/difference.ts'
import { matcherOf } from '../../../src/review/difference/same-meaning.ts'
import { bylaw, inFolder } from '../../cli/harness.ts'
import { expectToDiffer, version } from './versions.ts'

// 17.29 × 22.75 = 393.3475 and 17.29 + 22.75 = 40.04: no number is brought there by turning one cell after another.
const policy = (
  share: string,
) => `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Deal { id text key; rep Rep; closed date posting; length number to 0.01 from 0 up to 1_000; width number to 0.01 from 0 up to 1_000; amount money }
commission pay for each Deal to rep {
  gate length * width = 393.3475
  gate length + width = 40.04
  start amount * ${share}
  round 0.01 half-up
}
`

const cases = `cases:
  - name: a deal of the very size
    period: 2026-02
    given:
      Rep: { id: R-1 }
      Deal: { id: D-1, rep: R-1, closed: 2026-02-14, length: 17.29, width: 22.75, amount: 1000 }
    expect:
      pay: { D-1: 30.00 }
`

describe('the rows of cases', { timeout: 60_000 }, () => {
  const [old, next] = ['3%', '4%'].map((share) => version([{ name: 'p.bylaw', text: policy(share) }]).plan)
  if (!old || !next) throw new Error('no plans')

  test('are begun with where no example is found otherwise', () => {
    expect(differenceOf(old, next).clauses.map(({ verdict }) => verdict)).toEqual(['may-differ'])
    const read = readCases(next, [{ name: 'p.cases.yaml', text: cases }])
    expect(read.found).toEqual([])
    const [clause] = differenceOf(old, next, () => read.cases).clauses
    if (!clause) throw new Error('no clause')
    expectToDiffer(old, next, clause)
    expect(clause.example?.rows.next.Deal).toEqual([
      expect.objectContaining({ length: '17.29', width: '22.75' }),
    ])
  })

  test('are begun with where they leave out what their clause does not ask, though another record has such a field', () => {
    const [a, b] = ['3%', '4%'].map((share) => {
      const text = policy(share).replace(
        'Rep { id text key }',
        'Rep { id text key; length count; width count; amount money; closed date }',
      )
      return version([{ name: 'p.bylaw', text }]).plan
    })
    if (!a || !b) throw new Error('no plans')
    const [one, other] = [a.outputs[0], b.outputs[0]]
    if (!one || !other) throw new Error('no clause')
    const read = readCases(b, [{ name: 'p.cases.yaml', text: cases }])
    const starts = caseStarts(b, () => read.cases)('pay')
    const nothingElse = { together: 0, rounds: 0, alone: 0, along: 0, climbs: 0 }
    const from = { known: [], begun: [], cases: () => starts }
    const example = exampleOf(a, b, one, other, matcherOf(a, b), from, nothingElse)
    if (typeof example === 'string') throw new Error(example)
    expectToDiffer(a, b, { old: one, next: other, verdict: 'differs', example })
  })

  test('are those of few cases of a clause, from all over, however many there are', () => {
    const [, one = ''] = cases.split('cases:\n')
    const many = Array.from({ length: 500 }, (_, i) =>
      one.replace('of the very size', `${i}`).replace('amount: 1000', `amount: ${i}`),
    )
    const read = readCases(next, [{ name: 'p.cases.yaml', text: `cases:\n${many.join('')}` }])
    const amounts = caseStarts(
      next,
      () => read.cases,
    )('pay').map(({ rows }) => Number(rows.get('Deal')?.[0]?.get('amount')))
    expect(amounts.length).toBeLessThanOrEqual(24)
    expect([amounts[0], (amounts.at(-1) ?? 0) > 470]).toEqual([0, true])
  })

  test('are read beside the new version, and say nothing where they cannot be', async () => {
    await inFolder(async (cwd) => {
      for (const [folder, share] of [
        ['old', '3%'],
        ['new', '4%'],
      ] as const) {
        mkdirSync(join(cwd, folder))
        writeFileSync(join(cwd, folder, 'p.bylaw'), policy(share))
      }
      const told = async () => (await bylaw(['diff', 'old', 'new'], { cwd })).out
      expect(await told()).toContain('1 may differ')
      writeFileSync(join(cwd, 'new', 'p.cases.yaml'), cases)
      expect(await told()).toContain('length 17.29, width 22.75')
      writeFileSync(join(cwd, 'new', 'p.cases.yaml'), cases.replace('width: 22.75', 'breadth: 22.75'))
      expect(await told()).toContain('1 may differ')
    })
  })
})
