import type { IToken } from 'chevrotain'
import { collector } from '../base/diagnostic.ts'
import { markDefinition } from '../syntax/defining.ts'
import type { Entry } from '../syntax/entries.ts'
import { authorityWords } from '../syntax/from-cst-authority.ts'
import { calendarWords } from '../syntax/from-cst-calendar.ts'
import { creditWords } from '../syntax/from-cst-credit.ts'
import { decisionWords } from '../syntax/from-cst-decision.ts'
import { declarations } from '../syntax/from-cst-declarations.ts'
import { lawWords, penaltyWords } from '../syntax/from-cst-penalty.ts'
import { policyWords } from '../syntax/from-cst-records.ts'
import { indicatorWords, scorecardWords } from '../syntax/from-cst-scorecard.ts'
import { slaWords } from '../syntax/from-cst-sla.ts'
import { payoutWords, stepWords, takingWords } from '../syntax/from-cst-steps.ts'
import { targetWords } from '../syntax/from-cst-target.ts'
import type { Keyword } from '../syntax/keywords.ts'
import { lex } from '../syntax/lexer.ts'
import { type RowLine, type Statement, structure } from '../syntax/structure.ts'
import * as t from '../syntax/tokens.ts'
import type { Documents } from './documents.ts'
import { rulesIn } from './rules-in.ts'

/** Where a caret stands in the rules: what is around it, and what stands before it in its own statement or cell. */
export type Place = {
  /** The statements whose blocks it stands in, the declaration first. */
  readonly around: readonly Statement[]
  readonly before: readonly IToken[]
  /** In a table: the tokens of this column's heading; none in the row of headings itself. */
  readonly cell?: { readonly heading: readonly IToken[] | undefined }
  /** What of a word is written already, and from where on. */
  readonly typed: string
  readonly from: number
  readonly to: number
}

/** Where another form of the policy has keys. */
export type KeyPlace = Pick<Place, 'typed' | 'from' | 'to'> & { readonly keys: readonly string[] }

/** What stands for the word that is still to come: no word of the language, and nobody's name. */
const here = '__here__'

export function placeAt(documents: Documents, file: string, offset: number): Place | KeyPlace | undefined {
  const source = documents.source(file)
  if (!source) return undefined
  const form = documents.forms.find(({ ending }) => file.endsWith(ending))
  const range = rulesIn(source).find(({ from, to }) => from <= offset && offset <= to)
  const begin = form ? 0 : range?.from
  if (begin === undefined) return undefined
  const text = source.text.slice(begin, offset)
  const typed = /[\p{L}_][\p{L}\p{M}\p{Nd}_-]*$/u.exec(text)?.[0] ?? ''
  const from = offset - typed.length
  const caret = form?.caret?.(source, offset)
  if (form && !caret) return undefined
  if (caret?.is === 'keys') return { keys: caret.keys, typed, from, to: offset }
  const { report } = collector()
  const cut = { name: file, text: (caret?.text ?? text.slice(0, text.length - typed.length)) + here }
  const { statements } = structure(lex(cut, report), cut, report)
  const found = within(statements, [])
  return found && { ...found, typed, from, to: offset }
}

type Found = Pick<Place, 'around' | 'before' | 'cell'>

function within(items: readonly (Statement | RowLine)[], around: readonly Statement[]): Found | undefined {
  const last = items.at(-1)
  if (last === undefined) return undefined
  if (last.is === 'row') {
    const column = last.cells.findIndex((cell) => cell.some(isHere))
    const cell = last.cells[column]
    if (!cell) return undefined
    const first = items.find((item): item is RowLine => item.is === 'row')
    const heading = first === undefined || first === last ? undefined : first.cells[column]
    return { around, before: before(cell), cell: { heading } }
  }
  if (last.tokens.some(isHere)) return { around, before: before(last.tokens) }
  return last.block && within(last.block.items, [...around, last])
}

function isHere({ image }: IToken): boolean {
  return image === here
}

function before(tokens: readonly IToken[]): readonly IToken[] {
  return tokens.slice(0, tokens.findIndex(isHere))
}

/** The rules of the grammar that a place is under, with the tokens that they have seen, and the words that may begin its line. */
export type Rule = {
  readonly entries: readonly Entry[]
  readonly tokens: readonly IToken[]
  readonly words?: readonly Keyword[]
}

export function ruleAt({ around, before, cell }: Place): Rule {
  if (cell) {
    const inAuthority = around[0]?.tokens[0].tokenType === t.keywordTokens.authority
    const row: readonly Entry[] = inAuthority ? ['cell', 'verdict'] : ['cell']
    return { entries: cell.heading === undefined ? ['heading'] : row, tokens: before }
  }
  const [declaration] = around
  if (!declaration) return headerRule(before)
  const { entries, words } = lineRule(declaration, around, before)
  return { entries, tokens: before, ...(before.length === 0 && { words }) }
}

function headerRule(tokens: readonly IToken[]): Rule {
  const k = t.keywordTokens
  const entry = (): Entry => {
    switch (tokens[0]?.tokenType) {
      case k.policy:
        return 'policyHeader'
      case k.record:
        return 'recordHeader'
      case k.calendar:
        return 'calendarHeader'
      case k.parameter:
        return 'parameterHeader'
      case k.value:
        return 'valueDeclaration'
      case k.table:
        return 'tableHeader'
      case k.penalty:
        return 'penaltyHeader'
      case k.law:
        return 'lawHeader'
      case k.credit:
        return 'creditHeader'
      case k.target:
        return 'targetHeader'
      default:
        return 'clauseHeader'
    }
  }
  if (tokens.length === 0) return { entries: [], tokens, words: declarations }
  const found = entry()
  const defines = found === 'valueDeclaration' || found === 'parameterHeader'
  return { entries: [found], tokens: defines ? markDefinition(tokens) : tokens }
}

type Line = { readonly entries: readonly Entry[]; readonly words: readonly Keyword[] }

function lineRule(declaration: Statement, around: readonly Statement[], before: readonly IToken[]): Line {
  const k = t.keywordTokens
  const line = (entry: Entry, words: readonly Keyword[]): Line => ({ entries: [entry], words })
  switch (declaration.tokens[0].tokenType) {
    case k.policy:
      return line('policyLine', policyWords)
    case k.record:
      return { entries: ['fieldLine', 'existsLine', 'inForceLine'], words: ['exists', 'in-force'] }
    case k.calendar:
      return line('calendarLine', calendarWords)
    case k.commission:
    case k.bonus:
    case k.clawback:
      return line('payStep', declaration.tokens[0].tokenType === k.clawback ? takingWords : stepWords)
    case k.payout:
      return line('payoutStep', payoutWords)
    case k.scorecard:
      return around.length > 1 ? line('indicatorLine', indicatorWords) : line('scorecardLine', scorecardWords)
    case k.decision:
      return line('decisionLine', decisionWords)
    case k.authority:
      return line('authorityLine', authorityWords)
    case k.penalty: {
      const first = before[0]?.tokenType
      const entry =
        first === k.nth ? 'nthLine' : first === k.table || first === k.gives ? 'decisionLine' : 'payStep'
      return line(entry, penaltyWords)
    }
    case k.law:
      return line('lawLine', lawWords)
    case k.sla:
      return line('slaLine', slaWords)
    case k.credit:
      return line('creditLine', creditWords)
    case k.target:
      return line('targetLine', targetWords)
    default:
      return { entries: [], words: [] }
  }
}
