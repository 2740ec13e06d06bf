import { at, type CsvRecord, cell } from '../csv.ts'
import { classOn, needsLegal } from './deadlines.ts'
import { daysBetween, half, least, most } from './exact.ts'
import { readQuotes } from './quotes.ts'
import type { Known } from './scorecards.ts'
import { nthWorkingDay } from './working-time.ts'

/** Who decides: `allowed`, `refused`, `undecided`, or those who must agree, as `director and finance`. */
type Answers = ReadonlyMap<string, string>
type Rows = (name: string) => readonly CsvRecord[]

function answers(rows: readonly CsvRecord[], of: (row: CsvRecord) => string): Answers {
  return new Map(rows.map((row) => [cell(row, 'id'), of(row)]))
}

const cents = (row: CsvRecord, heading: string) => at(2, cell(row, heading))

/** The first name whose limit is not passed, in cents; the last has none. */
function upTo(
  amount: bigint,
  steps: readonly (readonly [limit: bigint, name: string])[],
  last: string,
): string {
  return steps.find(([limit]) => amount <= limit)?.[1] ?? last
}

/** Article 7: whoever may do it; what is not listed is refused. */
export function actions(rows: Rows): Answers {
  const managers = ['manager', 'director', 'general_manager']
  const allowed: { readonly [kind: string]: readonly string[] } = {
    create_customer: ['rep', 'senior', ...managers],
    move_customer: managers,
    sign_contract: managers,
    release_shipment: ['finance'],
    record_receipt: ['finance'],
    adjust_target: ['director', 'general_manager'],
    close_complaint: ['service'],
  }
  return answers(rows('actions'), (r) =>
    allowed[cell(r, 'kind')]?.includes(cell(r, 'role')) ? 'allowed' : 'refused',
  )
}

/** Article 21: five claims a day, 80 or 120 private customers, and 30 days for the former owner. */
export function claims(known: Known): Answers {
  const all = known.data.rows('claims')
  return answers(all, (r) => {
    const [person, time] = [cell(r, 'person'), cell(r, 'at')]
    const today = all.filter(
      (o) =>
        cell(o, 'person') === person &&
        cell(o, 'at').slice(0, 10) === time.slice(0, 10) &&
        cell(o, 'id') <= cell(r, 'id'),
    )
    const most = known.data.person.get(person)?.role === 'rep' ? 80 : 120
    const soon = cell(r, 'former') === person && daysBetween(cell(r, 'returned'), time.slice(0, 10)) < 30
    return today.length > 5 || Number(cell(r, 'held')) >= most || soon ? 'refused' : 'allowed'
  })
}

/** Article 27. */
export function loans(rows: Rows): Answers {
  return answers(rows('sample-loans'), (r) =>
    upTo(
      cents(r, 'value'),
      [
        [2_000_000n, 'manager'],
        [10_000_000n, 'director'],
      ],
      'general manager',
    ),
  )
}

/** Article 35. */
export function signers(rows: Rows): Answers {
  return answers(rows('contracts'), (r) =>
    upTo(
      cents(r, 'amount'),
      [
        [100_000_000n, 'manager'],
        [500_000_000n, 'director'],
      ],
      'general manager',
    ),
  )
}

/** Article 37, by the class in force on the day. */
export function shipments(known: Known): Answers {
  const classOf = classOn(known)
  const limits: { readonly [of: string]: bigint } = { A: 200_000_000n, B: 50_000_000n, C: 0n }
  return answers(known.data.rows('shipments'), (r) => {
    if (cell(r, 'overdue_days') === '') return 'undecided'
    const overdue = Number(cell(r, 'overdue_days'))
    if (overdue > 60) return 'refused'
    if (overdue > 30) return 'general manager and finance'
    const limit = limits[classOf(cell(r, 'customer'), cell(r, 'at'))] ?? 0n
    const exposure = cents(r, 'amount') + cents(r, 'unpaid')
    if (exposure <= limit) return 'allowed'
    return exposure * 10n <= limit * 12n ? 'director and finance' : 'general manager and finance'
  })
}

/** Article 38. Price and amount go back to article 30. */
export function changes(rows: Rows): Answers {
  return answers(rows('contract-changes'), (r) => {
    const loss = cents(r, 'loss')
    const quantity = at(1, cell(r, 'quantity').replace('%', '').replace('-', ''))
    switch (cell(r, 'kind')) {
      case 'quantity':
        return quantity <= 50n ? 'allowed' : 'not applicable'
      case 'delivery':
        return Number(cell(r, 'days')) <= 15 ? 'manager' : 'director'
      case 'termination':
        return loss <= 5_000_000n ? 'director and legal' : 'general manager and legal'
      default:
        return 'not applicable'
    }
  })
}

/** Article 35 whole: finance, legal and the signer, those that are needed. */
export function contracts(rows: Rows): Answers {
  const signs = signers(rows)
  return answers(rows('contracts'), (r) => {
    const others = [
      ...(cell(r, 'long_term') === 'yes' ? ['finance'] : []),
      ...(needsLegal(r) ? ['legal'] : []),
    ]
    return [signs.get(cell(r, 'id')), ...others].join(' and ')
  })
}

/** Article 58: which attempt at the exam a row is. */
export function examAttempts(rows: Rows): ReadonlyMap<string, number> {
  const exams = rows('certificates').filter((c) => cell(c, 'kind') === 'onboarding')
  return new Map(
    exams.map((c) => {
      const earlier = exams.filter(
        (o) => cell(o, 'person') === cell(c, 'person') && cell(o, 'from') <= cell(c, 'from'),
      )
      return [cell(c, 'id'), earlier.length]
    }),
  )
}

/** Article 58, paragraph 3: a second attempt is the manager's to grant, and there is no third. */
export function retakes(rows: Rows): Answers {
  const answers = ['allowed', 'manager'] as const
  return new Map([...examAttempts(rows)].map(([id, nth]) => [id, answers[nth - 1] ?? 'refused']))
}

/** The day on which somebody has had 24 hours of induction. */
export function hoursDone(rows: Rows, person: string): string {
  let tenths = 0n
  const own = rows('inductions').filter((r) => cell(r, 'person') === person)
  for (const r of [...own].sort((a, b) => (cell(a, 'at') < cell(b, 'at') ? -1 : 1))) {
    tenths += at(1, cell(r, 'hours'))
    if (tenths >= 240n) return cell(r, 'at')
  }
  return '9999-12-31'
}

/** Articles 58 and 60: with a colleague, or with the exam and the certificates that the lines ask for. */
export function quoting(known: Known): Answers {
  const certificates = known.data.rows('certificates')
  const exams = examAttempts(known.data.rows)
  const holds = (person: string, kind: string, day: string) =>
    certificates.some(
      (c) =>
        cell(c, 'person') === person &&
        cell(c, 'kind') === kind &&
        (exams.get(cell(c, 'id')) ?? 0) <= 2 &&
        Number(cell(c, 'score')) >= 80 &&
        cell(c, 'from') <= day &&
        (cell(c, 'until') === '' || day <= cell(c, 'until')),
    )
  return new Map(
    readQuotes(known).map((q) => {
      const joined = (known.data.person.get(q.person)?.hired ?? '') >= '2026-01-01'
      const has = (line: string, kind: string) =>
        !q.lines.some((l) => l.line === line) || holds(q.person, kind, q.day)
      const alone =
        (!joined ||
          (holds(q.person, 'onboarding', q.day) && hoursDone(known.data.rows, q.person) <= q.day)) &&
        has('P3', 'skid') &&
        has('P2', 'valve')
      return [q.id, q.joint !== '' || alone ? 'allowed' : 'refused']
    }),
  )
}

/** Article 64: by the head, by customer and year, nothing for public bodies; events by their total. */
export function gifts(known: Known): Answers {
  const all = known.data.rows('gifts')
  const publicBody = new Set(
    known.data.rows('customers').flatMap((c) => (cell(c, 'public_body') === 'yes' ? [cell(c, 'id')] : [])),
  )
  return answers(all, (r) => {
    const [kind, head, total] = [cell(r, 'kind'), cents(r, 'a_head'), cents(r, 'total')]
    if (kind === 'meal') return head <= 15_000n ? 'allowed' : 'refused'
    if (kind === 'event' && cell(r, 'asked') > nthWorkingDay(cell(r, 'at'), -1)) return 'refused'
    if (kind === 'event')
      return upTo(
        total,
        [
          [200_000n, 'manager'],
          [500_000n, 'director'],
        ],
        'general manager',
      )
    const year = all
      .filter(
        (o) =>
          cell(o, 'kind') === 'gift' &&
          cell(o, 'customer') === cell(r, 'customer') &&
          cell(o, 'at') <= cell(r, 'at'),
      )
      .reduce((sum, o) => sum + cents(o, 'total'), 0n)
    const within = head <= 20_000n && year <= 100_000n
    return within && !publicBody.has(cell(r, 'customer')) ? 'allowed' : 'refused'
  })
}

/** Article 64, paragraph 4: what of the gifts received may be kept. */
export function giftsReceived(known: Known): Answers {
  const all = known.data.rows('gifts-received')
  const giver = (r: CsvRecord) => cell(r, 'customer') || cell(r, 'dealer')
  const publicBody = new Set(
    known.data.rows('customers').flatMap((c) => (cell(c, 'public_body') === 'yes' ? [cell(c, 'id')] : [])),
  )
  return answers(all, (r) => {
    const year = all
      .filter((o) => giver(o) === giver(r) && cell(o, 'at') <= cell(r, 'at'))
      .reduce((sum, o) => sum + cents(o, 'worth'), 0n)
    const within = cents(r, 'worth') <= 20_000n && year <= 100_000n
    return within && !publicBody.has(giver(r)) ? 'keep' : 'return'
  })
}

/** Article 73. */
export function settlements(rows: Rows): Answers {
  return answers(rows('settlements'), (r) => {
    const who = upTo(
      cents(r, 'amount'),
      [
        [1_000_000n, 'manager'],
        [5_000_000n, 'director'],
      ],
      'general manager',
    )
    return cell(r, 'lawsuit') === 'yes' ? `${who} and legal` : who
  })
}

/** Article 67: cents of the deposit for the nth diversion in 365 days, that day included. */
export function diversions(
  rows: Rows,
): ReadonlyMap<string, { readonly nth: number; readonly taken: bigint }> {
  const all = rows('diversions')
  return new Map(
    all.map((r) => {
      const nth = all.filter((o) => {
        const days = daysBetween(cell(o, 'happened'), cell(r, 'happened'))
        return cell(o, 'dealer') === cell(r, 'dealer') && days >= 0 && days < 365
      }).length
      const deposit = cents(rows('dealers').find((d) => cell(d, 'id') === cell(r, 'dealer')) ?? r, 'deposit')
      return [cell(r, 'id'), { nth, taken: nth === 1 ? 0n : (deposit * (nth === 2 ? 20n : 50n)) / 100n }]
    }),
  )
}

/** Article 67, paragraph 3: `dealer month` → what is taken, in cents, of what is left of the deposit. */
export function depositsTaken(rows: Rows): ReadonlyMap<string, bigint> {
  const asked = diversions(rows)
  const found = new Map<string, bigint>()
  for (const dealer of rows('dealers')) {
    let left = cents(dealer, 'deposit')
    const own = rows('diversions').filter((r) => cell(r, 'dealer') === cell(dealer, 'id'))
    for (const r of [...own].sort((a, b) => (cell(a, 'decided') < cell(b, 'decided') ? -1 : 1))) {
      const taken = least(asked.get(cell(r, 'id'))?.taken ?? 0n, left)
      left -= taken
      const key = `${cell(dealer, 'id')} ${cell(r, 'decided').slice(0, 7)}`
      if (taken > 0n) found.set(key, (found.get(key) ?? 0n) + taken)
    }
  }
  return found
}

/** Article 70: `person month` → what is taken and what is carried, in cents, of the losses that the person owes. */
export function compensation(
  known: Known,
): ReadonlyMap<string, { readonly taken: bigint; readonly carried: bigint }> {
  const { rows } = known.data
  const city = new Map(rows('teams').map((t) => [cell(t, 'id'), cell(t, 'city')]))
  const found = new Map<string, { readonly taken: bigint; readonly carried: bigint }>()
  for (const person of new Set(rows('losses').map((l) => cell(l, 'person')))) {
    let owed = 0n
    const months = rows('payroll')
      .filter((p) => cell(p, 'person') === person)
      .sort((a, b) => (cell(a, 'month') < cell(b, 'month') ? -1 : 1))
    for (const month of months) {
      for (const loss of rows('losses')) {
        if (cell(loss, 'person') !== person || cell(loss, 'decided').slice(0, 7) !== cell(month, 'month'))
          continue
        owed += least((cents(loss, 'amount') * 30n) / 100n, 5_000_000n)
      }
      const payable = cents(month, 'payable')
      const home = city.get(known.data.person.get(person)?.team ?? '')
      const wage = rows('minimum-wages').find(
        (w) =>
          cell(w, 'city') === home &&
          cell(w, 'from') <= `${cell(month, 'month')}-01` &&
          (cell(w, 'until') === '' || cell(w, 'until') > `${cell(month, 'month')}-01`),
      )
      const room = most(0n, payable - cents(wage ?? month, 'monthly'))
      const taken = least(owed, least((payable * 20n) / 100n, room))
      owed -= taken
      found.set(`${person} ${cell(month, 'month')}`, { taken, carried: owed })
    }
  }
  return found
}

/** Article 39: cents provided on 31 December for what is unpaid of instalments due before it, by days overdue. */
export function provisions(rows: Rows): ReadonlyMap<string, bigint> {
  const paid = new Map<string, bigint>()
  for (const r of rows('receipts'))
    if (cell(r, 'received') <= '2026-12-31')
      paid.set(cell(r, 'instalment'), (paid.get(cell(r, 'instalment')) ?? 0n) + cents(r, 'net'))
  return new Map(
    rows('instalments').flatMap((i): readonly (readonly [string, bigint])[] => {
      const open = cents(i, 'amount') - (paid.get(cell(i, 'id')) ?? 0n)
      if (open <= 0n || cell(i, 'due') >= '2026-12-31') return []
      const days = daysBetween(cell(i, 'due'), '2026-12-31')
      const percent = days <= 90 ? 0n : days <= 180 ? 30n : days <= 365 ? 60n : 100n
      return [[cell(i, 'id'), half(open * percent, 100n)]]
    }),
  )
}
