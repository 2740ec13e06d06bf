import type { RequestProblem } from './problem.ts'
import { notAnObject, readSlowly, unknownField } from './read-slowly.ts'
import { blankBelow, keyIn, type Reading } from './reading.ts'
import { reconcile } from './same-rows.ts'
import type { Shape, Slot } from './shape.ts'

/**
 * Puts a request into the registers. It is looked at as it comes, a key at a time: mostly the keys are those of the
 * request before, in the same order, and then none is looked up. Undefined when there is nothing wrong with it.
 */
export function readRequest(reading: Reading, request: unknown): readonly RequestProblem[] | undefined {
  const { root } = reading
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return [notAnObject('')]
  const problems: RequestProblem[] = []
  readObject(reading, root, request as { readonly [key: string]: unknown }, problems)
  if (reading.alike.length > 0 && problems.length === 0) reconcile(reading, problems)
  return problems.length === 0 ? undefined : problems
}

function readObject(
  reading: Reading,
  shape: Shape,
  object: { readonly [key: string]: unknown },
  problems: RequestProblem[],
): void {
  const { states } = reading.registers
  const { blank, first, lastKeys, lastSlots } = shape
  for (let i = 0; i < blank.length; i++) states[first + i] = blank[i] as number
  if (shape.children.size > 0)
    for (const [id, child] of shape.children)
      blankBelow(states, child, shape.slots.get(id)?.field.missing ?? 0)
  let place = 0
  for (const key in object) {
    let slot: Slot | undefined
    if (lastKeys[place] === key) slot = lastSlots[place]
    else {
      slot = shape.slots.get(key)
      if (slot === undefined) {
        problems.push(unknownField(shape, key))
        continue
      }
      lastKeys[place] = key
      lastSlots[place] = slot
    }
    place++
    if (slot !== undefined) readSlot(reading, shape, slot, object[key], problems)
  }
}

function readSlot(
  reading: Reading,
  shape: Shape,
  slot: Slot,
  value: unknown,
  problems: RequestProblem[],
): void {
  const { numbers, texts, states } = reading.registers
  const { register } = slot
  switch (slot.kind) {
    case 0: {
      // number
      if (typeof value === 'number' && (!slot.signed || value === 0)) {
        // The integer that this number is nearest to at the field's places; read back, it must be the same number: then it
        // is what the number's shortest decimal text says, to 15 digits.
        const scaled = Math.round(value * slot.factor)
        if (
          scaled / slot.factor === value &&
          scaled >= -1e15 &&
          scaled <= 1e15 &&
          scaled >= slot.min &&
          scaled <= slot.max
        ) {
          numbers[register] = scaled
          states[register] = 0
          return
        }
      }
      break
    }
    case 2: {
      // enum
      const code = slot.codes?.get(value)
      if (code !== undefined) {
        numbers[register] = code
        states[register] = 0
        return
      }
      break
    }
    case 3: {
      // text
      if (typeof value === 'string') {
        const text = value.trim()
        if (text === '') break
        texts[register] = text
        states[register] = 0
        return
      }
      break
    }
    case 4: {
      // truth
      if (typeof value === 'boolean') {
        numbers[register] = value ? 1 : 0
        states[register] = 0
        return
      }
      break
    }
    case 5: {
      // date
      if (typeof value === 'string') {
        const day = plainDate(value)
        if (day !== undefined) {
          numbers[register] = day
          states[register] = 0
          return
        }
      }
      break
    }
    case 6: {
      // ref
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        readReference(reading, shape, slot, value as { readonly [key: string]: unknown }, problems)
        return
      }
      break
    }
  }
  readSlowly(reading, shape, slot, value, problems)
}

/** The row that a reference leads to: its fields where they are looked at, and its key. */
function readReference(
  reading: Reading,
  shape: Shape,
  slot: Slot,
  value: { readonly [key: string]: unknown },
  problems: RequestProblem[],
): void {
  const { texts, states } = reading.registers
  const child = slot.child
  if (child === undefined) {
    readSlowly(reading, shape, slot, value, problems)
    return
  }
  readObject(reading, child, value, problems)
  const key = keyIn(reading, child)
  texts[slot.register] = key ?? ''
  // A row without its key is there; only which one it is, nobody can say.
  states[slot.register] = key === undefined ? slot.field.bad : 0
}

/** `2026-05-09` and nothing else; anything more is read slowly. */
function plainDate(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  // The last days of a month are left to whoever knows how long it is.
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= 28)) return undefined
  // Days of the civil calendar from 1970-01-01, the year beginning with March.
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

function digits(text: string, from: number, until: number): number {
  let value = 0
  for (let i = from; i < until; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}
