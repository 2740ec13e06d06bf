import type { Language } from '../../base/language.ts'
import type { Engine } from '../../targets/evaluate/engine.ts'
import { clockWords, words } from '../../targets/evaluate/explanation-words.ts'
import { type Piece, piecesOf } from '../../targets/evaluate/marks.ts'
import { brieflyShown, printShown } from '../../targets/evaluate/print-shown.ts'
import {
  formulaLines,
  stepParts,
  stepsShown,
  tierHead,
  tierRows,
} from '../../targets/evaluate/print-steps.ts'
import { labelOf, tableTexts } from '../../targets/evaluate/print-value.ts'
import type { Explanation, TraceStep, TraceValue } from '../../targets/evaluate/trace.ts'
import { isUndecided, reasonView } from './reason-view.ts'
import { rowsView } from './rows-view.ts'
import type { ExplanationView, PlaceView, StepView, ValueView } from './view.ts'

/** An explanation for a page: made with `refs`, so that its numbers can be opened. */
export function explanationView(
  engine: Engine,
  explanation: Pick<Explanation, 'steps' | 'values'>,
  language: Language,
): ExplanationView {
  return {
    steps: stepViews(explanation.steps, language),
    values: explanation.values.flatMap((value) => valueView(engine, value, language) ?? []),
  }
}

function stepViews(steps: readonly TraceStep[], language: Language): readonly StepView[] {
  return stepsShown(steps).map((step) => {
    const { word, lines, below, amount } = stepParts(step, language)
    const { tiers } = step
    return {
      word,
      lines: lines.map(piecesOf),
      ...(tiers && {
        tiers: { head: piecesOf(tierHead(tiers, language, 'marked')), rows: tierRows(tiers, language) },
      }),
      parts: (step.parts ?? []).map(({ label, value, ref, clause }) => ({
        label,
        amount: brieflyShown(value, language),
        ...(ref && { ref }),
        ...(clause !== undefined && { clause }),
      })),
      below: below.map(piecesOf),
      amount,
      held: step.result.is === 'held',
      place: placeView(step.source),
    }
  })
}

/** One value with its formula; undefined for one that was explained without its place. */
export function valueView(engine: Engine, value: TraceValue, language: Language): ValueView | undefined {
  const { ref, clause, table } = value
  if (!ref) return undefined
  const result = brieflyShown(value.result, language)
  const label = labelOf(value, language)
  const lines = formulaLines(value.formula, language, 'marked').map(piecesOf)
  return {
    ref,
    label,
    ...(value.of !== undefined && { of: value.of }),
    result,
    ...(isUndecided(value.result) && { reason: reasonView(value.result.reason, language) }),
    // What only says the name or the result again is left out.
    lines: clause ? [] : lines.filter((line) => !says(line, label) && !says(line, result)),
    ...(clause && { clause: clause.id, steps: stepViews(clause.steps, language) }),
    ...(value.rows && { rows: rowsView(engine, value.rows, language) }),
    since: (value.since ?? []).map(
      (one) => `${words.since[language]} ${one.period} ${printShown(one.value, language)}`,
    ),
    events: (value.events ?? []).map(
      ({ is, at }) => `${printShown(at, language)} ${clockWords[is]?.[language] ?? is}`,
    ),
    ...(table && { table: tableTexts(table, language) }),
    place: placeView(value.source),
  }
}

function says(line: readonly Piece[], text: string): boolean {
  return (
    line
      .map((piece) => piece.text)
      .join('')
      .replace(/^= /u, '') === text
  )
}

function placeView({ file, line }: PlaceView): PlaceView {
  return { file, line }
}
