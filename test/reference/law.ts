import type { Cell, DeductionClass, Expr, LawDeclaration, Row, Table } from '../../src/syntax/ast.ts'
import { yesOrNo } from './cell-test.ts'
import { dayOfSpelling } from './literal.ts'
import { larger, multiply, type Rational, rational, roundTo, smaller, subtract, zero } from './rational.ts'
import { both, held, numberOf, present, type Result, used, type Value } from './value.ts'
import type { Scope, World } from './world.ts'

const cent = rational(1n, 100n)

/** What the law lets be taken as one class of the month's wage, where `less` of it has been taken already. */
export function lawLimit(
  world: World,
  step: Expr,
  of: DeductionClass,
  less: Rational,
  scope: Scope,
): Result<Rational> {
  const { law, args } = lawOf(world, step)
  const [wageAt, placeAt] = args
  if (!wageAt || !scope.period) throw new Error('a law limits what is taken of a month')
  const wage = used(world.evaluate(wageAt, scope))
  const place = placeAt ? used(world.evaluate(placeAt, scope)) : present(undefined)
  const day = scope.asOf === 'last-day' ? (scope.period.end ?? 0) - 1 : scope.period.start
  return both(wage, place, (amount, where): Result<Rational> => {
    const city = where && 'text' in where ? where.text : undefined
    const rules = tableOf(law, 'deductions')
    const rule = rules && rowFor(rules, law.by?.text, city, day, of)
    if (!rules || !rule) return held('the law says nothing of this')
    if (!truthIn(rules, rule, 'allowed')) return held('not allowed')
    const whole = numberOf(amount)
    const rate = numberIn(world, rules, rule, 'share', scope)
    const share = rate ? roundTo(multiply(whole, rate), cent, 'down') : roundTo(whole, cent, 'down')
    if (!truthIn(rules, rule, 'keeps-minimum')) return present(most(share, whole, less))
    const wages = tableOf(law, 'minimum')
    const row = wages && rowFor(wages, law.by?.text, city, day)
    const minimum = wages && row && numberIn(world, wages, row, 'amount', scope)
    return minimum ? present(most(share, subtract(whole, minimum), less)) : held('no minimum wage')
  })
}

const most = (share: Rational, spare: Rational, less: Rational): Rational =>
  larger(smaller(share, subtract(spare, less)), zero)

function lawOf(world: World, step: Expr): { readonly law: LawDeclaration; readonly args: readonly Expr[] } {
  const name = step.is === 'call' ? step.callee.text : ''
  const law = world.declarations.get(name)
  if (law?.kind !== 'law' || step.is !== 'call') throw new Error(`${name} is no law`)
  return { law, args: step.args }
}

/** Whether a class is limited anywhere: elsewhere there is nothing to limit. */
export function isLimited(world: World, step: Expr, of: DeductionClass): boolean {
  const { law } = lawOf(world, step)
  const rules = tableOf(law, 'deductions')
  return (rules?.rows ?? []).some((row) => {
    if (!rules || cell(rules, row, 'class')?.is !== 'deduction') return false
    const found = cell(rules, row, 'class')
    if (found?.is !== 'deduction' || found.class !== of) return false
    const limits = cell(rules, row, 'share')?.is !== 'any' || truthIn(rules, row, 'keeps-minimum')
    return limits || !truthIn(rules, row, 'allowed')
  })
}

function tableOf(law: LawDeclaration, is: 'deductions' | 'minimum'): Table | undefined {
  return law.lines.flatMap((line) => (line.is === is ? [line.table] : []))[0]
}

function cell(table: Table, row: Row, name: string): Cell | undefined {
  const at = table.headings.findIndex(({ value }) => value.is === 'path' && value.parts[0]?.text === name)
  return row.cells[at]
}

/** The row that names the place before the one for any. */
function rowFor(
  table: Table,
  by: string | undefined,
  place: string | undefined,
  day: number,
  of?: DeductionClass,
): Row | undefined {
  const meant = table.rows.filter((row) => {
    const found = cell(table, row, 'class')
    if (of && !(found?.is === 'deduction' && found.class === of)) return false
    const from = dayIn(cell(table, row, 'from'))
    const until = dayIn(cell(table, row, 'until'))
    return from !== undefined && from <= day && (until === undefined || day <= until)
  })
  const where = (row: Row) => (by === undefined ? undefined : cell(table, row, by))
  const named = meant.find((row) => {
    const found = where(row)
    return (
      found?.is === 'tests' && found.items.some((item) => item.is === 'value' && word(item.value) === place)
    )
  })
  return named ?? meant.find((row) => (where(row)?.is ?? 'any') === 'any')
}

function word(value: Expr): string | undefined {
  return value.is === 'text' ? value.value : value.is === 'path' ? value.parts[0]?.text : undefined
}

function single(found: Cell | undefined): Expr | undefined {
  const item = found?.is === 'tests' ? found.items[0] : undefined
  return item?.is === 'value' ? item.value : undefined
}

function dayIn(found: Cell | undefined): number | undefined {
  const value = single(found)
  return value?.is === 'date' ? dayOfSpelling(value.spelling) : undefined
}

function truthIn(table: Table, row: Row, name: string): boolean {
  const value = single(cell(table, row, name))
  return value?.is === 'truth' ? value.value : value !== undefined && yesOrNo(value) === true
}

function numberIn(world: World, table: Table, row: Row, name: string, scope: Scope): Rational | undefined {
  const value = single(cell(table, row, name))
  const found: Result<Value> | undefined = value && world.evaluate(value, scope)
  return found?.is === 'present' ? numberOf(found.value) : undefined
}
