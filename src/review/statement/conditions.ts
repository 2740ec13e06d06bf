import type { Language } from '../../base/language.ts'
import type { Expr, Id } from '../../plan/plan.ts'
import { type Domain, type Engine, need } from '../../targets/evaluate/engine.ts'
import { formulaOf } from '../../targets/evaluate/formula.ts'
import { isThere } from '../../targets/evaluate/formula-parts.ts'
import { piecesOf } from '../../targets/evaluate/marks.ts'
import { placeRow } from '../../targets/evaluate/place-row.ts'
import { formulaLines } from '../../targets/evaluate/print-steps.ts'
import { partsOf } from '../../targets/evaluate/spans.ts'
import { integerFor, partsTaken, stateFor } from '../../targets/evaluate/sub-expression.ts'
import { stateAt } from '../../targets/evaluate/vector.ts'
import { shortOf } from './short-of.ts'
import type { ConditionView } from './view.ts'

/** A test, at a row. */
export type Tested = { readonly domain: Domain; readonly row: number; readonly test: Expr }

/** Each part of a test with its numbers: those that must all hold stand one by one. */
export function conditionsOf(engine: Engine, tested: Tested, language: Language): readonly ConditionView[] {
  const { domain, row, test } = tested
  return partsThatMustHold(engine, test).map((part) => {
    const found = integerFor(engine, domain, row, part)
    const holds = found === undefined ? 'unknown' : found === 0n ? 'no' : 'yes'
    const formula = formulaOf({ engine, domain, row, named: () => {}, refs: true }, part)
    const short = holds === 'no' ? shortIn(engine, domain, row, part) : undefined
    return {
      lines: formulaLines(formula, language, 'marked').map(piecesOf),
      holds,
      ...(short && { short }),
    }
  })
}

/** The parts of `a and b`, also of one that stands in a column of its own without a name. */
function partsThatMustHold(engine: Engine, test: Expr): readonly Expr[] {
  if (test.op === 'and')
    return test.all.filter((one) => !isThere(one)).flatMap((one) => partsThatMustHold(engine, one))
  if (test.op === 'column') {
    const column = need(engine.model.columns, test.column)
    if (column.label === undefined && column.expr.op === 'and') return partsThatMustHold(engine, column.expr)
  }
  return [test]
}

function shortIn(engine: Engine, domain: Domain, row: number, test: Expr) {
  const found = test.op === 'column' ? need(engine.model.columns, test.column) : undefined
  const expr = found && found.label === undefined ? found.expr : test
  if (expr.op !== 'compare' || expr.by === '=' || expr.by === '<>' || expr.a.n.op !== 'column')
    return undefined
  const n = integerFor(engine, domain, row, expr.b.n)
  const d = expr.b.d === undefined ? 1n : integerFor(engine, domain, row, expr.b.d)
  const column = need(engine.model.columns, expr.a.n.column)
  const own = expr.a.d === undefined ? undefined : expr.a.d.op === 'column' ? expr.a.d.column : ''
  const { type } = column
  if (type.is !== 'int' || type.scale !== expr.a.scale) return undefined
  if (n === undefined || d === undefined || column.grain !== domain.grain.id || own !== column.denominator)
    return undefined
  return shortOf(engine, domain, row, column.id, expr.by, { n, d, scale: expr.b.scale })
}

/**
 * Whom a value is not for: the test that its column, or the one that it reads, asks first and that does not hold here.
 * `of`: the column whose test it is.
 */
export function scopeOf(engine: Engine, id: Id, row: number): (Tested & { readonly of: Id }) | undefined {
  const column = need(engine.model.columns, id)
  const domain = need(engine.domains, column.grain)
  const state = stateAt(need(engine.columns, id).states, row)
  return state === 0 ? undefined : scopeIn(engine, domain, row, column.expr, state, id, 0)
}

/** Deeper than any policy goes. */
const deepest = 60

function scopeIn(
  engine: Engine,
  domain: Domain,
  row: number,
  expr: Expr,
  state: number,
  of: Id,
  depth: number,
): (Tested & { readonly of: Id }) | undefined {
  if (depth > deepest) return undefined
  if (expr.op === 'choose') {
    for (const { when, then } of expr.cases) {
      const test = integerFor(engine, domain, row, when)
      if (test === undefined) break
      if (test === 0n) continue
      if (then.op !== 'fail' || then.state !== state) break
      // What is asked is that it holds; the plan asks for the opposite.
      if (when.op === 'not' && !isThere(when.a)) return { domain, row, test: when.a, of }
      return undefined
    }
  }
  if (expr.op === 'column' || expr.op === 'lookup') {
    const column = need(engine.model.columns, expr.column)
    const target = need(engine.domains, column.grain)
    const at = expr.op === 'column' ? row : placeRow(engine, domain, row, target, expr.at)
    if (at === undefined || stateAt(need(engine.columns, expr.column).states, at) !== state) return undefined
    return scopeIn(engine, target, at, column.expr, state, column.id, depth + 1)
  }
  for (const part of partsTaken(engine, domain, row, expr, partsOf(expr))) {
    if (stateFor(engine, domain, row, part) !== state) continue
    const found = scopeIn(engine, domain, row, part, state, of, depth + 1)
    if (found) return found
  }
  return undefined
}
