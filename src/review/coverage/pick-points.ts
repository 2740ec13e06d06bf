import type { Expr, Id, Output, PickedPart, PlanStep, Ratio } from '../../plan/plan.ts'
import { columnNamed, constantRatio, isNever } from './constants.ts'
import { type Gathering, isTrue, type Seen } from './gather.ts'
import type { Condition } from './point.ts'
import { typeOf } from './type-of.ts'

/** Each of those of which the larger or smaller is taken: that it is the one, and no other as large or small. */
export function addPicked(into: Gathering, part: PickedPart, under: readonly Condition[]): void {
  const { a, b, which, grain, inner } = part
  const sides = which === 'larger' ? (['above', 'below'] as const) : (['below', 'above'] as const)
  const [first, second] = sides
  const point = (side: 'above' | 'below', origin: Id): Seen['points'] =>
    isNeverThere(into, a.value, side, b.value)
      ? []
      : [
          {
            outcomes: [side],
            name: which,
            origin,
            what: { is: 'taken', of: which, text: into.textOf(origin), among },
          },
        ]
  const among = into.indicatorAt(part.origin) ?? into.textOf(part.origin)
  if (inner) {
    const by = which === 'larger' ? '>' : '<'
    addPicked(into, inner, [...under, isTrue({ op: 'compare', by, a: a.value, b: b.value })])
  }
  const points = [...(inner ? [] : point(first, a.origin)), ...point(second, b.origin)]
  into.add({ grain, look: { is: 'sides', a: a.value, b: b.value }, under, points })
}

/** Whether one of two can be on a side of the other by what they are: of two constants, or of a number within its limits. */
function isNeverThere({ plan }: Gathering, a: Ratio, side: 'above' | 'below', b: Ratio): boolean {
  const left = constantRatio(a)
  const right = constantRatio(b)
  if (left && right) return true
  if (right) return a.d === undefined && isNever(typeOf(plan, a.n), side, right)
  const other = side === 'above' ? 'below' : 'above'
  return left !== undefined && b.d === undefined && isNever(typeOf(plan, b.n), other, left)
}

/** Of the best of several clauses, which it is; of equal ones the first. */
export function addBest(into: Gathering): void {
  for (const output of into.plan.outputs)
    for (const step of output.steps) if (step.is === 'best') addBestOf(into, output, step)
}

function addBestOf(into: Gathering, output: Output, { parts = [], origin, column }: PlanStep): void {
  const grain = columnNamed(into.plan, column)?.grain ?? output.grain
  for (const [i, id] of parts.entries()) {
    const better = parts.flatMap((other, j): readonly Expr[] =>
      other === id
        ? []
        : [
            {
              op: 'or',
              all: [
                isState('not-applicable', other),
                { op: 'compare', by: j < i ? '>' : '>=', a: amountOf(into, id), b: amountOf(into, other) },
              ],
            },
          ],
    )
    into.add({
      grain,
      look: { is: 'code', expr: { op: 'and', all: [isState('applicable', id), ...better] } },
      under: [{ is: 'applies', column: output.column }],
      points: [
        {
          outcomes: ['1'],
          name: `best:${i + 1}`,
          origin,
          what: { is: 'taken', of: 'best', text: columnNamed(into.plan, id)?.label ?? id, among: '' },
          of: output,
        },
      ],
    })
  }
}

function isState(what: 'applicable' | 'not-applicable', id: Id): Expr {
  return { op: 'is', what, a: { op: 'column', column: id } }
}

function amountOf({ plan }: Gathering, id: Id): Ratio {
  const type = columnNamed(plan, id)?.type
  return { n: { op: 'column', column: id }, scale: type?.is === 'int' ? type.scale : 0 }
}

/** How an approval may stand: each of the words that it can come to. */
export function addApprovals(into: Gathering): void {
  for (const output of into.plan.outputs)
    for (const { label, column } of output.label === 'authority' ? output.also : []) {
      const found = columnNamed(into.plan, column)
      if (label !== 'approved' || found?.type.is !== 'enum') continue
      const can = wordsOf(into, found.expr)
      into.add({
        grain: found.grain,
        look: { is: 'code', expr: { op: 'column', column } },
        under: [{ is: 'applies', column: output.column }],
        points: found.type.values.flatMap((state, i) =>
          can.has(state)
            ? [
                {
                  outcomes: [String(i)],
                  name: `approved:${i + 1}`,
                  origin: found.origin,
                  what: { is: 'approved', state },
                  of: output,
                },
              ]
            : [],
        ),
      })
    }
}

/** The words that a choice ends in. */
function wordsOf(into: Gathering, expr: Expr): ReadonlySet<string> {
  switch (expr.op) {
    case 'const':
      return new Set([String(expr.value)])
    case 'choose':
      return new Set(
        [...expr.cases.map(({ then }) => then), expr.otherwise].flatMap((part) => [...wordsOf(into, part)]),
      )
    case 'column': {
      const column = columnNamed(into.plan, expr.column)
      return column ? wordsOf(into, column.expr) : new Set()
    }
    default:
      return new Set()
  }
}
