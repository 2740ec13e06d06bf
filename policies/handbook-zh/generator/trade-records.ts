import { type Day, formatDay } from '../../../src/base/day.ts'
import { formatDecimal } from '../../../src/base/decimal.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'
import type { Random } from '../../tangyu-zh/generator/random.ts'
import type { Known } from './customer-records.ts'
import { lossRecords } from './loss-records.ts'
import { workingDay } from './working-days.ts'

type File = readonly [name: string, text: string]
type Cells = readonly (string | number | undefined)[]
const day = (d: Day | undefined) => d && formatDay(d)
const money = (cents: bigint) => formatDecimal(cents, 2)

/** Articles 7, 35, 37, 38, 64, 67, 70, 73 and 74. */
export function tradeRecords(known: Known, random: Random): readonly File[] {
  return [
    officersFile(),
    posts(known),
    actions(),
    contracts(known, random),
    changes(),
    shipments(known, random),
    settlements(),
    objections(),
    gifts(),
    giftsReceived(),
    dealers(),
    diversions(),
    ...lossRecords(),
  ]
}

/** Who decides or acts beside the 60 (article 2). */
const officers: readonly (readonly [id: string, name: string, latin: string, role: string])[] = [
  ['GM', '总经理', 'General Manager', 'general_manager'],
  ...[1, 2, 3, 4].map((n) => [`FIN-${n}`, `财务${n}`, `Finance ${n}`, 'finance'] as const),
  ['LEG-1', '法务1', 'Legal 1', 'legal'],
]

function officersFile(): File {
  const rows = officers.map(([id, name, latin]) => [id, name, latin, '2014-01-01'])
  return ['officers.csv', toCsv(['id', 'name', 'latin_name', 'hired'], rows)]
}

/** Everybody who asks for or decides on something, with who stands above him. */
function posts({ people }: Known): File {
  const rows: Cells[] = people.map((p) => [
    p.id,
    p.role,
    roles[p.role],
    p.team?.id,
    p.role === 'director' ? 'GM' : p.role === 'manager' ? 'DIR' : `${p.team?.id}-M`,
    day(p.hired),
    day(p.left),
  ])
  for (const [id, , , role] of officers) {
    rows.push([id, role, roles[role], undefined, id === 'GM' ? undefined : 'GM', '2014-01-01', undefined])
  }
  return ['posts.csv', toCsv('person role role_zh team superior from until'.split(' '), rows)]
}

const roles: { readonly [role: string]: string } = {
  rep: '业务代表',
  senior: '高级业务代表',
  manager: '区域经理',
  director: '销售总监',
  general_manager: '总经理',
  finance: '财务',
  legal: '法务',
  service: '客服',
}

/** Article 7. S24: a representative releases a shipment. */
function actions(): File {
  const kinds: { readonly [kind: string]: string } = {
    create_customer: '新建客户',
    move_customer: '调整归属',
    sign_contract: '签订合同',
    release_shipment: '放行发货',
    record_receipt: '登记回款',
    adjust_target: '调整目标',
    close_complaint: '关闭投诉',
  }
  const rows = Object.entries(kinds).flatMap(([kind, word], i) =>
    Object.entries(roles).map(([role, roleWord], j) => {
      const id = kind === 'release_shipment' && role === 'rep' ? 'A-S24' : `A-${i + 1}${j + 1}`
      return [id, kind, word, role, roleWord, day(on(5, 11) + i)]
    }),
  )
  return ['actions.csv', toCsv(['id', 'kind', 'kind_zh', 'role', 'role_zh', 'at'], rows)]
}

/** Article 35. S22: 1,000,000 and a cent more, own text, export; 500,000; liability of 10 %; a warranty of 18 months. */
function contracts(known: Known, random: Random): File {
  const rows: Cells[] = []
  const yes = (flag: boolean) => (flag ? 'yes' : 'no')
  const add = (
    id: string,
    order: string | undefined,
    person: string,
    amount: bigint,
    submitted: Day,
    more: {
      readonly own?: boolean
      readonly abroad?: boolean
      readonly liability?: number
      readonly warranty?: number
      readonly long?: boolean
      readonly finance?: number
      readonly legal?: number
    } = {},
  ) => {
    const liability = more.liability ?? 10
    const warranty = more.warranty ?? 12
    const long = more.long ?? false
    const legal =
      (more.own ?? false) || (more.abroad ?? false) || amount > 50_000_000n || liability > 10 || warranty > 18
    const financed = long ? workingDay(submitted, more.finance ?? 2) : undefined
    const reviewed = legal ? workingDay(submitted, more.legal ?? 3) : undefined
    const signed = workingDay(Math.max(submitted, financed ?? 0, reviewed ?? 0), 1)
    rows.push([
      id,
      order,
      person,
      money(amount),
      yes(more.own ?? false),
      yes(more.abroad ?? false),
      `${liability}%`,
      warranty,
      yes(long),
      day(submitted),
      day(financed),
      day(reviewed),
      day(signed),
    ])
  }
  const orders = known.book.orders.filter(
    (o) => /^O\d/.test(o.id) && o.amount > 20_000_000n && o.signed > on(3, 31) && o.signed < on(6, 20),
  )
  for (let n = 1; n <= 60; n++) {
    const order = orders[random.below(orders.length)]
    if (order === undefined) continue
    const submitted = workingDay(order.signed, -5)
    add(`H${String(n).padStart(3, '0')}`, order.id, order.owner, (order.amount * 113n) / 100n, submitted, {
      own: random.below(6) === 0,
      abroad: order.dollars,
      long: random.below(6) === 0,
      warranty: order.sku.startsWith('P3') ? 18 : 12,
    })
  }
  const planted = on(6, 8)
  add('H-S22-1', undefined, 'KA-R1', 100_000_000n, planted)
  add('H-S22-2', undefined, 'KA-R1', 100_000_001n, planted)
  add('H-S22-3', undefined, 'KA-R1', 500_000_000n, planted)
  add('H-S22-4', undefined, 'KA-R1', 500_000_001n, planted, { legal: 4 })
  add('H-S22-5', undefined, 'EC1-R3', 30_000_000n, planted, { own: true })
  add('H-S22-6', undefined, 'EX-R1', 30_000_000n, planted, { abroad: true })
  add('H-S22-7', undefined, 'EC1-R3', 50_000_000n, planted)
  add('H-S22-8', undefined, 'EC1-R3', 50_000_001n, planted)
  add('H-S22-9', undefined, 'EC1-R3', 30_000_000n, planted, { liability: 11 })
  add('H-S22-10', undefined, 'EC1-R3', 30_000_000n, planted, { warranty: 18 })
  add('H-S22-11', undefined, 'EC1-R3', 30_000_000n, planted, { warranty: 19, long: true })
  add('H-S22-12', undefined, 'EC1-R3', 30_000_000n, planted, { long: true, finance: 3 })
  const headings =
    'id order person amount own_text export liability warranty long_term submitted finance_reviewed legal_reviewed signed'
  return ['contracts.csv', toCsv(headings.split(' '), rows)]
}

/** Article 38. S22: terminations of 50,000 and a cent more. */
function changes(): File {
  const row = (
    id: string,
    kind: string,
    word: string,
    quantity: string,
    days: number,
    loss: string,
    recorded: number,
  ): Cells => {
    const decided = on(6, 10)
    return [id, 'H-S22-1', kind, word, quantity, days, loss, day(decided), day(workingDay(decided, recorded))]
  }
  return [
    'contract-changes.csv',
    toCsv('id contract kind kind_zh quantity days loss decided recorded'.split(' '), [
      row('J-1', 'price', '价格', '0%', 0, '0.00', 1),
      row('J-2', 'quantity', '数量', '5%', 0, '0.00', 2),
      row('J-3', 'quantity', '数量', '5.1%', 0, '0.00', 1),
      row('J-4', 'delivery', '交期', '0%', 15, '0.00', 1),
      row('J-5', 'delivery', '交期', '0%', 16, '0.00', 3),
      row('J-S22-1', 'termination', '终止', '0%', 0, '50000.00', 2),
      row('J-S22-2', 'termination', '终止', '0%', 0, '50000.01', 2),
      row('J-6', 'quantity', '数量', '-5%', 0, '0.00', 1),
    ]),
  ]
}

/** Article 37: what is unpaid beside the shipment, and how many days the oldest of it is overdue. S19 on each boundary. */
function shipments(known: Known, random: Random): File {
  const rows: Cells[] = []
  const orders = known.book.orders.filter(
    (o) => /^O\d/.test(o.id) && o.signed > on(2, 10) && o.signed < on(6, 20),
  )
  for (let n = 1; n <= 120; n++) {
    const order = orders[random.below(orders.length)]
    if (order === undefined) continue
    const prepaid = random.below(3) === 0
    const amount = prepaid ? 0n : order.amount
    const unpaid = BigInt(random.below(40)) * 1_000_000n
    const overdue = random.below(5) === 0 ? random.between(1, 70) : 0
    rows.push([
      `S${String(n).padStart(3, '0')}`,
      order.customer,
      order.owner,
      day(order.signed + random.between(5, 10)),
      money(amount),
      money(prepaid ? 0n : unpaid),
      overdue,
    ])
  }
  // C0041 is a strategic customer, class A all the year: 2,000,000, 120 %, 121 %; then by days overdue.
  const planted = (
    id: string,
    customer: string,
    unpaid: bigint,
    amount: bigint,
    overdue: number | undefined,
  ) => rows.push([id, customer, 'EC1-R3', day(on(6, 11)), money(amount), money(unpaid), overdue])
  planted('S-S19-100', 'C0041', 150_000_000n, 50_000_000n, 30)
  planted('S-S19-120', 'C0041', 150_000_000n, 90_000_000n, 30)
  planted('S-S19-121', 'C0041', 150_000_000n, 92_000_000n, 30)
  planted('S-S19-31', 'C0041', 0n, 50_000_000n, 31)
  planted('S-S19-60', 'C0041', 0n, 50_000_000n, 60)
  planted('S-S19-61', 'C0041', 0n, 50_000_000n, 61)
  // C0376 is on the court's list from 10 February to 9 August, class C: nothing on credit.
  planted('S-S19-C0', 'C0376', 0n, 0n, 0)
  planted('S-S19-C1', 'C0376', 0n, 1n, 0)
  planted('S-S19-X', 'C0041', 0n, 50_000_000n, undefined)
  return [
    'shipments.csv',
    toCsv(['id', 'customer', 'person', 'at', 'amount', 'unpaid', 'overdue_days'], rows),
  ]
}

/** Article 73. S24: 10,000 and a cent more. */
function settlements(): File {
  const rows = [
    ['10000.00', 'no'],
    ['10000.01', 'no'],
    ['50000.00', 'no'],
    ['50000.01', 'no'],
    ['8000.00', 'yes'],
    ['60000.00', 'yes'],
  ].map(([amount, lawsuit], i) => [`V-S24-${i + 1}`, 'C0050', 'EC1-R3', day(on(6, 15)), amount, lawsuit])
  return ['settlements.csv', toCsv(['id', 'customer', 'person', 'at', 'amount', 'lawsuit'], rows)]
}

/** Article 74. S22: raised on working day 10 and 11; the statement of the second quarter is delivered on 10 July. */
function objections(): File {
  const delivered = on(7, 10)
  const row = (id: string, person: string, raised: number, answered: number, ruled: number): Cells => {
    const raise = workingDay(delivered, raised)
    const answer = workingDay(raise, answered)
    const appeal = workingDay(answer, 2)
    return [id, person, day(delivered), day(raise), day(answer), day(appeal), day(workingDay(appeal, ruled))]
  }
  return [
    'objections.csv',
    toCsv('id person delivered raised answered appealed ruled'.split(' '), [
      row('OB-S22-1', 'EC1-R2', 10, 5, 10),
      row('OB-S22-2', 'EC1-R3', 11, 5, 10),
      row('OB-S22-3', 'EC1-R4', 3, 6, 10),
      row('OB-S22-4', 'EC1-R5', 3, 5, 11),
    ]),
  ]
}

/** Article 64: gifts by the person, meals by the head, events. S21: 200.01. C0041 and what the year adds up to. */
function gifts(): File {
  const rows: Cells[] = []
  const add = (
    id: string,
    customer: string,
    kind: string,
    word: string,
    at: Day,
    head: string,
    total: string,
    asked = workingDay(at, -1),
  ) => rows.push([id, customer, 'NC-R1', kind, word, day(at), head, total, day(asked)])
  add('Y-1', 'C0100', 'gift', '礼品', on(5, 12), '200.00', '400.00')
  add('Y-S21', 'C0100', 'gift', '礼品', on(5, 13), '200.01', '200.01')
  add('Y-2', 'C0101', 'gift', '礼品', on(2, 3), '200.00', '600.00')
  add('Y-3', 'C0101', 'gift', '礼品', on(9, 15), '200.00', '400.00')
  add('Y-4', 'C0101', 'gift', '礼品', on(9, 16), '0.01', '0.01')
  add('Y-5', 'C0102', 'meal', '用餐', on(6, 10), '150.00', '900.00')
  add('Y-6', 'C0102', 'meal', '用餐', on(6, 11), '150.01', '300.02')
  // C0004 is a waterworks: a public body.
  add('Y-P', 'C0004', 'gift', '礼品', on(5, 12), '0.01', '0.01')
  add('Y-7', 'C0103', 'event', '活动', on(6, 10), '100.00', '2000.00')
  add('Y-8', 'C0103', 'event', '活动', on(6, 11), '100.00', '2000.01')
  add('Y-9', 'C0103', 'event', '活动', on(6, 12), '100.00', '5000.00')
  add('Y-10', 'C0103', 'event', '活动', on(6, 15), '100.00', '5000.01')
  // Asked on the day itself; for a Monday on the Friday before, and on the Saturday, which is too late.
  add('Y-11', 'C0103', 'event', '活动', on(6, 16), '100.00', '2000.00', on(6, 16))
  add('Y-12', 'C0103', 'event', '活动', on(6, 29), '100.00', '2000.00', on(6, 26))
  add('Y-13', 'C0103', 'event', '活动', on(6, 29), '100.00', '2000.00', on(6, 27))
  const headings = 'id customer person kind kind_zh at a_head total asked'.split(' ')
  return ['gifts.csv', toCsv(headings, rows)]
}

/** Article 64, paragraph 4: 200 and a cent more, what a giver's year adds up to, a public body, and a dealer. */
function giftsReceived(): File {
  const row = (id: string, customer: string, dealer: string, at: Day, worth: string, returned?: number) => {
    const back = returned === undefined ? undefined : day(workingDay(at, returned))
    return [id, 'NC-R1', customer, dealer, day(at), worth, back]
  }
  return [
    'gifts-received.csv',
    toCsv('id person customer dealer at worth returned'.split(' '), [
      row('GR-1', 'C0100', '', on(5, 12), '200.00'),
      row('GR-2', 'C0100', '', on(5, 13), '200.01', 5),
      row('GR-3', 'C0004', '', on(5, 12), '0.01', 6), // a public body
      ...[3, 4, 5, 6, 7].map((n) => row(`GR-D${n - 2}`, '', 'DL-1', on(n, 20), '200.00')),
      row('GR-D6', '', 'DL-1', on(8, 20), '0.01', 1), // the dealer's year is over 1,000
      row('GR-4', 'C0101', '', on(6, 22), '350.00'), // not given back at all
    ]),
  ]
}

/** Article 67. */
function dealers(): File {
  const rows = [1, 2, 3, 4].map((n) => [`DL-${n}`, `模拟经销商${n}`, `Synthetic dealer ${n}`, '100000.00'])
  return ['dealers.csv', toCsv(['id', 'name', 'english_name', 'deposit'], rows)]
}

/**
 * S21: the third diversion of DL-1 within 365 days; DL-2's second exactly 365 days after its first; of DL-4 the fourth
 * asks for more than what is left of the deposit.
 */
function diversions(): File {
  const rows = [
    ['DV-1', 'DL-1', on(7, 20, 2025)],
    ['DV-2', 'DL-1', on(2, 11)],
    ['DV-S21', 'DL-1', on(5, 19)],
    ['DV-3', 'DL-2', on(6, 3, 2025)],
    ['DV-4', 'DL-2', on(6, 3)],
    ['DV-5', 'DL-3', on(4, 21)],
    ['DV-6', 'DL-4', on(3, 2)],
    ['DV-7', 'DL-4', on(4, 7)],
    ['DV-8', 'DL-4', on(5, 6)],
    ['DV-9', 'DL-4', on(6, 2)],
  ] as const
  return [
    'diversions.csv',
    toCsv(
      ['id', 'dealer', 'happened', 'decided'],
      rows.map(([id, dealer, at]) => [id, dealer, day(at), day(workingDay(at, 8))]),
    ),
  ]
}
