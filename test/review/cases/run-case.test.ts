import { describe, expect, test } from 'vitest'
import { formatDecimal } from '../../../src/base/decimal.ts'
import type { CaseRun } from '../../../src/review/cases/case-run.ts'
import { mistakesOf, runsOf, sales } from './policy.ts'

const given = `
defaults: { Deal: { rep: R1, closed: 2026-02-15 } }
given: { Rep: [ { id: R1, name: Ada, quota: 80000.00 } ] }
period: 2026-Q1
`

/** One case of these rows and expectations. */
function only(rows: string, expected: string): CaseRun {
  const text = `${given}cases:\n  - name: one\n    given: ${rows}\n    expect: ${expected}\n`
  const [run] = runsOf(text)
  if (!run) throw new Error('no case')
  return run
}

/** What does not come out: `value 0.01`, `no-line`, `count 1`. */
function off(run: CaseRun): readonly string[] {
  return run.differences.map((one) => {
    if (one.is === 'count') return `${one.what} ${one.got}`
    const by = one.is === 'value' && one.by ? ` ${formatDecimal(one.by.digits, one.by.scale)}` : ''
    return `${one.is}${by}`
  })
}

const half = '{ Deal: [ { id: D1, amount: 50000.00 } ] }'

describe('a case', () => {
  test('passes where the amount is the one that is expected, to the cent', () => {
    expect(off(only(half, '{ pay: { R1: 3000.00 } }'))).toEqual([])
    expect(off(only(half, '{ pay: { R1: 3000.01 } }'))).toEqual(['value -0.01'])
    expect(off(only(half, '{ pay: { R1: 2999.99 } }'))).toEqual(['value 0.01'])
  })

  test('may be off only by what it says', () => {
    expect(off(only(half, '{ pay: { R1: 3000.01 within 0.01 } }'))).toEqual([])
    expect(off(only(half, '{ pay: { R1: 3000.02 within 0.01 } }'))).toEqual(['value -0.02'])
    expect(off(only(half, '{ pay: { R1: 2999.99 误差 0.01 } }'))).toEqual([])
    expect(off(only(half, '{ pay: { R1: 2999.99 ± 0.001 } }'))).toEqual(['value 0.01'])
  })

  test('can be about a value that has a name, about a result of a decision, or a title', () => {
    expect(off(only(half, '{ attainment: { R1: 62.5% }, Sales: { R1: 50000 } }'))).toEqual([])
    expect(off(only(half, '{ class: { R1: { level: A, gift: yes } } }'))).toEqual([])
    expect(off(only(half, '{ class: { R1: A }, class.gift: { R1: no } }'))).toEqual(['value'])
    expect(off(only(half, '{ Commission: { Ada: 3000.00 } }'))).toEqual([])
  })

  test('is about the value of that name, also where a clause has it as its title', () => {
    const titled = sales.replace('decision class "Class"', 'decision class "sold"')
    const text = `${given}cases:\n  - { name: one, given: ${half}, expect: { sold: { R1: 50000 } } }\n`
    expect(runsOf(text, titled).map(({ passed }) => passed)).toEqual([true])
  })

  test('is about a clause where it names one of its results, also where a column has that name', () => {
    const [first] = only(half, '{ class.level: A }').case.expectations
    expect(first).toMatchObject({ target: { is: 'clause', clause: 'class' } })
  })

  test('need not say whose a result is where there is one', () => {
    expect(off(only(half, '{ pay: 3000.00 }'))).toEqual([])
    const two = '{ Rep: [ { id: R2, quota: 1 } ] }'
    expect(off(only(two, '{ pay: 0 }'))).toEqual(['several-lines'])
    expect(off(only(half, '{ pay: { R1: { 2026年第一季度: 3000.00 } } }'))).toEqual([])
    expect(off(only(half, '{ pay: { R1: { 2026-Q2: 3000.00 } } }'))).toEqual(['no-line'])
  })

  test('says that a line is held, and for which reason', () => {
    const lacking = '{ Rep: [ { id: R1, quota: } ], Deal: [ { id: D1, amount: 50000.00 } ] }'
    expect(off(only(lacking, '{ pay: { R1: held }, held: 1 }'))).toEqual([])
    expect(off(only(lacking, '{ pay: { R1: 暂缓 } }'))).toEqual([])
    expect(off(only(lacking, '{ pay: { R1: { held: BY801 } } }'))).toEqual([])
    expect(off(only(lacking, '{ pay: { R1: { held: quota } } }'))).toEqual([])
    expect(off(only(lacking, '{ pay: { R1: { held: BY803 } } }'))).toEqual(['value'])
    expect(off(only(lacking, '{ pay: { R1: 0 }, held: 0 }'))).toEqual(['value', 'held 1'])
    expect(off(only(half, '{ pay: { R1: held } }'))).toEqual(['value'])
  })

  test('never passes over a row of nobody, or a cell that cannot be read, in silence', () => {
    const nobody = '{ Deal: [ { id: D1, rep: R9, amount: 1 } ] }'
    expect(off(only(nobody, '{ sold: 0 }'))).toEqual(['unplaced 1', 'problems 1'])
    expect(off(only(nobody, '{ pay: 0, unplaced: 1, problems: 1 }'))).toEqual([])
    const unread = '{ Deal: [ { id: D1, amount: 1x } ] }'
    expect(off(only(unread, '{ pay: held }'))).toEqual(['problems 1'])
  })

  test('that says only expects everything that is decided', () => {
    expect(off(only(half, '{ pay: 3000.00 }'))).toEqual([])
    expect(off(only(half, '{ pay: 3000.00, only: true }'))).toEqual(['unexpected'])
    expect(off(only(half, '{ pay: 3000.00, class: A, only: true }'))).toEqual([])
  })
})

describe('a table of cases', () => {
  test('is a case for each row, with what stands under each name put in', () => {
    const runs = runsOf(`${given}cases:
  - name: around the quota
    given: { Deal: [ { id: D1, amount: $sold } ] }
    expect: { pay: { R1: $pays } }
    table: |
      | sold     | pays    |
      |----------|---------|
      | 79999.99 | 4800.00 |
      | 80000.00 | 4800.01 |
      | 80000.12 | 4800.01 |
`)
    expect(runs.map(({ case: { name, place }, passed }) => `${place.line} ${name} ${passed}`)).toEqual([
      '12 around the quota #1 true',
      '13 around the quota #2 false',
      '14 around the quota #3 true',
    ])
  })

  test('may name its cases, and the parts of a text', () => {
    const runs = runsOf(`${given}案例:
  - 名称: 销售额 \${额}
    已知: { Deal: [ { id: D-$n, amount: $额 } ] }
    应得: { pay: $提成 }
    表格: |
      | n | 额     | 提成 |
      | 1 | 100.00 | 6    |
`)
    expect(runs.map(({ case: one, passed }) => [one.name, one.given.Deal?.[0]?.id, passed])).toEqual([
      ['销售额 100.00', 'D-1', true],
    ])
  })
})

test('five hundred cases of one table are read and run together', () => {
  // 6 % of each whole hundred.
  const rows = Array.from({ length: 500 }, (_, i) => `      | ${i * 100}.00 | ${i * 6}.00 |\n`).join('')
  const runs = runsOf(`${given}cases:
  - name: many
    given: { Deal: [ { id: D1, amount: $sold } ] }
    expect: { pay: $pays }
    table: |
      | sold | pays |
${rows}`)
  expect(runs).toHaveLength(500)
  expect(runs.filter(({ passed }) => !passed)).toEqual([])
})

test('a case says more of a row that the file gives to all, and an empty cell is no default', () => {
  const [run] = runsOf(`${given}cases:
  - name: one
    given: { Rep: [ { id: R1, quota: 5 } ], Deal: [ { id: D1, closed: , amount: 1 } ] }
    expect: { pay: held }
`)
  expect(run?.case.given.Rep).toEqual([{ id: 'R1', name: 'Ada', quota: '5' }])
  expect(run?.case.given.Deal).toEqual([{ id: 'D1', rep: 'R1', closed: '', amount: '1' }])
})

test('what goes on from period to period may begin with what the period before left', () => {
  const policy = `policy p "P" { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; name text }
record Deal { id text key; rep Rep; closed date posting; amount money }
commission draw "Draw" for Rep per quarter {
  rate 10% of sum(Deal.amount)
  floor 1_000 CNY carried
  round 0.01 half-up
}
`
  // Earned 1,500: 500 above the floor, of which what is owed goes off.
  const text = (previous: string) => `period: 2026-Q2
cases:
  - name: one
    given: { Rep: [{ id: R1, name: Ada }], Deal: [{ id: D1, rep: R1, closed: 2026-05-01, amount: 15000.00 }] }
    previous: ${previous}
    expect: { draw: 0 }
`
  const pays = (previous: string) =>
    runsOf(text(previous), policy).map(({ lines }) =>
      lines.map(({ value }) => 'digits' in value && value.digits),
    )
  expect(pays('{ draw.owed: { R1: 400.00 } }')).toEqual([[110000n]])
  expect(pays('{ draw.owed: { Ada: 600.00 } }')).toEqual([[100000n]])
  expect(pays('{ draw.owed: { R1: 0 } }')).toEqual([[150000n]])
  expect(mistakesOf(text('{ draw.owd: { R1: 1 } }'), policy).map((one) => one.slice(0, 10))).toEqual([
    '5:17 BY926',
  ])
  expect(
    mistakesOf(text('{ draw.owed: { R9: 1, R1: [ 2 ] } }'), policy).map((one) => one.slice(0, 10)),
  ).toEqual(['5:30 BY956', '5:41 BY754'])
})

test('of a clause that is paid in parts, each is expected by its name where both are due in one period', () => {
  // 60 % and 40 % of 10 % of 1,000.
  const policy = `policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key }
record Deal { id text key; rep Rep; signed date posting; collected date optional; amount money }
bonus booking "Booking" for each Deal to rep {
  rate 10% of amount
  round 0.01 half-up
  release 60% on signed, 40% on collected
}
`
  const cases = (first: string, second: string) => `cases:
  - name: both parts
    period: 2026-Q1
    given:
      Rep: [{ id: R-1 }]
      Deal: [{ id: D-1, rep: R-1, signed: 2026-01-15, collected: 2026-03-02, amount: 1000.00 }]
    expect: { booking: { D-1: { booking.1: ${first}, booking.2: ${second} } } }
`
  expect(runsOf(cases('60.00', '40.00'), policy).map(({ passed }) => passed)).toEqual([true])
  expect(runsOf(cases('60.00', '60.00'), policy).map(({ passed }) => passed)).toEqual([false])
})
