import type { Code } from '../base/codes.ts'
import { lineLookup } from '../base/render.ts'
import type { Source, Span } from '../base/span.ts'
import type { WorkCalendar } from '../base/work-calendar.ts'
import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { isOfRow } from '../check/currency.ts'
import { hasReplaced } from '../check/instances.ts'
import type { Type as CheckType, NumberType } from '../check/types.ts'
import { isLiterate } from '../syntax/literate.ts'
import { headingsAt, outlineOf } from '../syntax/markdown.ts'
import { type Ledger, newLedger } from './ledger.ts'
import type {
  Clock,
  Column,
  DataCheck,
  DecisionTable,
  Derived,
  Expr,
  Grain,
  Id,
  Origin,
  Output,
  Pairs,
  Reason,
  Relation,
  Schedule,
  TargetTree,
  Type,
} from './plan.ts'
import { noBalance, quotientTooLarge, used } from './states.ts'
import type { CreditColumns, Result } from './stored.ts'

/**
 * An expression as integers: `n` at the scale of the type's range, and for a fraction `d`, at the scale of its
 * `over`. INVARIANT: wherever `d` fails, `n` fails with the same state, so that reading `n` is enough to know.
 */
export type Lowered = { readonly n: Expr; readonly d?: Expr }

/** Where columns that an expression needs on its way are put: the grain, and a name to begin theirs with. */
export type Site = { readonly builder: Builder; readonly grain: checked.Grain; readonly owner: string }

/** The lists of a plan while they grow, and the only ways to add to them. */
export type Builder = {
  readonly checked: clauses.Checked
  readonly columns: Column[]
  readonly tables: DecisionTable[]
  readonly schedules: Schedule[]
  readonly clocks: Clock[]
  readonly outputs: Output[]
  readonly targets: TargetTree[]
  readonly calendars: WorkCalendar[]
  readonly reasons: Reason[]
  readonly relations: Relation[]
  readonly grains: Grain[]
  readonly derived: Derived[]
  readonly pairs: Pairs[]
  readonly checks: DataCheck[]
  /** Credits, with the columns that their lines take: filled where they are lowered. */
  readonly credits: {
    readonly get: (id: string) => CreditColumns | undefined
    readonly set: (id: string, credit: CreditColumns) => void
  }
  /** Where the results of definitions stand, by `definition.result`. */
  readonly results: {
    readonly get: (name: string) => Result | undefined
    readonly set: (name: string, result: Result) => void
    readonly delete: (name: string) => void
  }
  /** Who looks for what others have added asks here, so that it is known what a step hangs on. */
  readonly ledger: Ledger
  readonly table: (table: DecisionTable) => void
  readonly schedule: (schedule: Schedule) => void
  readonly derive: (derived: Derived) => void
  readonly pair: (pairs: Pairs) => void
  readonly calendar: (calendar: WorkCalendar) => void
  /** All places that were named, in the order of their names. */
  readonly originsIn: () => readonly Origin[]
  readonly grain: (grain: checked.Grain) => Id
  readonly origin: (span: Span) => Id
  /** The state of a reason; the same reason has one state. */
  readonly reason: (
    reason: Omit<Reason, 'state' | 'is' | 'origin' | 'code'> & { code: Code; origin: Span },
  ) => number
  /** Adds a column under `id`, or under `id~2`, … when the name is taken. */
  readonly column: (column: Omit<Column, 'mayFail'>) => Id
  /**
   * What `build` adds under `id` and reads of its own past: of the columns added meanwhile, those that read `id` one
   * period earlier, and those that read them, are worked out together.
   */
  readonly recurring: <T>(id: Id, build: () => T) => T
  /** Lowers an expression: here, so that the files that lower one need not know each other. */
  readonly lower: Lower
}
export type Lower = (site: Site, typed: checked.Typed) => Lowered

const notApplicable: ReadonlySet<Reason['class']> = new Set<Reason['class']>([
  'not-in-force',
  'not-existing',
  'excluded',
])

export function newBuilder(
  program: clauses.Checked,
  sources: readonly Source[],
  lower: Lower,
  place: (span: Span) => Span,
): Builder {
  const columns: Column[] = []
  const reasons: Reason[] = []
  const grains: Grain[] = []
  const tables: DecisionTable[] = []
  const schedules: Schedule[] = []
  const derived: Derived[] = []
  const pairs: Pairs[] = []
  const calendars: WorkCalendar[] = []
  const ledger = newLedger()
  const { next, spans } = ledger
  let recurrence: { readonly id: Id; readonly columns: Set<Id> } | undefined

  const origin = (span: Span): Id => {
    const key = `${span.source}:${span.from}:${span.to}`
    const found = ledger.get('origin', key)
    if (found !== undefined) return found
    const id = `o${spans.length}`
    spans.push(span)
    ledger.set('origin', key, id)
    return id
  }
  reasons.push({
    state: quotientTooLarge,
    is: 'held',
    class: 'out-of-range',
    code: 'BY818',
    args: {},
    origin: origin(program.policy.span),
  })
  return {
    checked: program,
    lower,
    columns,
    clocks: [],
    outputs: [],
    targets: [],
    calendars,
    reasons,
    relations: [],
    grains,
    tables,
    schedules,
    derived,
    pairs,
    checks: [],
    credits: {
      get: (id) => ledger.get('credit', id),
      set: (id, credit) => ledger.set('credit', id, credit),
    },
    results: {
      get: (name) => ledger.get('result', name),
      set: (name, result) => ledger.set('result', name, result),
      delete: (name) => ledger.remove('result', name),
    },
    table: (table) => {
      tables.push(table)
      ledger.set('table', table.id, table.inputs)
    },
    schedule: (schedule) => {
      schedules.push(schedule)
      ledger.set('schedule', schedule.id, true)
    },
    derive: (one) => {
      derived.push(one)
      ledger.set('derived', one.id, true)
    },
    pair: (one) => {
      pairs.push(one)
      ledger.set('pairs', one.id, true)
    },
    calendar: (calendar) => {
      if (ledger.get('calendar', calendar.id)) return
      calendars.push(calendar)
      ledger.set('calendar', calendar.id, calendar)
    },
    ledger,
    originsIn: () => originsOf(spans.map(place), sources),
    origin,
    grain: (grain) => {
      const id = grainId(grain)
      if (!ledger.get('grain', id)) {
        ledger.set('grain', id, true)
        grains.push({
          id,
          ...(grain.record !== undefined && { relation: grain.record }),
          ...(grain.period !== undefined && { period: grain.period }),
        })
      }
      return id
    },
    reason: ({ origin: span, ...reason }) => {
      const key = JSON.stringify([reason, span])
      const found = ledger.get('reason', key)
      if (found !== undefined) return found
      const is = notApplicable.has(reason.class) ? 'not-applicable' : 'held'
      const at = origin(span)
      const state = next[is === 'not-applicable' ? is : reason.class === 'missing' ? 'missing' : 'other']++
      reasons.push({ state, is, ...reason, origin: at })
      // What is not applicable cannot be reckoned with: using it holds the result, with this state's twin.
      if (is === 'not-applicable') {
        reasons.push({
          state: used(state),
          is: 'held',
          class: 'used-not-applicable',
          code: reason.code,
          args: reason.args,
          origin: at,
        })
      }
      ledger.set('reason', key, state)
      return state
    },
    column: (column) => {
      // The same expression at the same grain is worked out once, unless a reader is to see it under its own name.
      const recurs = recurrence && reads(column.expr, recurrence.columns)
      const meaning =
        column.label === undefined ? JSON.stringify([column.grain, column.expr, column.denominator]) : ''
      const same = meaning === '' ? undefined : ledger.get('meaning', meaning)
      if (same !== undefined) return same
      let id = column.id
      for (let n = 2; ledger.get('column', id) !== undefined; n++) id = `${column.id}~${n}`
      ledger.set('column', id, column.type)
      if (meaning !== '') ledger.set('meaning', meaning, id)
      columns.push({
        ...column,
        id,
        ...(recurs && recurrence && { recurrence: recurrence.id }),
        ...(recurs && hasReplaced(column.id) && { again: true as const }),
        mayFail: true,
      })
      if (recurs) recurrence?.columns.add(id)
      return id
    },
    recurring: (id, build) => {
      if (ledger.get('reason', 'noBalance') === undefined) {
        ledger.set('reason', 'noBalance', noBalance)
        reasons.push({
          state: noBalance,
          is: 'held',
          class: 'before-history',
          code: 'BY827',
          args: {},
          origin: origin(program.policy.span),
        })
      }
      recurrence = { id, columns: new Set([id]) }
      const built = build()
      recurrence = undefined
      return built
    },
  }
}

/** Whether an expression reads one of some columns, at its own row or another. */
function reads(expr: Expr, columns: ReadonlySet<Id>): boolean {
  const waiting: unknown[] = [expr]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null) continue
    if ('column' in node && typeof node.column === 'string' && columns.has(node.column)) return true
    // Where a path begins at a row that a column names.
    if ('row' in node && typeof node.row === 'string' && columns.has(node.row)) return true
    waiting.push(...Object.values(node))
  }
  return false
}

function originsOf(spans: readonly Span[], sources: readonly Source[]): readonly Origin[] {
  const lines = lineLookup(sources)
  const headings = headingLookup(sources)
  return spans.map(({ source, from, to }, i) => ({
    id: `o${i}`,
    file: source,
    from,
    to,
    line: lines(source)?.at(from).line ?? 1,
    heading: headings(source)(from),
  }))
}

/** For each policy document, the headings that a place in it stands under; none in any other source. */
function headingLookup(sources: readonly Source[]): (name: string) => (offset: number) => readonly string[] {
  const found = new Map(
    sources
      .filter(({ name }) => isLiterate(name))
      .map(({ name, text }) => [name, headingsAt(outlineOf(text))] as const),
  )
  return (name) => found.get(name) ?? (() => [])
}

export function grainId(grain: checked.Grain): Id {
  if (grain.record === undefined) return grain.period === undefined ? 'constant' : `/${grain.period}`
  return grain.period === undefined ? grain.record : `${grain.record}/${grain.period}`
}

/** The plan's type of what stands in a column. */
export function planType(type: CheckType): Type {
  switch (type.is) {
    case 'number':
      return intType(type, type.range.scale - (type.over?.scale ?? 0))
    case 'enum':
      return { is: 'enum', values: type.values }
    case 'ref':
      return { is: 'ref', relation: type.record }
    case 'period':
      return { is: 'period', kind: type.kind }
    case 'clock':
      return { is: 'int', scale: 0, min: '0', max: '86400', unit: 'count' }
    case 'duration':
      if (type.of !== 'days' && type.of !== 'months')
        return { is: 'int', scale: 0, min: '-10000000000', max: '10000000000', unit: 'count' }
      return { is: 'int', scale: 0, min: '-4000000', max: '4000000', unit: 'count' }
    case 'date':
    case 'time':
    case 'text':
    case 'truth':
      return { is: type.is }
    case 'missing':
    case 'error':
      return { is: 'text' }
  }
}

/** `scale` is what the integer itself is worth; a fraction's denominator has already taken its own share. */
function intType(type: NumberType, scale: number): Type {
  const { unit, currency, range } = type
  return {
    is: 'int',
    scale,
    min: String(range.min),
    max: String(range.max),
    unit,
    ...(isOfRow(currency) && {
      currencyIn: { path: currency.path, relation: currency.record, field: currency.field },
    }),
    ...(currency !== undefined && !isOfRow(currency) && { currency }),
  }
}

/** The type of a denominator: a positive whole number that means nothing by itself. */
export function denominatorType(type: NumberType): Type {
  const max = type.over?.max ?? 1n
  return { is: 'int', scale: 0, min: '0', max: String(max), unit: 'number' }
}
