import {
  type AxisClass,
  compareDecimals,
  type Decimal,
  type HeatAxis,
  type HeatCell,
  heatAxes,
  heatMap,
  type Language,
  printShown,
  type Shown,
} from '../../../../src/index.ts'
import type {
  HeatAxisShown,
  HeatCellShown,
  HeatEnd,
  HeatPart,
  HeatShown,
  RequestsOf,
} from '../protocol-decide.ts'
import type { Ran, Session } from '../session.ts'
import { labelOf, resultText, whyLine } from './decide.ts'
import { type Asked, askedOf } from './deciders.ts'

/** Parts of an input: what still can be looked at. Where each request is a run of its own, what does not take too long. */
const most = { program: 40, engine: 12 }

/** Of these a reader is told why nothing is decided. */
const mostReasons = 3

export function decideHeat({ edited: ran }: Session, ask: RequestsOf<'decideHeat'>): HeatShown | undefined {
  const asked = ran && askedOf(ran.plan, ask.clause, ask.now)
  if (!asked) return undefined
  const { said, across, down, language } = ask
  const found = heatMap(asked.question, asked.decider, {
    said,
    most: most[asked.decider.runs],
    ...(across !== undefined && { across }),
    ...(down !== undefined && { down }),
  })
  if (!found) return undefined
  const telling = tellingOf(asked, found.cells.flat())
  const cells = found.cells.map((row) => row.map((cell) => cellOf(ran, asked, cell, telling, language)))
  const order = inOrder(found.cells.flat(), cells.flat())
  const reasons = found.cells
    .flat()
    .flatMap(({ answer }) => [
      ...answer.problems,
      ...(answer.state === 'undecided' && answer.reason ? [answer.reason] : []),
    ])
  return {
    axes: heatAxes(asked.question).map(({ input }) => ({
      path: input.path,
      label: labelOf(input, ask.clause),
    })),
    across: axisOf(found.across, ask.clause, language),
    ...(found.down && { down: axisOf(found.down, ask.clause, language) }),
    cells: cells.map((row) => row.map((cell) => withKind(cell, order))),
    kinds: order.length,
    why: [...new Set(reasons.map((one) => whyLine(asked, one, language)))].slice(0, mostReasons),
  }
}

function axisOf(
  { axis, classes, first, all, now }: HeatAxis,
  clause: string,
  language: Language,
): HeatAxisShown {
  const { input } = axis
  const parts = classes.map((one) => ({
    ...partOf(one, language),
    ...(input.type.is === 'date' && { isDay: true as const }),
  }))
  return { path: input.path, label: labelOf(input, clause), parts, first, all, now }
}

function partOf(one: AxisClass, language: Language): HeatPart {
  const text = (shown: Shown) => printShown(shown, language, { currency: true })
  const end = ({ shown, included }: { shown: Shown; included: boolean }): HeatEnd => ({
    text: text(shown),
    included,
  })
  switch (one.is) {
    case 'word':
      return { said: one.said, word: text(one.shown) }
    case 'other':
      return { said: one.said, other: true }
    case 'range':
      if (one.from === one.until) return { said: one.said, word: text(one.only) }
      return {
        said: one.said,
        ...(one.low && { low: end(one.low) }),
        ...(one.high && { high: end(one.high) }),
      }
  }
}

/** Beside its first result an answer is shown by this many others. */
const mostOthers = 2

/** The results that tell the cells apart: the first, and others that are not everywhere the same. Yes and no say little alone. */
function tellingOf({ decider }: Asked, cells: readonly HeatCell[]): readonly string[] {
  const [first, ...others] = decider.results
  const decided = cells.filter(({ answer }) => answer.state === 'decided')
  const telling = others.filter(
    ({ name, type }) =>
      type.is !== 'truth' && new Set(decided.map(({ answer }) => String(answer.results[name]))).size > 1,
  )
  return [...(first ? [first] : []), ...telling.slice(0, mostOthers)].map(({ name }) => name)
}

function cellOf(
  ran: Ran,
  asked: Asked,
  { answer, same }: HeatCell,
  telling: readonly string[],
  language: Language,
): HeatCellShown {
  const { state, values, reasons } = answer
  const texts = telling.flatMap((name) => {
    const value = values.get(name)
    if (!value || reasons[name] !== undefined) return []
    return [resultText(ran, asked, name, value, language)]
  })
  return { state, text: state === 'decided' ? texts.join(' · ') : '', same }
}

/** The outcomes, each once: amounts by their size, words as they come. */
function inOrder(answers: readonly HeatCell[], cells: readonly HeatCellShown[]): readonly string[] {
  const firsts = new Map<string, Decimal | undefined>()
  for (const [i, { state, text }] of cells.entries()) {
    const [value] = answers[i]?.answer.values.values() ?? []
    if (state === 'decided' && !firsts.has(text)) firsts.set(text, value?.is === 'number' ? value : undefined)
  }
  return [...firsts].sort(([, a], [, b]) => (a && b ? compareDecimals(a, b) : 0)).map(([text]) => text)
}

function withKind(cell: HeatCellShown, order: readonly string[]): HeatCellShown {
  return cell.state === 'decided' ? { ...cell, kind: order.indexOf(cell.text) } : cell
}
