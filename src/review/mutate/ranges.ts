import { power10 } from '../../base/decimal.ts'
import type { Column, Expr, Id, Plan, Ratio, Type } from '../../plan/plan.ts'
import {
  differenceOf,
  inverted,
  largerOf,
  negative,
  notZero,
  productOf,
  quotientOf,
  roundedTo,
  scaled,
  signOf,
  sizeOf,
  smallerOf,
  sumOf,
} from './amount-arithmetic.ts'
import { type Amounts, anyOf, anything, between, both, from, only } from './amounts.ts'
import { coreOf, type Fact, factsOf, fixedIn, inFacts, type Ranges } from './facts.ts'
import { namesRead, partsIn } from './meaning.ts'
import { shareOf } from './range-of-share.ts'
import { type TierExpr, tierAmounts } from './range-of-tiers.ts'

const none: readonly Fact[] = []

/** More columns under facts than any policy has that a person follows. */
const mostAsked = 5000

/**
 * What the numbers of a plan can come to, worked out where it is asked for. `through`: facts count for what columns are made of
 * as well, which takes longer.
 */
export function rangesOf(plan: Plan, through?: 'through'): Ranges {
  const columns = new Map(plan.columns.map((column) => [column.id, column]))
  const fields = new Map(
    plan.relations.map(({ id, fields: all }) => [id, new Map(all.map((one) => [one.id, one]))]),
  )
  const schedules = new Map(plan.schedules.map((one) => [one.id, one]))
  const tables = new Map(plan.tables.map((one) => [one.id, one]))
  const balances = ofBalances(plan)
  let asked = 0
  const known = new Map<Id, Amounts>()
  const knownRatios = new Map<Id, Amounts>()

  /** The definition of a column; of one that reads earlier periods nothing is known. */
  const definition = (id: Id): Column | undefined => {
    const column = columns.get(id)
    return column?.recurrence === undefined ? column : undefined
  }

  function ofColumn(id: Id): Amounts {
    const found = known.get(id)
    if (found !== undefined) return found
    const declared = balances.has(id) ? anything : ofType(columns.get(id)?.type)
    // Whatever is asked for while it is worked out itself may be all that its type says.
    known.set(id, declared)
    const column = definition(id)
    const amounts = column?.type.is === 'int' ? both(declared, of(column.expr, none)) : declared
    known.set(id, amounts)
    return amounts
  }

  // What is known where tests came out so, by the list of what is known.
  const knownWhere = new WeakMap<readonly Fact[], Map<Id, Amounts>>()

  function ofColumnWhere(id: Id, facts: readonly Fact[]): Amounts {
    const here = knownWhere.get(facts) ?? new Map<Id, Amounts>()
    knownWhere.set(facts, here)
    const found = here.get(id)
    if (found !== undefined) return found
    const plain = ofColumn(id)
    here.set(id, plain)
    const column = definition(id)
    if (column?.type.is !== 'int' || asked++ > mostAsked) return plain
    const amounts = both(plain, of(column.expr, facts))
    here.set(id, amounts)
    return amounts
  }

  /** The quotient of a column that is kept as one. */
  function ofQuotient(id: Id, denominator: Id): Amounts {
    const found = knownRatios.get(id)
    if (found !== undefined) return found
    const plain = quotientOf(ofColumn(id), ofColumn(denominator))
    knownRatios.set(id, plain)
    const [n, d] = [definition(id), definition(denominator)]
    const amounts = n && d ? both(plain, quotient(n.expr, d.expr, none)) : plain
    knownRatios.set(id, amounts)
    return amounts
  }

  function of(expr: Expr, facts: readonly Fact[]): Amounts {
    const plain = ofInteger(expr, facts)
    return facts.length === 0 ? plain : inFacts(plain, coreOf(expr, undefined), facts)
  }

  function ofInteger(expr: Expr, facts: readonly Fact[]): Amounts {
    switch (expr.op) {
      case 'const': {
        const value = fixedIn(expr)
        return value === undefined ? anything : only(value)
      }
      case 'column':
        return facts.length > 0 && through ? ofColumnWhere(expr.column, facts) : ofColumn(expr.column)
      case 'lookup':
      case 'earlier-row':
        return ofColumn(expr.column)
      case 'line':
        return anyOf(expr.columns.map((id) => (id === null ? [] : ofColumn(id))))
      case 'field':
        return ofType(fields.get(expr.relation)?.get(expr.field)?.type)
      case 'add':
        return sumOf(of(expr.a, facts), of(expr.b, facts))
      case 'sub':
        return differenceOf(of(expr.a, facts), of(expr.b, facts))
      case 'mul':
        return productOf(of(expr.a, facts), of(expr.b, facts))
      case 'min':
        return smallerOf(of(expr.a, facts), of(expr.b, facts))
      case 'max':
        return largerOf(of(expr.a, facts), of(expr.b, facts))
      case 'neg':
        return negative(of(expr.a, facts))
      case 'abs':
        return sizeOf(of(expr.a, facts))
      case 'sign':
        return signOf(of(expr.a, facts))
      case 'nonzero':
        return notZero(of(expr.a, facts))
      case 'shift':
        return expr.by < 0 ? anything : scaled(of(expr.a, facts), { n: power10(expr.by), d: 1n })
      case 'if-missing':
        return anyOf([of(expr.a, facts), of(expr.b, facts)])
      case 'choose':
        return anyOf(branchesOf(expr, facts).map(([then, so]) => of(then, so)))
      case 'pick':
        return anyOf(expr.items.map((item) => of(item, facts)))
      case 'fail':
        return []
      case 'round': {
        const exact = scaled(ofRatio({ ...expr.a, scale: 0 }, facts), placesApart(expr.scale - expr.a.scale))
        const rounded = roundedTo(exact, BigInt(expr.unit), expr.mode)
        return expr.limit ? both(rounded, between(BigInt(expr.limit.min), BigInt(expr.limit.max))) : rounded
      }
      case 'aggregate':
      case 'rolling':
        return ofRows(expr)
      case 'table':
        return between(0n, BigInt(tables.get(expr.table)?.rows.length ?? 0))
      case 'band':
        return between(0n, BigInt(Math.max(0, (schedules.get(expr.schedule)?.bands.length ?? 1) - 1)))
      case 'tiers':
        return isWhole(expr) ? tierAmounts(expr, ranges, facts) : anything
      case 'rank':
        return from(1n)
      case 'working-days':
        return from(0n)
      case 'day-of-month':
        return between(1n, 31n)
      default:
        return anything
    }
  }

  function ofRows(expr: Extract<Expr, { op: 'aggregate' | 'rolling' }>): Amounts {
    const limited = (amounts: Amounts): Amounts =>
      expr.limit ? both(amounts, between(BigInt(expr.limit.min), BigInt(expr.limit.max))) : amounts
    if (expr.fn === 'count') return from(0n)
    if (expr.fn === 'any' || expr.fn === 'all') return between(0n, 1n)
    const id = expr.op === 'aggregate' && expr.part ? expr.denominator : expr.value
    if (id === undefined) return anything
    const each = ofColumn(id)
    if (expr.fn !== 'sum') return each
    const [up, down] = [from(0n), negative(from(0n))]
    const all = anyOf([each, only(0n)])
    if (both(all, up).length === all.length && same(all, both(all, up))) return limited(up)
    return limited(same(all, both(all, down)) ? down : anything)
  }

  function ofRatio({ n, d, scale }: Ratio, facts: readonly Fact[]): Amounts {
    return scaled(d === undefined ? of(n, facts) : quotient(n, d, facts), placesApart(-scale))
  }

  function quotient(n: Expr, d: Expr, facts: readonly Fact[]): Amounts {
    const core = coreOf(n, d)
    const inner = core.n === n ? ofCore(n, d, facts) : scaled(quotient(core.n, d, facts), core.factor)
    return facts.length === 0 ? inner : inFacts(inner, core, facts)
  }

  function ofCore(n: Expr, d: Expr, facts: readonly Fact[]): Amounts {
    if (n.op === 'choose') {
      const below = d.op === 'choose' && sameTests(n, d) ? d : undefined
      if (below || d.op !== 'choose')
        return anyOf(
          branchesOf(n, facts).map(([then, so], i) =>
            quotient(then, below ? (below.cases[i]?.then ?? below.otherwise) : d, so),
          ),
        )
    }
    if (n.op === 'tiers' && d.op === 'tiers') return tierAmounts(n, ranges, facts)
    const plain = quotientOf(of(n, facts), of(d, facts))
    const kept = keptQuotient(n, d)
    const share = shareOf(n, d, definition, (id) => ofColumn(id))
    return [kept, share].reduce<Amounts>((all, one) => (one ? both(all, one) : all), plain)
  }

  /** Whether tiers pay a whole number by themselves: lines between points never do. */
  function isWhole({ part, schedule, of, base }: TierExpr): boolean {
    const inSteps = schedules.get(schedule)?.mode !== 'linear'
    return part === 'amount' && inSteps && of?.d === undefined && base?.d === undefined
  }

  /** What is read of a column that is kept as a quotient: both halves of it, from one row. */
  function keptQuotient(n: Expr, d: Expr): Amounts | undefined {
    const [id, below] = [readBy(n), readBy(d)]
    if (id === undefined || below === undefined || columns.get(id)?.denominator !== below) return undefined
    const apart = n.op !== d.op || (n.op === 'lookup' && d.op === 'lookup' && text(n.at) !== text(d.at))
    return apart ? undefined : ofQuotient(id, below)
  }

  /** The branches of a choice, each with what is known where it is taken. */
  function branchesOf(
    expr: Extract<Expr, { op: 'choose' }>,
    facts: readonly Fact[],
  ): readonly (readonly [Expr, readonly Fact[]])[] {
    let so = facts
    const taken = expr.cases.map(({ when, then }): readonly [Expr, readonly Fact[]] => {
      const here = [...so, ...factsFrom(when, true, so)]
      so = [...so, ...factsFrom(when, false, so)]
      return [then, here]
    })
    return [...taken, [expr.otherwise, so]]
  }

  const factsFrom = (test: Expr, holds: boolean, before: readonly Fact[] = none) =>
    factsOf(test, holds, (ratio) => ofRatio(ratio, before))

  const ranges: Ranges = {
    of: (expr, facts = none) => {
      asked = 0
      return of(expr, facts)
    },
    ofRatio: (ratio, facts = none) => {
      asked = 0
      return ofRatio(ratio, facts)
    },
    facts: factsFrom,
    schedule: (id) => schedules.get(id),
  }
  return ranges
}

/** What is worked out of balances: a case may say how one stood, and that need not lie where its type says. */
function ofBalances(plan: Plan): ReadonlySet<Id> {
  const parts = partsIn(plan)
  const found = new Set<Id>()
  for (const column of plan.columns)
    if (column.recurrence !== undefined || namesRead(column, parts).some((id) => found.has(id)))
      found.add(column.id)
  return found
}

function ofType(type: Type | undefined): Amounts {
  return type?.is === 'int' ? between(BigInt(type.min), BigInt(type.max)) : anything
}

function readBy(expr: Expr): Id | undefined {
  return expr.op === 'column' || expr.op === 'lookup' ? expr.column : undefined
}

type Choose = Extract<Expr, { op: 'choose' }>

/** Whether two choices ask the same, one after the other. */
export function sameTests(a: Choose, b: Choose): boolean {
  return (
    a.cases.length === b.cases.length && a.cases.every(({ when }, i) => text(when) === text(b.cases[i]?.when))
  )
}

function placesApart(places: number) {
  return places < 0 ? inverted({ n: power10(-places), d: 1n }) : { n: power10(places), d: 1n }
}

function same(a: Amounts, b: Amounts): boolean {
  return JSON.stringify(a, plainly) === JSON.stringify(b, plainly)
}

function plainly(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

function text(node: unknown): string {
  return JSON.stringify(node)
}
