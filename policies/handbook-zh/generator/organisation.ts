import { type Day, formatDay } from '../../../src/base/day.ts'
import { formatDecimal } from '../../../src/base/decimal.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'
import { nameOf, type Person, type Role, roleNames, teams } from '../../tangyu-zh/generator/company.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'

/** Targets of 2026 are decided on 25 December: who sits where counts as of that day (article 10). */
const decided = on(12, 25, 2025)

/** Chapter 1, CNY a month: 底薪 and 绩效工资基数. */
const wages: { readonly [R in Role]: readonly [base: number, performance: number] } = {
  rep: [6_000, 2_000],
  senior: [8_000, 3_000],
  manager: [12_000, 5_000],
  director: [25_000, 10_000],
}
/** Article 13, in tenths. */
const units: { readonly [R in Role]: bigint } = { rep: 10n, senior: 15n, manager: 0n, director: 0n }

const cities: ReadonlyMap<string, string> = new Map([
  ['Suzhou', '苏州'],
  ['Shanghai', '上海'],
  ['Shenzhen', '深圳'],
  ['Beijing', '北京'],
  ['Chengdu', '成都'],
])

const day = (date: Day | undefined) => (date === undefined ? undefined : formatDay(date))

/** EC1-R8 takes the seat that EC1-R6 left; everybody else has a seat of his own. */
function seatOf(person: Person): string {
  return `B-${person.id === 'EC1-R8' ? 'EC1-R6' : person.id}`
}

export function organisationFiles(people: readonly Person[]): readonly (readonly [string, string])[] {
  return [
    ['teams.csv', teamsCsv()],
    ['people.csv', peopleCsv(people)],
    ['seats.csv', seatsCsv(people)],
    ['assignments.csv', assignmentsCsv(people)],
    ['wages.csv', wagesCsv(people)],
    ['service-staff.csv', serviceStaffCsv()],
    ['service-results.csv', serviceResultsCsv()],
  ]
}

/** Article 11: weights in percent of the company's target. */
function teamsCsv(): string {
  const rows = teams.map((t) => {
    const weight = `${(t.target * 100n) / 360_000_000n}%`
    return [t.id, t.name, t.english, t.city, cities.get(t.city), weight]
  })
  return toCsv(['id', 'name', 'english_name', 'city', 'city_zh', 'weight'], rows)
}

function peopleCsv(people: readonly Person[]): string {
  const rows = people.map((p) => [
    p.id,
    p.name,
    p.latin,
    p.role,
    roleNames[p.role],
    p.team?.id,
    formatDay(p.hired),
    day(p.left),
    ...(p.left === undefined ? ['', ''] : ['resigned', '辞职']),
  ])
  return toCsv(
    ['id', 'name', 'latin_name', 'role', 'role_zh', 'team', 'hired', 'left', 'left_reason', 'left_reason_zh'],
    rows,
  )
}

function seatsCsv(people: readonly Person[]): string {
  const seats = people.filter((p) => seatOf(p) === `B-${p.id}`)
  const rows = seats.map((p) => {
    const held = p.hired <= decided
    return [
      seatOf(p),
      p.team?.id,
      p.role,
      roleNames[p.role],
      formatDecimal(units[p.role], 1),
      held ? p.id : undefined,
      held ? formatDay(p.hired) : undefined,
    ]
  })
  return toCsv(['id', 'team', 'role', 'role_zh', 'units', 'holder', 'holder_hired'], rows)
}

function assignmentsCsv(people: readonly Person[]): string {
  const manager = (p: Person) => (p.role === 'director' ? undefined : p.team && `${p.team.id}-M`)
  const rows = people.map((p) => [
    `A-${p.id}`,
    p.id,
    seatOf(p),
    p.role,
    roleNames[p.role],
    p.team?.id,
    p.role === 'manager' ? 'DIR' : manager(p),
    formatDay(p.hired),
    day(p.left),
  ])
  return toCsv(['id', 'person', 'seat', 'role', 'role_zh', 'team', 'manager', 'from', 'until'], rows)
}

function wagesCsv(people: readonly Person[]): string {
  const rows = people.map((p) => [p.id, ...wages[p.role], formatDay(p.hired), day(p.left)])
  return toCsv(['person', 'base', 'performance', 'from', 'until'], rows)
}

/** Customer service: six people outside the 60 seats. */
function serviceStaffCsv(): string {
  const rows = [1, 2, 3, 4, 5, 6].map((n) => {
    const { name, latin } = nameOf(100 + n)
    return [`CS-${n}`, name, latin, 5_000, 1_500, formatDay(on(n, 10 + n, 2023)), undefined]
  })
  return toCsv(['id', 'name', 'latin_name', 'base', 'performance', 'hired', 'left'], rows)
}

/**
 * Article 43, hundredths: SLA met, satisfaction, solved first time, and points of record keeping. S25: CS-1 at 90 %,
 * CS-2 at 89.99 % in the second quarter.
 */
function serviceResultsCsv(): string {
  const rows = [1, 2, 3, 4, 5, 6].flatMap((n) =>
    [1, 2, 3, 4].map((quarter) => {
      const step = BigInt((n * 7 + quarter * 3) % 10)
      const planted = quarter === 2 ? [9_000n, 8_999n][n - 1] : undefined
      const chance = [
        9_000n + step * 95n,
        7_600n + BigInt((n * 5 + quarter * 7) % 19) * 100n,
        6_500n + BigInt((n + quarter * 5) % 9) * 325n,
        BigInt((n * quarter) % 4),
      ] as const
      const [met, satisfaction, first, points] =
        planted === undefined ? chance : ([planted, 8_500n, 7_500n, 1n] as const)
      return [
        `CS-${n}`,
        `2026-Q${quarter}`,
        `${formatDecimal(met, 2)}%`,
        formatDecimal(satisfaction, 2),
        `${formatDecimal(first, 2)}%`,
        `${points}`,
      ]
    }),
  )
  return toCsv(['person', 'quarter', 'sla_met', 'satisfaction', 'solved_first_time', 'points'], rows)
}
