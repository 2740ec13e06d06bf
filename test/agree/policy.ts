import { payout, scorecard, steps } from './clauses.ts'
import { type Draw, several } from './draw.ts'
import { aggregateOfCount, aggregateOfMoney, money, type Names, share, truth } from './expressions.ts'

const head = `policy generated "Generated" {
  language en
  currency CNY
  effective from 2020-01-01 until open
}
record Team { id text key; wage money up to 1_000_000 CNY optional }
record Rep {
  id text key
  team Team optional
  role one of junior, senior
  hired date
  left date optional
  wage money up to 1_000_000 CNY optional
  exists from hired until left
}
record Order {
  id text key
  rep Rep
  signed date posting
  delivered date optional
  amount money from -10_000_000 CNY up to 10_000_000 CNY
  margin percent from -100% up to 100% optional
  paid yes/no
  kind one of fresh, renewal, other
}
record Receipt {
  id text key
  order Order
  received date posting
  amount money from -10_000_000 CNY up to 10_000_000 CNY
}
record Quota { rep Rep; period quarter; amount money up to 10_000_000 CNY }

parameter base_rate = 2.5%
parameter base_fee = 300 CNY
parameter season {
  | from       | until      | value |
  | 2020-01-01 | 2026-03-31 | 100%  |
  | 2026-04-01 | open       | 110%  |
}
parameter price {
  | from       | until      | value  |
  | 2020-01-01 | 2026-02-14 | 90%    |
  | 2026-02-15 | open       | 95.5%  |
}
parameter role_fee by role {
  | role   | value    |
  | junior | 50 CNY   |
  | senior | 80.5 CNY |
}
parameter allowance by role {
  | role   | from       | until      | value  |
  | junior | 2020-01-01 | 2026-03-31 | 10 CNY |
  | junior | 2026-04-01 | open       | 11 CNY |
  | senior | 2020-01-01 | open       | 25 CNY |
}
table grade {
  | attainment            | => factor | => fee  |
  | under 40%             | 50%       | 0 CNY   |
  | from 40% to under 80% | 80%       | 10 CNY  |
  | from 80% up to 100%   | 100%      | 20 CNY  |
  | over 100%             | 125%      | 35 CNY  |
}
table bonus_rate first match {
  | role   | attainment | => rate |
  | senior | >= 100%    | 3%      |
  | -      | >= 80%     | 2%      |
  | junior | -          | 0.5%    |
  | otherwise | -       | not decided "a senior under 80 %" |
}
`

const always: Names = {
  money: ['base_fee'],
  share: ['base_rate'],
  count: ['1'],
  truth: ['true'],
  day: [],
}

function also(names: Names, more: Partial<Names>): Names {
  return {
    money: [...names.money, ...(more.money ?? [])],
    share: [...names.share, ...(more.share ?? [])],
    count: [...names.count, ...(more.count ?? [])],
    truth: [...names.truth, ...(more.truth ?? [])],
    day: [...names.day, ...(more.day ?? [])],
  }
}

const block = (header: string, lines: readonly string[]) =>
  [`${header} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n')

const quarterly = 'for Rep per quarter'

/** The values of an order, and the names that an order's clauses may use. */
function orderValues(draw: Draw): { text: string[]; names: Names } {
  const names = also(always, {
    money: ['amount', 'order.amount', 'net', 'rep.wage', 'sum(Receipt.amount)'],
    share: ['margin', 'price', 'season', 'order.margin'],
    count: ['count(Receipt)', 'days(signed, delivered)'],
    truth: [
      'paid',
      'kind = fresh',
      'rep.role = senior',
      'margin present',
      'delivered missing',
      'signed >= 2026-02-15',
    ],
  })
  const net = draw.of(
    'amount * price',
    'amount - amount * (margin if missing 0%)',
    'amount',
    'if paid then amount else 0 CNY',
    'amount / 3',
    'sum(Receipt.amount)',
  )
  const where = draw.chance(25) ? ' where kind <> other' : ''
  return { text: [`value net for each Order${where} = ${net}`], names }
}

function repValues(draw: Draw): { text: string[]; names: Names } {
  let names = also(always, {
    money: [
      'collected',
      'quota',
      'rep.wage',
      'role_fee(role)',
      'allowance(role)',
      'year_collected',
      'lifetime',
      'team_total',
      'team.wage',
      'company',
    ],
    share: ['attainment', 'team_best', 'season', 'grade(attainment).factor', 'bonus_rate(role, attainment)'],
    count: ['orders'],
    truth: ['role = senior', 'left missing', 'any(Order.paid)', 'hired < 2026-01-01', 'all(Order.paid)'],
  })
  const guard = draw.chance(40) ? ' where quota > 0 CNY' : ''
  const text = [
    `value collected ${quarterly} = ${draw.of('sum(Order.amount)', 'sum(Receipt.amount)', 'sum(Order.net)')}`,
    `value quota ${quarterly} = only(Quota.amount)${draw.of('', ' if missing 0 CNY')}`,
    `value attainment for Rep${guard} per quarter = collected / quota`,
    `value orders ${quarterly} = ${aggregateOfCount(draw)}`,
    `value year_collected for Rep per year = ${draw.of('sum(Order.amount)', 'max(Receipt.amount)', 'sum(Rep.collected)')}`,
    `value lifetime for Rep = ${draw.of('sum(Order.amount)', 'last(Order.amount)', 'avg(Receipt.amount)')}`,
    `value company per quarter = ${draw.of('sum(Order.amount where paid)', 'sum(Rep.collected)', 'sum(Team.team_total)')}`,
    `value team_total for Team per quarter = ${draw.of('sum(Rep.collected)', 'sum(Order.net)', 'sum(Rep.quota where role = senior)')}`,
    `value team_best for Team per quarter = ${draw.of('max(Rep.attainment)', 'avg(Rep.attainment)', 'min(Rep.attainment)')}`,
    `value heads for Team per quarter = ${draw.of('count(Rep)', 'count(Rep where role = junior)', 'count(Rep where collected > 0 CNY)')}`,
    ...several(draw, 2, (index) => {
      const where = draw.chance(20) ? ` where ${truth(draw, names, 0)}` : ''
      const name = `m${index}`
      const source = draw.chance(60) ? aggregateOfMoney(draw) : money(draw, names, 2)
      names = also(names, { money: [name] })
      return `value ${name} for Rep${where} per quarter = ${source}`
    }),
    ...several(draw, 1, (index) => {
      const line = `value s${index} ${quarterly} = ${share(draw, names, 2)}`
      names = also(names, { share: [`s${index}`] })
      return line
    }),
  ]
  return { text, names }
}

/** A policy of one small sales force, with random values, clauses, a scorecard and a payout over them. */
export function policy(draw: Draw): string {
  const order = orderValues(draw)
  const rep = repValues(draw)
  const where = draw.chance(25) ? ` where ${truth(draw, rep.names, 0)}` : ''
  const who = draw.chance(25) ? ` where ${truth(draw, order.names, 0)}` : ''
  const posting = draw.of('', ' posting signed + 90 days', ' posting delivered', ' posting signed + 1 months')
  const withScore = also(rep.names, {
    share: ['kpi.factor', '(kpi.score / 100)'],
    truth: ['kpi.level = top'],
  })
  return [
    head,
    ...order.text,
    ...rep.text,
    block(
      `commission deal_pay for each Order to order.rep${posting}${who}`,
      steps(draw, order.names, ['amount', 'amount / 50_000 CNY']),
    ),
    block(
      `commission main_pay for Rep${where} per quarter`,
      steps(draw, rep.names, ['collected', 'attainment']),
    ),
    block(`scorecard kpi ${quarterly}`, scorecard(draw, rep.names)),
    block(`bonus score_pay ${quarterly}`, steps(draw, withScore, ['collected', 'attainment'])),
    block(`commission dated_pay ${quarterly} as of ${draw.of('first day', 'last day')}`, [
      'rate price of collected',
      'round 0.01 half-up',
    ]),
    block('commission team_pay for Team per quarter', [
      `rate ${draw.of('base_rate', 'team_best', 'season')} of ${draw.of('team_total', 'company', 'wage', 'team.wage')}`,
      draw.of('times heads', 'times team_best', 'plus wage', 'plus company when heads > 1'),
      'round 0.01 half-up',
    ]),
    block(`commission mean_pay ${quarterly} averaged by days`, [
      `rate ${draw.of('price', 'season')} of ${draw.of('collected', 'quota')}`,
      'round 0.01 half-up',
    ]),
    block(`payout pay ${quarterly}`, payout(draw, ['main_pay', 'score_pay', 'deal_pay'])),
    '',
  ].join('\n')
}
