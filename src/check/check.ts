import { entryOf } from '../base/codes.ts'
import { collector, type Diagnostic } from '../base/diagnostic.ts'
import { nearest } from '../base/nearest.ts'
import type { Calendars, Zones } from '../base/work-calendar.ts'
import type * as ast from '../syntax/ast.ts'
import type { WindowKind } from './checked.ts'
import type { Checked } from './clauses.ts'
import { definitions, type Suggestions, type Traces } from './definitions.ts'
import { dependencyOrder } from './dependency-order.ts'
import type { Environment } from './environment.ts'
import { inferExpression } from './infer.ts'
import { isInstance } from './instances.ts'
import type { Reference } from './referents.ts'
import { rules } from './rules/rules.ts'
import { rolesIn } from './sla-escalations.ts'
import { watched } from './trace.ts'
import { isSame, type World, worldOf } from './world.ts'

/** What a check hands on to the next, of a version of the same policy whose declarations have places of their own. */
export type Checks = { readonly world: World; readonly traces: Traces }

/**
 * Gives every name, expression and clause its meaning, and says what is wrong. `checked` holds everything that is
 * sound, also when there are findings; run it only when none of them is an error. Given the `earlier` check, only what
 * would be told something else is worked out again; the answer is the same.
 */
export function check(
  program: ast.Program,
  calendars: Calendars = () => undefined,
  zones: Zones = () => undefined,
  earlier?: Checks,
): {
  readonly checked: Checked
  readonly diagnostics: readonly Diagnostic[]
  readonly references: readonly Reference[]
  readonly checks: Checks
} {
  const { found, report } = collector()
  const referred: Reference[] = []
  const suggested = suggestions()
  const world = worldOf(program, report, suggested.nearest, { calendars, zones }, earlier?.world)
  const { policy, records, calendar, zone, named, parts } = world
  const periods = new Map(world.periods)
  const known = earlier && isSame(earlier.world, world) ? earlier.traces : new Map()
  const made = definitions(named, suggested, known)
  const { order, define, defined, reportCircles, top } = made
  const used = new Set<string>()
  let roles: readonly string[] | undefined
  const env: Environment = {
    report: (...said) => {
      const now = top()
      if (now) now.said = true
      report(...said)
    },
    ...(calendar ? { calendar } : world.written && { unknownCalendar: world.written }),
    ...(zone && { zone }),
    calendarOf: world.calendarOf,
    policy,
    periods,
    records,
    declared: watched(named, top),
    credits: world.credits,
    parts,
    define: (name, from, over) => define(env, name, from, over),
    windowsOf: (of, window) => {
      const id = windowId(of, window)
      periods.set(id, { id, is: 'window', of, window })
      top()?.asked.push({ is: 'windows', of, window, found: id })
      return id
    },
    defined,
    refer: (span, to) => {
      const now = top()
      if (now) now.references.push({ span, to })
      else referred.push({ span, to })
    },
    used: {
      add: (name) => {
        const now = top()
        if (now) now.used.add(name)
        else used.add(name)
      },
      has: (name) => used.has(name),
    },
    nearest: (word, names) => {
      const now = top()
      if (now && suggested.left() <= 0) now.broken = true
      if (now) now.suggestions++
      return suggested.nearest(word, names)
    },
    roles: () => {
      roles ??= rolesIn({ declared: named, records })
      const now = top()
      if (now) now.roles ??= JSON.stringify(roles)
      return roles
    },
    infer: inferExpression,
  }
  for (const name of dependencyOrder(named)) env.define(name.text, name)
  reportCircles(env)
  // What each definition left behind counts whoever asked for it.
  for (const trace of made.traces.values()) {
    for (const name of trace.used) used.add(name)
    referred.push(...trace.references)
  }
  const checked: Checked = {
    policy,
    periods,
    records,
    order,
    ...(calendar && { calendar }),
    ...(zone && { zone }),
  }
  // A notice is no mistake: what a design leads to is said beside it.
  const sound = found.every(({ code }) => entryOf(code).severity === 'notice')
  // What is only read otherwise was judged where it stands.
  const judged = { ...checked, order: order.filter(({ id, kind }) => kind === 'value' || !isInstance(id)) }
  for (const rule of rules) rule({ program, checked: judged, env, report, sound })
  return { checked, diagnostics: found, references: referred, checks: { world, traces: made.traces } }
}

function windowId(of: string, window: WindowKind): string {
  return window.is === 'last' ? `${of}<${window.count}-${window.kind}` : `${of}<${window.kind}`
}

/** Suggestions for misspelt names: for as many as anybody reads, since each compares a word with every name. */
function suggestions(): Suggestions {
  let left = 50
  return {
    nearest: (word, names) => (left-- > 0 ? nearest(word, names) : undefined),
    left: () => left,
    take: (count) => {
      left -= count
    },
  }
}
