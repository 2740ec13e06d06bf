import type { Plan } from '../../plan/plan.ts'
import type { Registers } from './registers.ts'
import type { Shape, Shares, Slot } from './shape.ts'

/** Where a request is read to. */
export type Reading = {
  readonly plan: Plan
  readonly root: Shape
  readonly registers: Registers
  readonly shares: Shares
  /** Shapes of rows of the same record, where there are several: what they say of one row must be the same. */
  readonly alike: readonly (readonly Shape[])[]
  /** Whether fields are read that no result depends on: for explanations, which name the row. */
  whole: boolean
}

export function newReading(plan: Plan, root: Shape, registers: Registers, shares: Shares): Reading {
  const byRecord = new Map<string, Shape[]>()
  for (const shape of shapesBelow(root)) {
    const same = byRecord.get(shape.relation.id)
    if (same === undefined) byRecord.set(shape.relation.id, [shape])
    else same.push(shape)
  }
  const alike = [...byRecord.values()].filter((same) => same.length > 1)
  const named = new Set([...shapesBelow(root).slice(1), ...alike.flat()])
  for (const shape of named) if (shape.key) shape.key.isRead = true
  return { plan, root, registers, shares, alike, whole: false }
}

/** A shape and those that its references lead to. */
export function shapesBelow(shape: Shape): readonly Shape[] {
  return [shape, ...[...shape.children.values()].flatMap(shapesBelow)]
}

/** The key of the row that stands in a shape's registers. */
export function keyIn({ registers }: Reading, { key }: Shape): string | undefined {
  if (key === undefined || registers.states[key.register] !== 0) return undefined
  return key.kind === 3 ? registers.texts[key.register] : String(registers.numbers[key.register])
}

/** Whether only the key of a row is known. */
export function isKeyAlone({ registers }: Reading, shape: Shape): boolean {
  for (const slot of shape.slots.values())
    if (slot !== shape.key && registers.states[slot.register] !== slot.field.bad) return false
  return true
}

/** Nothing is known of a row that nothing leads to: all its fields have the state of the reference. */
export function blankBelow(states: Int32Array, shape: Shape, state: number): void {
  for (let i = 0; i < shape.blank.length; i++) states[shape.first + i] = state
  for (const child of shape.children.values()) blankBelow(states, child, state)
}

/** Whether an object was given: of a reference that was not read, all fields have its own state. */
export function isThere(reading: Reading, child: Shape, slot: Slot): boolean {
  if (reading.registers.states[slot.register] === 0) return true
  for (const own of child.slots.values()) {
    const state = reading.registers.states[own.register]
    if (state !== slot.field.missing && state !== slot.field.bad) return true
  }
  return false
}
