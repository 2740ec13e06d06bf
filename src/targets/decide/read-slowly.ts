import { nearest } from '../../base/nearest.ts'
import { readDate, readEnum, readPeriod, readTruth } from '../../data/cell-code.ts'
import { readNumber } from '../../data/cell-number.ts'
import { readTime } from '../../data/cell-time.ts'
import { listed } from '../../data/headings.ts'
import { type Fault, fault, quoted } from '../../data/problem-log.ts'
import type { Field } from '../../plan/plan.ts'
import { pathText, type RequestProblem } from './problem.ts'
import { blankBelow, type Reading } from './reading.ts'
import { type Shape, type Slot, slotKind } from './shape.ts'

/** Everything that is not at once what it must be: by the same rules as the cells of a file, and with what is wrong. */
export function readSlowly(
  reading: Reading,
  shape: Shape,
  slot: Slot,
  value: unknown,
  given: RequestProblem[] | undefined,
): RequestProblem[] | undefined {
  const problems = given ?? []
  readAny(reading, shape, slot, value, problems)
  return problems.length === 0 ? undefined : problems
}

function readAny(
  reading: Reading,
  shape: Shape,
  slot: Slot,
  value: unknown,
  problems: RequestProblem[],
): void {
  const { states, numbers, bigs, texts } = reading.registers
  const { register, field } = slot
  const path = pathText(shape.path, slot.name)
  const refuse = (found: Fault): void => {
    states[register] = field.bad
    problems.push({ path, ...found })
  }
  if (value === undefined) return
  const text = textOf(value)
  if (text === '') {
    // Said to be empty, which is more than not said.
    states[register] = field.missing
    return
  }
  if (typeof text === 'object' && slot.kind !== slotKind.ref) {
    refuse(text)
    return
  }
  if (slot.kind === slotKind.ref) {
    const key = typeof text === 'string' ? text : undefined
    const target = reading.plan.relations.find((r) => field.type.is === 'ref' && r.id === field.type.relation)
    if (key === undefined || target?.key === undefined) {
      if (typeof value === 'object' && value !== null && !Array.isArray(value) && target) {
        states[register] = field.bad
        checkFields(reading, target.fields, value, [...shape.path, slot.name], problems)
        const own =
          target.key === undefined ? undefined : textOf((value as { [key: string]: unknown })[target.key])
        if (typeof own === 'string' && own !== '') {
          texts[register] = own
          states[register] = 0
        }
        return
      }
      refuse(typeof text === 'object' ? text : fault('BY935', { found: 'text' }))
      return
    }
    texts[register] = key
    states[register] = 0
    if (slot.child) keyAlone(reading, slot.child, key)
    return
  }
  const found = readText(reading, slot, String(text), typeof value)
  if ('fault' in found) refuse(found.fault)
  else {
    states[register] = 0
    if (typeof found.value === 'string') texts[register] = found.value
    else if (slot.kind === slotKind.big) bigs[register] = BigInt(found.value)
    else numbers[register] = Number(found.value)
  }
}

/** Of a row that only its key stands for nothing else is known. */
function keyAlone(reading: Reading, shape: Shape, key: string): void {
  const { states } = reading.registers
  for (const slot of shape.slots.values()) states[slot.register] = slot.field.bad
  for (const [id, child] of shape.children) blankBelow(states, child, shape.slots.get(id)?.field.bad ?? 0)
  if (shape.key) readAny(reading, shape, shape.key, key, [])
}

/** Fields that no decision reads: they must still be what the record says. */
function checkFields(
  reading: Reading,
  fields: readonly Field[],
  object: object,
  path: readonly string[],
  problems: RequestProblem[],
): void {
  const names = fields.map((f) => f.id)
  for (const [key, value] of Object.entries(object)) {
    const field = fields.find((f) => f.id === key)
    if (!field) {
      problems.push(unknownName(path, key, names))
      continue
    }
    const text = textOf(value)
    if (field.type.is === 'ref') {
      const relation = field.type.relation
      const target = reading.plan.relations.find((r) => r.id === relation)
      if (typeof value === 'object' && value !== null && !Array.isArray(value) && target)
        checkFields(reading, target.fields, value, [...path, key], problems)
      else if (typeof text === 'object') problems.push({ path: pathText(path, key), ...text })
      continue
    }
    if (text === '') continue
    const found = typeof text === 'object' ? { fault: text } : readField(reading, field, text, typeof value)
    if ('fault' in found) problems.push({ path: pathText(path, key), ...found.fault })
  }
}

type Read = { readonly value: bigint | number | string } | { readonly fault: Fault }

function readText(reading: Reading, { field }: Slot, text: string, given: string): Read {
  return readField(reading, field, text, given)
}

function readField(reading: Reading, field: Field, text: string, given: string): Read {
  const { type } = field
  switch (type.is) {
    case 'int': {
      // What stands without a sign in quotes is as unclear as without them.
      const style = reading.shares
      return readNumber({ name: field.id, type, style }, text)
    }
    case 'time':
      return given === 'string'
        ? readTime(reading.plan.zone, field.id, text)
        : { fault: fault('BY790', { text: quoted(text) }) }
    case 'date':
      return given === 'string' ? readDate(field.id, text) : { fault: fault('BY711', { text: quoted(text) }) }
    case 'period': {
      const kind = reading.plan.periods.find((k) => k.id === type.kind)
      return readPeriod(kind, type.kind, text)
    }
    case 'enum':
      return readEnum(field.id, type.values, text)
    case 'truth':
      return readTruth(text)
    case 'text':
    case 'ref':
      return { value: text }
  }
}

/** The text of a value, empty for one that says that there is none. */
function textOf(value: unknown): string | Fault {
  switch (typeof value) {
    case 'string':
      return value.trim()
    case 'number':
      return numberText(value)
    case 'bigint':
    case 'boolean':
      return String(value)
    case 'undefined':
      return ''
    default:
      return value === null ? '' : fault('BY935', { found: Array.isArray(value) ? 'array' : typeof value })
  }
}

/** The shortest decimal text that is this number; beyond what a number holds exactly, nobody knows what was meant. */
function numberText(value: number): string | Fault {
  const text = String(value)
  const sure = Number.isFinite(value) && (Math.abs(value) <= Number.MAX_SAFE_INTEGER || value === 0)
  if (!sure) return fault('BY936', { text: quoted(text) })
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text)
  if (!small) return text
  const [, sign = '', head = '', rest = '', zeros = '1'] = small
  return `${sign}0.${'0'.repeat(Number(zeros) - 1)}${head}${rest}`
}

export function unknownField(shape: Shape, name: string): RequestProblem {
  return unknownName(shape.path, name, [...shape.slots.keys()])
}

function unknownName(path: readonly string[], name: string, names: readonly string[]): RequestProblem {
  const near = nearest(name.slice(0, 100), names)
  return {
    path: pathText(path, quoted(name)),
    ...fault('BY934', { field: quoted(name), names: near ?? listed(names) }),
  }
}

export function notAnObject(path: string): RequestProblem {
  return { path, ...fault('BY933', {}) }
}
