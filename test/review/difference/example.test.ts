import { describe, expect, test } from 'vitest'
import { differenceOf } from '../../../src/review/difference/difference.ts'
import { expectToDiffer, sample, version } from './versions.ts'

describe('an example of what two versions differ in', { timeout: 120_000 }, () => {
  test.each([
    ['first-commission', '| 100% | 9%   |', '| 100% | 10%  |'],
    ['margin-matrix', '| 1.5%        |', '| 1.6%        |'],
    ['adventureworks', '| 5%     | 15% ', '| 6%     | 15% '],
  ])('is run with both: %s with %s become %s', (name, was, becomes) => {
    const sources = sample(name)
    const edited = sources.map((source) => ({ ...source, text: source.text.replace(was, becomes) }))
    const [old, next] = [version(sources), version(edited)]
    const { same, clauses } = differenceOf(old.plan, next.plan)
    const apart = clauses.filter(({ verdict }) => verdict !== 'same')
    expect([name, same]).toEqual([name, false])
    expect(apart.map(({ verdict }) => verdict)).toEqual(apart.map(() => 'differs'))
    for (const clause of apart) expectToDiffer(old.plan, next.plan, clause)
  })
})
