import { blanks, type JsonCursor, need, readString, readWord, take } from './json-text.ts'

/** A value of a JSON text: numbers as the texts that they are written as, so that no digit is lost. */
export type JsonValue =
  | string
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue }

export type JsonReading =
  | { readonly value: JsonValue }
  /** Not JSON; `at` is where it ends to be. `twice`: a name that stands in one object two times. */
  | { readonly broken: 'text' | 'twice'; readonly at: number; readonly name?: string }

const deepest = 64

/** Reads a whole text; every number becomes its text. */
export function readJsonValue(text: string): JsonReading {
  const cursor: JsonCursor = { text, at: 0, broken: false }
  const twice: string[] = []
  blanks(cursor)
  const value = readValue(cursor, twice, 0)
  blanks(cursor)
  if (cursor.broken || cursor.at < text.length) return { broken: 'text', at: cursor.at }
  const [name] = twice
  return name === undefined ? { value } : { broken: 'twice', at: 0, name }
}

function readValue(cursor: JsonCursor, twice: string[], depth: number): JsonValue {
  if (depth > deepest) cursor.broken = true
  if (cursor.broken) return null
  const c = cursor.text[cursor.at]
  if (c === '"') return readString(cursor)
  if (c === '[') return readArray(cursor, twice, depth)
  if (c === '{') return readObject(cursor, twice, depth)
  const word = readWord(cursor)
  return word === 'null' ? null : word === 'true' ? true : word === 'false' ? false : word
}

function readArray(cursor: JsonCursor, twice: string[], depth: number): JsonValue {
  const items: JsonValue[] = []
  cursor.at++
  blanks(cursor)
  if (take(cursor, ']')) return items
  while (!cursor.broken) {
    blanks(cursor)
    items.push(readValue(cursor, twice, depth + 1))
    blanks(cursor)
    if (take(cursor, ']')) break
    need(cursor, ',')
  }
  return items
}

function readObject(cursor: JsonCursor, twice: string[], depth: number): JsonValue {
  const names = new Set<string>()
  // Without a prototype, so that a name such as `__proto__` is one like any other.
  const object: { [name: string]: JsonValue } = Object.create(null)
  cursor.at++
  blanks(cursor)
  if (take(cursor, '}')) return object
  while (!cursor.broken) {
    blanks(cursor)
    const name = readString(cursor)
    blanks(cursor)
    need(cursor, ':')
    blanks(cursor)
    if (names.has(name)) twice.push(name)
    names.add(name)
    object[name] = readValue(cursor, twice, depth + 1)
    blanks(cursor)
    if (take(cursor, '}')) break
    need(cursor, ',')
  }
  return object
}
