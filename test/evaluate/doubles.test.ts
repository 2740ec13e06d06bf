import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideRounded, roundingModes } from '../../src/base/decimal.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { narrowClasses } from '../../src/targets/evaluate/number-classes.ts'
import { roundDoubles } from '../../src/targets/evaluate/round-doubles.ts'
import { classOfNumber } from '../../src/targets/evaluate/table-index.ts'
import type { Node } from '../../src/targets/evaluate/vector.ts'
import {
  aggregate,
  column,
  field,
  grain,
  int,
  own,
  type Parts,
  plan,
  read,
  relation,
  rowsOf,
  run,
  state,
  wide,
} from './plan-helpers.ts'

const most = 2n ** 53n

describe('rounding in doubles', () => {
  const divisor = fc.bigInt({ min: 1n, max: 2n ** 52n })
  const dividend = (d: bigint) =>
    fc.oneof(
      fc.bigInt({ min: -(most - d), max: most - d }),
      // Next to a multiple and to half of one, where a quotient that is rounded once too often shows.
      fc
        .tuple(fc.bigInt({ min: -(most - d) / d, max: (most - d) / d }), fc.bigInt({ min: -1n, max: 1n }))
        .map(([q, more]) => q * d + more)
        .filter((n) => n >= d - most && n <= most - d),
      fc
        .tuple(fc.bigInt({ min: -(most - d) / d, max: (most - d) / d }), fc.bigInt({ min: -1n, max: 1n }))
        .map(([q, more]) => q * d + d / 2n + more)
        .filter((n) => n >= d - most && n <= most - d),
    )

  for (const mode of roundingModes) {
    it(`is that of whole numbers without end: ${mode}`, () => {
      fc.assert(
        fc.property(
          divisor.chain((d) => fc.tuple(dividend(d), fc.constant(d))),
          ([n, d]) => {
            const out = new Float64Array(1)
            roundDoubles(Float64Array.of(Number(n)), Float64Array.of(Number(d)), out, 1, mode, 1)
            expect(BigInt(out[0] ?? Number.NaN)).toBe(divideRounded(n, d, mode))
          },
        ),
        { numRuns: 2000 },
      )
    })
  }
})

describe('the class of a number in a table', () => {
  const bounds = fc
    .uniqueArray(fc.bigInt({ min: -50_000n, max: 50_000n }), { minLength: 1, maxLength: 6 })
    .map((list) => list.sort((a, b) => (a < b ? -1 : 1)))

  it('is the same in every form that numbers are kept in', () => {
    fc.assert(
      fc.property(
        bounds,
        fc.array(fc.bigInt({ min: -60_000n, max: 60_000n }), { maxLength: 20 }),
        (own, extra) => {
          const values = [...extra, ...own, ...own.flatMap((b) => [b - 1n, b + 1n])]
          const range = { min: -60_000n, max: 60_000n }
          const states = undefined
          const nodes: readonly Node[] = [
            {
              is: 'code',
              range,
              run: () => ({ is: 'code', values: Int32Array.from(values, Number), states }),
            },
            {
              is: 'double',
              range,
              run: () => ({ is: 'double', values: Float64Array.from(values, Number), states }),
            },
            { is: 'int', range, run: () => ({ is: 'int', values: BigInt64Array.from(values), states }) },
          ]
          const right = values.map((value) => classOfNumber(own, value, 1n))
          for (const node of nodes) {
            const found = narrowClasses(node, own, values.length)?.(0, values.length).values
            expect(Array.from(found ?? [])).toEqual(right)
          }
        },
      ),
    )
  })
})

describe('sums', () => {
  const sumOf = (max: bigint, amounts: readonly bigint[]) => {
    const type = int(0, String(max))
    const parts: Parts = {
      relations: [relation('Deal', [field('amount', type)])],
      grains: [grain('deal', 'Deal'), grain('all')],
      columns: [
        column('amount', 'deal', type, own('amount')),
        column('sum', 'all', wide, aggregate('sum', 'deal', {}, { value: 'amount' })),
      ],
    }
    return { parts, records: { Deal: amounts.map((amount, i) => ({ id: String(i), amount })) } }
  }
  const large = most - 1n

  it('are exact also where they pass what a double holds on the way', () => {
    // Three times the largest and back again: what is left is 3.
    const back = [large, large, large, 2n, -large, -large, -large, 1n]
    const { parts, records } = sumOf(large, back)
    expect(read(run(parts, records), 'sum')).toEqual([3n])
    const twice = sumOf(large, [large, large])
    expect(read(run(twice.parts, twice.records), 'sum')).toEqual([18_014_398_509_481_982n])
  })

  it('are exact whatever the amounts', () => {
    const amount = fc.bigInt({ min: -large, max: large })
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 30 }), (amounts) => {
        const { parts, records } = sumOf(large, amounts)
        expect(read(run(parts, records), 'sum')).toEqual([amounts.reduce((a, b) => a + b, 0n)])
      }),
    )
  })

  it('are held by an amount outside its range, or one that is no whole number', () => {
    const { parts, records } = sumOf(100n, [1n, 2n, 3n])
    const made = plan(parts)
    const deals = rowsOf(made, records).get('Deal')
    if (deals === undefined) throw new Error('no deals')
    for (const wrong of [101, 2.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      const fields = new Map([['amount', { is: 'int', values: Float64Array.of(1, wrong, 3) } as const]])
      const rows = new Map([['Deal', { ...deals, fields }]])
      const results = evaluate(made, rows, { span: { from: 20454, until: 20818 } })
      expect(read(results, 'amount')).toEqual([1n, `held ${state.bad}`, 3n])
      expect(read(results, 'sum')).toEqual([`held ${state.bad}`])
    }
  })
})
