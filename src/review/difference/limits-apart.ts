import { normalize } from '../../base/decimal.ts'
import type { Source } from '../../base/span.ts'
import type { Scope, Typed } from '../../check/checked.ts'
import type {
  Checked,
  Commission,
  Definition,
  Payout,
  PayoutStep,
  Release,
  Step,
  Tiers,
} from '../../check/clauses.ts'
import { showPoint } from '../../check/geometry.ts'
import { curveOf } from '../../check/pay-curve.ts'
import { alikeBy, isTyped } from './limit-alike.ts'
import { constantsOver, movedBetween, percentText, type Read, readOf } from './limit-constants.ts'
import { walkScorecard } from './limit-scorecard.ts'
import {
  addBound,
  aligned,
  inOf,
  type Limit,
  testAlone,
  textsOf,
  type Walk,
  walkRounding,
  walkTyped,
  writtenApart,
} from './limit-walk.ts'
import type { Names } from './names.ts'

type Version = { readonly checked: Checked; readonly sources: readonly Source[] }

/**
 * What of a clause's own steps, and of the values that they read, was moved: gates, caps, floors, tests, rates, factors,
 * amounts, roundings, shares. What tables and tiers give is told elsewhere. Other clauses that it reads tell of themselves.
 */
export function limitsApart(
  old: Version,
  oldId: string,
  next: Version,
  nextId: string,
  names: Names,
): readonly Limit[] {
  const [before, after] = [readOf(old.checked.order, old.sources), readOf(next.checked.order, next.sources)]
  const out: Limit[] = []
  const seen = new Set<string>()
  const waiting: (readonly [string, string])[] = []
  const ask = (a: string, b: string) => {
    const key = `${a} ${b}`
    if (!seen.has(key)) waiting.push([a, b])
    seen.add(key)
  }
  const alike = alikeBy(before, after, names, ask)
  ask(oldId, nextId)
  for (let pair = waiting.shift(); pair; pair = waiting.shift()) {
    const [a, b] = [before.definitions.get(pair[0]), after.definitions.get(pair[1])]
    if (!a || !b) continue
    const own = pair[1] === nextId
    if (!own && isClause(b)) continue
    for (const one of [...valuesIn(b)]) if (before.definitions.has(one)) ask(one, one)
    const name = 'title' in b && b.title !== undefined ? b.title : b.id
    const add = (limit: Limit) => {
      out.push(limit)
    }
    walkDefinition({ old: before, next: after, alike, add, ...(!own && { in: name }) }, a, b)
  }
  return out
}

function isClause({ kind }: Definition): boolean {
  return (
    kind === 'commission' ||
    kind === 'scorecard' ||
    kind === 'payout' ||
    kind === 'decision' ||
    kind === 'sla'
  )
}

/** The clauses that one reads, itself or through values. */
export function clausesRead(order: readonly Definition[], id: string): readonly string[] {
  const definitions = new Map(order.map((one) => [one.id, one]))
  const found = new Set<string>()
  const seen = new Set([id])
  const waiting = [id]
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const one = definitions.get(at)
    if (!one) continue
    if (at !== id && isClause(one)) {
      found.add(at)
      continue
    }
    for (const inner of valuesIn(one))
      if (!seen.has(inner)) {
        seen.add(inner)
        waiting.push(inner)
      }
  }
  return [...found]
}

/** Definitions that are read by one: their names stand where results are read. */
function valuesIn(definition: Definition): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<object>()
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    if (isTyped(part) && part.is === 'result') found.add(part.of)
    if ('credit' in part && typeof part.credit === 'string') found.add(part.credit)
    for (const inner of Object.values(part)) walk(inner)
  }
  walk(definition)
  return found
}

function walkDefinition(walk: Walk, a: Definition, b: Definition): void {
  if (a.kind === 'commission' && b.kind === 'commission') {
    walkCommission(walk, a, b)
    return
  }
  if (a.kind === 'payout' && b.kind === 'payout') {
    walkPayout(walk, a, b)
    return
  }
  if (a.kind === 'scorecard' && b.kind === 'scorecard') {
    walkScope(walk, a.scope, b.scope)
    walkScorecard(walk, a, b)
    return
  }
  if (a.kind === 'value' && b.kind === 'value') {
    walkScope(walk, a.scope, b.scope)
    walkTyped(walk, a.value, b.value)
    return
  }
  if (a.kind === 'decision' && b.kind === 'decision') {
    walkScope(walk, a.scope, b.scope)
    walkParts(walk, [a.results, a.delay], [b.results, b.delay])
    return
  }
  if (a.kind === 'parameter' || b.kind === 'parameter' || a.kind === 'table' || b.kind === 'table') return
  walkParts(walk, a, b)
}

/** Every two expressions that stand in the same place of two things that are built alike. */
function walkParts(walk: Walk, a: unknown, b: unknown): void {
  if (isTyped(a) && isTyped(b)) {
    walkTyped(walk, a, b)
    return
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return
  const other = new Map(Object.entries(b))
  for (const [key, inner] of Object.entries(a)) if (key !== 'span') walkParts(walk, inner, other.get(key))
}

function walkScope(walk: Walk, a: Scope, b: Scope): void {
  if (a.where && b.where) walkTyped(walk, a.where, b.where, 'who')
  else if (a.where || b.where) testAlone(walk, a.where, b.where, 'who', false, 'always')
  if (a.posting && b.posting) walkTyped(walk, a.posting, b.posting)
  if (a.payee && b.payee) walkTyped(walk, a.payee, b.payee)
}

function walkCommission(walk: Walk, a: Commission, b: Commission): void {
  walkScope(walk, a.scope, b.scope)
  if (a.decides && b.decides) walkParts(walk, a.decides, b.decides)
  const cost = (x: Step, y: Step) => (x.is !== y.is ? undefined : walk.alike(x, y) ? 0 : 1)
  for (const [x, y] of aligned(a.steps, b.steps, cost)) {
    if (x && y) walkStep(walk, x, y)
    else stepAlone(walk, x, y)
  }
  walkRelease(walk, a.release, b.release)
}

function walkStep(walk: Walk, a: Step, b: Step): void {
  if (walk.alike(a, b)) return
  let told = false
  const own: Walk = {
    ...walk,
    add: (limit) => {
      told = true
      walk.add(limit)
    },
  }
  if (a.when && b.when) walkTyped(own, a.when, b.when, 'when')
  else if (a.when || b.when) testAlone(own, a.when, b.when, 'when', false, 'always')
  if (a.is === 'gate' && b.is === 'gate') walkTyped(own, a.test, b.test, 'gate')
  else if (a.is === 'rate' && b.is === 'rate') {
    walkRate(own, a, b)
    walkTyped(own, a.of, b.of)
  } else if ((a.is === 'times' || a.is === 'prorate') && (b.is === 'times' || b.is === 'prorate'))
    walkTyped(own, a.factor, b.factor, 'test', 'factor')
  else if ((a.is === 'cap' || a.is === 'floor') && (b.is === 'cap' || b.is === 'floor')) {
    walkLimit(own, a.is, a.at, b.at)
    walkParts(own, a.carried, b.carried)
  } else if (a.is === 'round' && b.is === 'round') walkRounding(own, a, b)
  else if (a.is === 'tiers' && b.is === 'tiers') {
    // What its rows give is told where they pay otherwise, if that can be reckoned.
    told = curveOf(a.tiers) !== undefined && curveOf(b.tiers) !== undefined
    if (!told) walkBands(own, a.tiers, b.tiers)
    if (a.tiers.of && b.tiers.of) walkTyped(own, a.tiers.of, b.tiers.of)
    walkTyped(own, a.tiers.by, b.tiers.by)
  } else if ('amount' in a && 'amount' in b) walkTyped(own, a.amount, b.amount, 'test', 'amount')
  else walkParts(own, a, b)
  if (!told) writtenApart(walk, a.span, b.span)
}

/** Rows of which more hangs on data than what chooses them. */
function walkBands(walk: Walk, a: Tiers, b: Tiers): void {
  if (a.bands.length !== b.bands.length || a.mode !== b.mode) return
  for (const [i, x] of a.bands.entries()) {
    const y = b.bands[i]
    if (!y) continue
    if (x.from && y.from) {
      const [old, next] = [showPoint(x.from.at, a.measure), showPoint(y.from.at, b.measure)]
      const over = { old: !x.from.included, next: !y.from.included }
      if (old !== next || over.old !== over.next)
        walk.add({ is: 'number', role: 'row', of: String(i + 1), over, ...inOf(walk), old, next })
    }
    walkTyped(walk, x.give, y.give, 'test', a.pays ? 'amount' : 'rate')
  }
}

type Rate = Extract<Step, { is: 'rate' }>

function walkRate(walk: Walk, a: Rate, b: Rate): void {
  const [x, y] = [constantsOver(walk.old, a.rate), constantsOver(walk.next, b.rate)]
  if (!x || !y) {
    walkTyped(walk, a.rate, b.rate, 'test', 'rate')
    return
  }
  const of = walk.next.texts.get(b.of.span.source)?.slice(b.of.span.from, b.of.span.to) ?? ''
  for (const one of movedBetween(x, y)) walk.add({ is: 'number', role: 'rate', of, ...textsOf(walk, one) })
}

function walkLimit(walk: Walk, is: 'cap' | 'floor', a: Typed, b: Typed): void {
  const [x, y] = [constantsOver(walk.old, a), constantsOver(walk.next, b)]
  if (!x || !y) {
    walkTyped(walk, a, b, 'test', 'amount')
    return
  }
  for (const one of movedBetween(x, y)) addBound(walk, is, one.old, one.next, textsOf(walk, one))
}

/** A step that only one version has. */
function stepAlone(walk: Walk, a: Step | undefined, b: Step | undefined): void {
  const [step, read] = a ? [a, walk.old] : [b, walk.next]
  if (!step) return
  if (step.is === 'gate') {
    testAlone(walk, a && step.test, b && step.test, 'gate', false, 'always')
    return
  }
  if (limitAlone(walk, step, read, a !== undefined)) return
  if (step.is === 'round') {
    walkRounding(walk, a && step, b && step)
    return
  }
  writtenApart(walk, a?.span, b?.span)
}

function limitAlone(walk: Walk, step: Step | PayoutStep, read: Read, isOld: boolean): boolean {
  if (step.is !== 'cap' && step.is !== 'floor') return false
  if ('when' in step && step.when) return false
  const [at, ...more] = constantsOver(read, step.at) ?? []
  if (!at || more.length > 0) return false
  if (isOld) addBound(walk, step.is, at, undefined, { ...inOf(walk), old: at.text })
  else addBound(walk, step.is, undefined, at, { ...inOf(walk), next: at.text })
  return true
}

function walkPayout(walk: Walk, a: Payout, b: Payout): void {
  walkScope(walk, a.scope, b.scope)
  const cost = (x: PayoutStep, y: PayoutStep) => (x.is !== y.is ? undefined : walk.alike(x, y) ? 0 : 1)
  for (const [x, y] of aligned(a.steps, b.steps, cost)) {
    if (x && y && walk.alike(x, y)) continue
    if (x && y && (x.is === 'cap' || x.is === 'floor') && (y.is === 'cap' || y.is === 'floor')) {
      walkLimit(walk, x.is, x.at, y.at)
      walkParts(walk, x.carried, y.carried)
    } else if (x?.is === 'round' && y?.is === 'round') walkRounding(walk, x, y)
    else if (x && y) writtenApart(walk, x.span, y.span)
    else {
      const [step, read] = x ? [x, walk.old] : [y, walk.next]
      if (!step || limitAlone(walk, step, read, x !== undefined)) continue
      if (step.is === 'round') walkRounding(walk, x && step, y && step)
      else writtenApart(walk, x?.span, y?.span)
    }
  }
}

/** The shares of the parts in which the amount is paid, and what each waits for. */
function walkRelease(walk: Walk, a: Release | undefined, b: Release | undefined): void {
  if (!a || !b) {
    if (a || b) writtenApart(walk, a?.span, b?.span)
    return
  }
  if (a.parts.length !== b.parts.length) {
    writtenApart(walk, a.span, b.span)
    return
  }
  for (const [i, x] of a.parts.entries()) {
    const y = b.parts[i]
    if (!y) continue
    const [p, q] = [
      normalize({ digits: x.share, scale: a.scale }),
      normalize({ digits: y.share, scale: b.scale }),
    ]
    if (p.digits !== q.digits || p.scale !== q.scale) {
      const texts = { old: percentText(p), next: percentText(q) }
      walk.add({ is: 'number', role: 'share', of: String(i + 1), ...inOf(walk), ...texts })
    } else if (x.is !== y.is) writtenApart(walk, x.span, y.span)
    walkParts(walk, { ...x, share: 0 }, { ...y, share: 0 })
  }
  walkParts(walk, a.cancelled, b.cancelled)
}
