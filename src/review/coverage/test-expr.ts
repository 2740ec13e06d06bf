import type { Expr, Ratio, TableInput, Test, Type } from '../../plan/plan.ts'

/** What a cell of a table asks of its input, as a test of its own; undefined where it asks nothing. */
export function testExpr(input: TableInput, test: Test, type: Type | undefined): Expr | undefined {
  if (test.is === 'any') return undefined
  const found = test.is === 'range' ? inRanges(input, test, type) : amongValues(input, test, type)
  const negated = test.is === 'range' ? test.negated : test.is === 'not-in'
  return negated ? { op: 'not', a: found } : found
}

function inRanges(
  input: TableInput,
  { ranges }: Extract<Test, { is: 'range' }>,
  type: Type | undefined,
): Expr {
  const value: Ratio = input.is === 'number' ? input.value : { n: input.value, scale: 0 }
  return {
    op: 'or',
    all: ranges.map(({ low, high }) => ({
      op: 'and',
      all: [
        ...(low ? [compared(value, low.included ? '>=' : '>', low.at, type)] : []),
        ...(high ? [compared(value, high.included ? '<=' : '<', high.at, type)] : []),
      ],
    })),
  }
}

function compared(
  value: Ratio,
  by: Extract<Expr, { op: 'compare' }>['by'],
  at: string,
  type: Type | undefined,
): Expr {
  const scale = type?.is === 'int' ? type.scale : 0
  const constant: Expr = {
    op: 'const',
    value: at,
    type: { is: 'int', scale, min: at, max: at, unit: 'number' },
  }
  return { op: 'compare', by, a: value, b: { n: constant, scale } }
}

function amongValues(
  input: TableInput,
  { values }: Extract<Test, { is: 'in' | 'not-in' }>,
  type: Type | undefined,
): Expr {
  const one = (value: string | boolean): Expr => {
    if (input.is === 'number') return compared(input.value, '=', String(value), type)
    const constant: Expr = { op: 'const', value, type: type ?? { is: 'text' } }
    return { op: 'same', a: input.value, b: constant }
  }
  return { op: 'or', all: values.map(one) }
}
