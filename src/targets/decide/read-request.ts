import { isTrimmed, plainDate, plainDecimal } from './plain-text.ts'
import type { RequestProblem } from './problem.ts'
import { notAnObject, readSlowly, unknownField } from './read-slowly.ts'
import { blankBelow, keyIn, type Reading } from './reading.ts'
import { reconcile } from './same-rows.ts'
import { learnKey, type Shape, type Slot } from './shape.ts'

/**
 * Puts a request into the registers. It is looked at as it comes, a key at a time: mostly the keys are those of the
 * request before, in the same order, and then none is looked up. Undefined when there is nothing wrong with it.
 */
export function readRequest(reading: Reading, request: unknown): readonly RequestProblem[] | undefined {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return [notAnObject('')]
  const problems = readObject(reading, reading.root, request as Given, undefined)
  if (reading.alike.length === 0 || problems !== undefined) return problems
  return reconcile(reading)
}

type Given = { readonly [key: string]: unknown }
/** Made when there is something to put into it, which is rare. */
type Problems = RequestProblem[] | undefined

function readObject(reading: Reading, shape: Shape, object: Given, given: Problems): Problems {
  let problems = given
  const { states, numbers } = reading.registers
  const { blank, first, order } = shape
  const { keys, ways, registers, factors, scales, least, most, words } = order
  for (let i = 0; i < blank.length; i++) states[first + i] = blank[i] as number
  if (shape.hasChildren)
    for (const [id, child] of shape.children)
      blankBelow(states, child, shape.slots.get(id)?.field.missing ?? 0)
  let place = 0
  for (const key in object) {
    if (keys[place] !== key && !learnKey(shape, place, key)) {
      problems ??= []
      problems.push(unknownField(shape, key))
      continue
    }
    const value = object[key]
    const at = place++
    const how = ways[at]
    if (how === 1) {
      // A number. The integer that it is nearest to at the field's places; read back, it must be the same number: then it is
      // what the number's shortest decimal text says, to 15 digits.
      if (typeof value === 'number') {
        const factor = factors[at] as number
        const scaled = Math.round(value * factor)
        if (scaled / factor === value && scaled >= (least[at] as number) && scaled <= (most[at] as number)) {
          numbers[registers[at] as number] = scaled
          states[registers[at] as number] = 0
          continue
        }
      } else if (typeof value === 'string') {
        const scaled = plainDecimal(value, scales[at] as number)
        if (scaled >= (least[at] as number) && scaled <= (most[at] as number)) {
          numbers[registers[at] as number] = scaled
          states[registers[at] as number] = 0
          continue
        }
      }
    } else if (how === 2) {
      // A word of a short list.
      const list = words[at] as readonly string[]
      let code = list.length - 1
      while (code >= 0 && list[code] !== value) code--
      if (code >= 0) {
        numbers[registers[at] as number] = code
        states[registers[at] as number] = 0
        continue
      }
    } else if (how === 3 && typeof value === 'string' && !reading.whole) continue
    problems = readSlot(reading, shape, slotAt(shape, at, key), value, problems)
  }
  return problems
}

/** A key that comes again and again would not fit in the order: it is looked up. */
function slotAt(shape: Shape, place: number, key: string): Slot {
  const slot = shape.order.slots[place]
  if (slot?.name === key) return slot
  return shape.slots.get(key) as Slot
}

function readSlot(reading: Reading, shape: Shape, slot: Slot, value: unknown, problems: Problems): Problems {
  const { numbers, texts, states } = reading.registers
  const { register } = slot
  switch (slot.kind) {
    case 0: {
      // `12%`
      if (!slot.share || typeof value !== 'string' || value.charCodeAt(value.length - 1) !== 37) break
      const scaled = plainDecimal(value.slice(0, -1), slot.scale - 2)
      if (!(scaled >= slot.min && scaled <= slot.max)) break
      numbers[register] = scaled
      states[register] = 0
      return problems
    }
    case 2: {
      // enum
      const code =
        slot.words.length > 0 ? slot.words.indexOf(value as string) : (slot.codes?.get(value) ?? -1)
      if (code < 0) break
      numbers[register] = code
      states[register] = 0
      return problems
    }
    case 3: {
      // text
      if (typeof value !== 'string') break
      const text = isTrimmed(value) ? value : value.trim()
      if (text === '') break
      texts[register] = text
      states[register] = 0
      return problems
    }
    case 4: {
      // truth
      if (typeof value !== 'boolean') break
      numbers[register] = value ? 1 : 0
      states[register] = 0
      return problems
    }
    case 5: {
      // date
      const day = typeof value === 'string' ? plainDate(value) : undefined
      if (day === undefined) break
      numbers[register] = day
      states[register] = 0
      return problems
    }
    case 6: {
      // ref
      if (slot.child === undefined || typeof value !== 'object' || value === null || Array.isArray(value))
        break
      return readReference(reading, slot, slot.child, value as Given, problems)
    }
  }
  return readSlowly(reading, shape, slot, value, problems)
}

/** The row that a reference leads to: its fields where they are looked at, and its key. */
function readReference(reading: Reading, slot: Slot, child: Shape, value: Given, given: Problems): Problems {
  const problems = readObject(reading, child, value, given)
  // A row of a record without keys is one by its place.
  const key = child.key === undefined ? child.path.join('.') : keyIn(reading, child)
  reading.registers.texts[slot.register] = key ?? ''
  // A row without its key is there; only which one it is, nobody can say.
  reading.registers.states[slot.register] = key === undefined ? slot.field.bad : 0
  return problems
}
