import type { Field, Id, Relation, Type } from '../../plan/plan.ts'
import type { AddedInput } from './added-input.ts'
import { ownText } from './plain-text.ts'
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
  hasChildren: boolean
  readonly order: KeyOrder
}

/**
 * The keys of the last object in their order and how each is read, side by side: the next object has mostly the same, and
 * then nothing is looked up.
 */
export type KeyOrder = {
  readonly keys: string[]
  readonly slots: Slot[]
  readonly ways: Int32Array
  readonly registers: Int32Array
  readonly factors: Float64Array
  readonly scales: Int32Array
  readonly least: Float64Array
  readonly most: Float64Array
  readonly words: (readonly string[])[]
}

/** What is read at once; everything else by its kind. */
const way = { other: 0, bare: 1, word: 2, unread: 3 } as const

/** Notes that a key stands at a place; false for one that the shape does not have. */
export function learnKey({ slots, order }: Shape, place: number, key: string): boolean {
  const slot = slots.get(key)
  if (slot === undefined || place >= order.ways.length) return slot !== undefined
  order.keys[place] = key
  order.slots[place] = slot
  order.ways[place] = slot.bare
    ? way.bare
    : slot.words.length > 0
      ? way.word
      : slot.kind === slotKind.text && !slot.isRead
        ? way.unread
        : way.other
  order.registers[place] = slot.register
  order.factors[place] = slot.factor
  order.scales[place] = slot.scale
  order.least[place] = slot.min
  order.most[place] = slot.max
  order.words[place] = slot.words
  return true
}

function newOrder(size: number): KeyOrder {
  return {
    keys: [],
    slots: [],
    ways: new Int32Array(size),
    registers: new Int32Array(size),
    factors: new Float64Array(size),
    scales: new Int32Array(size),
    least: new Float64Array(size),
    most: new Float64Array(size),
    words: [],
  }
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
  /** Of a number: `10^scale`, the scale, and the least and the largest integer, where plain numbers hold them exactly. */
  readonly factor: number
  readonly scale: number
  readonly min: number
  readonly max: number
  /** Whether a bare number is read at once: not where it could be a share or a percentage. */
  readonly bare: boolean
  /** Whether it may be said as `12%`. */
  readonly share: boolean
  /** Values of an enumeration; of one with few, as a list that is gone through. */
  readonly codes: ReadonlyMap<unknown, number> | undefined
  readonly words: readonly string[]
  /** Whether a decision, or a name of a row, needs it. */
  isRead: boolean
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
      at.hasChildren = true
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
    hasChildren: false,
    order: newOrder(relation.fields.length),
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
    scale: type.is === 'int' ? type.scale : 0,
    min: plain ? Math.max(Number(type.min), -sureDigits) : 0,
    max: plain ? Math.min(Number(type.max), sureDigits) : 0,
    bare: plain && !(isShare(type.unit) && shares !== 'fraction'),
    share: plain && type.scale >= 2 && isShare(type.unit),
    codes: type.is === 'enum' ? new Map(type.values.map((value, i) => [value, i])) : undefined,
    words: type.is === 'enum' && type.values.length <= 12 ? type.values.map(ownText) : [],
    isRead: false,
    child: undefined,
  }
}

/** Of two decimals with up to 15 digits no two are the same number. */
const sureDigits = 1e15

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
