import { power10 } from '../../base/decimal.ts'
import type { Rational } from '../../base/rational.ts'
import type { Id, Ratio } from '../../plan/plan.ts'
import { firstHeld } from '../../plan/states.ts'
import { compile } from '../../targets/evaluate/compile.ts'
import { toBig } from '../../targets/evaluate/convert.ts'
import { type Domain, type Engine, need } from '../../targets/evaluate/engine.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import type { Span } from '../../targets/evaluate/spans.ts'
import { integerAt, stateAt } from '../../targets/evaluate/vector.ts'
import { stepSide } from './clock-steps.ts'
import type { Condition, Look, Points, Probe } from './point.ts'

/** Called for every row that hits a point. */
export type OnHit = (point: number, grain: Id, row: number) => void

/** Rows that are looked at together: what they need stays in the processor's cache. */
const blockRows = 2048

/** How often a run hits each point, in the order of the points: once for each row of a grain where it is so. */
export function observe({ points, probes }: Points, results: Results, onHit?: OnHit): readonly number[] {
  const counts = new Array<number>(points.length).fill(0)
  for (const probe of probes)
    forEachHit(results, probe, (point, row) => {
      counts[point] = (counts[point] ?? 0) + 1
      onHit?.(point, probe.grain, row)
    })
  return counts
}

function forEachHit(results: Results, probe: Probe, hit: (point: number, row: number) => void): void {
  const { engine, span } = results
  const domain = need(engine.domains, probe.grain)
  if (domain.count === 0) return
  const block = Math.min(blockRows, domain.count)
  const asked = askedPeriods(domain, span)
  const periods = domain.periods?.list.length ?? 1
  const conditions = probe.under.map((one) => conditionOf(engine, domain, block, one))
  const look = lookOf(engine, domain, block, probe.look)
  for (let from = 0; from < domain.count; from += block) {
    const count = Math.min(block, domain.count - from)
    const holds = conditions.map((condition) => condition(from, count))
    const outcome = look(from, count)
    for (let i = 0; i < count; i++) {
      const row = from + i
      if (asked?.[row % periods] === false || !holds.every((all) => all(i))) continue
      const name = outcome(i)
      const point = name === undefined ? undefined : probe.outcomes.get(name)
      if (point !== undefined) hit(point, row)
    }
  }
}

/** The periods that were asked for: those before them are there for what reads them, and nobody is told their results. */
function askedPeriods({ periods }: Domain, { from, until }: Span): readonly boolean[] | undefined {
  return periods?.list.map(
    ({ start, end }) => (end - 1 >= from && end - 1 <= until) || isOpen(start, end, until),
  )
}

function isOpen(start: number, end: number, until: number): boolean {
  return end > start + 366 * 100 && start <= until
}

type Ask<T> = (from: number, count: number) => (i: number) => T

function conditionOf(engine: Engine, domain: Domain, block: number, condition: Condition): Ask<boolean> {
  if (condition.is === 'applies') {
    const { states } = need(engine.columns, condition.column)
    return (from) => (i) => {
      const state = stateAt(states, from + i)
      return state === 0 || state >= firstHeld
    }
  }
  const node = compile(engine, domain, block, condition.expr)
  const wanted = condition.holds ? 1n : 0n
  return (from, count) => {
    const vector = node.run(from, count)
    const kept = Array.from(
      { length: count },
      (_, i) => stateAt(vector.states, i) === 0 && integerAt(vector, i) === wanted,
    )
    return (i) => kept[i] === true
  }
}

function lookOf(engine: Engine, domain: Domain, block: number, look: Look): Ask<string | undefined> {
  switch (look.is) {
    case 'code': {
      const node = compile(engine, domain, block, look.expr)
      return (from, count) => {
        const vector = node.run(from, count)
        return (i) => (stateAt(vector.states, i) === 0 ? String(integerAt(vector, i)) : undefined)
      }
    }
    case 'state': {
      const { states } = need(engine.columns, look.column)
      return (from) => (i) => String(stateAt(states, from + i))
    }
    case 'clock-step':
      return (from) => (i) => stepSide(engine, look.clock, look.step, from + i)
    case 'sides': {
      const a = fractions(engine, domain, block, look.a)
      const b = fractions(engine, domain, block, look.b)
      const scale = Math.max(look.a.scale, look.b.scale)
      const left = power10(scale - look.a.scale)
      const right = power10(scale - look.b.scale)
      return (from, count) => {
        const x = a(from, count)
        const y = b(from, count)
        return (i) => {
          const p = x(i)
          const q = y(i)
          if (!p || !q) return undefined
          const difference = p.n * left * q.d - q.n * right * p.d
          return difference < 0n ? 'below' : difference > 0n ? 'above' : 'at'
        }
      }
    }
    case 'tie': {
      const value = fractions(engine, domain, block, look.value)
      const scale = Math.max(look.value.scale, look.scale)
      const left = power10(scale - look.value.scale)
      const step = power10(scale - look.scale) * look.unit
      return (from, count) => {
        const read = value(from, count)
        return (i) => {
          const it = read(i)
          if (!it) return undefined
          // Twice the value is an odd number of steps, one more than a multiple of four: the smaller neighbour is even.
          const twice = 2n * (it.n < 0n ? -it.n : it.n) * left
          const whole = step * it.d
          return twice % whole === 0n && (twice / whole) % 4n === 1n ? 'tie' : undefined
        }
      }
    }
    case 'beside': {
      const { bound, near, mirror } = look
      const value = fractions(engine, domain, block, look.value)
      const scale = Math.max(look.value.scale, bound.scale, near)
      const left = power10(scale - look.value.scale) * bound.d
      const right = power10(scale - bound.scale) * bound.n
      const step = power10(scale - near) * bound.d
      return (from, count) => {
        const read = value(from, count)
        return (i) => {
          const it = read(i)
          if (!it) return undefined
          const n = mirror && it.n < 0n ? -it.n : it.n
          const difference = n * left - right * it.d
          const most = step * it.d
          if (difference === 0n) return 'at'
          if (difference < 0n) return -difference <= most ? 'below' : undefined
          return difference <= most ? 'above' : undefined
        }
      }
    }
  }
}

function fractions(
  engine: Engine,
  domain: Domain,
  block: number,
  { n, d }: Ratio,
): Ask<Rational | undefined> {
  const top = toBig(compile(engine, domain, block, n), block)
  const bottom = d === undefined ? undefined : toBig(compile(engine, domain, block, d), block)
  return (from, count) => {
    const over = top.run(from, count)
    const under = bottom?.run(from, count)
    return (i) => {
      if (stateAt(over.states, i) !== 0 || stateAt(under?.states, i) !== 0) return undefined
      return { n: over.values[i] ?? 0n, d: under === undefined ? 1n : (under.values[i] ?? 1n) }
    }
  }
}
