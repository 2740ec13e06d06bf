import { type Day, formatDay } from '../../../src/base/day.ts'
import { on } from './calendar.ts'
import { toCsv } from './csv.ts'
import { createRandom } from './random.ts'

/** Article 10, in CNY. */
export const companyTarget = 360_000_000n

/** Chapter 1 of the handbook: teams with their seats and year targets (CNY). */
export type Team = {
  readonly id: string
  readonly name: string
  readonly english: string
  readonly city: string
  readonly reps: number
  readonly seniors: number
  readonly target: bigint
}

export const teams: readonly Team[] = [
  team('EC1', '华东一部', 'East China 1', 'Suzhou', 7, 2, 18n),
  team('EC2', '华东二部', 'East China 2', 'Shanghai', 6, 3, 18n),
  team('SC', '华南部', 'South China', 'Shenzhen', 7, 2, 17n),
  team('NC', '华北部', 'North China', 'Beijing', 6, 2, 15n),
  team('SW', '西南部', 'Southwest China', 'Chengdu', 5, 1, 10n),
  team('KA', '大客户部', 'Key accounts', 'Shanghai', 2, 3, 14n),
  team('EX', '出口部', 'Export', 'Suzhou', 5, 1, 8n),
]

function team(
  id: string,
  name: string,
  english: string,
  city: string,
  reps: number,
  seniors: number,
  percent: bigint,
): Team {
  return { id, name, english, city, reps, seniors, target: (companyTarget * percent) / 100n }
}

export type Role = 'rep' | 'senior' | 'manager' | 'director'
export type Person = {
  readonly id: string
  readonly name: string
  readonly latin: string
  readonly role: Role
  readonly team?: Team
  readonly hired: Day
  readonly left?: Day
}

/** Joiners and the leaver of 2026 (situations S01 and S02); everybody else was there before the year began. */
const moves: ReadonlyMap<string, { readonly hired?: Day; readonly left?: Day }> = new Map([
  ['EC1-R6', { left: on(5, 31) }],
  ['EC1-R7', { hired: on(4, 13) }],
  ['EC1-R8', { hired: on(7, 6) }],
  ['SW-R5', { hired: on(6, 18) }],
])

/** 61 people: 60 seats, of which 58 are filled on 1 January, three joiners and one leaver. */
export function createPeople(seed: number): readonly Person[] {
  const random = createRandom(seed, 'people')
  const people: Person[] = []
  const add = (id: string, role: Role, team?: Team) => {
    const move = moves.get(id)
    const hired = on(random.between(1, 9), random.between(1, 28), random.between(2014, 2025))
    const name = nameOf(people.length)
    people.push({
      id,
      ...name,
      role,
      ...(team ? { team } : {}),
      hired: move?.hired ?? hired,
      ...(move?.left === undefined ? {} : { left: move.left }),
    })
  }
  add('DIR', 'director')
  for (const team of teams) {
    add(`${team.id}-M`, 'manager', team)
    for (let i = 1; i <= team.seniors; i++) add(`${team.id}-S${i}`, 'senior', team)
    // EC1-R8 takes the seat that EC1-R6 left.
    const reps = team.id === 'EC1' ? team.reps + 1 : team.reps
    for (let i = 1; i <= reps; i++) add(`${team.id}-R${i}`, 'rep', team)
  }
  return people
}

const surnames =
  '陈Chen 林Lin 黄Huang 张Zhang 李Li 王Wang 吴Wu 刘Liu 蔡Cai 杨Yang 许Xu 郑Zheng 谢Xie 郭Guo'.split(' ')
const given =
  '晓明Xiaoming 雅婷Yating 志强Zhiqiang 丽华Lihua 建国Jianguo 思远Siyuan 文博Wenbo 海燕Haiyan 子涵Zihan 国栋Guodong 佳怡Jiayi'.split(
    ' ',
  )

/** Two lists whose lengths share no factor give 154 different names. */
export function nameOf(index: number): { readonly name: string; readonly latin: string } {
  const [first = '', firstLatin = ''] = script(surnames[index % surnames.length] ?? '')
  const [second = '', secondLatin = ''] = script(given[index % given.length] ?? '')
  return { name: first + second, latin: `${secondLatin} ${firstLatin}` }
}

function script(pair: string): readonly string[] {
  return pair.split(/(?=[A-Z])/)
}

export const roleNames: { readonly [R in Role]: string } = {
  rep: '业务代表',
  senior: '高级业务代表',
  manager: '区域经理',
  director: '销售总监',
}

export function peopleCsv(people: readonly Person[]): string {
  const rows = people.map((p) => [
    p.id,
    p.name,
    p.latin,
    p.role,
    roleNames[p.role],
    p.team?.id,
    formatDay(p.hired),
    p.left === undefined ? undefined : formatDay(p.left),
  ])
  return toCsv(['id', 'name', 'latin_name', 'role', 'role_zh', 'team', 'hired', 'left'], rows)
}

export function teamsCsv(): string {
  const rows = teams.map((t) => [t.id, t.name, t.english, t.city, `${t.target}`])
  return toCsv(['id', 'name', 'english_name', 'city', 'year_target'], rows)
}
