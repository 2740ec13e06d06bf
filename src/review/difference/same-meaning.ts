import { columnKeys, stateKeys } from '../../plan/keys.ts'
import type {
  DecisionTable,
  Expr,
  Id,
  Output,
  Pairs,
  Plan,
  Schedule,
  TableInput,
  Type,
} from '../../plan/plan.ts'
import { type Names, namesBetween, sameType } from './names.ts'
import { plainAlike, sameKind, sameTest } from './same-parts.ts'
import { asked, isMade, refOf, sideOf, targetOf } from './side.ts'
import { sameFunction } from './table-regions.ts'

/** Finds out whether parts of two plans mean the same, whatever their names, their order and their places. */
export type Matcher = {
  readonly names: Names
  /** Whether two columns have the same value for the same data, shown by their being made alike. */
  readonly columns: (old: Id, next: Id) => boolean
  readonly outputs: (old: Output, next: Output) => boolean
  readonly exprs: (old: Expr, next: Expr, at: Where) => boolean
  readonly inputs: (old: readonly TableInput[], next: readonly TableInput[], at: Where) => boolean
}

/** The relations at whose rows two expressions are read. */
export type Where = { readonly old: Id | undefined; readonly next: Id | undefined }

/** What an engine shows, and what it is called: nothing of it decides anything. */
const shown = new Set(['label', 'title', 'origin', 'whole', 'id'])
/** Those of expressions, and of what a clock and a derived relation are made of. */
const ofColumns: ReadonlySet<string> = new Set([
  ...columnKeys,
  'start',
  'chosen',
  'time',
  'until',
  'most',
  'columns',
  'next',
])

export function matcherOf(oldPlan: Plan, nextPlan: Plan): Matcher {
  const old = sideOf(oldPlan)
  const next = sideOf(nextPlan)
  const names = namesBetween(oldPlan, nextPlan)
  // What was taken as alike, so that what goes round in a circle ends; taken back with the names it stood on.
  const alike = new Map<Id, Id>()
  const taken: Id[] = []
  const unlike = new Set<string>()
  // Pairs of records that were, or are being, looked at.
  const looked = new Set<string>()

  /** Runs a try: what it paired is taken back where it fails. */
  const attempt = (work: () => boolean): boolean => {
    const [mark, at] = [names.mark(), taken.length]
    if (work()) return true
    names.undo(mark)
    for (const id of taken.splice(at)) alike.delete(id)
    return false
  }

  const columns = (a: Id, b: Id): boolean => {
    const known = alike.get(a)
    if (known !== undefined) return known === b
    const key = `${a} ${b}`
    if (unlike.has(key)) return false
    const one = old.columns.get(a)
    const other = next.columns.get(b)
    if (!one || !other) return false
    const found = attempt(() => {
      alike.set(a, b)
      taken.push(a)
      const at = whereOf(one.grain, other.grain)
      return (
        at !== undefined &&
        types(one.type, other.type) &&
        optional(columns, one.denominator, other.denominator) &&
        (one.recurrence === undefined) === (other.recurrence === undefined) &&
        one.again === other.again &&
        exprs(one.expr, other.expr, at)
      )
    })
    if (!found) unlike.add(key)
    return found
  }

  const whereOf = (a: Id, b: Id): Where | undefined => {
    const one = old.grains.get(a)
    const other = next.grains.get(b)
    if (!one || !other) return undefined
    const same =
      optional(relations, one.relation, other.relation) && optional(kinds, one.period, other.period)
    return same ? { old: one.relation, next: other.relation } : undefined
  }

  const relations = (a: Id, b: Id): boolean => {
    const [first, second] = [old.pairs.get(a), next.pairs.get(b)]
    if (first && second) return pairs(first, second)
    const [one, other] = [old.derived.get(a), next.derived.get(b)]
    if (!one || !other) return one === other && first === second && records(a, b)
    return relations(one.of, other.of) && one.lines.length === other.lines.length
  }

  /** Records that are looked up alike: by the same key, in force for a time or not. */
  const records = (a: Id, b: Id): boolean => {
    if (!names.relation(a, b)) return false
    const key = `${a} ${b}`
    if (looked.has(key)) return true
    looked.add(key)
    const [one, other] = [old.relations.get(a), next.relations.get(b)]
    const same = (x: Id, y: Id) => fields([a, x], [b, y])
    const [x, y] = [one?.inForce, other?.inForce]
    const alike =
      optional(same, one?.key, other?.key) &&
      optional(same, x?.from, y?.from) &&
      optional(same, x?.until, y?.until) &&
      (x?.by.length ?? 0) === (y?.by.length ?? 0) &&
      (x?.by ?? []).every((field, i) => same(field, y?.by[i] ?? ''))
    if (!alike) looked.delete(key)
    return alike
  }

  const pairs = (a: Pairs, b: Pairs): boolean => {
    if (!relations(a.of, b.of) || !relations(a.with, b.with) || a.beyond !== b.beyond) return false
    const steps = (list: Pairs['path']) => list.map(({ field }) => field)
    return (
      paths({ old: a.of, next: b.of }, steps(a.path), steps(b.path)) !== undefined &&
      fields([a.with, a.by], [b.with, b.by])
    )
  }

  const kinds = (a: Id, b: Id): boolean => sameKind(old.kinds.get(a), next.kinds.get(b))

  const types = (a: Type, b: Type): boolean => {
    if (a.is === 'period' && b.is === 'period') return kinds(a.kind, b.kind)
    if (a.is === 'ref' && b.is === 'ref') return relations(a.relation, b.relation)
    if (!sameType(names, a, b)) return false
    if (a.is !== 'int' || b.is !== 'int' || !a.currencyIn || !b.currencyIn) return true
    return fields([a.currencyIn.relation, a.currencyIn.field], [b.currencyIn.relation, b.currencyIn.field])
  }

  const fields = (a: readonly [Id, Id], b: readonly [Id, Id]): boolean => {
    if (isMade(old, a[0]) || isMade(next, b[0])) return relations(a[0], b[0]) && a[1] === b[1]
    const one = old.relations.get(a[0])?.fields.find(({ id }) => id === a[1])
    const other = next.relations.get(b[0])?.fields.find(({ id }) => id === b[1])
    if (!one || !other || !names.field(a, b)) return false
    const ranges =
      one.type.is !== 'int' ||
      other.type.is !== 'int' ||
      (one.type.min === other.type.min && one.type.max === other.type.max)
    return one.optional === other.optional && ranges && types(one.type, other.type)
  }

  const paths = (from: Where, a: readonly Id[], b: readonly Id[]): Where | undefined => {
    if (a.length !== b.length) return undefined
    let at: Where = from
    for (const [i, id] of a.entries()) {
      const other = b[i]
      if (at.old === undefined || at.next === undefined || other === undefined) return undefined
      if (!fields([at.old, id], [at.next, other])) return undefined
      at = { old: targetOf(old, at.old, id), next: targetOf(next, at.next, other) }
    }
    return at
  }

  /** Where a path begins: at the row that a column names, or at the own one. */
  const startOf = (at: Where, a: unknown, b: unknown): Where | undefined => {
    if (a === undefined && b === undefined) return at
    if (typeof a !== 'string' || typeof b !== 'string' || !columns(a, b)) return undefined
    return { old: refOf(old, a), next: refOf(next, b) }
  }

  const exprs = (a: Expr, b: Expr, at: Where): boolean => {
    if (a.op !== b.op) return false
    if (a.op === 'const' && b.op === 'const') {
      if (!types(a.type, b.type)) return false
      if (a.type.is === 'text') return names.text(String(a.value), String(b.value))
      if (a.type.is !== 'enum' || b.type.is !== 'enum') return a.value === b.value
      return names.word(a.type.values, b.type.values, String(a.value)) === b.value
    }
    if (a.op === 'field' && b.op === 'field') {
      const from = startOf(at, a.row, b.row)
      const end = from && paths(from, a.path, b.path)
      return end !== undefined && fields([a.relation, a.field], [b.relation, b.field])
    }
    if (isPair(a) && isPair(b)) {
      const crossed = old.shape(a.a) !== next.shape(b.a) && old.shape(a.a) === next.shape(b.b)
      return crossed ? exprs(a.a, b.b, at) && exprs(a.b, b.a, at) : exprs(a.a, b.a, at) && exprs(a.b, b.b, at)
    }
    if ((a.op === 'and' || a.op === 'or') && (b.op === 'and' || b.op === 'or'))
      return a.all.length === b.all.length && inSomeOrder(a.all, b.all, at)
    if (a.op === 'pick' && b.op === 'pick')
      return attempt(() => parts(a, b, at)) || attempt(() => picks(a, b, at))
    return parts(a, b, at)
  }

  /** Tests that all count, in any order: each has one of the same shape. */
  const inSomeOrder = (a: readonly Expr[], b: readonly Expr[], at: Where): boolean => {
    const left = [...b]
    return a.every((one) => {
      const found = left.findIndex(
        (other) => old.shape(one) === next.shape(other) && attempt(() => exprs(one, other, at)),
      )
      const place = found >= 0 ? found : left.findIndex((other) => attempt(() => exprs(one, other, at)))
      if (place >= 0) left.splice(place, 1)
      return place >= 0
    })
  }

  /** A cell of the row of a table that matches: alike where both tables give the same for all that they may be asked. */
  const picks = (a: Extract<Expr, { op: 'pick' }>, b: Extract<Expr, { op: 'pick' }>, at: Where): boolean => {
    const [one, other] = [asked(old, a.index), asked(next, b.index)]
    if (!one || !other || !inputs(one.inputs, other.inputs, at)) return false
    const [first, second] = [old.tables.get(one.table), next.tables.get(other.table)]
    if (!first || !second) return false
    const both = one.inputs.map((input, i) => [input, other.inputs[i]] as const)
    return sameFunction(names, first, second, both, (i, j) => {
      const [x, y] = [a.items[i], b.items[j]]
      if (!x || !y) return x === y && reasonsAlike(first.uncovered, second.uncovered)
      return attempt(() => exprs(x, y, at))
    })
  }

  const inputs = (a: readonly TableInput[], b: readonly TableInput[], at: Where): boolean =>
    a.length === b.length && a.every((input, i) => parts(input, b[i], at))

  const reasonsAlike = (a: unknown, b: unknown): boolean =>
    typeof a === 'number' && typeof b === 'number' && old.reasons.get(a) === next.reasons.get(b)

  /** Objects and lists part by part, each by what its key says that it is. */
  const parts = (a: unknown, b: unknown, at: Where): boolean => {
    if (Array.isArray(a) && Array.isArray(b))
      return a.length === b.length && a.every((part, i) => value('', part, b[i], at))
    if (!isObject(a) || !isObject(b)) return a === b
    let here = at
    if ('path' in a && Array.isArray(a.path) && Array.isArray(b.path)) {
      const source = sourceOf(a, b, at)
      const from = source && startOf(source, a.row, b.row)
      if (!from || !paths(from, a.path, b.path)) return false
    }
    if (typeof a.source === 'string' && typeof b.source === 'string') {
      const found = whereOf(a.source, b.source)
      if (!found) return false
      here = found
    }
    const keys = new Set([...Object.keys(a), ...Object.keys(b)])
    for (const key of keys) {
      if (shown.has(key) || key === 'path' || key === 'source') continue
      if (!value(key, a[key], b[key], key === 'at' ? here : at)) return false
    }
    return true
  }

  /** Paths of a part of a credited row begin at the row that the part is made of. */
  const sourceOf = (a: Parts, b: Parts, at: Where): Where | undefined => {
    if (a.op !== 'line' || b.op !== 'line') return at
    return { old: old.derived.get(at.old ?? '')?.of, next: next.derived.get(at.next ?? '')?.of }
  }

  const value = (key: string, a: unknown, b: unknown, at: Where): boolean => {
    if (a === undefined || b === undefined || a === null || b === null) return a === b
    if (isExpr(a) && isExpr(b)) return exprs(a, b, at)
    if (typeof a === 'number' && stateKeys.has(key)) return reasonsAlike(a, b)
    if (typeof a === 'string' && typeof b === 'string') {
      if (ofColumns.has(key)) return columns(a, b)
      if (key === 'relation') return relations(a, b)
      if (key === 'kind' || key === 'periods') return kinds(a, b)
      if (key === 'table') return tables(old.tables.get(a), next.tables.get(b))
      if (key === 'schedule') return schedules(old.schedules.get(a), next.schedules.get(b))
      if (key === 'clock') return clocks(a, b)
      if (key === 'calendar') return calendars(a, b)
      return a === b
    }
    if (Array.isArray(a) && Array.isArray(b) && (ofColumns.has(key) || key === 'gives'))
      return a.length === b.length && a.every((part, i) => value(key, part, b[i], at))
    if (key === 'type' && isType(a) && isType(b)) return types(a, b)
    return parts(a, b, at)
  }

  const tables = (a: DecisionTable | undefined, b: DecisionTable | undefined): boolean => {
    if (!a || !b || a.hit !== b.hit || a.rows.length !== b.rows.length) return false
    if ((a.otherwise === undefined) !== (b.otherwise === undefined)) return false
    if (a.inputs.length !== b.inputs.length) return false
    const inputTypes = a.inputs.map(({ type }, i) => [type, b.inputs[i]?.type ?? type] as const)
    return (
      inputTypes.every(([x, y]) => types(x, y)) &&
      a.rows.every((row, r) =>
        row.tests.every((test, i) => {
          const other = b.rows[r]?.tests[i]
          const [x, y] = inputTypes[i] ?? []
          return (
            other !== undefined && x !== undefined && y !== undefined && sameTest(names, test, other, x, y)
          )
        }),
      )
    )
  }

  const schedules = (a: Schedule | undefined, b: Schedule | undefined): boolean => {
    if (!a || !b) return false
    const [{ type: x, ...one }, { type: y, ...other }] = [a, b]
    return x.unit === y.unit && parts(one, other, { old: undefined, next: undefined })
  }

  const clocks = (a: Id, b: Id): boolean => {
    const one = oldPlan.clocks?.find(({ id }) => id === a)
    const other = nextPlan.clocks?.find(({ id }) => id === b)
    const at = one && other && whereOf(one.grain, other.grain)
    if (!one || !other || !at) return false
    const [{ grain: _, ...x }, { grain: __, ...y }] = [one, other]
    return parts(x, y, at)
  }

  const calendars = (a: Id, b: Id): boolean => {
    const one = oldPlan.calendars?.find(({ id }) => id === a)
    const other = nextPlan.calendars?.find(({ id }) => id === b)
    return one !== undefined && other !== undefined && plainAlike({ ...one, id: '' }, { ...other, id: '' })
  }

  const outputs = (a: Output, b: Output): boolean =>
    attempt(() => {
      const columnOf = (one: { readonly column: Id }, other: { readonly column: Id }) =>
        columns(one.column, other.column)
      return (
        a.is === b.is &&
        a.label === b.label &&
        a.listed === b.listed &&
        whereOf(a.grain, b.grain) !== undefined &&
        columnOf(a, b) &&
        optional(columns, a.payee?.column, b.payee?.column) &&
        optional(columns, a.posting, b.posting) &&
        (a.releases === undefined) === (b.releases === undefined) &&
        a.also.length === b.also.length &&
        a.also.every((one, i) => {
          const other = b.also.find(({ label }) => label === one.label) ?? b.also[i]
          return other !== undefined && columnOf(one, other)
        })
      )
    })

  return { names, columns, outputs, exprs, inputs }
}

type Parts = { readonly [key: string]: unknown }

function isObject(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isExpr(value: unknown): value is Expr {
  return isObject(value) && typeof value.op === 'string'
}

function isType(value: unknown): value is Type {
  return isObject(value) && typeof value.is === 'string'
}

function isPair(expr: Expr): expr is Extract<Expr, { op: 'add' | 'mul' | 'min' | 'max' | 'same' }> {
  return (
    expr.op === 'add' || expr.op === 'mul' || expr.op === 'min' || expr.op === 'max' || expr.op === 'same'
  )
}

function optional<T>(same: (a: T, b: T) => boolean, a: T | undefined, b: T | undefined): boolean {
  return a === undefined || b === undefined ? a === b : same(a, b)
}
