import { normalize, power10 } from '../../base/decimal.ts'
import type { Source, Span } from '../../base/span.ts'
import type { Typed } from '../../check/checked.ts'
import type { Definition } from '../../check/clauses.ts'
import { showPoint } from '../../check/geometry.ts'
import type { Type } from '../../check/types.ts'

/** What a checked program needs to be read part by part: its definitions by their names, and its texts. */
export type Read = {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly texts: ReadonlyMap<string, string>
}

export function readOf(order: readonly Definition[], sources: readonly Source[]): Read {
  return {
    definitions: new Map(order.map((one) => [one.id, one])),
    texts: new Map(sources.map(({ name, text }) => [name, text])),
  }
}

/** A number, or a day, that hangs on no data: `digits / 10^scale`, and on which days it holds. */
export type Constant = {
  readonly digits: bigint
  readonly scale: number
  readonly text: string
  readonly type: Type
  readonly from?: number
  readonly until?: number
}

/**
 * What an expression of constants comes to: a literal, a parameter without keys (one entry for each of its times), a value
 * for nobody in particular, and sums, differences and products of these. Undefined where it hangs on data.
 */
export function constantsOver(read: Read, typed: Typed): readonly Constant[] | undefined {
  switch (typed.is) {
    case 'const':
      return literal(read, typed)
    case 'parameter': {
      if (typed.keys.length > 0) return undefined
      const out: Constant[] = []
      for (const { value, from, until } of typed.of.rows) {
        const [only, ...more] = constantsOver(read, value) ?? []
        if (!only || more.length > 0) return undefined
        const days = typed.of.dated
          ? { ...(from !== undefined && { from }), ...(until !== undefined && { until }) }
          : {}
        out.push({ ...only, ...days })
      }
      return out
    }
    case 'result': {
      const of = read.definitions.get(typed.of)
      const nobody = typed.grain.record === undefined && typed.grain.period === undefined
      return of?.kind === 'value' && nobody ? constantsOver(read, of.value) : undefined
    }
    case 'negative': {
      const all = constantsOver(read, typed.a)
      return all?.map((one) => made({ ...one, digits: -one.digits }))
    }
    case 'arithmetic': {
      const [a, b] = [constantsOver(read, typed.a), constantsOver(read, typed.b)]
      if (!a || !b || (a.length > 1 && b.length > 1)) return undefined
      return a.flatMap((x) => b.flatMap((y) => reckoned(typed.op, x, y, typed.type) ?? []))
    }
    default:
      return undefined
  }
}

function literal(read: Read, typed: Extract<Typed, { is: 'const' }>): readonly Constant[] | undefined {
  const { value, type, span } = typed
  if (typeof value === 'number') {
    const text = type.is === 'date' ? showPoint(BigInt(value), type) : written(read, span)
    return [{ digits: BigInt(value), scale: 0, type, text }]
  }
  if (typeof value !== 'bigint' || type.is === 'error') return undefined
  const scale = type.is === 'number' ? type.range.scale : 0
  const plain = type.is === 'number' || type.is === 'date'
  return [{ digits: value, scale, type, text: plain ? showPoint(value, type) : written(read, span) }]
}

function reckoned(
  op: '+' | '-' | '*' | '/',
  a: Constant,
  b: Constant,
  type: Type,
): readonly Constant[] | undefined {
  if (op === '/' || type.is !== 'number' || a.type.is !== 'number' || b.type.is !== 'number') return undefined
  const days = a.from !== undefined || a.until !== undefined ? a : b
  const when = {
    ...(days.from !== undefined && { from: days.from }),
    ...(days.until !== undefined && { until: days.until }),
  }
  if (op === '*')
    return [made({ digits: a.digits * b.digits, scale: a.scale + b.scale, type, text: '', ...when })]
  const scale = Math.max(a.scale, b.scale)
  const [x, y] = [atScale(a, scale), atScale(b, scale)]
  return [made({ digits: op === '+' ? x + y : x - y, scale, type, text: '', ...when })]
}

function made(one: Constant): Constant {
  const { digits, scale, type } = one
  if (type.is !== 'number') return { ...one, text: String(digits) }
  return { ...one, text: showPoint(digits, { ...type, range: { ...type.range, scale } }) }
}

export function atScale({ digits, scale }: Pick<Constant, 'digits' | 'scale'>, wanted: number): bigint {
  return digits * power10(wanted - scale)
}

export function percentText({ digits, scale }: Pick<Constant, 'digits' | 'scale'>): string {
  return showPoint(digits, { is: 'number', unit: 'percent', range: { scale, min: 0n, max: 0n } })
}

export function sameAmount(a: Constant, b: Constant): boolean {
  const [x, y] = [normalize(a), normalize(b)]
  return x.digits === y.digits && x.scale === y.scale
}

/** Two constants side by side, for each time at which they are not the same. */
export type Moved = {
  readonly old: Constant
  readonly next: Constant
  readonly from?: number
  readonly until?: number
}

export function movedBetween(old: readonly Constant[], next: readonly Constant[]): readonly Moved[] {
  const out: Moved[] = []
  for (const a of old)
    for (const b of next) {
      const from = most(a.from, b.from, (x, y) => (x > y ? x : y))
      const until = most(a.until, b.until, (x, y) => (x < y ? x : y))
      if (from !== undefined && until !== undefined && from > until) continue
      if (sameAmount(a, b)) continue
      const last = out.at(-1)
      const goesOn =
        last &&
        sameAmount(last.old, a) &&
        sameAmount(last.next, b) &&
        last.until !== undefined &&
        from === last.until + 1
      if (goesOn) out.pop()
      const begin = goesOn ? last.from : from
      out.push({
        old: a,
        next: b,
        ...(begin !== undefined && { from: begin }),
        ...(until !== undefined && { until }),
      })
    }
  return out
}

function most(
  a: number | undefined,
  b: number | undefined,
  choose: (a: number, b: number) => number,
): number | undefined {
  return a === undefined ? b : b === undefined ? a : choose(a, b)
}

/** What anybody reads on a line. */
const longest = 120

/** How the author wrote it, on one line. */
export function written({ texts }: Read, { source, from, to }: Span): string {
  const text = (texts.get(source) ?? '').slice(from, to).replace(/\s+/gu, ' ').trim()
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
