import type { Span } from '../base/span.ts'
import type { Environment } from './environment.ts'

/** Who refers to whom, and where: gathered while definitions are worked out. */
export type References = {
  readonly add: (from: string, to: string, span: Span) => void
  /** Reports the shortest circle among those that refer to each other in a circle, once each. */
  readonly reportCircles: (env: Environment) => void
}

/** A circle of more than these is cut off where it is met, and said there: each takes its part of the stack. */
export const longestCircle = 250

type Step = { readonly to: string; readonly span: Span }

export function references(): References {
  const steps = new Map<string, Map<string, Step>>()
  return {
    add: (from, to, span) => {
      const known = steps.get(from) ?? new Map<string, Step>()
      steps.set(from, known)
      if (!known.has(to)) known.set(to, { to, span })
    },
    reportCircles: (env) => {
      const said = new Set<string>()
      const back = reversed(steps)
      for (const first of steps.keys()) {
        if (said.has(first)) continue
        const group = groupOf(steps, back, first)
        for (const id of group) said.add(id)
        const circle = group.size <= longestCircle ? shortest(steps, group) : undefined
        if (circle) reportCircle(env, circle)
      }
    },
  }
}

type Back = ReadonlyMap<string, readonly string[]>

/** By each name, those that refer to it. */
function reversed(steps: Steps): Back {
  const back = new Map<string, string[]>()
  for (const [from, found] of steps) {
    for (const to of found.keys()) {
      const known = back.get(to)
      if (known) known.push(from)
      else back.set(to, [from])
    }
  }
  return back
}

type Steps = ReadonlyMap<string, ReadonlyMap<string, Step>>

/** All that a name leads to and that lead back to it; it alone where nothing does. */
function groupOf(steps: Steps, back: Back, first: string): ReadonlySet<string> {
  const ahead = reached(first, (name) => steps.get(name)?.keys() ?? [])
  const behind = reached(first, (name) => back.get(name) ?? [])
  return new Set([...ahead].filter((name) => behind.has(name)))
}

function reached(first: string, next: (name: string) => Iterable<string>): ReadonlySet<string> {
  const found = new Set([first])
  for (const name of found) for (const to of next(name)) found.add(to)
  return found
}

/** The fewest steps from some name of a group back to itself; of several, the first in the text. */
function shortest(steps: Steps, group: ReadonlySet<string>): readonly Step[] | undefined {
  let best: readonly Step[] | undefined
  for (const start of group) {
    const found = wayBack(steps, start, group, best?.length ?? Number.POSITIVE_INFINITY)
    if (found) best = found
  }
  return best
}

function wayBack(
  steps: Steps,
  start: string,
  group: ReadonlySet<string>,
  under: number,
): readonly Step[] | undefined {
  const before = new Map<string, { readonly from: string; readonly step: Step }>()
  let edge = [start]
  for (let length = 1; length < under && edge.length > 0; length++) {
    const next: string[] = []
    for (const from of edge) {
      for (const step of steps.get(from)?.values() ?? []) {
        if (!group.has(step.to) || before.has(step.to)) continue
        before.set(step.to, { from, step })
        if (step.to === start) return trace(before, start)
        next.push(step.to)
      }
    }
    edge = next
  }
  return undefined
}

function trace(
  before: ReadonlyMap<string, { readonly from: string; readonly step: Step }>,
  start: string,
): readonly Step[] {
  const way: Step[] = []
  for (let at = before.get(start); at; at = at.from === start ? undefined : before.get(at.from))
    way.unshift(at.step)
  return way
}

/** `a → b → c → a`, beginning with and pointing at the one that the text declares first; each step where it is written. */
function reportCircle(env: Environment, circle: readonly Step[]): void {
  // A value over a window goes by the name of the value.
  const names = circle.map(({ to }) => to.split('<')[0] ?? to)
  const first = [...env.declared.keys()].find((name) => names.includes(name)) ?? ''
  const at = names.indexOf(first) + 1
  const turned = <T>(items: readonly T[]) => [...items.slice(at), ...items.slice(0, at)]
  const path = [first, ...turned(names)].join(' → ')
  const related = turned(circle.map(({ span }, i) => ({ span, note: `→ ${names[i]}` })))
  env.report(
    'BY406',
    { path },
    env.declared.get(first)?.name.span,
    circle.length > 1 ? { related } : undefined,
  )
}
