import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/base/day.ts'
import type { Language } from '../../../src/base/language.ts'
import { compile } from '../../../src/compile.ts'
import { exact } from '../../../src/review/impact/amount.ts'
import { editPath } from '../../../src/review/impact/edited-runs.ts'
import { measureImpact } from '../../../src/review/impact/measure.ts'
import { changesNothing } from '../../../src/review/impact/sections.ts'
import { print } from '../../../src/syntax/print.ts'
import type { DataSet } from '../../agree/data.ts'
import { rowsOnce, versionOf } from './whole.ts'

const base = `policy p "P" {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep { id text key; quota money }
record Order { id text key; rep Rep; signed date posting; amount money up to 10_000_000 CNY; discount percent }
parameter base_rate = 3%
parameter season {
  | from       | until      | value |
  | 2026-01-01 | 2026-06-30 | 100%  |
  | 2026-07-01 | open       | 110%  |
}
table factor {
  | discount            | => share |
  | up to 5%            | 100%     |
  | over 5% up to 12%   | 80%      |
  | over 12%            | 50%      |
}
value sold for Rep per quarter = sum(Order.amount)
value counted for each Order = (amount * factor(discount)) rounded half-up to 0.01
commission pay "Pay" for Rep per quarter {
  tiers marginal of sold by sold {
    | from        | rate |
    | 0 CNY       | 1%   |
    | 100_000 CNY | 2%   |
  }
  plus sum(Order.counted) * base_rate
  cap 50_000 CNY lost
  round 0.01 half-up
}
scorecard kpi "KPI" for Rep per quarter {
  indicator volume "Volume" weight 60% { actual sold; target 100_000 CNY; score ratio up to 120% }
  indicator orders "Orders" weight 40% { score points count(Order) from 0 up to 100 }
  round 0.01 half-up
}
bonus extra "Extra" for Rep per quarter {
  start 100 CNY
  round 0.01 half-up
}
payout all_pay "All" for Rep per quarter { add pay, extra }
`

/** The steps between two texts, each with its edits in words. */
function steps(old: string, now: string, language: Language = 'en'): readonly (readonly string[])[] {
  const [before, after] = [versionOf('old', old), versionOf('now', now)]
  if (!before || !after) {
    const text = before ? now : old
    throw new Error(
      compile([{ name: 'x.bylaw', text }])
        .diagnostics.map(({ code }) => code)
        .join(' '),
    )
  }
  return editPath(before, after).steps.map(({ edits }) =>
    edits.map((edit) => `${edit.name}: ${edit.text(language)}`),
  )
}

const edited = (...pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, base)

describe('edits in words', { timeout: 60_000 }, () => {
  test('a tier’s rate, a parameter, its period, a step, a value and an indicator are each an edit of their own', () => {
    const now = edited(
      ['base_rate = 3%', 'base_rate = 3.5%'],
      ['| open       | 110%  |', '| open       | 115%  |'],
      ['| 100_000 CNY | 2%   |', '| 100_000 CNY | 2.5% |'],
      ['cap 50_000 CNY', 'cap 60_000 CNY'],
      ['target 100_000 CNY', 'target 120_000 CNY'],
    )
    expect(steps(base, now)).toEqual([
      ['base_rate: 3% → 3.5%'],
      ['season: value of row 2: 110% → 115%'],
      ['pay: rate of tier 2: 2% → 2.5%'],
      ['pay: cap 50_000 CNY lost → cap 60_000 CNY lost'],
      ['kpi: target 100_000 CNY → target 120_000 CNY'],
    ])
    expect(steps(base, now, 'zh-Hans')[2]).toEqual(['pay: 第 2 档 比例：2% → 2.5%'])
    expect(steps(base, now, 'zh-Hant')[2]).toEqual(['pay: 第 2 級 比例：2% → 2.5%'])
    expect(steps(base, now, 'zh-Hans')[3]).toEqual(['pay: 封顶 50_000 CNY 不结转 → 封顶 60_000 CNY 不结转'])
  })

  test('edits that only make sense together are one step: both sides of a boundary, weights that must total 100%', () => {
    const boundary = edited(['| up to 5%  ', '| up to 6%  '], ['| over 5% up to 12%', '| over 6% up to 12%'])
    expect(steps(base, boundary)).toEqual([
      [
        'factor: discount of row 1: up to 5% → up to 6%',
        'factor: discount of row 2: over 5% up to 12% → over 6% up to 12%',
      ],
    ])
    const weights = edited(
      ['weight 60%', 'weight 70%'],
      ['weight 40%', 'weight 30%'],
      ['base_rate = 3%', 'base_rate = 4%'],
    )
    expect(steps(base, weights)).toEqual([
      ['base_rate: 3% → 4%'],
      [
        'kpi: indicator volume "Volume" weight 60% → indicator volume "Volume" weight 70%',
        'kpi: indicator orders "Orders" weight 40% → indicator orders "Orders" weight 30%',
      ],
    ])
  })

  test('a declaration that is added comes before what uses it, and one that is taken out after everything else', () => {
    const now = `${edited(
      ['cap 50_000 CNY lost', 'cap most lost'],
      ['plus sum(Order.counted) * base_rate', 'plus 10 CNY'],
    ).replace(/value counted[^\n]*\n/u, '')}parameter most = 70_000 CNY\n`
    expect(steps(base, now)).toEqual([
      ['most: added parameter most = 70_000 CNY'],
      ['pay: plus sum(Order.counted) * base_rate → plus 10 CNY'],
      ['pay: cap 50_000 CNY lost → cap most lost'],
      ['counted: removed value counted for each Order = (amount * factor(discount)) rounded half-up to 0.01'],
    ])
  })

  test('a step that stands elsewhere now was moved', () => {
    const moved = edited([
      '  plus sum(Order.counted) * base_rate\n  cap 50_000 CNY lost\n',
      '  cap 50_000 CNY lost\n  plus sum(Order.counted) * base_rate\n',
    ])
    expect(steps(base, moved)).toHaveLength(1)
    expect(steps(base, moved)[0]?.[0]).toMatch(/^pay: moved /u)
  })

  test('a name that is changed everywhere is one edit', () => {
    expect(steps(base, base.replaceAll('base_rate', 'plain_rate'))).toEqual([
      ['base_rate: renamed to plain_rate'],
    ])
  })

  test('a clause that has another name and is edited too is told as renamed and as edited, not as gone and new', () => {
    const now = edited(
      ['commission pay', 'commission quarter_pay'],
      ['cap 50_000 CNY lost', 'cap 60_000 CNY lost'],
      ['add pay, extra', 'add quarter_pay, extra'],
    )
    expect(steps(base, now)).toEqual([
      ['pay: renamed to quarter_pay'],
      ['quarter_pay: cap 50_000 CNY lost → cap 60_000 CNY lost'],
    ])
  })

  test('what has hardly anything in common is gone, and something else is new', () => {
    const now = `${base.replace(/value counted[^\n]*\n/u, '').replace('plus sum(Order.counted) * base_rate', 'plus few * 10 CNY')}value few for Rep per quarter = count(Order where discount > 5%)\n`
    expect(steps(base, now).flat()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^few: added/u),
        expect.stringMatching(/^counted: removed/u),
      ]),
    )
  })

  test('the same policy in another language, layout and order has no edits', () => {
    const version = versionOf('old', base)
    if (!version) throw new Error('the policy has errors')
    const [file] = version.program.files
    if (!file) throw new Error('no file')
    for (const language of ['zh-Hans', 'zh-Hant'] as const)
      expect(steps(base, print(file, language))).toEqual([])
    expect(
      steps(
        base,
        `# a remark\n\n${base.replace('50_000 CNY', '5万 CNY').replace('* base_rate', '* (base_rate)')}`,
      ),
    ).toEqual([])
    const [first = '', ...others] = base.split(/\n(?=[a-z])/u)
    expect(steps(base, [first, ...others.reverse()].join('\n'))).toEqual([])
  })
})

describe('cliffs', () => {
  const quarter = { from: dayOf(2026, 1, 1) ?? 0, until: dayOf(2026, 3, 31) ?? 0 }
  // From 100,000 on 2% of everything: 100,000 pays 2,000, and a little less than that paid 3,000.
  const cliff = base.replace(
    /tiers marginal[^}]*\}/u,
    'tiers whole of sold by sold {\n    | from | rate |\n    | 0 CNY | 3% |\n    | 100_000 CNY | 2% |\n  }',
  )
  const rows = (amounts: readonly string[]): DataSet => ({
    Rep: amounts.map((_, i) => ({ id: `R${i}`, quota: '1.00' })),
    Order: amounts.map((amount, i) => ({
      id: `O${i}`,
      rep: `R${i}`,
      signed: '2026-02-01',
      amount,
      discount: '0%',
    })),
  })

  test('who stands where more pays less in one version alone is named, with the stretch', () => {
    const [before, after] = [versionOf('old', base), versionOf('now', cliff)]
    if (!before || !after) throw new Error('the policy has errors')
    const rowsFor = rowsOnce(rows(['99999.99', '100000.00', '149999.49', '150000.00']))
    const told = (a: typeof before, b: typeof after) =>
      measureImpact({ before: a, after: b, rowsFor, span: quarter, period: '2026-Q1' }).cliffs.map((one) => [
        one.person?.named.key,
        one.is,
        one.from,
        one.even,
      ])
    // 3% of 99,999.99 are 2,999.9997, which 2% pay again from 149,999.99 on: 2,999.9998.
    expect(told(before, after)).toEqual([
      ['R1', 'falls-in', '100000 CNY', '149999.99 CNY'],
      ['R2', 'falls-in', '100000 CNY', '149999.99 CNY'],
    ])
    expect(told(after, before).map(([key, is]) => [key, is])).toEqual([
      ['R1', 'comes-out'],
      ['R2', 'comes-out'],
    ])
  })

  test('edits that cancel out are told one by one, and yet they change nothing', () => {
    const now = base.replace('  start 100 CNY\n', '  start 110 CNY\n  minus 10 CNY\n')
    const [before, after] = [versionOf('old', base), versionOf('now', now)]
    if (!before || !after) throw new Error('the policy has errors')
    const impact = measureImpact({
      before,
      after,
      rowsFor: rowsOnce(rows(['5.00'])),
      span: quarter,
      period: '2026-Q1',
    })
    expect(impact.people.map((one) => one.steps.map(exact))).toEqual([['10.00', '-10.00']])
    expect(changesNothing(impact)).toBe(true)
  })
})
