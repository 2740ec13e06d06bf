import type { Interval, TableRow, Test } from './checked.ts'
import { intersect, showPoint } from './geometry.ts'
import type { Type } from './types.ts'

/** What an input may be: one of a list, yes or no, or a place on a line. */
export type Domain = {
  readonly name: string
  readonly type: Type
  readonly words: readonly string[]
  /** Days and counts: nothing lies between two places that are one step apart. */
  readonly step?: bigint
}

/** A part of a domain that every test lets through whole or not at all, and how a reader would write it. */
type Piece = { readonly shown: string; readonly passes: (test: Test) => boolean }

/** Tests of a row that are tried before the search gives up and stays silent: tables that people read need far fewer. */
const patience = 2_000_000

/**
 * The first case that no row lets through, as a reader would write it (`discount > 10%, role manager`). With `by`,
 * only cases that this row lets through count: without one, the rows above it leave it nothing.
 */
export function uncovered(
  domains: readonly Domain[],
  rows: readonly TableRow[],
  by?: TableRow,
): { readonly is: 'case'; readonly example: string } | { readonly is: 'none' } | { readonly is: 'unknown' } {
  let left = patience
  const search = (
    column: number,
    open: readonly TableRow[],
    shown: readonly string[],
  ): string | undefined => {
    const domain = domains[column]
    if (!domain) return open.length === 0 ? shown.join(', ') : undefined
    // A row that asks nothing more covers whatever is still to come.
    if (open.some((row) => row.tests.slice(column).every((test) => test.is === 'any'))) return undefined
    const tests = open.map((row) => row.tests[column] ?? anything)
    const wanted = by?.tests[column] ?? anything
    for (const piece of piecesOf(domain, [...tests, wanted])) {
      left -= tests.length + 1
      if (left < 0) return undefined
      if (!piece.passes(wanted)) continue
      const rest = open.filter((row) => piece.passes(row.tests[column] ?? anything))
      const found = search(column + 1, rest, [...shown, `${domain.name} ${piece.shown}`.trim()])
      if (found !== undefined) return found
    }
    return undefined
  }
  const example = search(0, rows, [])
  if (example !== undefined) return { is: 'case', example }
  return left < 0 ? { is: 'unknown' } : { is: 'none' }
}

const anything: Test = { is: 'any' }

function piecesOf(domain: Domain, tests: readonly Test[]): readonly Piece[] {
  if (tests.every((test) => test.is === 'any')) return [{ shown: '-', passes: () => true }]
  if (domain.type.is === 'enum')
    return domain.words.map((word) => ({ shown: word, passes: (test) => passesWord(test, word) }))
  if (domain.type.is === 'truth')
    return [true, false].map((value) => ({
      shown: String(value),
      passes: (test) => test.is !== 'truth' || test.value === value,
    }))
  return line(tests, domain.step).map((piece) => ({
    shown: shownPiece(piece, domain.type),
    passes: (test) => passesPiece(test, piece),
  }))
}

function passesWord(test: Test, word: string): boolean {
  return test.is !== 'words' || test.values.includes(word) !== test.negated
}

function passesPiece(test: Test, piece: Interval): boolean {
  if (test.is !== 'intervals') return true
  return test.intervals.some((interval) => intersect(interval, piece) !== undefined) !== test.negated
}

/** The line cut at every bound: what lies below the first, each bound, what lies between two, what lies above. */
function line(tests: readonly Test[], step: bigint | undefined): readonly Interval[] {
  const bounds = tests.flatMap((test) =>
    test.is === 'intervals' ? test.intervals.flatMap((i) => [i.low?.at, i.high?.at]) : [],
  )
  const points = [...new Set(bounds.filter((at) => at !== undefined))].sort((a, b) =>
    a < b ? -1 : a > b ? 1 : 0,
  )
  const pieces: Interval[] = []
  for (const [i, at] of points.entries()) {
    const before = points[i - 1]
    if (before === undefined || step === undefined || at - before > step)
      pieces.push({
        ...(before !== undefined && { low: { at: before, included: false } }),
        high: { at, included: false },
      })
    pieces.push({ low: { at, included: true }, high: { at, included: true } })
  }
  const last = points.at(-1)
  return last === undefined ? [{}] : [...pieces, { low: { at: last, included: false } }]
}

function shownPiece(piece: Interval, type: Type): string {
  const { low, high } = piece
  if (low?.included) return showPoint(low.at, type)
  if (low) return `> ${showPoint(low.at, type)}`
  return high ? `< ${showPoint(high.at, type)}` : '-'
}
