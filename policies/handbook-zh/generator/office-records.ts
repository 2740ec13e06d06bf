import { type Day, formatDay } from '../../../src/base/day.ts'
import { on, quarters } from '../../tangyu-zh/generator/calendar.ts'
import { teams } from '../../tangyu-zh/generator/company.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import type { Random } from '../../tangyu-zh/generator/random.ts'
import type { Known } from './customer-records.ts'
import { at, formatAt, workedFrom, workingDay } from './working-days.ts'

type File = readonly [name: string, text: string]
type Cells = readonly (string | number | undefined)[]
const day = (d: Day | undefined) => d && formatDay(d)
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const three = (n: number) => String(n).padStart(3, '0')

/** Articles 9, 25, 27, 40, 71, 75, 76 and 78. Of each there is one case on its last day and one that is late (S23). */
export function officeRecords(known: Known, random: Random): readonly File[] {
  return [
    meetings(),
    talks(known),
    stages(known, random),
    loans(),
    closings(),
    causeAnalyses(),
    errorExplanations(),
    investigations(known),
    tickets(random),
    matchings(known, random),
    competitorRecords(known, random),
    marketReports(),
  ]
}

/** Article 9: the weekly meeting on the week's first working day at 09:30, the monthly review by working day 5. */
function meetings(): File {
  const rows: Cells[] = []
  for (const team of teams) {
    for (let monday = on(3, 30); monday < on(7, 6); monday += 7) {
      const held = workedFrom(monday)
      // S23: SW's meeting of 15 June began five minutes late.
      const late = team.id === 'SW' && monday === on(6, 15)
      rows.push([
        `M-${team.id}-${day(monday)}`,
        team.id,
        'meeting',
        '例会',
        day(monday),
        formatAt(at(held, late ? '09:35' : '09:30')),
      ])
    }
    for (const month of [4, 5, 6]) {
      const nth = team.id === 'NC' && month === 6 ? 6 : 3
      const first = on(month, 1)
      rows.push([
        `M-${team.id}-${month}`,
        team.id,
        'review',
        '复盘',
        day(first),
        formatAt(at(workingDay(first - 1, nth), '14:00')),
      ])
    }
  }
  return ['meetings.csv', toCsv(['id', 'team', 'kind', 'kind_zh', 'of', 'held'], rows)]
}

/** Article 9: one talk a month with each report; S23: none with NC-R2 in May. */
function talks(known: Known): File {
  const rows: Cells[] = []
  for (const p of known.people) {
    if (p.role === 'director' || p.role === 'manager') continue
    for (const month of months) {
      const held = workingDay(on(month, 10 + (p.id.charCodeAt(p.id.length - 1) % 10)), 1)
      if (p.hired > held || (p.left ?? held) < held || (p.id === 'NC-R2' && month === 5)) continue
      rows.push([`T-${p.id}-${month}`, p.id, 'talk', '谈话', day(held)])
    }
  }
  // Two visits a month with each joiner: EC1-R7 in May, one only in June.
  for (const [n, date] of [on(5, 12), on(5, 26), on(6, 9)].entries())
    rows.push([`T-V-${n + 1}`, 'EC1-R7', 'joint_visit', '陪访', day(date)])
  return ['talks.csv', toCsv(['id', 'person', 'kind', 'kind_zh', 'at'], rows)]
}

/** Article 25: how long a deal stays in a stage; open ones have no end. */
function stages(known: Known, random: Random): File {
  const rows: Cells[] = []
  const most: { readonly [stage: string]: readonly [number, number] } = {
    S1: [15, 15],
    S2: [30, 30],
    S3: [30, 60],
    S4: [45, 90],
  }
  const sellers = known.people.filter((p) => p.role === 'rep' || p.role === 'senior')
  for (let n = 1; n <= 40; n++) {
    const skid = random.below(4) === 0
    const owner = sellers[random.below(sellers.length)]
    if (owner === undefined || owner.left !== undefined || owner.hired >= on(1, 1)) continue
    const customer = known.customers[(n * 17) % known.customers.length]?.id
    let entered = on(1, 5) + random.below(20)
    for (const [stage, [plain, project]] of Object.entries(most)) {
      const left = entered + random.between(3, skid ? project : plain)
      rows.push([
        `G${three(n)}-${stage}`,
        `G${three(n)}`,
        customer,
        owner.id,
        skid ? 'yes' : 'no',
        stage,
        day(entered),
        day(left),
      ])
      entered = left
    }
    const signed = workingDay(entered, random.between(1, 10))
    rows.push([
      `G${three(n)}-S5`,
      `G${three(n)}`,
      customer,
      owner.id,
      skid ? 'yes' : 'no',
      'S5',
      day(entered),
      day(signed),
    ])
  }
  // S23: on the last day, and a day late, of S1, of S3 of a skid, and of S5.
  for (const [id, skid, stage, days] of [
    ['G-S23-1', 'no', 'S1', 15],
    ['G-S23-2', 'no', 'S1', 16],
    ['G-S23-3', 'yes', 'S3', 60],
    ['G-S23-4', 'no', 'S3', 60],
  ] as const)
    rows.push([id, id, 'C0060', 'EX-R1', skid, stage, day(on(4, 13)), day(on(4, 13) + days)])
  for (const [id, n] of [
    ['G-S23-5', 10],
    ['G-S23-6', 11],
  ] as const)
    rows.push([id, id, 'C0060', 'EX-R1', 'no', 'S5', day(on(4, 28)), day(workingDay(on(4, 28), n))])
  // Article 21: who never dealt goes back after 60 days in a stage; ten days of a dispute do not count.
  for (const [id, customer, days] of [
    ['G-S21-1', 'C-S17-5', 60],
    ['G-S21-2', 'C-S17-5', 61],
    ['G-S21-3', 'C-S24-8', 70],
    ['G-S21-4', 'C-S24-8', 71],
  ] as const)
    rows.push([id, id, customer, 'EX-R1', 'yes', 'S4', day(on(4, 7)), day(on(4, 7) + days)])
  return [
    'deal-stages.csv',
    toCsv(['id', 'deal', 'customer', 'person', 'skid', 'stage', 'entered', 'left'], rows),
  ]
}

/** Article 27: sample units on loan, by value on each side of the limits; S23: returned on day 30, 45, and not at all. */
function loans(): File {
  const rows: Cells[] = [
    ['B-1', 'C0011', 'EC1-R3', '20000.00', '2026-04-07', 'no', '2026-05-07'],
    ['B-2', 'C0012', 'EC1-R3', '20000.01', '2026-04-07', 'no', '2026-05-08'],
    ['B-3', 'C0013', 'EC1-R4', '100000.00', '2026-04-07', 'yes', '2026-05-22'],
    ['B-4', 'C0014', 'EC1-R4', '100000.01', '2026-04-07', 'yes', '2026-05-23'],
    ['B-S23', 'C0016', 'SW-R1', '18000.00', '2026-05-11', 'no', undefined],
  ]
  return [
    'sample-loans.csv',
    toCsv(['id', 'customer', 'person', 'value', 'lent', 'extended', 'returned'], rows),
  ]
}

/** Article 40, by quarter: working day 3, 5 and 8 after its end, and the 15th. S23: data of Q3 frozen a day late. */
function closings(): File {
  const steps = [
    ['freeze', '冻结', 3],
    ['score', '计算', 5],
    ['confirm', '确认', 8],
  ] as const
  const rows = quarters.slice(0, 3).flatMap((quarter) => {
    const end = on(quarter * 3 + 1, 1) - 1
    return steps.map(([step, word, n]) => {
      const nth = quarter === 3 && step === 'freeze' ? n + 1 : n
      return [
        `Z-Q${quarter}-${step}`,
        `2026-Q${quarter}`,
        step,
        word,
        day(end),
        formatAt(at(workingDay(end, nth), '17:30')),
      ]
    })
  })
  return ['closings.csv', toCsv(['id', 'quarter', 'step', 'step_zh', 'ended', 'done'], rows)]
}

/** Article 16: KA explains its forecasts of August and September on working day 6. Those of December would be due in 2027. */
function errorExplanations(): File {
  const rows = teams.flatMap((team) =>
    months.slice(0, 11).map((month) => {
      const ended = on(month + 1, 1) - 1
      const late = team.id === 'KA' && month === 9
      const id = `FE-${team.id}-${String(month).padStart(2, '0')}`
      return [id, team.id, day(ended), late ? day(workingDay(ended, 6)) : undefined]
    }),
  )
  return ['error-explanations.csv', toCsv(['id', 'team', 'ended', 'submitted'], rows)]
}

/** Article 77: EC1, EX and SW have quarters below 80 %; EX explains its second a day late and SW its third never. */
function causeAnalyses(): File {
  const late: { readonly [key: string]: number | undefined } = {
    'EC1-Q1': 3,
    'EC1-Q2': 5,
    'EX-Q2': 6,
    'SW-Q1': 4,
  }
  const rows = teams.flatMap((team) =>
    quarters.slice(0, 3).map((quarter) => {
      const ended = on(quarter * 3 + 1, 1) - 1
      const scored = workingDay(ended, 5)
      const n = late[`${team.id}-Q${quarter}`]
      const submitted = n === undefined ? undefined : workingDay(scored, n)
      return [`CA-${team.id}-Q${quarter}`, team.id, day(ended), day(scored), day(submitted)]
    }),
  )
  return ['cause-analyses.csv', toCsv(['id', 'team', 'ended', 'scored', 'submitted'], rows)]
}

/** Article 71, of what is decided by people: notice 3, answer 5, decision 10, appeal 5 working days. S23: a notice on day 4. */
function investigations(known: Known): File {
  const rows = known.offences
    .filter((o) => o.decided >= on(1, 1) && !['V1', 'V2', 'V7'].includes(o.code))
    .map((o) => {
      const decided = o.decided
      const answered = workingDay(decided, -4)
      const notified = workingDay(answered, -3)
      const found = workingDay(notified, -2)
      return [
        `N-${o.id}`,
        o.person,
        o.code,
        day(found),
        day(notified),
        day(answered),
        day(decided),
        undefined,
      ]
    })
  const found = on(6, 1)
  const planted = (id: string, notice: number, appeal: number) => {
    const notified = workingDay(found, notice)
    const answered = workingDay(notified, 5)
    const decided = workingDay(answered, 10)
    return [
      id,
      'NC-R6',
      'V10',
      day(found),
      day(notified),
      day(answered),
      day(decided),
      day(workingDay(decided, appeal)),
    ]
  }
  return [
    'investigations.csv',
    toCsv('id person code found notified answered decided appealed'.split(' '), [
      ...rows,
      planted('N-S23-1', 3, 5),
      planted('N-S23-2', 4, 6),
    ]),
  ]
}

/** Article 75: a ticket goes to the manager after 2 working days, to the director after 4, and the GM decides at 6. */
function tickets(random: Random): File {
  const rows: Cells[] = []
  for (let n = 1; n <= 30; n++) {
    const raised = workingDay(on(3, 31) + random.below(90), 1)
    rows.push([`TK${three(n)}`, formatAt(at(raised, '11:00')), formatAt(at(workingDay(raised, 1), '15:00'))])
  }
  const raised = at(on(6, 3), '10:00')
  for (const n of [1, 2, 4, 6])
    rows.push([`TK-S23-${n}`, formatAt(raised), formatAt(at(workingDay(on(6, 3), n), '18:00'))])
  rows.push(['TK-S23-0', formatAt(raised), undefined])
  return ['tickets.csv', toCsv(['id', 'raised', 'solved'], rows)]
}

/** Article 76: receipts of June are matched within 2 working days; S23: one on day 3. */
function matchings(known: Known, random: Random): File {
  const rows = known.book.receipts
    .filter((r) => r.received >= on(6, 1) && r.received <= on(6, 30))
    .map((r) => {
      const n = r.id === 'R-S16' ? 3 : r.id === 'R-W3-3' ? 2 : random.between(1, 2)
      return [r.id, day(r.received), day(workingDay(r.received, n))]
    })
  return ['matchings.csv', toCsv(['receipt', 'received', 'matched'], rows)]
}

/** Article 78: two records a month of each representative and senior. S23: EC2-R2 has one in May. S24: quoted in article 32. */
function competitorRecords(known: Known, random: Random): File {
  const rows: Cells[] = []
  for (const p of known.people) {
    if (p.role !== 'rep' && p.role !== 'senior') continue
    for (const month of months) {
      for (const n of [1, 2]) {
        const date = on(month, random.between(n === 1 ? 1 : 15, n === 1 ? 14 : 28))
        if (p.hired > on(month, 1) || (p.left !== undefined && p.left < on(month, 28))) continue
        if (p.id === 'EC2-R2' && month === 5 && n === 2) continue
        rows.push([`W-${p.id}-${month}-${n}`, p.id, undefined, day(date), `${random.between(20, 400) * 100}`])
      }
    }
  }
  for (const [id, person, customer, date] of [
    ['W-S24-30', 'NC-R5', 'C-S24-3', on(5, 18)],
    ['W-S24-31', 'NC-R5', 'C-S24-4', on(5, 18)],
    ['W-S24-8', 'SW-R1', 'C-S24-8', on(6, 1)],
    ['W-S24-9', 'SW-R1', 'C-S24-9', on(6, 1)],
  ] as const)
    rows.push([id, person, customer, day(date), '45000'])
  return ['competitor-records.csv', toCsv(['id', 'person', 'customer', 'at', 'price'], rows)]
}

/** Article 78: the report of the key accounts team within 10 working days after the quarter. */
function marketReports(): File {
  const rows = quarters.slice(0, 3).map((quarter) => {
    const end = on(quarter * 3 + 1, 1) - 1
    return [`MR-Q${quarter}`, `2026-Q${quarter}`, day(end), day(workingDay(end, quarter === 2 ? 11 : 10))]
  })
  return ['market-reports.csv', toCsv(['id', 'quarter', 'ended', 'submitted'], rows)]
}
