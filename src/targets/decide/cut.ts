import type { Column, Expr, Grain, Id, PlainPeriodKind, Plan, Reason, Type } from '../../plan/plan.ts'
import { type AddedInput, periodField } from './added-input.ts'
import { newStates } from './new-states.ts'
import { ownClocks } from './own-clock.ts'
import { periodDay } from './period-day.ts'
import { partsInside, rewriteExpr } from './rewrite.ts'

/** Goes from the results of a clause down to what one row can say, and notes what it cannot. */
export type Cut = {
  /** Takes a column over. */
  readonly take: (id: Id) => void
  readonly columns: () => readonly Column[]
  readonly inputs: () => ReadonlyMap<Id, readonly AddedInput[]>
  readonly reasons: () => readonly Reason[]
}

/** Something that no single row has: the clause cannot be asked of one. */
export class NotOfOneRow extends Error {}

type Expression<O extends Expr['op']> = Extract<Expr, { readonly op: O }>

/** What looks at more rows than its own. */
const manyRows: ReadonlySet<string> = new Set([
  'aggregate',
  'rolling',
  'clock',
  'rank',
  'share',
  'earlier-row',
  'in-force',
  'line',
] satisfies readonly Expr['op'][])

/** Places to which a value that is a quotient can be given. */
const quotientPlaces = 12
const widest = `1${'0'.repeat(60)}`

export function newCut(plan: Plan): Cut {
  const originals = new Map(plan.columns.map((c) => [c.id, c]))
  const grains = new Map(plan.grains.map((g) => [g.id, g]))
  const kinds = new Map(plan.periods.map((kind) => [kind.id, kind]))
  const relations = new Map(plan.relations.map((r) => [r.id, r]))
  const wholes = new Map(plan.columns.flatMap((c) => (c.denominator ? [[c.denominator, c] as const] : [])))
  const ofClauses = new Set(plan.outputs.map(({ id }) => id))
  const taken = new Map<Id, Column>()
  const asInputs = new Set<Id>()
  const added = new Map<Id, Map<string, AddedInput>>()
  const states = newStates(plan)
  const clocks = ownClocks(plan)
  const looksWider = (expr: Expr): boolean =>
    manyRows.has(expr.op) && !(expr.op === 'clock' && clocks.has(expr.clock))

  const columnOf = (id: Id): Column => found(originals.get(id), id)
  // What is worked out in a column of its own is called as the one that is nothing else.
  const calledAs = new Map(
    plan.columns.flatMap(({ label, expr }) =>
      label !== undefined && expr.op === 'column' ? [[expr.column, label] as const] : [],
    ),
  )
  const labelOf = ({ id, label }: Column): string => label ?? calledAs.get(id) ?? id
  const grainOf = (id: Id): Grain => found(grains.get(id), id)
  const isOfClause = ({ id }: Column): boolean =>
    [...ofClauses].some((clause) => id === clause || id.startsWith(`${clause}.`))
  const isValue = (column: Column): boolean => column.label !== undefined && !isOfClause(column)

  /** Whether a definition needs other rows itself, not only in other values that it reads. */
  const needsRows = (column: Column): boolean =>
    column.recurrence !== undefined || anyPart(column.expr, (part) => partNeedsRows(part))
  const partNeedsRows = (part: Expr): boolean => {
    if (looksWider(part)) return true
    if (part.op !== 'column') return false
    const read = columnOf(part.column)
    return !isValue(read) && !wholes.has(read.id) && needsRows(read)
  }
  /** Whether anything on the way down needs other rows. */
  const deeply = new Map<Id, boolean>()
  const reachesRows = (id: Id): boolean => {
    const known = deeply.get(id)
    if (known !== undefined) return known
    const column = columnOf(id)
    deeply.set(id, false)
    const reaches =
      column.recurrence !== undefined ||
      grainOf(column.grain).period !== undefined ||
      anyPart(column.expr, (part) => {
        if (looksWider(part)) return true
        return (part.op === 'column' || part.op === 'lookup') && reachesRows(part.column)
      })
    deeply.set(id, reaches)
    return reaches
  }

  const input = (
    relation: Id,
    name: Id,
    type: Type,
    more: Pick<AddedInput, 'label' | 'is' | 'source'>,
    none?: number,
  ): Expr => {
    const record = found(relations.get(relation), relation)
    const all = added.get(relation) ?? new Map<string, AddedInput>()
    added.set(relation, all)
    const id = record.fields.some((f) => f.id === name) ? `value.${name}` : name
    if (!all.has(id)) {
      const missing = none ?? states.missing(relation, id)
      const bad = states.notGiven(id)
      all.set(id, { field: { id, type, optional: false, missing, bad }, ...more })
    }
    return { op: 'field', path: [], relation, field: id }
  }

  /** The value of a column, or of the other half of its fraction, as something that the request says. */
  const given = (at: Id, id: Id, grain: Grain, expr: Expr): Expr => {
    const whole = wholes.get(id)
    if (whole) {
      const one = `1${'0'.repeat(quotientPlaces)}`
      const type = { is: 'int', scale: 0, min: one, max: one, unit: 'number' } as const
      return { op: 'const', value: one, type }
    }
    const column = columnOf(id)
    const { denominator } = column
    const source = { grain: grain.id, expr, ...(denominator !== undefined && { denominator }) }
    return input(at, id, givenType(column), { label: labelOf(column), is: 'value', source })
  }

  const take = (id: Id): void => {
    if (taken.has(id)) return
    const column = columnOf(id)
    const whole = wholes.get(id)
    if (whole && isValue(whole)) take(whole.id)
    const grain = grainOf(column.grain)
    if (grain.relation !== undefined && !relations.has(grain.relation)) throw new NotOfOneRow(id)
    if (grain.relation === undefined && grain.period !== undefined) throw new NotOfOneRow(id)
    const { recurrence: _recurrence, again: _again, ...shape } = column
    const own = { ...shape, grain: grain.relation ?? 'constant' }
    const asInput = whole && isValue(whole) ? asInputs.has(whole.id) : isValue(column) && needsHere(column)
    if (asInput && grain.relation !== undefined) {
      asInputs.add(id)
      const expr = given(grain.relation, id, grain, { op: 'column', column: id })
      taken.set(id, { ...own, expr })
    } else {
      const expr = rewritten(column.expr, column, grain)
      taken.set(id, { ...own, expr })
    }
    if (column.denominator !== undefined) take(column.denominator)
  }
  const needsHere = (column: Column): boolean => {
    if (needsRows(column)) return true
    const below = column.denominator
    return below !== undefined && needsRows(columnOf(below))
  }

  const rewritten = (expr: Expr, column: Column, grain: Grain): Expr => {
    const { relation } = grain
    if (looksWider(expr) || column.recurrence !== undefined) {
      if (relation === undefined) throw new NotOfOneRow(column.id)
      const inForce = expr.op === 'in-force' ? inForceRow(expr, column, grain) : undefined
      if (inForce) return inForce
      const read: Expr = { op: 'column', column: column.id }
      if (expr === column.expr) return given(relation, column.id, grain, read)
      return input(relation, column.id, column.type, {
        label: labelOf(column),
        is: 'value',
        source: { grain: grain.id, expr },
      })
    }
    switch (expr.op) {
      case 'column':
        take(expr.column)
        return expr
      case 'clock':
        for (const id of clocks.get(expr.clock) ?? []) take(id)
        return expr
      case 'lookup':
        return lookedUp(expr, column, grain)
      case 'period-day':
      case 'begins':
        return ofPeriod(expr, column, grain)
      case 'field': {
        const path = namedPath(expr.row)
        return path === undefined ? expr : withoutRow({ ...expr, path: [...path, ...expr.path] })
      }
      default:
        return rewriteExpr(expr, (part) => rewritten(part, column, grain))
    }
  }

  /**
   * The row in force for somebody is a row of his own, by the name of its record: `person.Position`; for several things
   * together it is one of the request. Undefined where rows of two days would have the same name.
   */
  const inForceRow = (expr: Expression<'in-force'>, column: Column, grain: Grain): Expr | undefined => {
    const { relation: record, keys, day } = expr
    const [key, ...others] = keys.map((one) => rewritten(one, column, grain))
    const path = key && others.length === 0 ? keyPath(key) : undefined
    const place = path === undefined ? grain.relation : keyRelation(keys[0], column)
    if (place === undefined || !relations.has(place)) return undefined
    const name = `${place}\n${record}`
    const same = JSON.stringify([path === undefined ? keys : [], rewritten(day, column, grain)])
    if ((daysOf.get(name) ?? same) !== same) return undefined
    daysOf.set(name, same)
    const source = { grain: grain.id, expr }
    const type: Type = { is: 'ref', relation: record }
    const field = input(place, record, type, { label: record, is: 'row', source }, expr.none)
    return field.op === 'field' && path ? { ...field, path } : field
  }
  const daysOf = new Map<string, string>()
  const keyPath = (key: Expr): readonly Id[] | undefined => {
    if (key.op === 'column') return namedPath(key.column)
    return key.op === 'field' && key.row === undefined && refersTo(key) ? [...key.path, key.field] : undefined
  }
  const refersToAny = (expr: Expression<'field'>): boolean =>
    refersTo(expr) || added.get(expr.relation)?.get(expr.field)?.field.type.is === 'ref'
  const refersTo = ({ relation, field }: Expression<'field'>): boolean =>
    relations.get(relation)?.fields.some((f) => f.id === field && f.type.is === 'ref') === true
  const keyRelation = (key: Expr | undefined, { id }: Column): Id | undefined => {
    const type =
      key?.op === 'column'
        ? columnOf(key.column).type
        : key?.op === 'field'
          ? relations.get(key.relation)?.fields.find((f) => f.id === key.field)?.type
          : undefined
    if (type?.is !== 'ref') throw new Error(`${id} is of nobody`)
    return type.relation
  }

  /** The references that a column of type ref follows, where it does nothing else. */
  const namedPath = (row: Id | undefined): readonly Id[] | undefined => {
    if (row === undefined) return undefined
    take(row)
    const { expr } = found(taken.get(row), row)
    if (expr.op === 'column') return namedPath(expr.column)
    return expr.op === 'field' && expr.row === undefined && refersToAny(expr)
      ? [...expr.path, expr.field]
      : undefined
  }

  const lookedUp = (expr: Expression<'lookup'>, column: Column, grain: Grain): Expr => {
    const { at } = expr
    const target = grainOf(columnOf(expr.column).grain)
    const asked = (): Expr => {
      if (grain.relation === undefined) throw new NotOfOneRow(column.id)
      return given(grain.relation, expr.column, grain, expr)
    }
    if (target.relation !== undefined && !relations.has(target.relation)) return asked()
    if (target.period !== undefined) {
      const own = at.period?.is === 'own' && at.row === undefined && (at.path ?? []).length === 0
      if (!own || target.id !== grain.id) return asked()
      take(expr.column)
      return { op: 'column', column: expr.column }
    }
    if (target.relation === undefined && reachesRows(expr.column)) return asked()
    take(expr.column)
    const path = namedPath(at.row)
    if (path === undefined) return expr
    const { row: _row, ...place } = at
    return { ...expr, at: { ...place, path: [...path, ...(at.path ?? [])] } }
  }

  const ofPeriod = (expr: Expression<'period-day' | 'begins'>, column: Column, grain: Grain): Expr => {
    const kind = kinds.get(grain.period ?? '')
    const plain: PlainPeriodKind | undefined = kind?.is === 'window' ? undefined : kind
    if (!plain || grain.relation === undefined) throw new NotOfOneRow(column.id)
    const type: Type = { is: 'period', kind: plain.id }
    const own: Expr = { op: 'period-day', which: 'first' }
    const source = { grain: grain.id, expr: own }
    const first = input(grain.relation, periodField, type, { label: periodField, is: 'period', source })
    if (expr.op === 'begins') {
      const state = found(plan.reasons[0], 'reason').state
      return { op: 'same', a: { op: 'period-of', kind: expr.kind, a: first, state }, b: first }
    }
    const day = periodDay(plain, first, expr.which)
    if (!day) throw new NotOfOneRow(column.id)
    return day
  }

  /** A fraction that is given has a larger numerator than one that is worked out, and so have those made of it. */
  const isHalf = ({ id, denominator }: Column): boolean => denominator !== undefined || wholes.has(id)

  return {
    take,
    columns: () => [...taken.values()].map((c) => (isHalf(c) ? { ...c, type: widened(c.type) } : c)),
    inputs: () => new Map([...added].map(([relation, all]) => [relation, [...all.values()]])),
    reasons: states.reasons,
  }
}

/** A quotient is given as a decimal with places enough. */
function givenType({ type, denominator }: Column): Type {
  if (type.is !== 'int' || denominator === undefined) return type
  return widened({ ...type, scale: type.scale + quotientPlaces })
}

function widened(type: Type): Type {
  return type.is === 'int' ? { ...type, min: `-${widest}`, max: widest } : type
}

function withoutRow({ row: _row, ...field }: Expression<'field'>): Expr {
  return field
}

function anyPart(expr: Expr, test: (part: Expr) => boolean): boolean {
  return test(expr) || partsInside(expr).some((part) => anyPart(part, test))
}

function found<T>(item: T | undefined, id: Id): T {
  if (item === undefined) throw new Error(`the plan has no ${id}`)
  return item
}
