import type { Field, Id, Relation, Type } from '../../plan/plan.ts'
import type { AddedInput } from './added-input.ts'
import type { RequestPlan } from './request-plan.ts'

/**
 * What may stand in an object of a request, and in which registers it is read: one shape for the request itself and one
 * for each reference whose row is looked at. Registers of a shape stand side by side, in the order of its fields.
 */
export type Shape = {
  /** References from the request to here. */
  readonly path: readonly Id[]
  readonly relation: Relation
  readonly slots: ReadonlyMap<string, Slot>
  readonly key: Slot | undefined
  readonly first: number
  /** States of the registers before anything is read. */
  readonly blank: Int32Array
  readonly children: Map<Id, Shape>
  /** The keys of the last object in their order, and what they were: the next has mostly the same. */
  readonly lastKeys: string[]
  readonly lastSlots: Slot[]
}

/** How a field is read; plain integers, since a request is read field by field in one switch. */
export const slotKind = {
  number: 0,
  big: 1,
  enum: 2,
  text: 3,
  truth: 4,
  date: 5,
  ref: 6,
  other: 7,
} as const
export type SlotKind = (typeof slotKind)[keyof typeof slotKind]

export type Slot = {
  readonly name: string
  readonly field: Field
  readonly added: AddedInput | undefined
  readonly kind: SlotKind
  readonly register: number
  /** Of a number: `10^scale`, and the least and the largest integer, where plain numbers hold them exactly. */
  readonly factor: number
  readonly min: number
  readonly max: number
  /** A bare number of this field could be a share or a percentage: it is read slowly, by its text. */
  readonly signed: boolean
  readonly codes: ReadonlyMap<unknown, number> | undefined
  /** Of a reference whose row the decision looks at. */
  child: Shape | undefined
}

export type Shares = 'signed' | 'fraction' | 'percent'

/** Integers that a number holds exactly. */
export const exact = 2 ** 53 - 1

/** The shapes of all objects that a decision looks into: the request's own is the root. */
export function shapesOf(request: RequestPlan, paths: readonly (readonly Id[])[], shares: Shares): Shape {
  const { plan, inputs } = request
  const relations = new Map(plan.relations.map((r) => [r.id, r]))
  let next = 0
  const made = (id: Id, path: readonly Id[]): Shape => {
    const relation = relations.get(id)
    if (!relation) throw new Error(`the plan has no ${id}`)
    const shape = shapeOf(relation, path, next, inputs.get(id) ?? [], shares)
    next += relation.fields.length
    return shape
  }
  const root = made(request.relation, [])
  for (const path of paths) {
    let at = root
    for (const [i, id] of path.entries()) {
      const slot = at.slots.get(id)
      if (slot?.field.type.is !== 'ref') throw new Error(`${id} is no reference`)
      slot.child ??= made(slot.field.type.relation, path.slice(0, i + 1))
      at.children.set(id, slot.child)
      at = slot.child
    }
  }
  return root
}

/** How many registers a shape and those below it have. */
export function registersOf(shape: Shape): number {
  return [...shape.children.values()].reduce((sum, child) => sum + registersOf(child), shape.slots.size)
}

function shapeOf(
  relation: Relation,
  path: readonly Id[],
  first: number,
  added: readonly AddedInput[],
  shares: Shares,
): Shape {
  const inputs = new Map(added.map((one) => [one.field.id, one]))
  const slots = new Map(
    relation.fields.map((field, i) => [field.id, slotOf(field, inputs.get(field.id), first + i, shares)]),
  )
  return {
    path,
    relation,
    slots,
    key: relation.key === undefined ? undefined : slots.get(relation.key),
    first,
    blank: Int32Array.from(relation.fields, (field) => blankState(field, inputs.get(field.id))),
    children: new Map(),
    lastKeys: [],
    lastSlots: [],
  }
}

/** What is worked out from other rows is unknown when it is not said, not empty: no default may stand in for it. */
function blankState(field: Field, added: AddedInput | undefined): number {
  return added === undefined ? field.missing : field.bad
}

function slotOf(field: Field, added: AddedInput | undefined, register: number, shares: Shares): Slot {
  const { type } = field
  const kind = kindOf(type)
  const plain = kind === slotKind.number && type.is === 'int'
  return {
    name: field.id,
    field,
    added,
    kind,
    register,
    factor: type.is === 'int' && type.scale <= 22 ? 10 ** type.scale : 0,
    min: plain ? Number(type.min) : 0,
    max: plain ? Number(type.max) : 0,
    signed: type.is === 'int' && isShare(type.unit) && shares !== 'fraction',
    codes: type.is === 'enum' ? new Map(type.values.map((value, i) => [value, i])) : undefined,
    child: undefined,
  }
}

function isShare(unit: string): boolean {
  return unit === 'percent' || unit === 'price-ratio'
}

function kindOf(type: Type): SlotKind {
  switch (type.is) {
    case 'int':
      return fitsExactly(type.min) && fitsExactly(type.max) ? slotKind.number : slotKind.big
    case 'enum':
      return slotKind.enum
    case 'text':
      return slotKind.text
    case 'truth':
      return slotKind.truth
    case 'date':
      return slotKind.date
    case 'ref':
      return slotKind.ref
    default:
      return slotKind.other
  }
}

function fitsExactly(text: string): boolean {
  const value = BigInt(text)
  return value <= BigInt(exact) && value >= -BigInt(exact)
}
