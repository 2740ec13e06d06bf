import type { DataSet } from './data.ts'
import { type Draw, several } from './draw.ts'

// Policies that pay over time: what goes on from period to period, what is paid later and what is taken back, together.

const head = `policy later { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; joined date; left date optional; exists from joined until left; quota money }
record Order { id text key; rep Rep; signed date posting; ended date optional; amount money from -1_000 CNY up to 1_000 CNY }
record Receipt { id text key; order Order; received date posting; amount money from -1_000 CNY up to 1_000 CNY }
record Return { id text key; order Order; returned date posting }
value sold for Rep per month = sum(Order.amount)
value quarter_sold for Rep per quarter = sum(Order.amount)
value share for Rep where quota > 0 CNY per quarter = quarter_sold / quota
value months_there for Rep per month starts 0 = (months_there in previous month) + 1
value nth for each Order = count(Order so far within rep)
`

const rates = ['1%', '2.5%', '3.33%', '7%']
const modes = ['half-up', 'half-even', 'half-down', 'up', 'down']

const round = (draw: Draw) => `  round 0.01 ${draw.of(...modes)}`

function tiers(draw: Draw, of: string, by: string): string {
  const edges = ['0%', '50%', '100%'].slice(0, 1 + draw.upTo(2))
  const mode = draw.of('marginal', 'whole', 'linear')
  const rows = edges.map((edge) => `    | ${edge} | ${draw.of(...rates)} |`)
  return [
    `  tiers ${mode} of ${of} by ${by} {`,
    `    | ${mode === 'linear' ? 'at' : 'from'} | rate |`,
    ...rows,
    '  }',
  ].join('\n')
}

/** Caps and floors of one clause: at most one of each is carried. */
function limits(draw: Draw, test: string): string[] {
  const recovered = draw.of('', ' recovered', ' recovered 50%', ' recovered 33.3% from 2026-04-01')
  const forgiven = draw.chance(30) ? ` forgiven when ${test}` : ''
  const floor = `  floor ${draw.of('0 CNY', '8 CNY', '20.5 CNY')} carried${recovered}${forgiven}`
  const cap = `  cap ${draw.of('10 CNY', '33.33 CNY')} ${draw.of('lost', 'carried')}`
  const both = draw.chance(50) ? [floor, cap] : [cap, floor]
  return both.filter(() => draw.chance(70))
}

const clause = (name: string, grain: string, lines: readonly string[]) => [
  `${name} ${grain} {`,
  ...lines,
  '}',
]

function release(draw: Draw): string {
  const collected = draw.of(
    '30% pro rata as Receipt.amount reaches amount',
    '30% in full when Receipt.amount reaches amount',
    '30% on signed + 2 months',
  )
  const ended = draw.chance(40) ? ' cancelled on ended' : ''
  return `  release 33.3% on signed, ${collected}, 36.7% on signed + 100 days${ended}`
}

/** A policy with some of the mechanisms, all of them paid by one payout for each month and one for each quarter. */
export function laterPolicy(draw: Draw): string {
  const monthly = clause('bonus monthly', 'for Rep per month', [
    ...(draw.chance(30) ? ['  gate sold > 100 CNY'] : []),
    `  rate ${draw.of(...rates)} of sold`,
    ...limits(draw, 'months_there >= 4'),
    round(draw),
  ])
  const quarterly = clause('commission quarterly', 'for Rep where quota > 0 CNY per quarter', [
    tiers(draw, 'quarter_sold', 'share'),
    ...limits(draw, 'share > 200%'),
    round(draw),
  ])
  const dated = clause('commission dated', 'for Rep per quarter, year to date', [
    `  rate ${draw.of(...rates)} of quarter_sold`,
    ...(draw.chance(50) ? ['  cap 25 CNY lost'] : []),
    round(draw),
  ])
  const booking = clause('bonus booking', 'for each Order to rep', [
    `  rate ${draw.of(...rates)} of amount`,
    ...(draw.chance(30) ? ['  plus 3 CNY when nth = 2'] : []),
    '  round 0.01 half-up',
    release(draw),
  ])
  const back = clause('clawback back', 'for each Return to order.rep', [
    `  rate ${draw.of('100%', '50%', '33%')} of paid on order by booking`,
    '  round 0.01 half-up',
  ])
  const pay = clause('payout pay', 'for Rep per month', [
    '  add monthly, booking',
    '  take back',
    ...(draw.chance(40) ? [`  cap 40 CNY carried${draw.chance(50) ? ' over booking' : ''}`] : []),
    ...(draw.chance(60) ? ['  floor 0 CNY carried'] : []),
  ])
  const quarter = clause('payout quarter_pay', 'for Rep per quarter', ['  add quarterly, dated'])
  return [
    head,
    ...[monthly, quarterly, dated, booking, back, pay, quarter].map((c) => c.join('\n')),
    '',
  ].join('\n')
}

const days = [
  '2026-01-05',
  '2026-02-14',
  '2026-03-31',
  '2026-04-01',
  '2026-05-20',
  '2026-08-15',
  '2026-11-30',
]
const amounts = ['100', '333.33', '0.01', '-50', '999.99', '12.34', '-333.33']

export function laterRows(draw: Draw): DataSet {
  const Order = several(draw, 7, (i) => ({
    id: `O${i}`,
    rep: draw.of('A', 'B'),
    signed: draw.of(...days),
    ended: draw.chance(30) ? draw.of(...days) : null,
    amount: draw.of(...amounts),
  }))
  const orders = Order.map(({ id }) => id)
  const some = <T>(max: number, row: (i: number) => T) => (orders.length === 0 ? [] : several(draw, max, row))
  return {
    Rep: [
      { id: 'A', joined: '2025-01-01', left: null, quota: '250' },
      { id: 'B', joined: '2026-02-10', left: draw.of(null, '2026-09-30'), quota: draw.of('0', '100') },
    ],
    Order,
    Receipt: some(6, (i) => ({
      id: `${(i * 7) % 10}`,
      order: draw.of(...orders),
      received: draw.of(...days),
      amount: draw.of(...amounts),
    })),
    Return: some(4, (i) => ({ id: `${i}`, order: draw.of(...orders), returned: draw.of(...days) })),
  }
}

/** Mechanisms that are odd: what an order earns, its refund takes back to the cent. */
export function oddPolicy(draw: Draw): string {
  const each = clause('commission each_order', 'for each Order to rep', [
    draw.chance(50) ? `  rate ${draw.of(...rates)} of amount` : tiers(draw, 'amount', 'amount / 200 CNY'),
    `  times ${draw.of('100%', '33.3%')}`,
    round(draw),
  ])
  const booking = clause('bonus booking', 'for each Order to rep', [
    `  rate ${draw.of(...rates)} of amount`,
    '  round 0.01 half-up',
    release(draw).replace(' cancelled on ended', ''),
  ])
  const quarterly = clause('commission quarterly', 'for Rep per quarter', [
    tiers(draw, 'quarter_sold', 'quarter_sold / 250 CNY'),
    ...limits(draw, 'quarter_sold > 500 CNY'),
    round(draw),
  ])
  const dated = clause('commission dated', 'for Rep per quarter, year to date', [
    tiers(draw, 'quarter_sold', 'quarter_sold / 250 CNY'),
    ...(draw.chance(50) ? ['  cap 25 CNY lost', '  floor 1 CNY'] : []),
    round(draw),
  ])
  const pay = clause('payout pay', 'for Rep per month', ['  add each_order, booking'])
  return [head, ...[each, booking, quarterly, dated, pay].map((c) => c.join('\n')), ''].join('\n')
}
