import { formatDay } from '../base/day.ts'
import type * as ast from '../syntax/ast.ts'
import { dayOfCell, headingWord, singleValue, truthIn } from './cells.ts'
import type { Typed } from './checked.ts'
import { constantOf } from './constants.ts'
import { type Environment, infer } from './environment.ts'
import type { Law, LawMinimum, LawRule } from './law-rules.ts'
import { describe } from './types.ts'

/** What a law says, row by row: of each class, place and day one thing at most. */
export function checkLaw(env: Environment, node: ast.LawDeclaration): Law | undefined {
  const rules: LawRule[] = []
  const minimum: LawMinimum[] = []
  const sources: string[] = []
  let broke = false
  for (const line of node.lines) {
    if (line.is === 'source') {
      sources.push(line.text)
      continue
    }
    const columns = columnsOf(env, node, line)
    if (!columns) return undefined
    for (const row of line.table.rows) {
      const known = common(env, row, columns)
      const found =
        known && line.is === 'minimum'
          ? minimumOf(env, row, columns, known)
          : known && ruleOf(env, row, columns, known)
      if (!found) broke = true
      else if ('amount' in found) minimum.push(found)
      else rules.push(found)
    }
  }
  if (broke) return undefined
  const { text: id, span } = node.name
  const keeping = rules.find(({ keeps }) => keeps)
  if (keeping && minimum.length === 0) {
    env.report('BY597', { name: id }, keeping.span)
    return undefined
  }
  if (rules.length === 0) {
    env.report('BY509', { column: 'class' }, span)
    return undefined
  }
  if (sources.length === 0) env.report('BY598', { name: id }, span)
  reportTwice(env, id, rules)
  reportTwice(env, id, minimum)
  return {
    kind: 'law',
    id,
    ...(node.title !== undefined && { title: node.title }),
    ...(node.by && { by: node.by.text }),
    sources,
    rules,
    minimum,
    span,
  }
}

type Columns = ReadonlyMap<string, number>

const headings = {
  deductions: ['class', 'from', 'until', 'allowed', 'share', 'keeps-minimum'],
  minimum: ['from', 'until', 'amount'],
} as const

/** Where each column stands; the place's stands under `place`. */
function columnsOf(
  env: Environment,
  node: ast.LawDeclaration,
  line: Extract<ast.LawLine, { is: 'deductions' | 'minimum' }>,
): Columns | undefined {
  const words = line.table.headings.map(headingWord)
  const wanted = [...headings[line.is], ...(node.by ? [node.by.text] : [])]
  const missing = wanted.find((word) => !words.includes(word))
  const place = (word: string) => (word === node.by?.text ? 'place' : word)
  if (missing === undefined) return new Map(wanted.map((word) => [place(word), words.indexOf(word)]))
  env.report('BY509', { column: missing }, line.table.span)
  return undefined
}

type Common = Omit<LawMinimum, 'amount'>

function common(env: Environment, row: ast.Row, columns: Columns): Common | undefined {
  const cell = (name: string) => row.cells[columns.get(name) ?? -1]
  const from = dayOfCell(cell('from'))
  const until = cell('until')?.is === 'open' ? 'open' : dayOfCell(cell('until'))
  if (from === undefined || until === undefined) {
    const at = from === undefined ? cell('from') : cell('until')
    env.report('BY506', { expected: 'date' }, at?.span ?? row.span)
    return undefined
  }
  if (until !== 'open' && until < from) {
    env.report('BY412', {}, row.span)
    return undefined
  }
  const place = cell('place')
  const places = place && place.is !== 'any' ? wordsOf(place) : undefined
  if (place && place.is !== 'any' && !places) {
    env.report('BY506', { expected: 'value' }, place.span)
    return undefined
  }
  return { ...(places && { places }), from, ...(until !== 'open' && { until }), span: row.span }
}

function wordsOf(cell: ast.Cell): readonly string[] | undefined {
  if (cell.is !== 'tests' || cell.negated) return undefined
  const words = cell.items.flatMap((item): string[] => {
    if (item.is !== 'value') return []
    const { value } = item
    if (value.is === 'text') return [value.value]
    const [first, ...more] = value.is === 'path' ? value.parts : []
    return first && more.length === 0 ? [first.text] : []
  })
  return words.length === cell.items.length ? words : undefined
}

function minimumOf(env: Environment, row: ast.Row, columns: Columns, known: Common): LawMinimum | undefined {
  const amount = constantIn(env, row, columns, 'amount', 'money')
  return amount && { ...known, amount }
}

function ruleOf(env: Environment, row: ast.Row, columns: Columns, known: Common): LawRule | undefined {
  const cell = (name: string) => row.cells[columns.get(name) ?? -1]
  const of = cell('class')
  if (of?.is !== 'deduction') {
    env.report('BY506', { expected: 'value' }, of?.span ?? row.span)
    return undefined
  }
  const answers = ['allowed', 'keeps-minimum'].map((name) => {
    const one = cell(name)
    const value = one && singleValue(one)
    return one?.is === 'any' && name !== 'allowed' ? false : truthIn(value)
  })
  const [allowed, keeps] = answers
  if (allowed === undefined || keeps === undefined) {
    const at = cell(allowed === undefined ? 'allowed' : 'keeps-minimum')
    env.report('BY506', { expected: 'yes/no' }, at?.span ?? row.span)
    return undefined
  }
  const rule = { ...known, class: of.class, allowed, keeps }
  if (cell('share')?.is === 'any') return rule
  const share = constantIn(env, row, columns, 'share', 'percent')
  return share && { ...rule, share }
}

function constantIn(
  env: Environment,
  row: ast.Row,
  columns: Columns,
  name: string,
  unit: 'money' | 'percent',
): Typed | undefined {
  const cell = row.cells[columns.get(name) ?? -1]
  const value = cell && singleValue(cell)
  const typed = value && infer({ env, grain: {} }, value)
  if (typed?.type.is === 'error') return undefined
  const constant = typed && constantOf(typed)
  if (typed && constant && constant.type.unit === unit && constant.digits >= 0n) return typed
  const at = cell?.span ?? row.span
  if (typed && constant?.type.unit !== unit)
    env.report('BY316', { expected: unit, found: describe(typed.type) }, at)
  else env.report('BY506', { expected: unit }, at)
  return undefined
}

/** Two rows that say something of the same day and place; one for any place gives way to one that names it. */
function reportTwice(env: Environment, name: string, rows: readonly (LawMinimum | LawRule)[]): void {
  for (const [i, row] of rows.entries()) {
    const other = rows.slice(0, i).find((one) => meet(one, row))
    if (!other) continue
    const day = ` (${formatDay(Math.max(other.from, row.from))})`
    env.report('BY410', { name, day }, row.span)
  }
}

function meet(a: LawMinimum | LawRule, b: LawMinimum | LawRule): boolean {
  if ('class' in a && 'class' in b && a.class !== b.class) return false
  const places =
    a.places && b.places ? a.places.some((one) => b.places?.includes(one)) : !a.places && !b.places
  const days = (a.until ?? b.from) >= b.from && (b.until ?? a.from) >= a.from
  return places && days
}
