import type { Language } from '../../base/language.ts'
import type { PayoutStep, Step } from '../../syntax/ast.ts'
import { spellKeyword, spellWord } from '../../syntax/keywords.ts'
import { printExpression } from '../../syntax/print-expressions.ts'
import { conditionGone, modeChange, modeOf, roundingText } from './change-expressions.ts'
import type { Change } from './mutant.ts'
import { nudgedStep, otherModes } from './roundings.ts'
import { isExpr, isNumber, isTiers, isTree, put, type Spot, spanOf, type Tree, without } from './tree.ts'

/** Text of a place as its author wrote it, in one line. */
export type Written = (node: Tree) => string

/** Lines of clauses: taken away, or one word of them changed. */
export function lineChanges(spot: Spot, language: Language, written: Written): readonly Change[] {
  const { node } = spot
  const span = spanOf(node)
  if (span === undefined) return []
  const one = (
    kind: Change['kind'],
    change: Change['change'],
    texts: Pick<Change, 'old' | 'new'>,
    to: Tree,
  ): Change => ({ kind, change, span, ...texts, edits: [put(spot, to)] })
  const found: Change[] = [...goneChanges(spot, span, written)]
  const word = (keyword: Parameters<typeof spellKeyword>[0]) => spellKeyword(keyword, language)
  if (isStep(node)) {
    if (node.is === 'cap') {
      const excess = node.excess === 'lost' ? 'carried' : 'lost'
      found.push(one('step', 'excess', { old: word(node.excess), new: word(excess) }, { excess }))
    }
    if (node.is === 'floor') {
      const head = `${word('floor')} ${printExpression(node.at, language)}`
      const carried = `${head} ${word('carried')}`
      const texts = node.carried ? { old: carried, new: head } : { old: head, new: carried }
      found.push(one('step', 'recovery', texts, { carried: node.carried ? undefined : {} }))
    }
    if (node.is === 'round') {
      const old = roundingText(node.to, node.mode, language)
      for (const mode of otherModes(node.mode))
        found.push(
          one(
            'rounding',
            modeChange(node.mode, mode),
            { old, new: roundingText(node.to, mode, language) },
            { mode },
          ),
        )
      for (const to of isNumber(node.to) ? nudgedStep(node.to) : [])
        found.push(
          one(
            'rounding',
            'rounding-step',
            { old, new: roundingText(to, modeOf(node.mode), language) },
            { to },
          ),
        )
    }
    if (node.is === 'prorate' && (node.by === 'calendar-days' || node.by === 'working-days')) {
      const by = node.by === 'calendar-days' ? 'working-days' : 'calendar-days'
      const text = (way: typeof by) => spellWord('proration', way, language)
      found.push(one('time', 'kind-of-days', { old: text(node.by), new: text(by) }, { by }))
    }
    if ((node.is === 'add' || node.is === 'take') && node.clauses.length > 1) {
      for (const [i, clause] of node.clauses.entries()) {
        const clauses = node.clauses.filter((_, at) => at !== i)
        const old = `${word(node.is)} ${printExpression(clause, language)}`
        found.push({ ...one('step', 'removed', { old, new: '' }, { clauses }), span: clause.span })
      }
    }
  }
  const { when, where } = node
  if (isExpr(when) && node.is !== 'if' && node.is !== 'applies') {
    const text = printExpression(when, language)
    found.push({ ...one('logic', 'condition', { old: text, new: '' }, { when: undefined }), span: when.span })
  }
  if (isExpr(where) && node.is !== 'call') found.push(conditionGone(spot, where, language))
  if (isTiers(node)) found.push(...tierChanges(spot, language))
  if (node.asOf === 'first-day' || node.asOf === 'last-day') {
    const asOf = node.asOf === 'first-day' ? 'last-day' : 'first-day'
    found.push(one('time', 'mode', { old: word(node.asOf), new: word(asOf) }, { asOf }))
  }
  if (node.is === 'collected' && (node.how === 'pro-rata' || node.how === 'in-full')) {
    const how = node.how === 'pro-rata' ? 'in-full' : 'pro-rata'
    const text = (way: string) => word(way === 'pro-rata' ? 'pro-rata-as' : 'in-full-when')
    found.push(one('mode', 'mode', { old: text(String(node.how)), new: text(how) }, { how }))
  }
  return found
}

const gone = new Set([
  ...['gate', 'plus', 'minus', 'times', 'prorate', 'cap', 'floor', 'limit-by-law', 'release'],
  ...['knock-out', 'applies', 'overlay', 'roll-up', 'hand-over', 'nth'],
  ...['pause', 'resume', 'reset', 'extend', 'suspend', 'warn', 'escalate'],
  ...['countersigners', 'own', 'substitute', 'late-when', 'again-when'],
])

/** A line that a clause would also do without. */
function goneChanges(spot: Spot, span: Change['span'], written: Written): readonly Change[] {
  const is = String(spot.node.is)
  if ((spot.key !== 'steps' && spot.key !== 'lines') || !gone.has(is) || isOfActual(spot)) return []
  const edit = without(spot)
  if (edit === undefined) return []
  const change = is === 'gate' || is === 'cap' || is === 'floor' ? is : 'removed'
  return [{ kind: 'step', change, span, old: written(spot.node), new: '', edits: [edit] }]
}

/** `applies when margin applicable` of an indicator whose actual is the margin: it is left out without that line too. */
function isOfActual({ node, above }: Spot): boolean {
  const { is, when } = node
  const lines = above?.node.lines
  if (is !== 'applies' || !isExpr(when) || when.is !== 'state' || when.test !== 'applicable') return false
  const actual = Array.isArray(lines)
    ? lines.find((line: unknown) => isTree(line) && line.is === 'actual')
    : undefined
  const value: unknown = isTree(actual) ? actual.value : undefined
  return isExpr(value) && printExpression(value, 'en') === printExpression(when.a, 'en')
}

function isStep(node: Tree): node is Tree & (Step | PayoutStep) {
  switch (node.is) {
    case 'cap':
      return isTree(node.at) && typeof node.excess === 'string'
    case 'floor':
      return isTree(node.at)
    case 'round':
      return isExpr(node.to) && typeof node.mode === 'string'
    case 'prorate':
      return typeof node.by === 'string'
    case 'add':
    case 'take':
      return Array.isArray(node.clauses)
    default:
      return false
  }
}

/** Marginal, whole and linear for one another: of straight lines the heading is another word. */
function tierChanges(spot: Spot, language: Language): readonly Change[] {
  const { node } = spot
  if (!isTiers(node)) return []
  const modes = (['marginal', 'whole', 'linear'] as const).filter((mode) => mode !== node.mode)
  const text = (mode: typeof node.mode) =>
    `${spellKeyword('tiers', language)} ${spellWord('tier', mode, language)}`
  return modes.map((mode) => {
    const path = [...spot.path, 'table', 'headings', 0, 'value', 'parts', 0, 'text']
    const heading = mode === 'linear' ? 'at' : node.mode === 'linear' ? 'from' : undefined
    return {
      kind: 'mode',
      change: 'tiers',
      span: node.span,
      old: text(node.mode),
      new: text(mode),
      edits: [
        { path: [...spot.path, 'mode'], to: mode },
        ...(heading === undefined ? [] : [{ path, to: heading }]),
      ],
    }
  })
}
