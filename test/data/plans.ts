import type { Field, IntType, Plan, Relation, Type } from '../../src/plan/plan.ts'

/** A plan for the tests of data: records alone, every field of them needed. */
export function planOf(relations: readonly Relation[]): Plan {
  const reads = relations.flatMap((r) => r.fields.map((f) => ({ relation: r.id, field: f.id })))
  return {
    version: 1,
    policy: { id: 'test', language: 'en' },
    periods: [{ id: 'quarter', is: 'months', months: 3, startMonth: 1, startDay: 1 }],
    relations,
    derived: [],
    checks: [],
    grains: relations.map((r) => ({ id: r.id, relation: r.id })),
    tables: [],
    schedules: [],
    columns: reads.map(({ relation, field }) => ({
      id: `${relation}.${field}`,
      grain: relation,
      type: { is: 'text' },
      expr: { op: 'field', path: [], relation, field },
      mayFail: true,
      origin: 'o',
    })),
    outputs: [],
    reasons: [],
    origins: [],
  }
}

export function record(id: string, fields: readonly Field[], key = fields[0]?.id): Relation {
  return { id, ...(key !== undefined && { key }), fields, origin: 'o' }
}

export function field(id: string, type: Type, optional = false): Field {
  return { id, type, optional, missing: 10001, bad: 10002 }
}

export const text: Type = { is: 'text' }
export const date: Type = { is: 'date' }
export const truth: Type = { is: 'truth' }
export const money: IntType = {
  is: 'int',
  scale: 2,
  min: '-1000000000000000',
  max: '1000000000000000',
  unit: 'money',
  currency: 'CNY',
}
export const percent: IntType = { is: 'int', scale: 4, min: '-10000000', max: '10000000', unit: 'percent' }
export const priceRatio: IntType = { is: 'int', scale: 3, min: '0', max: '1000', unit: 'price-ratio' }
export const count: IntType = { is: 'int', scale: 0, min: '0', max: '1000000000', unit: 'count' }

export function ref(relation: string): Type {
  return { is: 'ref', relation }
}

/** The handbook's two records that every test can use. */
export const sales: Plan = planOf([
  record('Rep', [
    field('id', text),
    field('name', text),
    field('role', { is: 'enum', values: ['rep', 'senior', 'manager'] }),
    field('manager', ref('Rep'), true),
  ]),
  record('Order', [
    field('id', text),
    field('rep', ref('Rep')),
    field('signed', date),
    field('amount', money),
    field('discount', percent, true),
    field('paid', truth),
  ]),
])
