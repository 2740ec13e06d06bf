import { at, type CsvRecord, cell, readCsv } from './csv.ts'

/**
 * Articles 4, 41, 44, 46, 47 and 69 of the handbook worked out by hand-written code that shares nothing with the
 * language: whole-number arithmetic over the CSV files. What every cent of the sample is checked against.
 */
export type Expected = {
  /** CNY cents; absent where the article does not apply; `held` where something is missing. */
  readonly commission: bigint | 'held'
  /** Hundredths of a point. */
  readonly score?: bigint | 'held'
  readonly performancePay: bigint | 'held'
  readonly total: bigint | 'held'
}

export function workOut(folder: string): ReadonlyMap<string, Expected> {
  const data = read(folder)
  const results = new Map<string, Expected>()
  for (const row of data.roll) {
    const person = cell(row, 'person')
    const quarter = cell(row, 'quarter')
    const key = `${person} ${quarter}`
    const quota = data.quotas.get(key)
    const credited = collected(data, person, quarter)
    const offences = data.offences.filter(
      (o) => cell(o, 'person') === person && inQuarter(o, 'decided', quarter),
    )
    const points = offences.reduce((sum, o) => sum + BigInt(cell(o, 'points')), 0n)
    const knockedOut = offences.some((o) => cell(o, 'knock_out') === 'yes')
    const commission =
      quota === undefined || credited === undefined
        ? 'held'
        : commissionOf(credited, quota, conductFactor(points))
    const score =
      quota === 0n
        ? undefined
        : quota === undefined || credited === undefined
          ? 'held'
          : scoreOf(data, person, quarter, credited, quota, points, knockedOut)
    const pay = performancePay(data, row, quota, score, knockedOut)
    const total = commission === 'held' || pay === 'held' ? 'held' : commission + pay
    results.set(key, { commission, performancePay: pay, total, ...(score === undefined ? {} : { score }) })
  }
  return results
}

type Data = {
  readonly people: ReadonlyMap<string, CsvRecord>
  readonly products: ReadonlyMap<string, CsvRecord>
  readonly rates: ReadonlyMap<string, CsvRecord>
  readonly orders: ReadonlyMap<string, CsvRecord>
  readonly customers: ReadonlyMap<string, CsvRecord>
  /** Cents by `person quarter`. */
  readonly quotas: ReadonlyMap<string, bigint>
  readonly roll: readonly CsvRecord[]
  readonly receivables: ReadonlyMap<string, CsvRecord>
  readonly training: ReadonlyMap<string, CsvRecord>
  readonly surveys: readonly CsvRecord[]
  readonly offences: readonly CsvRecord[]
  readonly receiptsOf: ReadonlyMap<string, readonly CsvRecord[]>
}

function read(folder: string): Data {
  const rows = (name: string) => readCsv(`${folder}/${name}.csv`)
  const by = (name: string, ...keys: string[]) =>
    new Map(rows(name).map((row) => [keys.map((key) => cell(row, key)).join(' '), row]))
  const orders = by('orders', 'id')
  const receiptsOf = new Map<string, CsvRecord[]>()
  for (const receipt of rows('receipts')) {
    const owner = cell(orders.get(cell(receipt, 'order')) ?? new Map(), 'owner')
    receiptsOf.set(owner, [...(receiptsOf.get(owner) ?? []), receipt])
  }
  return {
    people: by('people', 'id'),
    products: by('products', 'sku'),
    rates: by('exchange-rates', 'id'),
    orders,
    customers: by('customers', 'id'),
    quotas: new Map(
      rows('quotas').map((q) => [`${cell(q, 'person')} ${cell(q, 'quarter')}`, at(2, cell(q, 'amount'))]),
    ),
    roll: rows('days-on-roll'),
    receivables: by('receivables', 'person', 'quarter'),
    training: by('training', 'person', 'quarter'),
    surveys: rows('surveys'),
    offences: rows('offences'),
    receiptsOf,
  }
}

function inQuarter(row: CsvRecord, heading: string, quarter: string): boolean {
  const day = cell(row, heading)
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` === quarter
}

/** n / d to the nearest whole, halves up; both not negative. */
function half(n: bigint, d: bigint): bigint {
  return (2n * n + d) / (2n * d)
}

/** Cents of 折算回款, or undefined when a receipt misses its due date or its rate. */
function collected(data: Data, person: string, quarter: string): bigint | undefined {
  let sum = 0n
  for (const receipt of data.receiptsOf.get(person) ?? []) {
    if (!inQuarter(receipt, 'received', quarter)) continue
    const credited = creditedOf(data, receipt)
    if (credited === undefined) return undefined
    sum += credited
  }
  return sum
}

function creditedOf(data: Data, receipt: CsvRecord): bigint | undefined {
  const order = data.orders.get(cell(receipt, 'order')) ?? new Map()
  const rate = cell(data.rates.get(cell(receipt, 'rate')) ?? new Map(), 'rate')
  if (rate === '' || cell(receipt, 'due') === '') return undefined
  const net = half(at(2, cell(receipt, 'net')) * at(4, rate), 10_000n)
  const line = cell(data.products.get(cell(order, 'sku')) ?? new Map(), 'line')
  const received = cell(receipt, 'received')
  const product = line === 'P4' ? 8n : line === 'P2' ? (received < '2026-10-01' ? 12n : 11n) : 10n
  const late = (Date.parse(received) - Date.parse(cell(receipt, 'due'))) / 86_400_000
  const lateness = late <= 0 ? 100n : late <= 30 ? 90n : late <= 60 ? 70n : late <= 90 ? 50n : 0n
  const approval = cell(order, 'approval')
  const orderFactor = approval === 'granted' ? 10n : approval === 'late' ? 5n : 0n
  return half(net * product * lateness * orderFactor, 10_000n)
}

/** Hundredths. */
function conductFactor(points: bigint): bigint {
  return points <= 5n ? 100n : points <= 10n ? 95n : points <= 20n ? 90n : 80n
}

function commissionOf(credited: bigint, quota: bigint, factor: bigint): bigint {
  // Rates in thousandths, thresholds in percent of the quota: everything at 1/100 cent × 1/1000 × 1/100.
  if (quota === 0n) return half(credited * 8n * factor, 100_000n)
  if (credited * 100n < quota * 40n) return 0n
  const slice = (from: bigint, until: bigint) => {
    const top = credited * 100n < quota * until ? credited * 100n : quota * until
    return top > quota * from ? top - quota * from : 0n
  }
  const above = credited * 100n > quota * 130n ? credited * 100n - quota * 130n : 0n
  const earned = slice(0n, 60n) * 8n + slice(60n, 100n) * 12n + slice(100n, 130n) * 20n + above * 25n
  return half(earned * factor, 10_000_000n)
}

function scoreOf(
  data: Data,
  person: string,
  quarter: string,
  credited: bigint,
  quota: bigint,
  points: bigint,
  knockedOut: boolean,
): bigint | 'held' {
  const key = `${person} ${quarter}`
  const orders = [...data.orders.values()].filter(
    (o) => cell(o, 'owner') === person && inQuarter(o, 'signed', quarter),
  )
  if (orders.some((o) => cell(o, 'margin') === '')) return 'held'
  // Each: weight in percent and score in hundredths of a point; undefined: not applicable.
  const parts: (readonly [bigint, bigint | undefined])[] = [
    [15n, marginScore(orders)],
    [
      15n,
      upTo(
        12_000n,
        half(BigInt(orders.filter((o) => cell(o, 'new_customer') === 'yes').length) * 10_000n, 3n),
      ),
    ],
    [10n, overdueScore(data.receivables.get(key) ?? new Map())],
    [10n, satisfactionScore(data, person, quarter)],
    [5n, points >= 25n ? 0n : 10_000n - 400n * points],
    [5n, passed(data.training.get(key) ?? new Map()) ? 10_000n : 0n],
  ]
  const moved = parts.reduce((sum, [weight, score]) => (score === undefined ? sum + weight : sum), 0n)
  const ratio = credited * 100n < quota * 60n ? 0n : upTo(12_000n, half(credited * 10_000n, quota))
  const total = parts.reduce((sum, [weight, score]) => sum + weight * (score ?? 0n), (40n + moved) * ratio)
  return knockedOut ? 0n : half(total, 100n)
}

function upTo(most: bigint, score: bigint): bigint {
  return score > most ? most : score
}

function marginScore(orders: readonly CsvRecord[]): bigint | undefined {
  const amount = orders.reduce((sum, o) => sum + at(2, cell(o, 'amount')), 0n)
  if (amount === 0n) return undefined
  // Tenths of a percent × cents.
  const margin = orders.reduce(
    (sum, o) => sum + at(2, cell(o, 'amount')) * at(1, cell(o, 'margin').replace('%', '')),
    0n,
  )
  const least = (percent: bigint) => margin >= amount * percent * 10n
  return least(30n) ? 11_000n : least(25n) ? 10_000n : least(20n) ? 8_500n : least(15n) ? 7_000n : 4_000n
}

function overdueScore(row: CsvRecord): bigint | undefined {
  const outstanding = at(0, cell(row, 'outstanding'))
  const overdue = at(0, cell(row, 'overdue'))
  if (outstanding === 0n) return undefined
  if (overdue * 100n <= outstanding * 5n) return 10_000n
  if (overdue * 100n >= outstanding * 25n) return 0n
  // 100 → 60 over ten points of percent, then 60 → 0 over ten.
  const percent = (at: bigint) => overdue * 100n - outstanding * at
  return percent(15n) <= 0n
    ? half(10_000n * outstanding - 400n * percent(5n), outstanding)
    : half(6_000n * outstanding - 600n * percent(15n), outstanding)
}

function satisfactionScore(data: Data, person: string, quarter: string): bigint | undefined {
  const scores = data.surveys
    .filter(
      (s) =>
        cell(data.customers.get(cell(s, 'customer')) ?? new Map(), 'owner') === person &&
        inQuarter(s, 'answered', quarter),
    )
    .map((s) => BigInt(cell(s, 'score')))
  const n = BigInt(scores.length)
  if (n === 0n) return undefined
  const sum = scores.reduce((a, b) => a + b, 0n)
  if (sum < 75n * n) return 0n
  if (sum >= 95n * n) return 10_000n
  return sum < 85n * n
    ? half(5_000n * n + 300n * (sum - 75n * n), n)
    : half(8_000n * n + 200n * (sum - 85n * n), n)
}

function passed(row: CsvRecord): boolean {
  return at(1, cell(row, 'completed_hours')) >= at(1, cell(row, 'required_hours'))
}

function performancePay(
  data: Data,
  roll: CsvRecord,
  quota: bigint | undefined,
  score: bigint | 'held' | undefined,
  knockedOut: boolean,
): bigint | 'held' {
  if (knockedOut) return 0n
  if (quota === undefined || score === 'held') return 'held'
  const role = cell(data.people.get(cell(roll, 'person')) ?? new Map(), 'role')
  const base = role === 'senior' ? 300_000n : 200_000n
  const coefficient = score === undefined ? 100n : coefficientOf(score)
  const days = BigInt(cell(roll, 'days_on_roll'))
  return half(3n * base * coefficient * days, 100n * BigInt(cell(roll, 'days_in_quarter')))
}

/** Hundredths. */
function coefficientOf(score: bigint): bigint {
  if (score >= 11_000n) return 120n
  if (score >= 9_500n) return 110n
  if (score >= 8_500n) return 100n
  return score >= 7_000n ? 85n : score >= 6_000n ? 70n : 50n
}
