import { fault, quoted } from '../../data/problem-log.ts'
import { pathText, type RequestProblem } from './problem.ts'
import { isKeyAlone, keyIn, type Reading } from './reading.ts'
import type { Shape, Slot } from './shape.ts'

/**
 * A row that several references lead to is one row: where one of them says only its key, it is what the other says;
 * where both say something, they must say the same.
 */
export function reconcile(reading: Reading): readonly RequestProblem[] | undefined {
  const problems: RequestProblem[] = []
  for (const shapes of reading.alike)
    for (const [i, shape] of shapes.entries())
      for (const other of shapes.slice(i + 1)) {
        const key = keyIn(reading, shape)
        if (key === undefined || key !== keyIn(reading, other)) continue
        if (isKeyAlone(reading, other)) copyRow(reading, shape, other)
        else if (isKeyAlone(reading, shape)) copyRow(reading, other, shape)
        else if (!saysSame(reading, shape, other))
          problems.push({
            path: pathText(other.path),
            ...fault('BY938', {
              record: shape.relation.id,
              key: quoted(key),
              path: pathText(other.path),
              other: pathText(shape.path) || 'request',
            }),
          })
      }
  return problems.length === 0 ? undefined : problems
}

/** Whether two shapes say the same of every field. */
function saysSame(reading: Reading, a: Shape, b: Shape): boolean {
  for (const slot of a.slots.values()) {
    const other = b.slots.get(slot.name)
    if (other !== undefined && !isSame(reading, slot, other)) return false
  }
  return true
}

function isSame(reading: Reading, a: Slot, b: Slot): boolean {
  const { states, numbers, texts, bigs } = reading.registers
  const [x, y] = [a.register, b.register]
  if (states[x] !== states[y]) return false
  if (states[x] !== 0) return true
  // Rows without keys are the same where they say the same.
  if (a.child && b.child && a.child.key === undefined) return saysSame(reading, a.child, b.child)
  return numbers[x] === numbers[y] && texts[x] === texts[y] && bigs[x] === bigs[y]
}

function copyRow(reading: Reading, from: Shape, to: Shape): void {
  const { states, numbers, texts, bigs } = reading.registers
  for (const slot of from.slots.values()) {
    const other = to.slots.get(slot.name)
    if (other === undefined) continue
    states[other.register] = states[slot.register] as number
    numbers[other.register] = numbers[slot.register] as number
    texts[other.register] = texts[slot.register] as string
    bigs[other.register] = bigs[slot.register] as bigint
    if (slot.child && other.child && slot.child !== other.child) copyRow(reading, slot.child, other.child)
  }
}
