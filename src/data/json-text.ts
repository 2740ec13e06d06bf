/** A value in a row: its text, or the kind of what is no text. */
export type JsonCell =
  | { readonly is: 'text' | 'number'; readonly text: string }
  | { readonly is: 'empty' }
  | { readonly is: 'nested' }
  | { readonly is: 'twice' }

export type JsonRow = ReadonlyMap<string, JsonCell>

/** A place in a JSON text that is being read. `broken` once it turned out not to be JSON; `at` then says where. */
export type JsonCursor = { readonly text: string; at: number; broken: boolean }

/**
 * Why not `JSON.parse`: it gives numbers as floats, so `1.0000000000000001` would silently be 1; it keeps the last of
 * two equal names; and it says no line. Deep nesting costs nothing here: values inside a cell are only passed over.
 */
export function readRow(cursor: JsonCursor): JsonRow | 'no-object' {
  blanks(cursor)
  if (cursor.text[cursor.at] !== '{') {
    passValue(cursor)
    return 'no-object'
  }
  cursor.at++
  const row = new Map<string, JsonCell>()
  blanks(cursor)
  if (take(cursor, '}')) return row
  while (!cursor.broken) {
    blanks(cursor)
    const name = readString(cursor)
    blanks(cursor)
    need(cursor, ':')
    blanks(cursor)
    const cell = readCell(cursor)
    row.set(name, row.has(name) ? { is: 'twice' } : cell)
    blanks(cursor)
    if (take(cursor, '}')) break
    need(cursor, ',')
  }
  return row
}

function readCell(cursor: JsonCursor): JsonCell {
  const c = cursor.text[cursor.at]
  if (c === '"') return { is: 'text', text: readString(cursor) }
  if (c === '{' || c === '[') {
    passValue(cursor)
    return { is: 'nested' }
  }
  const word = readWord(cursor)
  if (word === 'true' || word === 'false') return { is: 'text', text: word }
  return word === 'null' ? { is: 'empty' } : { is: 'number', text: word }
}

/** A number as it is written, or `true`, `false`, `null`. */
export function readWord(cursor: JsonCursor): string {
  const word = /[-+.\w]{0,2000}/y
  word.lastIndex = cursor.at
  const text = word.exec(cursor.text)?.[0] ?? ''
  if (!/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/.test(text)) cursor.broken = true
  else cursor.at += text.length
  return text
}

export function readString(cursor: JsonCursor): string {
  if (cursor.text[cursor.at] !== '"') {
    cursor.broken = true
    return ''
  }
  let end = cursor.at + 1
  let escaped = false
  for (; end < cursor.text.length; end++) {
    const c = cursor.text.charCodeAt(end)
    if (c === 34 || c < 32) break
    if (c === 92) {
      escaped = true
      end++
    }
  }
  if (cursor.text[end] !== '"') {
    cursor.broken = true
    return ''
  }
  const inner = cursor.text.slice(cursor.at + 1, end)
  const text = escaped ? unescaped(inner) : inner
  if (text === undefined) cursor.broken = true
  else cursor.at = end + 1
  return text ?? ''
}

function unescaped(inner: string): string | undefined {
  if (!/^(?:[^\\]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*$/s.test(inner)) return undefined
  const named: ReadonlyMap<string, string> = new Map([
    ['b', '\b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
  ])
  return inner.replace(/\\(?:u(....)|(.))/gs, (_, hex: string | undefined, c: string | undefined) =>
    hex === undefined ? (named.get(c ?? '') ?? c ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

const deepest = 200

/** Passes over one value, whatever is in it; more than 200 brackets deep is no data. */
export function passValue(cursor: JsonCursor): void {
  const closers: ('}' | ']')[] = []
  for (;;) {
    blanks(cursor)
    const c = cursor.text[cursor.at]
    if (c === '{' || c === '[') {
      closers.push(c === '{' ? '}' : ']')
      if (closers.length > deepest) cursor.broken = true
      cursor.at++
      blanks(cursor)
      if (cursor.text[cursor.at] !== closers.at(-1)) {
        if (c === '{') passName(cursor)
        if (cursor.broken) return
        continue
      }
    } else if (c === '"') readString(cursor)
    else readWord(cursor)
    if (!passEnds(cursor, closers)) return
  }
}

/** After a value: closes what ends here. True when another value follows. */
function passEnds(cursor: JsonCursor, closers: ('}' | ']')[]): boolean {
  for (;;) {
    const closer = closers.at(-1)
    if (cursor.broken || closer === undefined) return false
    blanks(cursor)
    if (take(cursor, closer)) closers.pop()
    else {
      need(cursor, ',')
      if (closer === '}') passName(cursor)
      return !cursor.broken
    }
  }
}

/** A name and its colon. */
export function passName(cursor: JsonCursor): void {
  blanks(cursor)
  readString(cursor)
  blanks(cursor)
  need(cursor, ':')
}

export function blanks(cursor: JsonCursor): void {
  for (;;) {
    const c = cursor.text.charCodeAt(cursor.at)
    if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return
    cursor.at++
  }
}

export function take(cursor: JsonCursor, sign: string): boolean {
  if (cursor.broken || cursor.text[cursor.at] !== sign) return false
  cursor.at++
  return true
}

export function need(cursor: JsonCursor, sign: string): void {
  if (!take(cursor, sign)) cursor.broken = true
}
