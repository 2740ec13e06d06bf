import type * as ast from '../syntax/ast.ts'
import { spellKeyword } from '../syntax/keywords.ts'
import { authorityWords } from './authority-words.ts'
import type { RecordSymbol, Typed } from './checked.ts'
import { type Context, infer } from './environment.ts'
import { sameForm, whenForm, wholeNumber, wordOf } from './forms.ts'
import { selfNames } from './names.ts'
import { describe, type Type } from './types.ts'

/** Who asks and who stands above whom, as far as an authority says so. */
export type Approval = {
  readonly asker?: Typed
  /** Somebody's rank as it is recorded, and who stands above somebody. */
  readonly roleOf?: (person: Typed, at?: Context) => Typed
  readonly above?: (person: Typed) => Typed
  /** Who acts for somebody. */
  readonly insteadOf?: (person: Typed, at?: Context) => Typed
  /** The ranks that the data can have. */
  readonly values?: readonly string[]
}

type Needing = 'superior' | 'by' | 'asked' | 'substitute'
type Line<K extends ast.AuthorityLine['is']> = Extract<ast.AuthorityLine, { is: K }>

/** Undefined when something in these lines was reported. */
export function approvalOf(
  context: Context,
  node: ast.AuthorityDeclaration,
  ranks: Line<'ranks'>,
): Approval | undefined {
  const { env } = context
  const asked = node.lines.find((one): one is Line<'asked-by'> => one.is === 'asked-by')
  const superior = node.lines.find((one): one is Line<'superior'> => one.is === 'superior')
  const needs = (line: Needing, other: Needing, span: ast.Expr['span']) => {
    const { language } = env.policy
    env.report('BY579', { line: spellKeyword(line, language), needs: spellKeyword(other, language) }, span)
    return undefined
  }
  if (!asked)
    return superior
      ? needs('superior', 'asked', superior.span)
      : ranks.by
        ? needs('by', 'asked', ranks.span)
        : {}
  if (!ranks.by) return needs('asked', 'by', asked.span)
  const asker = infer(context, asked.by)
  if (asker.type.is === 'error') return undefined
  const record = asker.type.is === 'ref' ? env.records.get(asker.type.record) : undefined
  if (!record) {
    env.report('BY580', { found: describe(asker.type) }, asked.by.span)
    return undefined
  }
  const { by } = ranks
  const roleOf = (person: Typed, at = context) => infer(of(at, record, person), by)
  const role = roleOf(asker)
  if (role.type.is === 'error') return undefined
  if (role.type.is !== 'enum' && role.type.is !== 'text') {
    env.report('BY316', { expected: 'text', found: describe(role.type) }, by.span)
    return undefined
  }
  const above = superior && ((person: Typed) => infer(of(context, record, person), superior.of))
  if (above) {
    if (!names(context, record, above(asker), superior.of.span)) return undefined
  }
  const substitute = node.lines.find((one): one is Line<'substitute'> => one.is === 'substitute')
  if (substitute && !above) return needs('substitute', 'superior', substitute.span)
  const insteadOf =
    substitute &&
    ((person: Typed, at = context) => infer(of(at, record, person, approverNames), substitute.by))
  if (insteadOf && !names(context, record, insteadOf(asker), substitute.by.span)) return undefined
  return {
    asker,
    roleOf,
    ...(above && { above }),
    ...(insteadOf && { insteadOf }),
    ...(role.type.is === 'enum' && { values: role.type.values }),
  }
}

/** Who is stood in for, in every language. */
const approverNames: readonly string[] = Object.values(authorityWords.approver)

/** Where the record's own name, or another one, means this person. */
function of(
  context: Context,
  record: RecordSymbol,
  person: Typed,
  words: readonly string[] = selfNames(record),
): Context {
  const known = words.map((name) => [name, person] as const)
  return { ...context, locals: new Map([...(context.locals ?? []), ...known]) }
}

/** Whether an expression names somebody of the same record. */
function names({ env }: Context, record: RecordSymbol, { type }: Typed, span: ast.Expr['span']): boolean {
  if (type.is === 'ref' && type.record === record.id) return true
  if (type.is !== 'error') env.report('BY653', { record: record.id, found: describe(type) }, span)
  return false
}

/** The number of a rank, 0 of whoever stands outside them. */
export function rankNumber(ranks: readonly string[], role: Typed): Typed {
  return ranks.reduce(
    (otherwise: Typed, rank, i) =>
      whenForm(sameForm(role, wordOf(rank, role.type, role.span)), wholeNumber(i + 1, role.span), otherwise),
    wholeNumber(0, role.span),
  )
}

/** The rank of a number. */
export function rankWord(ranks: readonly string[], level: Typed, none: Typed): Typed {
  const type: Type = { is: 'enum', values: ranks }
  return ranks.reduceRight((otherwise: Typed, rank, i) => {
    const when: Typed = {
      is: 'compare',
      op: '=',
      a: level,
      b: wholeNumber(i + 1, level.span),
      type: { is: 'truth' },
      span: level.span,
    }
    return { is: 'if', when, then: wordOf(rank, type, level.span), otherwise, type, span: level.span }
  }, none)
}
