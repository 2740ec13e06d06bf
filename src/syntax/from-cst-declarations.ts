import { apply } from './apply.ts'
import type { Declaration, Name, ParameterDeclaration } from './ast.ts'
import { markDefinition } from './defining.ts'
import { authorityLineFrom, authorityWords } from './from-cst-authority.ts'
import { calendarLineFrom, calendarWords } from './from-cst-calendar.ts'
import { creditLineFrom, creditWords } from './from-cst-credit.ts'
import { decisionLineFrom, decisionWords } from './from-cst-decision.ts'
import { expressionFrom, textFrom } from './from-cst-expressions.ts'
import { grainFrom } from './from-cst-grain.ts'
import { lawLineFrom, lawWords, penaltyLineFrom, penaltyWords } from './from-cst-penalty.ts'
import { policyLineFrom, policyWords, recordLineFrom } from './from-cst-records.ts'
import { scorecardLineFrom, scorecardWords } from './from-cst-scorecard.ts'
import { slaLineFrom, slaOnce, slaWords } from './from-cst-sla.ts'
import { payoutStepFrom, payoutWords, stepFrom, stepWords, takingWords } from './from-cst-steps.ts'
import { decisionTable, tableOf } from './from-cst-tables.ts'
import { targetLineFrom, targetWords } from './from-cst-target.ts'
import type * as cst from './generated/cst-types.ts'
import { hitFrom } from './hit.ts'
import type { Keyword } from './keywords.ts'
import { beginsWith, blockOf, commentsOf, hasNoBlock, linesOf, onlyOnce, statementSpan } from './lines.ts'
import { canonicalName, listWord, nameFrom, only, type Reading, tokenSpan, tokensSpan } from './reading.ts'
import type { Statement } from './structure.ts'
import * as t from './tokens.ts'

export const declarations: readonly Keyword[] = [
  'policy',
  'record',
  'calendar',
  'parameter',
  'value',
  'table',
  'commission',
  'bonus',
  'clawback',
  'scorecard',
  'payout',
  'decision',
  'authority',
  'penalty',
  'law',
  'sla',
  'credit',
  'target',
]

/** Whether a statement begins as a declaration does. */
export function declares(statement: Statement): boolean {
  const { tokenType } = statement.tokens[0]
  return declarations.some((keyword) => t.keywordTokens[keyword] === tokenType)
}

/** Whether the block that such a declaration has is missing. */
export function lacksBlock({ tokens, block }: Statement): boolean {
  const { parameter, value } = t.keywordTokens
  const [first] = tokens
  // `table fees from "fees.csv"`.
  if (first.tokenType === t.keywordTokens.table && tokens.at(-1)?.tokenType === t.Text) return false
  return block === undefined && first.tokenType !== parameter && first.tokenType !== value
}

/** What a statement declares, and the names that a mistake in it leaves unknown or incomplete. */
export type Declared = { readonly declaration?: Declaration; readonly broken: readonly Name[] }

/** A statement of the file → a declaration. Its mistakes are reported. */
export function declarationFrom(statement: Statement, reading: Reading): Declared {
  if (!beginsWith(statement, declarations, reading, 'BY110'))
    return { broken: guessedNames(statement, false, reading) }
  const broken: Name[] = []
  if (isNameless(statement)) {
    const word = statement.tokens[1] ?? statement.tokens[0]
    reading.report('BY105', { written: word.image }, tokenSpan(word, reading))
    return { broken }
  }
  const declaration = declared(statement, reading, broken)
  if (declaration === undefined) return { broken: [...guessedNames(statement, false, reading), ...broken] }
  return { declaration, broken }
}

/** `commission for Rep …`: the word after `commission` is not its name. */
function isNameless({ tokens: [, second, third] }: Statement): boolean {
  const k = t.keywordTokens
  if (second?.tokenType !== k.for || third === undefined) return false
  const isWord = third.tokenType === t.Word || third.tokenType.CATEGORIES?.includes(t.Word) === true
  return isWord && third.tokenType !== k.for && third.tokenType !== k.per && third.tokenType !== k.where
}

/** The name that a statement which could not be read would have declared: behind its keyword, or at its begin. */
function guessedNames({ tokens: [first, second] }: Statement, isField: boolean, reading: Reading): Name[] {
  const token = isField && first.tokenType === t.Word ? first : second
  const isWord = token?.tokenType === t.Word || token?.tokenType.CATEGORIES?.includes(t.Word) === true
  return token !== undefined && isWord ? [nameFrom(token, reading)] : []
}

function declared(statement: Statement, reading: Reading, broken: Name[]): Declaration | undefined {
  const k = t.keywordTokens
  switch (statement.tokens[0].tokenType) {
    case k.policy:
      return policyFrom(statement, reading, broken)
    case k.record:
      return recordFrom(statement, reading, broken)
    case k.calendar:
      return calendarFrom(statement, reading, broken)
    case k.parameter:
      return parameterFrom(statement, reading)
    case k.value:
      return valueFrom(statement, reading)
    case k.table:
      return tableDeclarationFrom(statement, reading)
    case k.credit:
      return creditFrom(statement, reading, broken)
    case k.penalty:
      return penaltyFrom(statement, reading, broken)
    case k.law:
      return lawFrom(statement, reading, broken)
    case k.target:
      return targetFrom(statement, reading, broken)
    default:
      return clauseFrom(statement, reading, broken)
  }
}

function namedFrom(
  children: Pick<cst.PolicyHeaderCstChildren, 'declaredName' | 'Text'>,
  reading: Reading,
): { readonly name: Name; readonly title?: string } {
  const name = nameFrom(only(only(children.declaredName).children.Word), reading)
  return children.Text === undefined ? { name } : { name, title: textFrom(only(children.Text), reading) }
}

/** Reads the lines of a declaration's block; a line that fails makes the declaration incomplete. */
function blockLines<L>(
  statement: Statement,
  reading: Reading,
  broken: Name[],
  header: unknown,
  allowed: readonly Keyword[] | undefined,
  read: (line: Statement, reading: Reading) => L | undefined,
): readonly L[] | undefined {
  // A header with a mistake may have swallowed the brace.
  const block = header === undefined ? statement.block : blockOf(statement, reading)
  if (block === undefined) return undefined
  const { lines, complete } = linesOf(block, allowed, reading, (line) => {
    const found = read(line, reading)
    if (found === undefined) broken.push(...guessedNames(line, true, reading))
    return found
  })
  if (!complete) broken.push(...guessedNames(statement, false, reading))
  return lines
}

function policyFrom(statement: Statement, reading: Reading, broken: Name[]): Declaration | undefined {
  const header = apply('policyHeader', statement.tokens, reading)
  const once = onlyOnce(reading)
  const lines = blockLines(statement, reading, broken, header, policyWords, (line) => {
    const read = policyLineFrom(line, reading)
    const word = line.tokens[0]
    // Period bounds may be given for several kinds of period.
    const what = read?.is === 'periods' ? `periods ${read.of.text}` : read?.is
    return what === undefined || once(what, tokenSpan(word, reading), word.image) ? read : undefined
  })
  if (header === undefined || lines === undefined) return undefined
  const span = statementSpan(statement, reading)
  return { kind: 'policy', ...namedFrom(header.children, reading), lines, ...commentsOf(statement), span }
}

function recordFrom(statement: Statement, reading: Reading, broken: Name[]): Declaration | undefined {
  const header = apply('recordHeader', statement.tokens, reading)
  const once = onlyOnce(reading)
  const lines = blockLines(statement, reading, broken, header, undefined, (line) => {
    const read = recordLineFrom(line, reading)
    const word = line.tokens[0]
    if (read === undefined || read.is === 'field') return read
    return once(read.is, tokenSpan(word, reading), word.image) ? read : undefined
  })
  if (header === undefined || lines === undefined) return undefined
  const span = statementSpan(statement, reading)
  return { kind: 'record', ...namedFrom(header.children, reading), lines, ...commentsOf(statement), span }
}

function calendarFrom(statement: Statement, reading: Reading, broken: Name[]): Declaration | undefined {
  const header = apply('calendarHeader', statement.tokens, reading)
  const once = onlyOnce(reading)
  const lines = blockLines(statement, reading, broken, header, calendarWords, (line) => {
    const read = calendarLineFrom(line, reading)
    const word = line.tokens[0]
    const several = read === undefined || read.is === 'hours' || read.is === 'closed' || read.is === 'open'
    return several || once(read.is, tokenSpan(word, reading), word.image) ? read : undefined
  })
  if (header === undefined || lines === undefined) return undefined
  const span = statementSpan(statement, reading)
  return { kind: 'calendar', ...namedFrom(header.children, reading), lines, ...commentsOf(statement), span }
}

function targetFrom(statement: Statement, reading: Reading, broken: Name[]): Declaration | undefined {
  const header = apply('targetHeader', statement.tokens, reading)
  const once = onlyOnce(reading)
  const lines = blockLines(statement, reading, broken, header, targetWords, (line) => {
    const read = targetLineFrom(line, reading)
    const word = line.tokens[0]
    return read?.is !== 'total' || once('total', tokenSpan(word, reading), word.image) ? read : undefined
  })
  if (header === undefined || lines === undefined) return undefined
  const span = statementSpan(statement, reading)
  return { kind: 'target', ...namedFrom(header.children, reading), lines, ...commentsOf(statement), span }
}

function parameterFrom(statement: Statement, reading: Reading): ParameterDeclaration | undefined {
  const header = apply('parameterHeader', markDefinition(statement.tokens), reading)
  if (header === undefined) return undefined
  const { children } = header
  const named = namedFrom(children, reading)
  const by = (children.Word ?? []).map((word) => nameFrom(word, reading))
  const span = statementSpan(statement, reading)
  if (children.expression !== undefined) {
    if (!hasNoBlock(statement, reading)) return undefined
    const value = expressionFrom(only(children.expression), reading)
    return { kind: 'parameter', ...named, by, is: { is: 'constant', value }, ...commentsOf(statement), span }
  }
  if (statement.block === undefined && children.fromFile === undefined) {
    reading.report('BY172', { written: named.name.text }, tokensSpan(statement.tokens, reading))
    return undefined
  }
  const found = tableOf(statement, children.fromFile, { words: true, keys: by.length }, reading)
  if (found === undefined) return undefined
  const { table, ...comments } = found
  return { kind: 'parameter', ...named, by, is: { is: 'table', table }, ...comments, span }
}

function valueFrom(statement: Statement, reading: Reading): Declaration | undefined {
  const header = apply('valueDeclaration', markDefinition(statement.tokens), reading)
  if (header === undefined || !hasNoBlock(statement, reading)) return undefined
  const { children } = header
  const grain = grainFrom(only(children.grain), reading)
  const value = expressionFrom(only(children.expression), reading)
  const resets = children.periodKind?.[0]?.children.Word
  const starts = children.starts && {
    at: expressionFrom(only(children.starts), reading),
    ...(resets && { resets: canonicalName('period', only(resets), reading) }),
  }
  return {
    kind: 'value',
    ...namedFrom(children, reading),
    grain,
    ...(starts && { starts }),
    value,
    ...commentsOf(statement),
    span: statementSpan(statement, reading),
  }
}

function tableDeclarationFrom(statement: Statement, reading: Reading): Declaration | undefined {
  const header = apply('tableHeader', statement.tokens, reading)
  const found = header && tableOf(statement, header.children.fromFile, decisionTable, reading)
  if (header === undefined || found === undefined) return undefined
  const span = statementSpan(statement, reading)
  return {
    kind: 'table',
    ...namedFrom(header.children, reading),
    hit: hitFrom(header.children.hit),
    ...found,
    span,
  }
}

function creditFrom(statement: Statement, reading: Reading, broken: Name[]): Declaration | undefined {
  const header = apply('creditHeader', statement.tokens, reading)
  const once = onlyOnce(reading)
  const lines = blockLines(statement, reading, broken, header, creditWords, (line) => {
    const read = creditLineFrom(line, reading)
    const word = line.tokens[0]
    const single = read?.is === 'split' || read?.is === 'otherwise' || read?.is === 'round'
    return !single || once(read.is, tokenSpan(word, reading), word.image) ? read : undefined
  })
  if (header === undefined || lines === undefined) return undefined
  const { record, party } = header.children
  return {
    kind: 'credit',
    ...namedFrom(header.children, reading),
    each: nameFrom(only(record), reading),
    to: nameFrom(only(party), reading),
    lines,
    ...commentsOf(statement),
    span: statementSpan(statement, reading),
  }
}

function penaltyFrom(statement: Statement, reading: Reading, broken: Name[]): Declaration | undefined {
  const header = apply('penaltyHeader', statement.tokens, reading)
  const once = onlyOnce(reading)
  const lines = blockLines(statement, reading, broken, header, penaltyWords, (line) => {
    const read = penaltyLineFrom(line, reading)
    const word = line.tokens[0]
    return read?.is !== 'table' || once('table', tokenSpan(word, reading), word.image) ? read : undefined
  })
  if (header === undefined || lines === undefined) return undefined
  const word = header.children.Word
  const found = word && listWord('deduction', only(word), reading)
  if (word && !found) return undefined
  return {
    kind: 'penalty',
    ...namedFrom(header.children, reading),
    grain: grainFrom(only(header.children.grain), reading),
    ...(found && { class: found }),
    lines,
    ...commentsOf(statement),
    span: statementSpan(statement, reading),
  }
}

function lawFrom(statement: Statement, reading: Reading, broken: Name[]): Declaration | undefined {
  const header = apply('lawHeader', statement.tokens, reading)
  const once = onlyOnce(reading)
  const lines = blockLines(statement, reading, broken, header, lawWords, (line) => {
    const read = lawLineFrom(line, reading)
    const word = line.tokens[0]
    const single = read !== undefined && read.is !== 'source'
    return !single || once(read.is, tokenSpan(word, reading), word.image) ? read : undefined
  })
  if (header === undefined || lines === undefined) return undefined
  const { place } = header.children
  return {
    kind: 'law',
    ...namedFrom(header.children, reading),
    ...(place && { by: nameFrom(only(place), reading) }),
    lines,
    ...commentsOf(statement),
    span: statementSpan(statement, reading),
  }
}

function clauseFrom(statement: Statement, reading: Reading, broken: Name[]): Declaration | undefined {
  const header = apply('clauseHeader', statement.tokens, reading)
  const { tokenType } = statement.tokens[0]
  const k = t.keywordTokens
  const common = () => {
    if (header === undefined) return undefined
    const grain = grainFrom(only(header.children.grain), reading)
    const span = statementSpan(statement, reading)
    return { ...namedFrom(header.children, reading), grain, ...commentsOf(statement), span }
  }
  if (tokenType === k.scorecard) {
    const once = onlyOnce(reading)
    const lines = blockLines(statement, reading, broken, header, scorecardWords, (line) => {
      const read = scorecardLineFrom(line, reading)
      const word = line.tokens[0]
      const single = read?.is === 'levels' || read?.is === 'round' || read?.is === 'moved-weight'
      return !single || once(read.is, tokenSpan(word, reading), word.image) ? read : undefined
    })
    const head = common()
    return head && lines && { kind: 'scorecard', ...head, lines }
  }
  if (tokenType === k.payout) {
    const steps = blockLines(statement, reading, broken, header, payoutWords, payoutStepFrom)
    const head = common()
    return head && steps && { kind: 'payout', ...head, steps }
  }
  if (tokenType === k.decision) {
    const once = onlyOnce(reading)
    const lines = blockLines(statement, reading, broken, header, decisionWords, (line) => {
      const read = decisionLineFrom(line, reading)
      const word = line.tokens[0]
      const single = read?.is === 'table' || read?.is === 'takes-effect'
      return !single || once(read.is, tokenSpan(word, reading), word.image) ? read : undefined
    })
    const head = common()
    return head && lines && { kind: 'decision', ...head, lines }
  }
  if (tokenType === k.authority) {
    const once = onlyOnce(reading)
    const lines = blockLines(statement, reading, broken, header, authorityWords, (line) => {
      const read = authorityLineFrom(line, reading)
      const word = line.tokens[0]
      const many = read === undefined || read.is === 'table' || read.is === 'limit'
      return many || once(read.is, tokenSpan(word, reading), word.image) ? read : undefined
    })
    const head = common()
    return head && lines && { kind: 'authority', ...head, lines }
  }
  if (tokenType === k.sla) {
    const once = onlyOnce(reading)
    const lines = blockLines(statement, reading, broken, header, slaWords, (line) => {
      const read = slaLineFrom(line, reading)
      const word = line.tokens[0]
      const single = read && slaOnce.includes(read.is)
      return !single || once(read.is, tokenSpan(word, reading), word.image) ? read : undefined
    })
    const head = common()
    return head && lines && { kind: 'sla', ...head, lines }
  }
  const words = tokenType === k.clawback ? takingWords : stepWords
  const steps = blockLines(statement, reading, broken, header, words, stepFrom)
  const head = common()
  const label = tokenType === k.bonus ? 'bonus' : tokenType === k.clawback ? 'clawback' : 'commission'
  return head && steps && { kind: 'commission', label, ...head, steps }
}
