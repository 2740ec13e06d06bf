import { isMap, isScalar, isSeq, type Node, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { spellResult } from '../../../src/check/result-names.ts'
import type { Type } from '../../../src/plan/plan.ts'
import { caseWords } from '../../../src/review/cases/words.ts'
import type { Twins } from './names.ts'
import { held } from './words.ts'

/** How one text is said in the twin. */
type Say = (text: string) => string
type Use = { readonly name: string; readonly say: Say }

const plain: Say = (text) => text
const chinese = /[\u3400-\u9fff]/u
const named = /\$(?:\{([^}]*)\}|([\p{L}_][\p{L}\p{N}_]*))/gu
const ownWords: Readonly<Record<string, string>> = {
  不适用: 'not applicable',
  暂缓: 'held',
  是: 'yes',
  否: 'no',
}

/** A file of cases in the names and words of the twin; comments stay behind. */
export function translated(text: string, title: string, twins: Twins): Node {
  const root = parseDocument(text).contents
  if (!isMap(root)) throw new Error(`${title} is no file of cases`)
  let count = 0
  const out = new YAMLMap()
  for (const [key, value] of entries(root)) {
    const word = wordOf(key)
    if (word === 'defaults') out.set(caseWords.defaults.en, records(value, new Map(), twins))
    else if (word === 'given') out.set(caseWords.given.en, records(value, new Map(), twins))
    else if (word === 'cases' && isSeq(value)) {
      const list = new YAMLSeq()
      for (const one of value.items) {
        if (!isMap(one)) continue
        const made = caseOf(one, `${title} ${++count}`, twins)
        made.commentBefore =
          articlesIn(one.commentBefore ?? (count === 1 ? value.commentBefore : undefined)) ?? null
        list.add(made)
      }
      out.set(caseWords.cases.en, list)
    } else out.set(english(word, key), scalarOf(value))
  }
  return out
}

/** Of a comment the articles that it names: what is worked out there is told in the Chinese file. */
function articlesIn(comment: string | null | undefined): string | undefined {
  const found = [...(comment ?? '').matchAll(/第([一二三四五六七八九十]+)条/gu)].map((m) =>
    numberOf(m[1] ?? ''),
  )
  return found.length === 0 ? undefined : ` Article ${[...new Set(found)].join(', ')}`
}

function numberOf(text: string): number {
  const digit = (one: string | undefined) => (one ? '一二三四五六七八九'.indexOf(one) + 1 : 0)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  return (text.includes('十') ? (digit(tens) || 1) * 10 : 0) + digit(ones)
}

function english(word: keyof typeof caseWords | undefined, key: string): string {
  if (!word) throw new Error(`no word of a case: ${key}`)
  return caseWords[word].en
}

export function wordOf(key: string): keyof typeof caseWords | undefined {
  const all = Object.entries(caseWords) as [keyof typeof caseWords, { 'zh-Hans': string }][]
  return all.find(([, words]) => words['zh-Hans'] === key)?.[0]
}

export function entries(node: unknown): readonly (readonly [string, unknown])[] {
  if (!isMap(node)) return []
  return node.items.map(({ key, value }) => [String(isScalar(key) ? (key.source ?? key.value) : key), value])
}

export function scalarOf(node: unknown): string {
  if (!isScalar(node)) return ''
  return typeof node.source === 'string' ? node.source : String(node.value ?? '')
}

function caseOf(one: YAMLMap, name: string, twins: Twins): YAMLMap {
  const uses = new Map<string, Use>()
  const parts = new Map(entries(one))
  const given = parts.has('已知') ? records(parts.get('已知'), uses, twins) : undefined
  const targets: string[] = []
  const expect = parts.has('应得') ? expected(parts.get('应得'), uses, twins, targets) : undefined
  const set = (word: string) => {
    const text = scalarOf(parts.get(word))
    return put(text, uses, { name: word === '期间' ? 'period' : 'now', say: plain })
  }
  const period = parts.has('期间') ? set('期间') : undefined
  const now = parts.has('现在') ? set('现在') : undefined
  const written = scalarOf(parts.get('名称'))
  const asked = [...written.matchAll(named)].map((m) => (m[1] ?? m[2] ?? '').trim())
  const out = new YAMLMap()
  const about = [...new Set(targets.map((target) => target.split('.')[0] ?? ''))].slice(0, 3).join(', ')
  const shown = [...new Set(asked)].map((v) => `${nameIn(v, uses)} \${${nameIn(v, uses)}}`).join(', ')
  out.set('name', put(`${name}: ${about}`, new Map(), { name: '', say: plain }) + (shown ? `, ${shown}` : ''))
  if (period !== undefined) out.set('period', period)
  if (now !== undefined) out.set('now', now)
  if (given) out.set('given', given)
  if (expect) out.set('expect', expect)
  if (parts.has('表格')) out.set('table', tableOf(scalarText(parts.get('表格')), uses))
  return out
}

function scalarText(node: unknown): string {
  return isScalar(node) ? String(node.value) : ''
}

function tableOf(text: string, uses: Map<string, Use>): Scalar {
  const rows = text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/gu, '')
        .split('|')
        .map((cell) => cell.trim()),
    )
  const [head = [], ...body] = rows
  const names = head.map((name) => nameIn(name, uses))
  const said = body.map((row) => row.map((cell, i) => (cell === '' ? '' : sayIn(head[i] ?? '', uses)(cell))))
  const widths = names.map((name, i) => Math.max(name.length, ...said.map((row) => row[i]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const scalar = new Scalar(`${[names, ...said].map(line).join('\n')}\n`)
  scalar.type = Scalar.BLOCK_LITERAL
  return scalar
}

function nameIn(name: string, uses: Map<string, Use>): string {
  const found = uses.get(name)
  if (found) return found.name
  // A column that only the name shows: what it says is told apart by a number.
  const notes = new Map<string, string>()
  const say: Say = (text) => {
    if (!chinese.test(text)) return text
    if (!notes.has(text)) notes.set(text, String(notes.size + 1))
    return notes.get(text) ?? text
  }
  return use(name, uses, { name: 'note', say }).name
}

function sayIn(name: string, uses: Map<string, Use>): Say {
  return uses.get(name)?.say ?? plain
}

function use(name: string, uses: Map<string, Use>, wanted: Use): Use {
  const found = uses.get(name)
  if (found) return found
  const base = wanted.name.replace(/[^A-Za-z0-9_]/gu, '_') || 'x'
  const taken = new Set([...uses.values()].map((one) => one.name))
  let own = base
  for (let n = 2; taken.has(own); n++) own = `${base}_${n}`
  const made = { name: own, say: wanted.say }
  uses.set(name, made)
  return made
}

/** A text with the names of the table's columns in it, or one that is said as a whole. */
function put(text: string, uses: Map<string, Use>, wanted: Use): string {
  if (!text.includes('$')) return wanted.say(text)
  return text.replaceAll(named, (_, braced: string | undefined, bare: string) => {
    const { name } = use((braced ?? bare).trim(), uses, wanted)
    return braced === undefined ? `$${name}` : `\${${name}}`
  })
}

function records(node: unknown, uses: Map<string, Use>, twins: Twins): YAMLMap {
  const out = new YAMLMap()
  for (const [key, value] of entries(node)) {
    const record = twins.records.get(key)
    if (!record) throw new Error(`no record ${key}`)
    const row = (one: unknown): YAMLMap => {
      const cells = new YAMLMap()
      const said = entries(one)
      for (const [field, cell] of said) {
        const twin = record.fields.get(field)
        if (!twin) throw new Error(`no field ${key}.${field}`)
        const text = scalarOf(cell)
        const isEmpty = isScalar(cell) && cell.value === null
        cells.set(
          twin.id,
          isEmpty
            ? null
            : put(text, uses, { name: twin.id, say: (t) => fieldText(t, twin, record.id, said, twins) }),
        )
      }
      cells.flow = true
      return cells
    }
    if (isSeq(value)) {
      const list = new YAMLSeq()
      for (const one of value.items) list.add(row(one))
      out.set(record.id, list)
    } else out.set(record.id, row(value))
  }
  return out
}

function fieldText(
  text: string,
  field: { readonly type: Type; readonly words: ReadonlyMap<string, string> },
  record: string,
  row: readonly (readonly [string, unknown])[],
  twins: Twins,
): string {
  const word = field.words.get(text)
  if (word !== undefined) return word
  if (field.type.is === 'truth') return ownWords[text] ?? text
  if (!chinese.test(text)) return text
  const known = twins.texts.get(text)
  // Cities are named by the policy; people, customers and products have the name of their key.
  if (field.type.is === 'text')
    return known && /^[A-Z][a-z]+$/u.test(known) ? known : `${record} ${scalarOf(row[0]?.[1])}`
  return ownWords[text] ?? known ?? text
}

function expected(node: unknown, uses: Map<string, Use>, twins: Twins, targets: string[]): YAMLMap {
  const out = new YAMLMap()
  for (const [key, value] of entries(node)) {
    const word = wordOf(key)
    if (word && ['held', 'unplaced', 'problems', 'only'].includes(word)) {
      out.set(caseWords[word].en, scalarOf(value))
      continue
    }
    const say = (text: string) => targetName(text, twins)
    const name = put(key, uses, { name: 'target', say })
    targets.push(name.replaceAll('$', ''))
    const type = key.startsWith('$') ? undefined : targetType(key, twins)
    if (!isMap(value)) {
      out.set(name, put(scalarOf(value), uses, { name: shortName(name), say: (t) => wanted(t, type, twins) }))
      continue
    }
    const rows = new YAMLMap()
    for (const [subject, want] of entries(value))
      rows.set(
        put(subject, uses, { name: 'subject', say: plain }),
        wantOf(want, { key, name, type }, uses, twins),
      )
    rows.flow = true
    out.set(name, rows)
  }
  return out
}

type Target = { readonly key: string; readonly name: string; readonly type: Type | undefined }

function shortName(name: string): string {
  return name.split('.').at(-1) ?? name
}

function wantOf(node: unknown, target: Target, uses: Map<string, Use>, twins: Twins): unknown {
  if (!isMap(node))
    return put(scalarOf(node), uses, {
      name: shortName(target.name),
      say: (t) => wanted(t, target.type, twins),
    })
  const out = new YAMLMap()
  for (const [key, value] of entries(node)) {
    if (key === '暂缓') {
      out.set('held', put(scalarOf(value), uses, { name: 'why', say: heldText }))
      continue
    }
    const result = resultName(`${target.key}.${key}`, target.name, key, twins)
    const type = result === undefined ? target.type : targetType(`${target.key}.${key}`, twins)
    const name = result ?? put(key, uses, { name: 'period', say: plain })
    out.set(name, wantOf(value, { key: target.key, name: result ?? target.name, type }, uses, twins))
  }
  out.flow = true
  return out
}

function heldText(text: string): string {
  const found = held[text]
  if (found === undefined) throw new Error(`no reason to hold: ${text}`)
  return found
}

/** A value, a clause or one of its results. */
function targetName(text: string, twins: Twins): string {
  const whole = twins.outputs.get(text) ?? twins.columns.get(text)
  if (whole !== undefined) return whole
  const dot = text.lastIndexOf('.')
  const head = twins.outputs.get(text.slice(0, dot)) ?? twins.columns.get(text.slice(0, dot))
  const tail = resultName(text, head ?? '', text.slice(dot + 1), twins)
  if (dot < 0 || head === undefined || tail === undefined) throw new Error(`no target ${text}`)
  return `${head}.${tail}`
}

function resultName(whole: string, head: string, word: string, twins: Twins): string | undefined {
  const column = twins.columns.get(whole)
  if (column !== undefined)
    return column.startsWith(`${head}.`) ? column.slice(head.length + 1) : shortName(column)
  const own = [
    'score',
    'carried',
    'owed',
    'verdict',
    'level',
    'approver',
    'with',
    'how',
    'approved',
    'split',
    'nth',
    'due',
    'warning',
    'stopped',
    'breached',
    'state',
    'steps',
    'escalated',
    'elapsed',
    'late',
    'amount',
  ]
  const result = own.find((one) => spellResult(one, 'zh-Hans') === word)
  return result && spellResult(result, 'en')
}

function targetType(key: string, twins: Twins): Type | undefined {
  const column = (id: string) => twins.from.columns.find((one) => one.id === id)?.type
  const output = twins.from.outputs.find(({ id, releases }) => id === key || releases === key)
  if (output) return column(output.column)
  return column(key)
}

function wanted(text: string, type: Type | undefined, twins: Twins): string {
  if (ownWords[text] !== undefined) return ownWords[text]
  if (!chinese.test(text)) return text
  const margin = /^(.*?)\s*误差\s*(.+)$/u.exec(text)
  if (margin) return `${margin[1]} within ${margin[2]}`
  const one = (word: string): string => {
    if (type?.is === 'enum') {
      const at = twins.from.columns.find(({ type: t }) => t === type)
      const twin = at && twins.to.columns.find(({ id }) => id === twins.columns.get(at.id))?.type
      const i = type.values.indexOf(word)
      if (i >= 0 && twin?.is === 'enum') return twin.values[i] ?? word
    }
    const found = twins.words.get(word) ?? twins.texts.get(word)
    if (found === undefined) throw new Error(`no word ${word}`)
    return found
  }
  return text.split('、').map(one).join(', ')
}
