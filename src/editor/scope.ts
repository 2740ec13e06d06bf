import type { IToken } from 'chevrotain'
import type { RecordSymbol } from '../check/checked.ts'
import { resultsOf } from '../check/clause-results.ts'
import type { Checked, Definition } from '../check/clauses.ts'
import { isInstance } from '../check/instances.ts'
import { isSelf } from '../check/names.ts'
import { resultNamed } from '../check/result-names.ts'
import type { Type } from '../check/types.ts'
import * as t from '../syntax/tokens.ts'
import type { Place } from './place.ts'

/** What a path leads to: a row with fields, or something with a type. */
export type Reached =
  | { readonly is: 'row'; readonly record: RecordSymbol }
  | { readonly is: 'definition'; readonly definition: Definition }
  | { readonly is: 'type'; readonly type: Type }

export function definitionNamed(checked: Checked, name: string): Definition | undefined {
  return checked.order.find(({ id }) => id === name && !isInstance(id))
}

/** The record whose row "this row" is: the one that the header of the declaration names. */
export function recordHere(checked: Checked, { around, before }: Place): RecordSymbol | undefined {
  const header = around[0]?.tokens ?? before
  const k = t.keywordTokens
  const at = header.findIndex(({ tokenType }) => tokenType === k.for)
  const next = at < 0 ? undefined : header[at + 1]
  const name = next?.tokenType === k.each ? header[at + 2] : next
  return name && checked.records.get(name.image.normalize('NFC'))
}

/** The record that a call counts, where the caret stands inside one that has named it: `sum(Receipt.amount where `. */
export function countedHere(checked: Checked, before: readonly IToken[]): RecordSymbol | undefined {
  let depth = 0
  for (let i = before.length - 1; i >= 0; i--) {
    const type = before[i]?.tokenType
    if (type === t.RightParen) depth++
    else if (type === t.LeftParen && depth-- === 0) {
      for (const { image } of before.slice(i + 1)) {
        const record = checked.records.get(image.normalize('NFC'))
        if (record) return record
      }
      return undefined
    }
  }
  return undefined
}

/** The path that ends a list of tokens: `rep.manager` of `rate 5% of rep.manager`. */
export function pathEnding(tokens: readonly IToken[]): readonly string[] {
  const parts: string[] = []
  for (let i = tokens.length - 1; i >= 0; i -= 2) {
    const token = tokens[i]
    if (!token || !isWord(token)) break
    parts.unshift(token.image.normalize('NFC'))
    if (tokens[i - 1]?.tokenType !== t.Dot) break
  }
  return parts
}

/** What a call that ends a list of tokens leads to: the row in force, or a table. */
export function callEnding(checked: Checked, tokens: readonly IToken[]): Reached | undefined {
  if (tokens.at(-1)?.tokenType !== t.RightParen) return undefined
  let depth = 0
  for (let i = tokens.length - 1; i > 0; i--) {
    const type = tokens[i]?.tokenType
    if (type === t.RightParen) depth++
    if (type !== t.LeftParen || --depth > 0) continue
    const name = tokens[i - 1]?.image.normalize('NFC') ?? ''
    const record = checked.records.get(name)
    if (record) return { is: 'row', record }
    const definition = definitionNamed(checked, name)
    return definition && { is: 'definition', definition }
  }
  return undefined
}

/** What a path means where a row of `record` is this row. */
export function reach(
  checked: Checked,
  record: RecordSymbol | undefined,
  [head, ...rest]: readonly string[],
): Reached | undefined {
  if (head === undefined) return undefined
  const first = headOf(checked, record, head)
  return rest.reduce<Reached | undefined>((at, part) => at && step(checked, at, part), first)
}

function headOf(checked: Checked, record: RecordSymbol | undefined, head: string): Reached | undefined {
  const field = record?.fields.get(head)
  if (field) return ofType(checked, field.type)
  if (record && isSelf(record, head)) return { is: 'row', record }
  const named = checked.records.get(head)
  if (named) return { is: 'row', record: named }
  const definition = definitionNamed(checked, head)
  return definition && ofDefinition(checked, definition)
}

function step(checked: Checked, at: Reached, part: string): Reached | undefined {
  if (at.is === 'type') return undefined
  if (at.is === 'row') {
    const field = at.record.fields.get(part)
    if (field) return ofType(checked, field.type)
    const definition = definitionNamed(checked, part)
    return definition && ofDefinition(checked, definition)
  }
  const results = resultTypes(checked, at.definition)
  const type = results.get(resultNamed(results, part) ?? '')
  return type && ofType(checked, type)
}

function ofType(checked: Checked, type: Type): Reached {
  const record = type.is === 'ref' ? checked.records.get(type.record) : undefined
  return record ? { is: 'row', record } : { is: 'type', type }
}

function ofDefinition(checked: Checked, definition: Definition): Reached {
  return definition.kind === 'value' || definition.kind === 'parameter'
    ? ofType(checked, definition.type)
    : { is: 'definition', definition }
}

/** What can be read of a definition behind a dot. */
export function resultTypes(checked: Checked, definition: Definition): ReadonlyMap<string, Type> {
  switch (definition.kind) {
    case 'value':
    case 'parameter':
    case 'law':
    case 'credit':
      return new Map()
    case 'table':
      return new Map(definition.outputs.map(({ name, type }) => [name, type]))
    case 'target':
      return new Map(
        definition.levels.flatMap(({ name, value }) => {
          const found = definitionNamed(checked, value)
          return found?.kind === 'value' ? [[name, found.type] as const] : []
        }),
      )
    default:
      return resultsOf(definition)
  }
}

export function isWord({ tokenType }: IToken): boolean {
  return tokenType === t.Word || tokenType.CATEGORIES?.includes(t.Word) === true
}
