import { parseDay } from '../../base/day.ts'
import { parseDecimal, power10 } from '../../base/decimal.ts'
import { readInstant } from '../../base/local-time.ts'
import type { Zone } from '../../base/work-calendar.ts'
import { parsePeriod, periodAt } from '../../calendar/periods.ts'
import type { Field, IntType, PeriodKind } from '../../plan/plan.ts'
import { type Found, failing, present, rowIn } from './world.ts'

export type CellReader = {
  readonly kind: (id: string) => PeriodKind | undefined
  /** The row of another record that a text names; −1 where there is none. */
  readonly rowOf: (relation: string, key: string) => number
  readonly zone?: Zone
}

/**
 * What a service wrote in a field: exact, or the state of a cell that is empty or cannot be read. A binary fraction is
 * refused, since nobody knows which decimal was meant.
 */
export function readCell(field: Field, raw: unknown, reader: CellReader): Found {
  const row = field.type.is === 'ref' ? rowIn(raw) : undefined
  if (row !== undefined) return present(BigInt(row))
  const text = textOf(raw)
  if (text === '') return failing(field.missing)
  const value = text === undefined ? undefined : meaningOf(field, text, reader)
  return value === undefined ? failing(field.bad) : present(value)
}

function textOf(raw: unknown): string | undefined {
  switch (typeof raw) {
    case 'undefined':
      return ''
    case 'string':
      return raw.trim()
    case 'number':
      return Number.isSafeInteger(raw) ? String(raw) : undefined
    case 'bigint':
    case 'boolean':
      return String(raw)
    default:
      return raw === null ? '' : undefined
  }
}

function meaningOf({ type }: Field, text: string, reader: CellReader): bigint | string | undefined {
  switch (type.is) {
    case 'text':
      return text
    case 'int':
      return readNumber(type, plainOf(text))
    case 'enum':
      return wordOf(type.values, text)
    case 'truth':
      return truths.get(plainOf(text).toLowerCase())
    case 'time': {
      const found = readInstant(reader.zone, plainOf(text))
      return typeof found === 'string' ? undefined : BigInt(found.at)
    }
    case 'date':
      return wholeOf(parseDay(plainOf(text).replace(/[T\s]+0?0:00(?::00(?:\.0+)?)?$/i, '')))
    case 'period': {
      const kind = reader.kind(type.kind)
      const day = parseDay(plainOf(text))
      const named =
        kind &&
        (parsePeriod(kind, text)?.start ?? (day === undefined ? undefined : periodAt(kind, day)?.start))
      return wholeOf(named)
    }
    case 'ref': {
      const row = reader.rowOf(type.relation, text)
      return row < 0 ? undefined : BigInt(row)
    }
  }
}

function wholeOf(value: number | undefined): bigint | undefined {
  return value === undefined ? undefined : BigInt(value)
}

const truths: ReadonlyMap<string, bigint> = new Map([
  ...['true', 'yes', 'y', '1', '是'].map((word): [string, bigint] => [word, 1n]),
  ...['false', 'no', 'n', '0', '否'].map((word): [string, bigint] => [word, 0n]),
])

/** Full-width forms as their ASCII twins. */
function plainOf(text: string): string {
  return text.normalize('NFKC').replaceAll('\u2212', '-').trim()
}

/** `1234.50`, `1,234.50`, `12%`, `3‰`, `8折`, `¥500`, `500 CNY`: an integer at the scale of the type. */
function readNumber(type: IntType, text: string): bigint | undefined {
  const share = type.unit === 'percent' || type.unit === 'price-ratio' || type.unit === 'ratio'
  const mark = share ? /[%‰折]$/u.exec(text)?.[0] : undefined
  const bare =
    mark !== undefined ? text.slice(0, -1).trim() : type.unit === 'money' ? withoutCurrency(type, text) : text
  const isGrouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)
  const value = parseDecimal((isGrouped ? bare.replaceAll(',', '') : bare).replace(/^([+-]?)\./, '$10.'))
  if (value === undefined) return undefined
  const places = placesOf(type, mark, bare, value.digits === 0n)
  if (places === undefined) return undefined
  const scale = value.scale + places
  const over = power10(Math.max(0, scale - type.scale))
  const digits = value.digits * power10(Math.max(0, type.scale - scale))
  if (digits % over !== 0n) return undefined
  const found = digits / over
  return found < BigInt(type.min) || found > BigInt(type.max) ? undefined : found
}

/** How many places a sign moves the point; undefined where a bare number could be meant in two ways. */
function placesOf(
  type: IntType,
  mark: string | undefined,
  bare: string,
  isZero: boolean,
): number | undefined {
  if (mark === '%') return 2
  if (mark === '‰') return 3
  if (mark === '折') {
    if (type.unit !== 'price-ratio') return undefined
    // 8折 and 8.5折 are tenths, 85折 hundredths; 10折 could be all of the price or a tenth of it.
    if (/^\d(?:\.\d)?$/.test(bare)) return 1
    return /^[1-9]\d$/.test(bare) && bare !== '10' ? 2 : undefined
  }
  return (type.unit === 'percent' || type.unit === 'price-ratio') && !isZero ? undefined : 0
}

const signs: ReadonlyMap<string, readonly string[]> = new Map([
  ['¥', ['CNY', 'JPY']],
  ['元', ['CNY', 'TWD', 'HKD']],
  ['$', ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD']],
  ['€', ['EUR']],
  ['£', ['GBP']],
])

/** The number beside a currency that is the type's own; of another one nothing can be read. */
function withoutCurrency({ currency }: IntType, text: string): string {
  const m = /^([+-]?)\s*(?:([A-Za-z]{3}|\p{Sc})\s*)?([+-]?[\d.,]+?)\s*([A-Za-z]{3}|\p{Sc}|元)?$/u.exec(text)
  if (!m) return text
  const marks = [m[2], m[4]].filter((mark) => mark !== undefined)
  const own = (mark: string): boolean =>
    currency !== undefined &&
    (mark.toUpperCase() === currency || (signs.get(mark)?.includes(currency) ?? false))
  return marks.every(own) ? `${m[1] ?? ''}${m[3] ?? ''}` : ''
}

/** A word of the list; full-width letters are the same letters, where they are those of one word alone. */
function wordOf(values: readonly string[], text: string): bigint | undefined {
  const exact = values.indexOf(text)
  if (exact >= 0) return BigInt(exact)
  const plain = text.normalize('NFKC')
  const same = values.flatMap((word, i) => (word.normalize('NFKC') === plain ? [i] : []))
  return same.length === 1 && same[0] !== undefined ? BigInt(same[0]) : undefined
}
