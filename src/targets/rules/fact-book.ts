import type { Expr, Id, Ratio, Type } from '../../plan/plan.ts'
import type { FactDefinition } from './rule-set.ts'

/** The facts of a rule set while they grow: the same expression has one name. */
export type FactBook = {
  readonly facts: { readonly [name: string]: FactDefinition }
  /** The name of a fact; `wanted` is taken unless the expression has a name of its own. */
  readonly name: (grain: Id, value: Ratio, type: Type, wanted: string, line?: number) => string
}

/** `taken`: names under which a run hands things over. */
export function factBook(taken: readonly string[]): FactBook {
  const facts: { [name: string]: FactDefinition } = Object.create(null)
  const known = new Map<string, string>()
  const reserved = new Set(taken)
  return {
    facts,
    name: (grain, value, type, wanted, line) => {
      const meaning = JSON.stringify([grain, value, type.is, line])
      const found = known.get(meaning)
      if (found !== undefined) return found
      const plain = ownName(grain, value) ?? wanted
      let name = plain
      for (let n = 2; name in facts || reserved.has(name); n++) name = `${plain}~${n}`
      facts[name] = { grain, ...(line !== undefined && { line }), value, type }
      known.set(meaning, name)
      return name
    },
  }
}

/** `Quote.discount`, `Quote.rep.role`: a field is called what the policy calls it. */
function ownName(grain: Id, { n, d }: Ratio): string | undefined {
  if (d !== undefined || n.op !== 'field' || n.row !== undefined) return undefined
  const [record = grain] = grain.split('/')
  return [record, ...n.path, n.field].join('.')
}

/** What kind of thing an expression gives, for writing it down. */
export function typeOf(
  expr: Expr,
  scale: number,
  typeOfColumn: (id: Id) => Type,
  typeOfField: (relation: Id, field: Id) => Type,
): Type {
  const inner = (part: Expr): Type => typeOf(part, scale, typeOfColumn, typeOfField)
  switch (expr.op) {
    case 'const':
      return expr.type
    case 'field':
      return typeOfField(expr.relation, expr.field)
    case 'column':
    case 'lookup':
      return typeOfColumn(expr.column)
    case 'row':
    case 'in-force':
      return { is: 'ref', relation: expr.relation }
    case 'now':
    case 'instant':
      return { is: 'time' }
    case 'add-working':
      return { is: expr.from }
    case 'local-day':
    case 'period-day':
    case 'add-months':
      return { is: 'date' }
    case 'period-of':
      return { is: 'period', kind: expr.kind }
    case 'compare':
    case 'same':
    case 'and':
    case 'or':
    case 'not':
    case 'is':
    case 'begins':
      return { is: 'truth' }
    case 'choose':
      return inner(expr.otherwise.op === 'fail' ? (expr.cases[0]?.then ?? expr.otherwise) : expr.otherwise)
    case 'pick':
      return inner(expr.items.find((item) => item.op !== 'fail') ?? expr.index)
    case 'join':
      return { is: 'text' }
    case 'if-missing':
      return inner(expr.a)
    case 'aggregate': {
      if (expr.fn === 'any' || expr.fn === 'all') return { is: 'truth' }
      return expr.value === undefined || expr.fn === 'count' ? number(scale) : typeOfColumn(expr.value)
    }
    case 'earlier-row':
      return typeOfColumn(expr.column)
    default:
      return number(scale)
  }
}

function number(scale: number): Type {
  return { is: 'int', scale, min: '0', max: '0', unit: 'number' }
}
