import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideRounded, roundingModes } from '../../src/base/decimal.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { narrowClasses } from '../../src/targets/evaluate/number-classes.ts'
import { roundBy, roundEach } from '../../src/targets/evaluate/round-words.ts'
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

const most = 2n ** 63n - 1n

describe('rounding of 64-bit words', () => {
  const divisor = fc.oneof(
    fc.bigInt({ min: 1n, max: 12n }),
    fc.bigInt({ min: 1n, max: 2n ** 62n - 1n }),
    fc.constantFrom(10n, 100n, 10_000n, 1_000_000n),
  )
  const dividend = (d: bigint) => {
    const quotient = fc.bigInt({ min: -(most - d) / d, max: (most - d) / d })
    const nearby = fc.bigInt({ min: -1n, max: 1n })
    const within = (n: bigint) => n >= d - most && n <= most - d
    return fc.oneof(
      fc.bigInt({ min: -(most - d), max: most - d }),
      fc.bigInt({ min: -25n, max: 25n }).filter(within),
      // Next to a multiple and to half of one, where a quotient that is rounded the wrong way shows.
      fc
        .tuple(quotient, nearby)
        .map(([q, more]) => q * d + more)
        .filter(within),
      fc
        .tuple(quotient, nearby)
        .map(([q, more]) => q * d + d / 2n + more)
        .filter(within),
    )
  }

  for (const mode of roundingModes) {
    it(`is that of whole numbers without end: ${mode}`, () => {
      fc.assert(
        fc.property(
          divisor.chain((d) => fc.tuple(dividend(d), fc.constant(d))),
          ([n, d]) => {
            const right = divideRounded(n, d, mode)
            const out = new BigInt64Array(1)
            roundBy(BigInt64Array.of(n), d, out, 1, mode)
            expect(out[0]).toBe(right)
            roundEach(BigInt64Array.of(n), BigInt64Array.of(d), out, 1, mode)
            expect(out[0]).toBe(right)
          },
        ),
        { numRuns: 2000 },
      )
    })
  }

  it('gives by hand: 25 and 35 tenths, above and below 0', () => {
    const tenths = BigInt64Array.of(25n, -25n, 35n, -35n, 24n, -26n)
    const rounded = (mode: (typeof roundingModes)[number]) => {
      const out = new BigInt64Array(6)
      roundBy(tenths, 10n, out, 6, mode)
      return Array.from(out)
    }
    expect(rounded('half-up')).toEqual([3n, -3n, 4n, -4n, 2n, -3n])
    expect(rounded('half-down')).toEqual([2n, -2n, 3n, -3n, 2n, -3n])
    expect(rounded('half-even')).toEqual([2n, -2n, 4n, -4n, 2n, -3n])
    expect(rounded('floor')).toEqual([2n, -3n, 3n, -4n, 2n, -3n])
    expect(rounded('ceiling')).toEqual([3n, -2n, 4n, -3n, 3n, -2n])
    expect(rounded('up')).toEqual([3n, -3n, 4n, -4n, 3n, -3n])
    expect(rounded('down')).toEqual([2n, -2n, 3n, -3n, 2n, -2n])
  })
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

  it('are exact also where they pass 64 bits on the way', () => {
    // Three times the largest and back again: what is left is 3.
    const back = [large, large, large, 2n, -large, -large, -large, 1n]
    const { parts, records } = sumOf(large, back)
    expect(read(run(parts, records), 'sum')).toEqual([3n])
    const twice = sumOf(large, [large, large])
    expect(read(run(twice.parts, twice.records), 'sum')).toEqual([18_446_744_073_709_551_612n])
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

  it('fit 64 bits where the amounts that are there leave room, however wide their field', () => {
    const { parts, records } = sumOf(large, [5n, -7n, 2n ** 61n])
    expect(read(run(parts, records), 'sum')).toEqual([2_305_843_009_213_693_950n])
  })

  it('of amounts of 32 bits pass them', () => {
    const { parts, records } = sumOf(2_147_483_647n, [2_147_483_647n, 2_147_483_647n, 3n])
    expect(read(run(parts, records), 'sum')).toEqual([4_294_967_297n])
  })

  it('are held by an amount outside its range', () => {
    for (const max of [100n, 10_000_000_000n]) {
      const { parts, records } = sumOf(max, [1n, 2n, 3n])
      const made = plan(parts)
      const deals = rowsOf(made, records).get('Deal')
      if (deals === undefined) throw new Error('no deals')
      for (const wrong of [max + 1n, -max - 1n, 2n ** 62n]) {
        const given = [1n, wrong, 3n]
        for (const values of [given, BigInt64Array.from(given)]) {
          const fields = new Map([['amount', { is: 'int', values } as const]])
          const rows = new Map([['Deal', { ...deals, fields }]])
          const results = evaluate(made, rows, { span: { from: 20454, until: 20818 } })
          expect(read(results, 'amount')).toEqual([1n, `held ${state.bad}`, 3n])
          expect(read(results, 'sum')).toEqual([`held ${state.bad}`])
        }
      }
    }
  })
})
