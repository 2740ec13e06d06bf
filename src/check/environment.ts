import type { Report } from '../base/diagnostic.ts'
import type { Calendars, WorkCalendar, Zone } from '../base/work-calendar.ts'
import type { AsOf, CreditDeclaration, Declaration, Expr, Name } from '../syntax/ast.ts'
import type { Grain, Past, PeriodKind, Policy, RecordSymbol, Typed, WindowKind } from './checked.ts'
import type { Commission, Definition } from './clauses.ts'
import type { Refer } from './referents.ts'

/** The name that a misspelt one most likely means. */
export type Nearest = (word: string, names: Iterable<string>) => string | undefined

/** How a definition is read otherwise than it stands: over windows, or with other values in place of some it reads. */
export type Over = {
  /** In place of periods of the kind `of`, the windows of the kind `kind`; as a reader knows it: `in last 3 months`. */
  readonly window?: { readonly of: string; readonly kind: string; readonly words: string }
  readonly puts?: readonly Put[]
}
/** `with collected replaced by amended`. */
export type Put = { readonly replaced: string; readonly by: string; readonly words: string }

/** What every part of the check can see. */
export type Environment = {
  readonly report: Report
  readonly policy: Policy
  readonly periods: ReadonlyMap<string, PeriodKind>
  readonly records: ReadonlyMap<string, RecordSymbol>
  /** Everything declared under a name but records and the policy, as written. */
  readonly declared: ReadonlyMap<string, Declaration>
  /** Credits by the record whose rows they credit. */
  readonly credits: ReadonlyMap<string, CreditDeclaration>
  /** How the results of targets are worked out, by their whole names (`plan.team_year`), which are declared too. */
  readonly parts: ReadonlyMap<string, (context: Context) => Typed>
  /** The checked definition behind a name, worked out when first asked for; undefined when it is broken or in a cycle. */
  readonly define: (name: string, from: Name, over?: Over) => Definition | undefined
  /** The period kind of the windows that end with the periods of a kind; the same one for the same window. */
  readonly windowsOf: (kind: string, window: WindowKind) => string
  /** As `define`, for what is known to be defined already. */
  readonly defined: (id: string) => Definition | undefined
  /** The working days of the policy's calendar, where they are known. */
  readonly calendar?: WorkCalendar
  /** The one that it names, where they are not. */
  readonly unknownCalendar?: Name
  /** A calendar by its name: one that is declared, or one that everybody has. */
  readonly calendarOf: Calendars
  /** Where the policy’s times are: the zone of its calendar. */
  readonly zone?: Zone
  /** Remembers what each name was found to mean. */
  readonly refer: Refer
  /** Remembers what is referred to, for the findings about what is not. */
  readonly used: { readonly add: (name: string) => void; readonly has: (name: string) => boolean }
  readonly nearest: Nearest
  /** Roles that the policy knows by name: those of the lists of the data in which one of them stands. */
  readonly roles: () => readonly string[]
  /** The meaning of an expression: here, so that the files that work one out need not know each other. */
  readonly infer: (context: Context, expr: Expr) => Typed
}

export type Self = {
  readonly name: string
  /** Only there: an aggregate inside the definition goes through other rows, which have a past of their own. */
  readonly grain: Grain
  readonly past?: Past
  readonly onRead: () => void
}

/** `period`: only values of such periods may be read. `onRead` is told of whatever asks for the day. */
export type OnDay = { readonly date: Typed; readonly period?: string; readonly onRead: () => void }

/** Where an expression stands: which row is "this row", and which day counts. */
export type Context = {
  readonly env: Environment
  readonly grain: Grain
  readonly record?: RecordSymbol
  /** The row's own date (row grains). */
  readonly date?: Typed
  readonly asOf?: AsOf
  /** `as of D`, `in quarter of D`: the day on which everything dated is read. */
  readonly day?: OnDay
  /** Values of the kind of period that is replaced are read over the windows instead. */
  readonly over?: Over
  /** Inside an aggregate: the record's name itself means the row that is counted. */
  readonly counting?: boolean
  /** The value whose definition this is: its own name means its past, where it has one. */
  readonly self?: Self
  /** The clawback that this is part of: what it asks to be paid back is what its earlier rows have left. */
  readonly taking?: {
    readonly name: string
    readonly onRead: (nets: NonNullable<Commission['nets']>) => void
  }
  /** Names that only this place knows (`score` within a knock-out). */
  readonly locals?: ReadonlyMap<string, Typed>
}

/** The meaning and type of an expression where it stands. Reports what is wrong and goes on with a type that fits. */
export function infer(context: Context, expr: Expr): Typed {
  return context.env.infer(context, expr)
}
