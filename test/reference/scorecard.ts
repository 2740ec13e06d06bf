import { unreachable } from '../../src/base/unreachable.ts'
import type {
  Expr,
  Indicator,
  Score,
  ScorecardDeclaration,
  ScorecardLine,
  Table,
} from '../../src/syntax/ast.ts'
import { rounded } from './commission.ts'
import { given } from './decision-table.ts'
import { order } from './order.ts'
import { product } from './product.ts'
import { add, divide, fixed, multiply, rational, subtract, zero } from './rational.ts'
import { bandAt, scheduleOf } from './schedule.ts'
import { interpolated } from './tiers.ts'
import {
  addend,
  apply,
  exact,
  fraction,
  held,
  heldOf,
  notApplicable,
  numberOf,
  present,
  type Result,
  truthOf,
  used,
  type Value,
} from './value.ts'
import type { Scope, World } from './world.ts'

const hundred = exact(rational(100n))

function lineOf<K extends Indicator['lines'][number]['is']>(indicator: Indicator, is: K) {
  return indicator.lines.find((line): line is Extract<typeof line, { is: K }> => line.is === is)
}

/** The actual, over the target when there is one. Not applicable passes through: the indicator is then not counted. */
function measure(world: World, indicator: Indicator, scope: Scope): Result<Value> {
  const actual = lineOf(indicator, 'actual')
  const target = lineOf(indicator, 'target')
  if (!actual) throw new Error('an indicator measures something')
  const a = world.evaluate(actual.value, scope)
  if (!target) return a
  const t = world.evaluate(target.value, scope)
  for (const part of [a, t]) {
    if (part.is === 'not-applicable' || (part.is === 'held' && !part.missing)) return part
  }
  if (t.is === 'present' && numberOf(t.value).n === 0n) return held('division by zero')
  return apply(a, (x) => apply(t, (y) => present(fraction(divide(numberOf(x), numberOf(y))))))
}

function bound(world: World, expression: Expr | undefined, scope: Scope): Value | undefined {
  if (!expression) return undefined
  const result = world.evaluate(expression, scope)
  if (result.is !== 'present') throw new Error('a bound of a score is a plain number')
  return result.value
}

function ratio(world: World, score: Score & { is: 'ratio' }, value: Value, scope: Scope): Value {
  const from = bound(world, score.from, scope)
  const upTo = bound(world, score.upTo, scope)
  if (from && order(value, from) < 0) return exact(zero)
  return product(upTo && order(value, upTo) > 0 ? upTo : value, hundred)
}

function step(world: World, table: Table, value: Value, scope: Scope): Result<Value> {
  const schedule = scheduleOf(world, table, scope)
  return apply(bandAt(schedule, numberOf(value)), (index) => schedule.bands[index]?.give ?? held('no row'))
}

function scoreOf(world: World, indicator: Indicator, score: Score, scope: Scope): Result<Value> {
  switch (score.is) {
    case 'points': {
      const points = world.evaluate(score.points, scope)
      if (points.is !== 'present') return points
      const low = bound(world, score.from, scope)
      const high = bound(world, score.upTo, scope)
      if (low && order(points.value, low) < 0) return present(low)
      return present(high && order(points.value, high) > 0 ? high : points.value)
    }
    case 'pass-fail': {
      const test = score.test ? world.evaluate(score.test, scope) : measured(world, indicator, scope)
      if (test.is !== 'present') return score.test ? used(test) : test
      return present(truthOf(test.value) ? hundred : exact(zero))
    }
    default: {
      const value = measure(world, indicator, scope)
      if (value.is !== 'present') return value
      if (score.is === 'ratio') return present(ratio(world, score, value.value, scope))
      if (score.is === 'steps') return step(world, score.table, value.value, scope)
      if (score.is === 'linear') {
        const { bands } = scheduleOf(world, score.table, scope)
        return apply(interpolated(bands, numberOf(value.value), false), (y) => present(fraction(y)))
      }
      return unreachable(score)
    }
  }
}

/** A bare `pass-fail`: the actual is yes or no, or reaches its target. */
function measured(world: World, indicator: Indicator, scope: Scope): Result<Value> {
  const actual = lineOf(indicator, 'actual')
  const target = lineOf(indicator, 'target')
  if (!actual) throw new Error('an indicator measures something')
  const a = world.evaluate(actual.value, scope)
  if (!target || a.is !== 'present') return a
  const t = world.evaluate(target.value, scope)
  if (t.is !== 'present') return t
  return present({ is: 'truth', value: order(a.value, t.value) >= 0 })
}

type Round = ScorecardLine & { is: 'round' }

function indicatorScore(world: World, indicator: Indicator, round: Round | undefined, scope: Scope) {
  const applies = lineOf(indicator, 'applies')
  if (applies) {
    const test = used(world.evaluate(applies.when, scope))
    if (test.is === 'held') return test
    if (test.is === 'present' && !truthOf(test.value)) return notApplicable('the indicator does not apply')
  }
  const line = lineOf(indicator, 'score')
  if (!line) throw new Error('an indicator has a score')
  const score = scoreOf(world, indicator, line.score, scope)
  if (score.is !== 'present') return score
  // A score is shown: where the scorecard rounds nothing, it stands at the 12 places that it is shown to.
  return round ? rounded(world, score, round, scope) : present(exact(addend(score.value)))
}

function weighted(
  world: World,
  declaration: ScorecardDeclaration,
  scores: ReadonlyMap<string, Result<Value>>,
  scope: Scope,
): Result<Value> {
  const indicators = declaration.lines.filter((line) => line.is === 'indicator')
  const moved = declaration.lines.find((line) => line.is === 'moved-weight')
  // Where the weights should go there is nothing to weigh: that is known whatever the others are.
  const receiver = moved && typeof moved.to === 'object' ? moved.to.text : undefined
  if (receiver !== undefined && scores.get(receiver)?.is === 'not-applicable') {
    return notApplicable(`${receiver} does not apply`)
  }
  const problem = heldOf([...scores.values()].filter((score) => score.is === 'held'))
  if (problem) return problem
  const weightOf = (indicator: Indicator) => {
    const weight = world.evaluate(indicator.weight, scope)
    if (weight.is !== 'present') throw new Error('a weight is a plain number')
    return numberOf(weight.value)
  }
  let sum = zero
  let whole = zero
  let left = zero
  for (const indicator of indicators) {
    const score = scores.get(indicator.name.text)
    if (score?.is !== 'present') {
      left = add(left, weightOf(indicator))
      continue
    }
    whole = add(whole, weightOf(indicator))
    sum = add(sum, addend(product(score.value, exact(weightOf(indicator)))))
  }
  if (left.n === 0n) return present(exact(sum))
  if (!moved) return held('an indicator does not apply, and nothing says where its weight goes')
  if (whole.n === 0n) return notApplicable('no indicator applies')
  if (moved.to === 'lost') return present(exact(sum))
  if (moved.to === 'proportion') {
    return present(fraction(divide(multiply(sum, add(whole, left)), whole)))
  }
  const indicator = indicators.find(({ name }) => name.text === receiver)
  const score = scores.get(moved.to.text)
  if (!indicator || score?.is !== 'present') return notApplicable('no indicator applies')
  const own = weightOf(indicator)
  const before = addend(product(score.value, exact(own)))
  const after = addend(product(score.value, exact(add(own, left))))
  return present(exact(add(subtract(sum, before), after)))
}

/** The total, an indicator's score by its name, or a result of the levels table by its heading. */
export function scorecard(
  world: World,
  declaration: ScorecardDeclaration,
  scope: Scope,
  output: string,
): Result<Value> {
  const round = declaration.lines.find((line) => line.is === 'round')
  const scores = new Map<string, Result<Value>>()
  for (const line of declaration.lines) {
    if (line.is === 'indicator') scores.set(line.name.text, indicatorScore(world, line, round, scope))
  }
  const indicator = scores.get(output)
  if (indicator) return indicator
  const total = totalOf(world, declaration, scores, round, scope)
  if (output === 'score' || total.is !== 'present') return total
  return levelOf(world, declaration, total.value, scope, output)
}

function totalOf(
  world: World,
  declaration: ScorecardDeclaration,
  scores: ReadonlyMap<string, Result<Value>>,
  round: Round | undefined,
  scope: Scope,
): Result<Value> {
  for (const line of declaration.lines) {
    if (line.is !== 'knock-out') continue
    const test = used(world.evaluate(line.test, scope))
    if (test.is === 'held') return test
    if (test.is === 'present' && truthOf(test.value)) {
      return line.score ? world.evaluate(line.score, scope) : present(exact(zero))
    }
  }
  const total = weighted(world, declaration, scores, scope)
  if (total.is !== 'present') return total
  return round ? rounded(world, total, round, scope) : present(exact(fixed(numberOf(total.value))))
}

function levelOf(
  world: World,
  declaration: ScorecardDeclaration,
  total: Value,
  scope: Scope,
  output: string,
): Result<Value> {
  const levels = declaration.lines.find((line) => line.is === 'levels')?.table
  const column = levels?.headings.findIndex(
    ({ value, output: gives }) => gives && value.is === 'path' && value.parts[0]?.text === output,
  )
  if (!levels || column === undefined || column < 0) throw new Error(`a scorecard gives no ${output}`)
  const schedule = scheduleOf(world, levels, scope)
  return apply(bandAt(schedule, numberOf(total)), (index) =>
    given(world, levels.rows[index]?.cells[column], scope),
  )
}
