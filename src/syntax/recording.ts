import { type CstParser, NonTerminal, type Rule } from 'chevrotain'
import { partsOf } from './beginnings.ts'
import type { Entry } from './entries.ts'

/** What Chevrotain's `performSelfAnalysis` is made of; its types do not show it. */
type Analysis = {
  selfAnalysisDone: boolean
  readonly definedRulesNames: readonly string[]
  readonly gastProductionsCache: { [rule: string]: Rule }
  readonly enableRecording: () => void
  readonly disableRecording: () => void
  readonly topLevelRuleRecord: (name: string, action: unknown) => Rule
  readonly preComputeLookaheadFunctions: (rules: readonly Rule[]) => void
}

/** What nearly every policy comes to: half of the grammar. */
const everyday: readonly Entry[] = [
  'policyHeader',
  'policyLine',
  'recordHeader',
  'fieldLine',
  'parameterHeader',
  'valueDeclaration',
  'tableHeader',
  'heading',
  'cell',
  'clauseHeader',
  'payStep',
  'expression',
]

/**
 * Records the grammar, as far as an entry needs it: the everyday part first, all of it with the first entry beyond, for
 * recording all of it is a tenth of what a start costs. In two steps and no more: each changes the parser, and what
 * V8 has made fast for it is slow again.
 */
export function prepare(parser: CstParser, entry: Entry): void {
  const analysis = parser as unknown as Analysis
  if (!analysis.selfAnalysisDone) record(analysis, everyday)
  if (!Object.hasOwn(analysis.gastProductionsCache, entry)) record(analysis, analysis.definedRulesNames)
}

/**
 * Does for these rules, and those that they refer to, what Chevrotain's `performSelfAnalysis` does for all rules at once:
 * records the grammar in them and prepares their look-ahead. Mistakes in the grammar are a test's to find.
 */
function record(analysis: Analysis, names: readonly string[]): void {
  const known = analysis.gastProductionsCache
  const fresh: Rule[] = []
  analysis.enableRecording()
  try {
    const waiting = new Set(names)
    for (const name of waiting) {
      if (Object.hasOwn(known, name)) continue
      const rule = analysis.topLevelRuleRecord(name, actionOf(analysis, name))
      known[name] = rule
      fresh.push(rule)
      for (const part of references(rule)) waiting.add(part.nonTerminalName)
    }
  } finally {
    analysis.disableRecording()
    // Recording puts functions into the parser and takes them out, which leaves it slow; V8 makes what others inherit
    // from fast again. Chevrotain does the same.
    Object.create(analysis)
  }
  for (const rule of fresh)
    for (const part of references(rule)) {
      const referenced = known[part.nonTerminalName]
      if (referenced !== undefined) part.referencedRule = referenced
    }
  analysis.preComputeLookaheadFunctions(fresh)
  analysis.selfAnalysisDone = true
}

function references(rule: Rule): readonly NonTerminal[] {
  return partsOf(rule.definition).filter((part) => part instanceof NonTerminal)
}

/** The function that a rule was made of. */
function actionOf(parser: object, name: string): unknown {
  const rules = parser as { readonly [rule: string]: { readonly originalGrammarAction: unknown } }
  return rules[name]?.originalGrammarAction
}
