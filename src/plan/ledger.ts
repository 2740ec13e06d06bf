import type { Span } from '../base/span.ts'
import type { WorkCalendar } from '../base/work-calendar.ts'
import type { DecisionTable, Id, Type } from './plan.ts'
import { firstHeld, firstOther } from './states.ts'
import type { CreditColumns, Result } from './stored.ts'

/** What stands under which key: all that one step of the lowering can find of what others have added. */
type Books = {
  /** Names of places, by the place. */
  readonly origin: Id
  /** States of reasons, by all that they say. */
  readonly reason: number
  /** Columns, by what they work out. */
  readonly meaning: Id
  /** Types of columns, by their ids. */
  readonly column: Type
  readonly table: DecisionTable['inputs']
  readonly schedule: true
  readonly derived: true
  readonly pairs: true
  readonly grain: true
  readonly calendar: WorkCalendar
  readonly result: Result
  readonly credit: CreditColumns
}
type Book = keyof Books
type Entry = { readonly key: string; readonly answer: Books[Book] }

export type Ledger = {
  /** The next state of each class. */
  readonly next: { 'not-applicable': number; missing: number; other: number }
  /** The places of origins, in the order of their ids. */
  readonly spans: Span[]
  readonly get: <B extends Book>(book: B, key: string) => Books[B] | undefined
  readonly set: <B extends Book>(book: B, key: string, answer: Books[B]) => void
  /** Takes back what was set in this step. */
  readonly remove: (book: Book, key: string) => void
  /** What is asked and set from here to the next call: written down for who may take it again. */
  readonly begin: () => Written
  /** Sets all that was set then. */
  readonly take: (written: Written) => void
}
/** The keys with their books before them. */
export type Written = { readonly asked: Set<string>; readonly entries: Entry[] }

export function newLedger(): Ledger {
  const all = new Map<string, Books[Book]>()
  let written: Written = { asked: new Set(), entries: [] }
  return {
    next: { 'not-applicable': 1, missing: firstHeld, other: firstOther },
    spans: [],
    get: <B extends Book>(book: B, key: string) => {
      const whole = `${book} ${key}`
      written.asked.add(whole)
      return all.get(whole) as Books[B] | undefined
    },
    set: (book, key, answer) => {
      const whole = `${book} ${key}`
      all.set(whole, answer)
      written.entries.push({ key: whole, answer })
    },
    remove: (book, key) => {
      const whole = `${book} ${key}`
      all.delete(whole)
      const at = written.entries.findLastIndex((entry) => entry.key === whole)
      written.entries.splice(at, at < 0 ? 0 : 1)
    },
    begin: () => {
      written = { asked: new Set(), entries: [] }
      return written
    },
    take: ({ entries }) => {
      for (const { key, answer } of entries) all.set(key, answer)
    },
  }
}
