import type { Column, Expr, Id, Ratio, WrittenPart } from '../../plan/plan.ts'
import { columnNamed, constantRatio } from './constants.ts'
import type { Gathering } from './gather.ts'
import { addPicked } from './pick-points.ts'
import type { Condition } from './point.ts'
import { addBoundary } from './table-points.ts'
import { typeOf } from './type-of.ts'

/** Tests and choices as the author wrote them. */
export function addWritten(into: Gathering, conditions: (origin: string) => readonly Condition[]): void {
  const asked = askedAnyway(into)
  const declared = new Set(into.plan.outputs.map(({ origin }) => origin))
  const written = into.plan.written ?? []
  const among = new Set(written.flatMap((part) => (part.is === 'pick' && part.inner ? [part.inner] : [])))
  for (const part of written) {
    if (part.is === 'pick' && among.has(part)) continue
    // What a whole clause stands on, as who decides what an authority asks for, is no test of the text.
    if (declared.has(part.origin)) continue
    const inside = within(into, part)
    // Asked in several columns, it is asked where the author wrote it; of one that is nowhere, of all rows.
    const places = inside.length > 0 ? inside : [{ under: [] }]
    for (const { under } of places) addPart(into, part, [...under, ...conditions(part.origin)], asked)
  }
  addCounted(into)
}

/** The places of an expression in the columns that its own text made, else its clause or value, else in any. */
function within(into: Gathering, { grain, expr, origin }: WrittenPart) {
  const all = into.reached(grain, expr)
  const own = into.origins.get(origin)
  const around = all.filter(({ column }) => {
    const outer = into.origins.get(column.origin)
    return own && outer && outer.file === own.file && outer.from <= own.from && own.to <= outer.to
  })
  const owner = into.ownerAt(origin).id
  const near =
    around.length > 0 ? around : all.filter(({ column }) => into.ownerAt(column.origin).id === owner)
  return (near.length > 0 ? near : all).slice(0, 4)
}

function addPart(
  into: Gathering,
  part: WrittenPart,
  under: readonly Condition[],
  asked: ReadonlySet<string>,
): void {
  const { grain, expr, origin } = part
  if (part.is === 'pick') {
    addPicked(into, part, under)
    return
  }
  const block = into.isBlock(origin)
  if (block && part.is !== 'compare') return
  const text = expr.op === 'same' ? sameText(into, expr, origin) : into.textOf(origin)
  const truth = (as: 'if' | 'test', test: Expr, shown = text): void =>
    into.add({
      grain,
      look: { is: 'code', expr: test },
      under,
      points: [true, false].map((holds) => ({
        outcomes: [holds ? '1' : '0'],
        name: `${as}:${holds ? 'met' : 'not-met'}`,
        origin,
        what: { is: 'test', as, holds, text: shown },
      })),
    })
  switch (part.is) {
    case 'compare':
      if (expr.op === 'compare') addComparison(into, part, expr, under)
      return
    case 'same':
    case 'state':
      if (!asked.has(keyOf(grain, expr))) truth('test', expr)
      return
    case 'if': {
      const when = expr.op === 'choose' ? expr.cases[0]?.when : undefined
      if (when && !isConstant(when)) truth('if', when, conditionText(into, part, when) ?? text)
      return
    }
    case 'if-missing': {
      const when = expr.op === 'choose' ? expr.cases[0]?.when : undefined
      if (!when) return
      into.add({
        grain,
        look: { is: 'code', expr: when },
        under,
        points: [true, false].map((used) => ({
          outcomes: [used ? '1' : '0'],
          name: used ? 'missing' : 'present',
          origin,
          what: { is: 'default', used, text },
        })),
      })
    }
  }
}

/** What an `if` asks, in its own words. */
function conditionText(into: Gathering, { grain, origin }: WrittenPart, when: Expr): string | undefined {
  const own = into.origins.get(origin)
  const key = keyOf(grain, when)
  const asked = into.plan.written?.find((one) => {
    const inner = into.origins.get(one.origin)
    const inside = own && inner && inner.file === own.file && own.from <= inner.from && inner.to <= own.to
    return inside && keyOf(one.grain, one.expr) === key
  })
  return asked && into.textOf(asked.origin)
}

/** Of one value of a list, as `in (V4, V5)` has them, the place says the value alone. */
function sameText(into: Gathering, { a, b }: Extract<Expr, { op: 'same' }>, origin: Id): string {
  const text = into.textOf(origin)
  const value = b.op === 'const' ? String(b.value) : undefined
  if (value === undefined || text.replace(/["“”「」]/gu, '') !== value) return text
  const name = labelOf(into, { n: a, scale: 0 }, '')
  return name === '' ? text : `${name} = ${value}`
}

function isConstant(expr: Expr): boolean {
  return expr.op === 'const'
}

function addComparison(
  into: Gathering,
  { grain, origin }: WrittenPart,
  { a, b, by }: Extract<Expr, { op: 'compare' }>,
  under: readonly Condition[],
): void {
  const text = into.textOf(origin)
  const left = constantRatio(a)
  const right = constantRatio(b)
  if (left && right) return
  const bound = right ?? left
  const block = into.isBlock(origin)
  if (!bound) {
    if (block) return
    into.add({
      grain,
      look: { is: 'sides', a, b },
      under,
      points: (['below', 'at', 'above'] as const).map((side) => ({
        outcomes: [side],
        name: `sides:${side}`,
        origin,
        what: { is: 'sides', side, text },
      })),
    })
    return
  }
  const value = right ? a : b
  const of = labelOf(into, value, block ? (into.indicatorAt(origin) ?? '') : text)
  // In a block of lines, what is compared must have a name.
  if (of === '') return
  const type = typeOf(into.plan, value.n) ?? (right ? constType(b) : constType(a))
  if (by === '=' || by === '<>') {
    if (block) return
    const expr: Expr = { op: 'compare', by: '=', a, b }
    into.add({
      grain,
      look: { is: 'code', expr },
      under,
      points: [true, false].map((holds) => ({
        outcomes: [holds ? '1' : '0'],
        name: `test:${holds ? 'equal' : 'other'}`,
        origin,
        what: { is: 'test', as: 'test', holds: by === '=' ? holds : !holds, text },
      })),
    })
    return
  }
  addBoundary(into, {
    grain,
    under,
    value,
    bound,
    type: type ?? { is: 'int', scale: 0, min: `-${'9'.repeat(38)}`, max: '9'.repeat(38), unit: 'number' },
    mirror: false,
    of,
    origin,
    name: `boundary:${of}`,
  })
}

function constType({ n }: Ratio) {
  return n.op === 'const' ? n.type : undefined
}

function labelOf(into: Gathering, { n }: Ratio, text: string): string {
  const column = n.op === 'column' || n.op === 'lookup' ? columnNamed(into.plan, n.column) : undefined
  if (n.op === 'field') return n.field
  return column?.label ?? text
}

/** `where`: rows that count, and rows that are left out. */
function addCounted(into: Gathering): void {
  const done = new Set<Id>()
  for (const column of into.plan.columns)
    for (const id of wheresOf(column)) {
      const where = columnNamed(into.plan, id)
      // What nobody wrote has no place of its own: whether too many shares name somebody is asked of all that counts.
      if (done.has(id) || !where || where.origin === column.origin || !into.origins.get(where.origin))
        continue
      // Nor is whether a line of a credit has a part, where one asks for those toward pay alone, nor which of the shares that
      // are too many count.
      if (isCredited(into, where) || isPaired(into, where)) continue
      done.add(id)
      into.add({
        grain: where.grain,
        look: { is: 'code', expr: { op: 'column', column: id } },
        points: [true, false].map((holds) => ({
          outcomes: [holds ? '1' : '0'],
          name: `where:${holds ? 'counted' : 'left-out'}`,
          origin: where.origin,
          what: { is: 'test', as: 'where', holds, text: into.textOf(where.origin) },
        })),
      })
    }
}

function isCredited({ plan }: Gathering, { grain, expr }: Column): boolean {
  const relation = plan.grains.find(({ id }) => id === grain)?.relation
  return expr.op === 'compare' && expr.a.n.op === 'line' && plan.derived.some(({ id }) => id === relation)
}

function isPaired({ plan }: Gathering, { grain }: Column): boolean {
  const relation = plan.grains.find(({ id }) => id === grain)?.relation
  return plan.pairs?.some(({ id }) => id === relation) === true
}

function wheresOf({ expr }: Column): readonly Id[] {
  if (expr.op !== 'aggregate' && expr.op !== 'rolling') return []
  return expr.where === undefined ? [] : [expr.where]
}

/** Tests whose two answers are points already: gates, `when`, `where`, and what an `if` asks. */
function askedAnyway(into: Gathering): ReadonlySet<string> {
  const keys = new Set<string>()
  const keep = (id: Id | undefined): void => {
    const column = id === undefined ? undefined : columnNamed(into.plan, id)
    if (column) keys.add(keyOf(column.grain, column.expr))
  }
  for (const { steps } of into.plan.outputs)
    for (const step of steps) {
      keep(step.when)
      if (step.is === 'gate') keep(step.column)
    }
  for (const column of into.plan.columns) for (const id of wheresOf(column)) keep(id)
  for (const { grain, expr } of into.plan.written ?? [])
    if (expr.op === 'choose' && expr.cases[0]) keys.add(keyOf(grain, expr.cases[0].when))
  return keys
}

function keyOf(grain: Id, expr: Expr): string {
  return `${grain} ${JSON.stringify(expr)}`
}
