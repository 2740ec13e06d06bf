import { formatDecimal, normalize } from '../../base/decimal.ts'
import type { Literal } from '../../syntax/ast.ts'
import { type LiteralValue, valueOfLiteral } from '../../syntax/literal.ts'

/** A part of a syntax tree, of which nothing is known but that it is plain data. */
export type Tree = { readonly [key: string]: unknown }

export function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

/** What stands in a tree and changes no result: places, comments, spellings, in which file a table lies. */
const form: ReadonlySet<string> = new Set([
  'span',
  'comments',
  'spelled',
  'leading',
  'trailing',
  'source',
  'file',
])

/**
 * A part of a syntax tree as a text that is the same wherever it means the same: layout, comments, brackets and the
 * spelling of literals (`20万`, `200_000`) are left out.
 */
export function meaningOf(node: unknown): string {
  if (node === undefined) return ''
  if (Array.isArray(node))
    return `[${node
      .filter((item) => !isLanguage(item))
      .map(meaningOf)
      .join()}]`
  if (!isTree(node)) return JSON.stringify(node)
  if (node.is === 'parens') return meaningOf(node.a)
  const value = literalValue(node)
  if (value) return `${value.is}=${valueText(value)}`
  const parts = Object.keys(node)
    .filter((key) => !form.has(key) && node[key] !== undefined)
    .sort()
    .map((key) => `${key}:${meaningOf(node[key])}`)
  return `{${parts.join()}}`
}

/** The line of a policy that says which language it is written in. */
function isLanguage(node: unknown): boolean {
  return isTree(node) && node.is === 'language' && typeof node.language === 'string'
}

const literals: ReadonlySet<unknown> = new Set<Literal['is']>([
  'number',
  'percent',
  'price-ratio',
  'money',
  'date',
  'time',
  'clock',
  'duration',
])

function literalValue(node: Tree): LiteralValue | undefined {
  const isLiteral = literals.has(node.is) && typeof node.spelling === 'string'
  return isLiteral ? valueOfLiteral(node as unknown as Literal) : undefined
}

function valueText(value: LiteralValue): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (!isTree(part) || typeof part.digits !== 'bigint' || typeof part.scale !== 'number') return part
    const { digits, scale } = normalize({ digits: part.digits, scale: part.scale })
    return formatDecimal(digits, scale)
  })
}
