import { at, type CsvRecord, cell, readCsv } from '../csv.ts'

/** The handbook's CSV files as they are read by the hand-written calculation. Money is cents. */
export type Person = {
  readonly id: string
  readonly role: 'rep' | 'senior' | 'manager' | 'director'
  readonly team: string
  readonly hired: string
  readonly left: string
  readonly seat: string
  readonly resigned: boolean
  readonly base: bigint
  readonly performance: bigint
}
export type Seat = {
  readonly id: string
  readonly team: string
  readonly role: string
  /** Tenths. */
  readonly units: bigint
  readonly holderHired: string
  readonly holder: string
}
export type Order = {
  readonly id: string
  readonly owner: string
  readonly customer: string
  readonly line: string
  readonly signed: string
  readonly amount: bigint
  /** Tenths of a percent. */
  readonly margin: bigint
  readonly approval: string
  readonly first: boolean
  readonly keyAccount: string
}
export type Receipt = {
  readonly id: string
  readonly order: Order
  readonly due: string
  readonly received: string
  readonly net: bigint
  readonly currency: string
  readonly units: bigint
}
export type Offence = {
  readonly id: string
  readonly person: string
  readonly code: string
  readonly happened: string
  readonly decided: string
  readonly points: bigint
  readonly knockOut: boolean
}
export type Data = {
  readonly people: readonly Person[]
  readonly person: ReadonlyMap<string, Person>
  readonly teams: ReadonlyMap<string, bigint>
  readonly seats: readonly Seat[]
  readonly orders: readonly Order[]
  readonly receipts: readonly Receipt[]
  readonly splits: ReadonlyMap<string, readonly CsvRecord[]>
  readonly refunds: readonly CsvRecord[]
  readonly owners: ReadonlyMap<string, readonly CsvRecord[]>
  readonly unpaid: readonly { readonly order: string; readonly due: string }[]
  readonly offences: readonly Offence[]
  readonly rows: (name: string) => readonly CsvRecord[]
}

export function readHandbook(folder: string): Data {
  const cache = new Map<string, readonly CsvRecord[]>()
  const rows = (name: string) => {
    const found = cache.get(name) ?? readCsv(`${folder}/${name}.csv`)
    cache.set(name, found)
    return found
  }
  const people = readPeople(rows)
  const lineOf = new Map(rows('products').map((p) => [cell(p, 'sku'), cell(p, 'line')]))
  const orders = rows('orders').map(
    (o): Order => ({
      id: cell(o, 'id'),
      owner: cell(o, 'owner'),
      customer: cell(o, 'customer'),
      line: lineOf.get(cell(o, 'sku')) ?? '',
      signed: cell(o, 'signed'),
      amount: at(2, cell(o, 'amount')),
      margin: at(1, there(o, 'margin').replace('%', '')),
      approval: cell(o, 'approval'),
      first: cell(o, 'new_customer') === 'yes',
      keyAccount: cell(o, 'key_account'),
    }),
  )
  const order = new Map(orders.map((o) => [o.id, o]))
  const instalments = new Map(rows('instalments').map((i) => [cell(i, 'id'), i]))
  const receipts = rows('receipts').map((r): Receipt => {
    const instalment = found(instalments.get(cell(r, 'instalment')), cell(r, 'instalment'))
    return {
      id: cell(r, 'id'),
      order: found(order.get(cell(instalment, 'order')), cell(instalment, 'order')),
      due: there(instalment, 'due'),
      received: cell(r, 'received'),
      net: at(2, cell(r, 'net')),
      currency: cell(r, 'currency'),
      units: BigInt(cell(r, 'units')),
    }
  })
  return {
    people,
    person: new Map(people.map((p) => [p.id, p])),
    teams: new Map(rows('teams').map((t) => [cell(t, 'id'), BigInt(cell(t, 'weight').replace('%', ''))])),
    seats: rows('seats').map((s) => ({
      id: cell(s, 'id'),
      team: cell(s, 'team'),
      role: cell(s, 'role'),
      units: at(1, cell(s, 'units')),
      holder: cell(s, 'holder'),
      holderHired: cell(s, 'holder_hired'),
    })),
    orders,
    receipts,
    splits: grouped(rows('splits'), 'order'),
    refunds: rows('refunds'),
    owners: grouped(rows('owners'), 'customer'),
    unpaid: unpaid(rows),
    offences: rows('offences').map((o) => ({
      id: cell(o, 'id'),
      person: cell(o, 'person'),
      code: cell(o, 'code'),
      happened: cell(o, 'happened'),
      decided: cell(o, 'decided'),
      points: BigInt(cell(o, 'points')),
      knockOut: cell(o, 'knock_out') === 'yes',
    })),
    rows,
  }
}

type Rows = (name: string) => readonly CsvRecord[]

function readPeople(rows: Rows): readonly Person[] {
  const wage = new Map(rows('wages').map((w) => [cell(w, 'person'), w]))
  const seat = new Map(rows('assignments').map((a) => [cell(a, 'person'), cell(a, 'seat')]))
  return rows('people').map((p) => {
    const id = cell(p, 'id')
    const role = cell(p, 'role')
    if (role !== 'rep' && role !== 'senior' && role !== 'manager' && role !== 'director') {
      throw new Error(`${id} is ${role}`)
    }
    return {
      id,
      role,
      team: cell(p, 'team'),
      hired: cell(p, 'hired'),
      left: cell(p, 'left'),
      seat: seat.get(id) ?? '',
      resigned: cell(p, 'left_reason') === 'resigned',
      base: at(2, cell(wage.get(id) ?? new Map(), 'base')),
      performance: at(2, cell(wage.get(id) ?? new Map(), 'performance')),
    }
  })
}

/** Instalments of which something is still to be paid. */
function unpaid(rows: Rows): readonly { readonly order: string; readonly due: string }[] {
  const paid = new Map<string, bigint>()
  for (const r of rows('receipts')) {
    const id = cell(r, 'instalment')
    paid.set(id, (paid.get(id) ?? 0n) + at(2, cell(r, 'net')))
  }
  return rows('instalments')
    .filter((i) => (paid.get(cell(i, 'id')) ?? 0n) < at(2, cell(i, 'amount')))
    .map((i) => ({ order: cell(i, 'order'), due: there(i, 'due') }))
}

function grouped(rows: readonly CsvRecord[], heading: string): ReadonlyMap<string, readonly CsvRecord[]> {
  const groups = new Map<string, CsvRecord[]>()
  for (const row of rows) {
    const name = cell(row, heading)
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return groups
}

/** This calculation is for complete data: what is missing in them is an error of the test, not a held line. */
function there(row: CsvRecord, heading: string): string {
  const text = cell(row, heading)
  if (text === '') throw new Error(`${cell(row, 'id')} has no ${heading}`)
  return text
}

function found<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`No ${id}`)
  return value
}

export function isSeller(person: Person): boolean {
  return person.role === 'rep' || person.role === 'senior'
}

/** On roll on one day of the span at least. */
export function onRoll(person: Person, from: string, until: string): boolean {
  return person.hired <= until && (person.left === '' || person.left >= from)
}
