import type { Id } from '../../../plan/plan.ts'
import type { Answer } from '../answer.ts'
import type { Decider } from '../decider.ts'
import { type DecisionQuestion, requestOf } from '../question.ts'
import { type Axis, axesOf } from './axes.ts'
import { type AxisClass, type Cut, classAt, classesOf, lookedAt, saidOf } from './axis-classes.ts'

/** A clause looked at along one or two of its inputs; everything else is as a form says it. */
export type HeatMap = {
  readonly across: HeatAxis
  readonly down?: HeatAxis
  /** A row for each class of `down`, one row where there is none; in it a cell for each class of `across`. */
  readonly cells: readonly (readonly HeatCell[])[]
}
/** `all`: how many classes there are, of which those from `first` on are here; `now`: the one that the form is in, or −1. */
export type HeatAxis = {
  readonly axis: Axis
  readonly classes: readonly AxisClass[]
  readonly first: number
  readonly all: number
  readonly now: number
}
/** `answer`: for the values that the classes are said by. `same`: whether it was the same wherever in the cell it was asked. */
export type HeatCell = { readonly answer: Answer; readonly same: boolean }

export type HeatWanted = {
  readonly said: ReadonlyMap<string, string>
  /** Paths of inputs; where none are wanted, the two that most rows of tables test. `down: ''`: none. */
  readonly across?: string
  readonly down?: string
  /** Classes of one axis that are worked out at most. */
  readonly most: number
}

/** The axes that a clause can be looked at along; none where no table of it tests anything. */
export function heatAxes(question: DecisionQuestion): readonly Axis[] {
  const all = axesOf(question)
  return all.some(({ rows }) => rows > 0) ? all : []
}

/** Undefined where nothing is tested. */
export function heatMap(
  question: DecisionQuestion,
  decider: Pick<Decider, 'decide' | 'runs'>,
  wanted: HeatWanted,
): HeatMap | undefined {
  const all = heatAxes(question)
  const named = (path: string | undefined) => all.find(({ input }) => input.path === path)
  const across = named(wanted.across) ?? all.find(({ input }) => input.path !== wanted.down)
  if (!across) return undefined
  const tested = all.find((one) => one !== across && one.rows > 0)
  const chosen = wanted.down === '' ? undefined : (named(wanted.down) ?? tested)
  const down = chosen === across ? tested : chosen
  const asked = new Map<string, Answer>()
  const ask = (x: string, y: string | undefined): Answer => {
    const key = `${x}\n${y ?? ''}`
    const known = asked.get(key)
    if (known) return known
    const said = new Map(wanted.said).set(across.input.path, x)
    if (down && y !== undefined) said.set(down.input.path, y)
    const answer = decider.decide(requestOf(question, said))
    asked.set(key, answer)
    return answer
  }
  const flip = (y: string, x: string | undefined) => ask(x ?? '', y)
  // Where each request is a run of its own, only one value of each cell is asked.
  const quick = decider.runs === 'program'
  let xs = shownOf(across, wanted)
  let ys = down && shownOf(down, wanted)
  if (quick) {
    const budget = { left: mostAsked }
    xs = shownOf(across, wanted, cutsFound(across, xs.classes, ys?.classes, ask, budget))
    ys = down && ys && shownOf(down, wanted, cutsFound(down, ys.classes, xs.classes, flip, budget))
  }
  const probes = (axis: Axis, one: AxisClass) => (quick ? valuesIn(axis, one) : [one.said])
  const sides = xs.classes.map((one) => probes(across, one))
  const cells = (ys?.classes ?? [undefined]).map((row) => {
    const beside = row && down ? probes(down, row) : [undefined]
    return xs.classes.map((one, i): HeatCell => {
      const answer = ask(one.said, row?.said)
      const whole = wholeOf(answer)
      const same = (sides[i] ?? []).every((x) => beside.every((y) => wholeOf(ask(x, y)) === whole))
      return { answer, same }
    })
  })
  return { across: xs, ...(ys && { down: ys }), cells }
}

/**
 * As many classes as are wanted: those around the one that the form is in, else the first. The one that the form is in is
 * asked with what the form says.
 */
function shownOf(axis: Axis, { said, most }: HeatWanted, cuts: readonly Cut[] = []): HeatAxis {
  const own = said.get(axis.input.path)
  const found = classesOf(axis, cuts)
  const at = classAt(axis.input.type, found, own)
  const classes = found.map((one, i) => (i === at && own !== undefined ? { ...one, said: own } : one))
  const first = Math.max(0, Math.min(classes.length - most, at - Math.floor(most / 2)))
  const shown = classes.slice(first, first + most)
  return { axis, classes: shown, first, all: classes.length, now: at < 0 ? -1 : at - first }
}

/** Requests for the sake of cuts that no table names. */
const mostAsked = 6000

type Ask = (own: string, other: string | undefined) => Answer

/**
 * Where the answer changes within a class, because a table asks for something that is worked out of the input: the integers
 * between which it does, found by halving. What changes all the time, as an amount does, is no change.
 */
function cutsFound(
  axis: Axis,
  classes: readonly AxisClass[],
  others: readonly AxisClass[] | undefined,
  ask: Ask,
  budget: { left: number },
): readonly Cut[] {
  const { type } = axis.input
  const found = new Map<bigint, Cut>()
  const keyAt = (at: bigint, other: string | undefined, narrow: boolean) => {
    budget.left--
    const answer = ask(saidOf(type, at), other)
    return narrow ? wholeOf(answer) : partOf(answer)
  }
  const halve = (from: bigint, until: bigint, other: string | undefined, narrow: boolean): void => {
    if (until <= from || budget.left <= 0) return
    const before = keyAt(from, other, narrow)
    if (before === keyAt(until, other, narrow)) return
    let [low, high] = [from, until]
    while (high - low > 1n && budget.left > 0) {
      const middle = (low + high) >> 1n
      if (keyAt(middle, other, narrow) === before) low = middle
      else high = middle
    }
    if (high - low > 1n) return
    found.set(high, { above: high })
    halve(high, until, other, narrow)
  }
  for (const one of classes) {
    if (one.is !== 'range') continue
    const { from, until } = lookedAt(type, one)
    const narrow = until - from <= narrowest
    const points = stops(from, until, narrow)
    for (const other of others ?? [undefined])
      for (const [i, at] of points.entries()) if (i > 0) halve(points[i - 1] ?? at, at, other?.said, narrow)
  }
  return [...found.values()]
}

/** In so few integers amounts are told apart as well: each of them may be worth something else. */
const narrowest = 40n

function stops(from: bigint, until: bigint, narrow: boolean): readonly bigint[] {
  if (narrow) return Array.from({ length: Number(until - from) + 1 }, (_, i) => from + BigInt(i))
  const quarter = (until - from) / 4n
  return [from, from + quarter, from + 2n * quarter, from + 3n * quarter, until]
}

/** Values of a class: the one that it is said by, and of a range its ends. */
function valuesIn({ input }: Axis, one: AxisClass): readonly string[] {
  if (one.is !== 'range') return [one.said]
  const { from, until } = lookedAt(input.type, one)
  return [...new Set([one.said, saidOf(input.type, from), saidOf(input.type, until)])]
}

/** Everything that an answer says. */
function wholeOf(answer: Answer): string {
  const { state, results, reasons } = answer
  const why = Object.entries(reasons).map(([name, { code, path }]) => [name, code, path])
  return JSON.stringify([state, results, why, answer.problems.map(({ code, path }) => [code, path])])
}

/** What it says without its amounts. */
function partOf(answer: Answer): string {
  const { state, row, reason, values } = answer
  const words = [...values].flatMap(([name, value]): readonly (readonly [Id, string])[] => {
    if (value.is === 'number') return []
    return [[name, 'text' in value ? value.text : value.reason.code]]
  })
  return JSON.stringify([state, row?.table, row?.row, reason?.code, reason?.path, words])
}
