import { needsPlan, promoted } from './career.ts'
import { classesOfYear } from './classes.ts'
import { settle } from './commission.ts'
import { firstDay, key, lastDay, type Quarter, quarters } from './exact.ts'
import {
  directorBonus,
  managementCommission,
  newCustomerBonuses,
  pool,
  smartValveBonuses,
  stars,
} from './group-pay.ts'
import type { workOutHandbook } from './oracle.ts'
import { isSeller, onRoll, type Person } from './records.ts'
import { level, scoreOf } from './scorecards.ts'
import { ofQuarterMonths } from './targets.ts'
import { leaverSettlement, performancePay, servicePay, yearEnd } from './year-end.ts'

export type Worked = ReturnType<typeof workOutHandbook>

/**
 * A result of the policy beside the function that works it out by hand. `executed` is switched on with the article:
 * from then on every amount of the year must agree. Where results are 0 and where there are none is told apart by the
 * situations' own tests, not here.
 */
export type Comparison = {
  readonly article: string
  /** The clause or value of the policy; `clause.result` for a further result. */
  readonly result: string
  readonly kind: 'amount' | 'value'
  readonly executed: boolean
  /** `subject period` → what it is, as a plain decimal or a word. */
  readonly expected: (known: Worked) => ReadonlyMap<string, string>
}

type Cents = bigint | undefined

/** 1234560n → 12345.6: without trailing zeros, as both sides are compared. */
export function decimal(digits: bigint, scale = 2): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  const rest = text.slice(text.length - scale).replace(/0+$/, '')
  return `${digits < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`
}

function mapped<T>(
  items: readonly T[],
  of: (item: T) => readonly [string, Cents],
): ReadonlyMap<string, string> {
  return new Map(
    items.map(of).flatMap(([name, cents]) => (cents === undefined ? [] : [[name, decimal(cents)] as const])),
  )
}

type PersonQuarter = { readonly person: Person; readonly quarter: Quarter }

/** Everybody in each quarter in which he is on roll. */
function present(known: Worked, who: (person: Person) => boolean): readonly PersonQuarter[] {
  return known.data.people
    .filter(who)
    .flatMap((person) => quarters.map((quarter) => ({ person, quarter })))
    .filter(({ person, quarter }) => onRoll(person, firstDay(quarter), lastDay(quarter)))
}

function byQuarter(
  who: (person: Person) => boolean,
  of: (known: Worked, person: Person, quarter: Quarter) => Cents,
): Comparison['expected'] {
  return (known) =>
    mapped(present(known, who), ({ person, quarter }) => [
      `${person.id} ${key(quarter)}`,
      of(known, person, quarter),
    ])
}

function byTeam(of: (known: Worked, team: string, quarter: Quarter) => Cents): Comparison['expected'] {
  return (known) =>
    mapped(
      [...known.data.teams.keys()].flatMap((team) => quarters.map((quarter) => ({ team, quarter }))),
      ({ team, quarter }) => [`${team} ${key(quarter)}`, of(known, team, quarter)],
    )
}

function step(of: (settlement: ReturnType<typeof settle>[number]) => bigint): Comparison['expected'] {
  return byQuarter(isSeller, (known, person, quarter) => {
    const found = settle(known, person).find((s) => s.quarter === quarter)
    return found && of(found)
  })
}

function byYear(
  who: (person: Person) => boolean,
  of: (known: Worked, person: Person) => Cents,
): Comparison['expected'] {
  return (known) =>
    mapped(known.data.people.filter(who), (person) => [`${person.id} 2026`, of(known, person)])
}

const atYearEnd = (of: (end: NonNullable<ReturnType<typeof yearEnd>>) => bigint) =>
  byYear(isSeller, (known, person) => {
    const end = yearEnd(known, person)
    return end && of(end)
  })

const quotaOf = (known: Worked, person: Person, quarter: Quarter) =>
  known.quota.get(`${person.id} ${key(quarter)}`) ?? 0n

const isManager = (person: Person) => person.role === 'manager'

function levels(who: (person: Person) => boolean): Comparison['expected'] {
  return (known) =>
    new Map(
      present(known, who).flatMap(({ person, quarter }) => {
        const score = scoreOf(known, person, quarter)
        return score ? [[`${person.id} ${key(quarter)}`, level(score.total)] as const] : []
      }),
    )
}

const indicator = (who: (person: Person) => boolean, name: string) =>
  byQuarter(who, (known, person, quarter) => scoreOf(known, person, quarter)?.indicators.get(name))

/** Switch an article on by moving its result into this list. */
const executed: readonly string[] = [
  '团队回款',
  '团队奖金',
  '团队目标',
  '团队预备目标',
  '季度扣分',
  '季度提成',
  '季度目标',
  '客户等级.等级',
  '客服绩效工资',
  '客服评分卡',
  '封顶结转',
  '年度补差',
  '年终奖',
  '总监年度奖',
  '折算回款',
  '提成实发',
  '提成未扣余额',
  '收回预支',
  '新客户奖',
  '无目标提成',
  '晋升',
  '智能阀专项奖',
  '月度目标',
  '离职后提成',
  '管理提成',
  '经理绩效工资',
  '经理评分卡',
  '经理评分卡.培训得分',
  '经理评分卡.离职得分',
  '经理评分卡.预测得分',
  '绩效工资',
  '绩效改进',
  '评分卡',
  '评分卡.培训得分',
  '评分卡.完成率得分',
  '评分卡.新客户得分',
  '评分卡.毛利得分',
  '评分卡.满意得分',
  '评分卡.等次',
  '评分卡.行为得分',
  '评分卡.逾期得分',
  '追回差额',
  '销售之星',
  '预支余额',
  '风险金',
  '风险金发放',
]

/** Names of results as the Chinese handbook has them. */
export const comparisons: readonly Comparison[] = [
  entry('13', '季度目标', 'value', byQuarter(isSeller, quotaOf)),
  entry('12', '月度目标', 'value', monthTargets),
  entry('18', '客户等级.等级', 'value', (known) => classesOfYear(known, quarters)),
  entry(
    '11',
    '团队目标',
    'value',
    byTeam((known, team, quarter) => ofQuarterMonths(known.targets.team.get(team), quarter) * 100n),
  ),
  entry(
    '14',
    '团队预备目标',
    'value',
    byTeam((known, team, quarter) => ofQuarterMonths(known.targets.reserve.get(team), quarter) * 100n),
  ),
  entry(
    '46',
    '折算回款',
    'value',
    byQuarter(isSeller, (known, person, quarter) => known.collected.quarter(person.id, key(quarter))),
  ),
  entry(
    '48',
    '团队回款',
    'value',
    byTeam((known, team, quarter) => known.collected.team(team, key(quarter))),
  ),
  entry(
    '68',
    '季度扣分',
    'value',
    byQuarter(
      () => true,
      (known, person, quarter) => known.conduct.points(person.id, key(quarter)) * 100n,
    ),
  ),
  entry(
    '41',
    '评分卡',
    'amount',
    byQuarter(isSeller, (known, p, q) => scoreOf(known, p, q)?.total),
  ),
  entry('41', '评分卡.完成率得分', 'amount', indicator(isSeller, 'attainment')),
  entry('41', '评分卡.毛利得分', 'amount', indicator(isSeller, 'margin')),
  entry('41', '评分卡.新客户得分', 'amount', indicator(isSeller, 'newCustomers')),
  entry('41', '评分卡.逾期得分', 'amount', indicator(isSeller, 'overdue')),
  entry('41', '评分卡.满意得分', 'amount', indicator(isSeller, 'satisfaction')),
  entry('41', '评分卡.行为得分', 'amount', indicator(isSeller, 'conduct')),
  entry('41', '评分卡.培训得分', 'amount', indicator(isSeller, 'training')),
  entry('44', '评分卡.等次', 'amount', levels(isSeller)),
  entry(
    '42',
    '经理评分卡',
    'amount',
    byQuarter(isManager, (known, p, q) => scoreOf(known, p, q)?.total),
  ),
  entry('42', '经理评分卡.预测得分', 'amount', indicator(isManager, 'forecast')),
  entry('42', '经理评分卡.培训得分', 'amount', indicator(isManager, 'training')),
  entry('42', '经理评分卡.离职得分', 'amount', indicator(isManager, 'turnover')),
  entry('43', '客服评分卡', 'amount', (known) =>
    mapped([...servicePay(known)], ([name, { score }]) => [name, score.total]),
  ),
  entry('44', '绩效工资', 'amount', byQuarter(isSeller, performancePay)),
  entry('44', '经理绩效工资', 'amount', byQuarter(isManager, performancePay)),
  entry('44', '客服绩效工资', 'amount', (known) =>
    mapped([...servicePay(known)], ([name, { pay }]) => [name, pay]),
  ),
  entry(
    '47',
    '季度提成',
    'amount',
    byQuarter(isSeller, (known, person, quarter) =>
      quotaOf(known, person, quarter) === 0n ? undefined : commissionOf(known, person, quarter),
    ),
  ),
  entry(
    '47',
    '无目标提成',
    'amount',
    byQuarter(isSeller, (known, person, quarter) =>
      quotaOf(known, person, quarter) === 0n ? commissionOf(known, person, quarter) : undefined,
    ),
  ),
  entry('48', '管理提成', 'amount', byQuarter(isManager, managementCommission)),
  entry('49', '总监年度奖', 'amount', (known) => new Map([['DIR 2026', decimal(directorBonus(known))]])),
  entry('50', '新客户奖', 'amount', newCustomers),
  entry('50', '智能阀专项奖', 'amount', (known) =>
    mapped([...smartValveBonuses(known)], ([person, cents]) => [`${person} 2026-Q2`, cents]),
  ),
  entry('50', '销售之星', 'amount', (known) =>
    mapped(
      quarters.flatMap((quarter) => [...stars(known, quarter)].map((won) => ({ quarter, won }))),
      ({ quarter, won: [person, cents] }) => [`${person} ${key(quarter)}`, cents],
    ),
  ),
  entry('51', '团队奖金', 'amount', (known) =>
    mapped(
      [...known.data.teams.keys()].flatMap((team) =>
        quarters.flatMap((quarter) =>
          [...pool(known, team, quarter).parts].map((part) => ({ quarter, part })),
        ),
      ),
      ({ quarter, part: [person, cents] }) => [`${person} ${key(quarter)}`, cents],
    ),
  ),
  entry(
    '52',
    '风险金',
    'amount',
    step((s) => s.holdback),
  ),
  entry(
    '53',
    '追回差额',
    'value',
    step((s) => s.claim),
  ),
  entry(
    '54',
    '收回预支',
    'amount',
    step((s) => s.recovered),
  ),
  entry(
    '54',
    '预支余额',
    'value',
    step((s) => s.drawBalance),
  ),
  entry(
    '57',
    '提成实发',
    'amount',
    step((s) => s.paid),
  ),
  entry(
    '57',
    '提成未扣余额',
    'value',
    step((s) => s.shortfall),
  ),
  entry(
    '57',
    '封顶结转',
    'amount',
    atYearEnd((end) => end.excess),
  ),
  entry(
    '52',
    '风险金发放',
    'amount',
    atYearEnd((end) => end.released),
  ),
  entry(
    '55',
    '年度补差',
    'amount',
    atYearEnd((end) => end.trueUp),
  ),
  entry(
    '55',
    '年终奖',
    'amount',
    byYear(
      (person) => isSeller(person) || isManager(person),
      (known, person) => yearEnd(known, person)?.yearEndBonus,
    ),
  ),
  entry('56', '离职后提成', 'amount', (known) =>
    mapped(
      known.data.people.flatMap((p) => [...(leaverSettlement(known, p)?.receipts ?? [])]),
      // A line for each part of a receipt: what the leaver kept, and how much that is.
      ([receipt, cents]) => [`${receipt}, 保留部分, 50%`, cents],
    ),
  ),
  entry('61', '晋升', 'value', (known) => {
    const found = known.data.people.filter((p) => promoted(known, p, '2027-01-01'))
    return new Map(found.map((p) => [`${p.id} 2026-H2`, 'true']))
  }),
  entry('62', '绩效改进', 'value', (known) => {
    const found = present(known, isSeller).filter(({ person, quarter }) => needsPlan(known, person, quarter))
    return new Map(found.map(({ person, quarter }) => [`${person.id} ${key(quarter)}`, 'true']))
  }),
]

function entry(
  article: string,
  result: string,
  kind: Comparison['kind'],
  expected: Comparison['expected'],
): Comparison {
  return { article, result, kind, executed: executed.includes(result), expected }
}

function monthTargets(known: Worked): ReadonlyMap<string, string> {
  return mapped(
    known.data.people
      .filter(isSeller)
      .flatMap((person) =>
        (known.targets.person.get(person.id) ?? []).map((amount, i) => ({ person, amount, month: i + 1 })),
      ),
    ({ person, amount, month }) => [`${person.id} 2026-${String(month).padStart(2, '0')}`, amount * 100n],
  )
}

function commissionOf(known: Worked, person: Person, quarter: Quarter): Cents {
  return settle(known, person).find((s) => s.quarter === quarter)?.commission
}

/** By person and the quarter of day 90, of the year. */
function newCustomers(known: Worked): ReadonlyMap<string, string> {
  const found = new Map<string, bigint>()
  for (const bonus of newCustomerBonuses(known).filter((b) => b.quarter.startsWith('2026'))) {
    const name = `${bonus.owner} ${bonus.quarter}`
    found.set(name, (found.get(name) ?? 0n) + bonus.pays)
  }
  return mapped([...found], (pair) => pair)
}
