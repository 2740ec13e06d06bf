import type { Person } from './company.ts'
import { toCsv } from './csv.ts'
import type { Random } from './random.ts'

export type Customer = {
  readonly id: string
  readonly owner: string
  readonly name: string
  readonly english: string
}

/** Hands out customers one by one; each belongs to one person. */
export type CustomerBook = {
  readonly all: Customer[]
  readonly add: (owner: string, id?: string) => string
}

const places = '苏州 无锡 上海 宁波 深圳 佛山 北京 天津 成都 重庆 青岛 武汉'.split(' ')
const trades = '水务 化工 食品 制药 造纸 环保 热力 饮料'.split(' ')

export function createCustomers(random: Random): CustomerBook {
  const all: Customer[] = []
  const add = (owner: string, id?: string) => {
    const number = String(all.length + 1).padStart(4, '0')
    const place = places[random.below(places.length)] ?? ''
    const trade = trades[random.below(trades.length)] ?? ''
    const key = id ?? `C${number}`
    all.push({
      id: key,
      owner,
      name: `${place}${trade}模拟客户${number}`,
      english: `Synthetic customer ${number}`,
    })
    return key
  }
  return { all, add }
}

/** Ten old customers for each seller. */
export function oldCustomers(book: CustomerBook, person: Person): [string, ...string[]] {
  const first = book.add(person.id)
  return [first, ...Array.from({ length: 9 }, () => book.add(person.id))]
}

export function customersCsv(customers: readonly Customer[]): string {
  return toCsv(
    ['id', 'owner', 'name', 'english_name'],
    customers.map((c) => [c.id, c.owner, c.name, c.english]),
  )
}
