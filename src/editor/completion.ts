import type { IToken } from 'chevrotain'
import type { Language } from '../base/language.ts'
import type { RecordSymbol } from '../check/checked.ts'
import type { Checked } from '../check/clauses.ts'
import { selfNames } from '../check/names.ts'
import { spellResult } from '../check/result-names.ts'
import type { Type } from '../check/types.ts'
import { spelledToken } from '../syntax/expected.ts'
import { following } from '../syntax/following.ts'
import { offeredWords, spellKeyword, spellWord, type WordList } from '../syntax/keywords.ts'
import { isPlainName } from '../syntax/lexer.ts'
import * as t from '../syntax/tokens.ts'
import type { Documents } from './documents.ts'
import { isFoundBy } from './pinyin.ts'
import { type Place, placeAt, ruleAt } from './place.ts'
import {
  callEnding,
  countedHere,
  isWord,
  pathEnding,
  type Reached,
  reach,
  recordHere,
  resultTypes,
} from './scope.ts'
import type { SymbolKind } from './symbols.ts'
import { typeText } from './type-text.ts'

/** `from` and `to`: what of the text it replaces. In the order in which they are to be offered. */
export type Completion = {
  readonly label: string
  readonly kind: SymbolKind | 'keyword' | 'word' | 'function'
  readonly detail?: string
  readonly insert: string
  readonly from: number
  readonly to: number
}
type Item = Pick<Completion, 'label' | 'kind' | 'detail'> & { readonly insert?: string }

/**
 * What may stand at a caret: names in scope first, then words of the language, in the file's. Chinese is found by the
 * initials of its sounds too, so a list belongs to what was typed; ask again with every letter.
 */
export function completions(documents: Documents, file: string, offset: number): readonly Completion[] {
  const { checked } = documents.analysed()
  const language = documents.reads().get(file)?.file.language ?? checked.policy.language
  const place = placeAt(documents, file, offset)
  if (!place) return []
  const seen = new Set<string>()
  const items = 'keys' in place ? place.keys.map(keyItem) : itemsAt({ documents, checked, language, place })
  return items.flatMap((item): readonly Completion[] => {
    if (seen.has(item.label) || !isFoundBy(item.label, place.typed)) return []
    seen.add(item.label)
    const { insert = item.label, ...shown } = item
    return [{ ...shown, insert, from: place.from, to: place.to }]
  })
}

function keyItem(key: string): Item {
  return { label: key, kind: 'keyword', insert: `${key}: ` }
}

type Here = {
  readonly documents: Documents
  readonly checked: Checked
  readonly language: Language
  readonly place: Place
}

function itemsAt(here: Here): readonly Item[] {
  const { place, checked, language } = here
  const { before } = place
  if (before.at(-1)?.tokenType === t.Dot) return membersOf(here)
  const rule = ruleAt(place)
  const words = (rule.words ?? []).map((word) => lineWord(place, word, language))
  const next =
    rule.words && rule.entries.length === 1
      ? []
      : rule.entries.flatMap((entry) => following(entry, rule.tokens))
  const names = next.flatMap(({ type, rule }) => (type === t.Word ? namesFor(here, rule) : []))
  const keywords = next.flatMap(({ type, rule }): readonly Item[] => {
    const isKeyword = t.keywordOfToken(type.name) !== undefined
    if (isKeyword) return [{ label: spelledToken(type.name, rule, language), kind: 'keyword' }]
    if (type === t.LogicalOperator)
      return (['and', 'or'] as const).map((word) => ({
        label: spellKeyword(word, language),
        kind: 'keyword',
      }))
    return []
  })
  const expected = next.some(({ rule }) => rule === 'reference') ? expectedValues(here) : []
  const verdicts =
    place.cell && checked
      ? rolesHere(
          here,
          next.some(({ rule }) => rule === 'signer'),
        )
      : []
  return [...expected, ...verdicts, ...names, ...words, ...keywords]
}

/** Chinese says a calendar's lines, and a few more, in words of their own. */
function lineWord({ around }: Place, word: Parameters<typeof spellKeyword>[0], language: Language): Item {
  const inCalendar = around[0]?.tokens[0].tokenType === t.keywordTokens.calendar
  const spelled =
    inCalendar && word === 'open' ? spellWord('calendar', 'open', language) : spellKeyword(word, language)
  return { label: spelled, kind: 'keyword' }
}

const lists: ReadonlyMap<string, WordList> = new Map([
  ['roundingMode', 'rounding'],
  ['tierMode', 'tier'],
  ['proration', 'proration'],
  ['receiver', 'receiver'],
  ['creditUse', 'use'],
  ['languageName', 'language'],
  ['weekday', 'weekday'],
  ['penaltyHeader', 'deduction'],
])

function namesFor(here: Here, rule: string): readonly Item[] {
  const { checked, language, place } = here
  const list = lists.get(rule)
  if (list) return offered(list, language)
  switch (rule) {
    case 'reference':
      return inScope(here)
    case 'grainClause':
    case 'creditHeader':
      return records(checked)
    case 'partsOf':
      return [...records(checked), ...periods(checked, language)]
    case 'periodKind':
    case 'adjustment':
      return periods(checked, language)
    case 'fieldType':
      return [...offered('type', language), ...records(checked), ...periods(checked, language)]
    case 'existsLine':
    case 'inForceLine':
    case 'typeBound': {
      const own = checked.records.get(place.around[0]?.tokens[1]?.image.normalize('NFC') ?? '')
      return own ? fields(own, language) : []
    }
    case 'policyLine':
    case 'slaLine':
    case 'calendarLine':
      return declared(here).filter(({ kind }) => kind === 'calendar')
    case 'paidOn':
    case 'payoutStep':
      return declared(here).filter(({ kind }) => kind === 'clause')
    default:
      return []
  }
}

function offered(list: WordList, language: Language): readonly Item[] {
  return offeredWords(list, language).map((label) => ({
    label,
    kind: list === 'function' ? 'function' : 'word',
  }))
}

function records({ records }: Checked): readonly Item[] {
  return [...records.values()].map(({ id, title }) => ({ label: id, kind: 'record', ...titled(title) }))
}

function periods({ periods }: Checked, language: Language): readonly Item[] {
  return [...periods.values()]
    .filter(({ is }) => is !== 'window')
    .map(({ id }) => ({ label: spellWord('period', id, language), kind: 'period' }))
}

function fields(record: RecordSymbol, language: Language): readonly Item[] {
  return [...record.fields.values()].map(({ id, type }) => ({
    label: id,
    kind: 'field',
    detail: typeText(type, language),
  }))
}

function declared({ documents }: Here): readonly Item[] {
  return [...documents.names().symbols.values()].flatMap(
    ({ kind, name, declaration, id }): readonly Item[] =>
      id === name && kind !== 'record' ? [{ label: name, kind, ...titled(declaration.title) }] : [],
  )
}

function titled(title: string | undefined): { readonly detail?: string } {
  return title === undefined ? {} : { detail: title }
}

/** Fields of the row at hand, then what the policy declares, then records to count, then functions. */
function inScope(here: Here): readonly Item[] {
  const { checked, language, place } = here
  const counted = countedHere(checked, place.before)
  const row = counted ?? recordHere(checked, place)
  const self = row ? selfNames(row).slice(1) : []
  const used = declared(here).filter(({ kind }) => kind !== 'calendar' && kind !== 'policy')
  return [
    ...(row ? fields(row, language) : []),
    ...used,
    ...self.map((label): Item => ({ label, kind: 'record' })),
    ...records(checked),
    ...offered('function', language),
  ]
}

/** Behind a dot. */
function membersOf(here: Here): readonly Item[] {
  const { checked, language, place } = here
  const before = place.before.slice(0, -1)
  const path = pathEnding(before)
  const at =
    callEnding(checked, before) ??
    reach(checked, countedHere(checked, before) ?? recordHere(checked, place), path) ??
    reach(checked, recordHere(checked, place), path)
  if (at?.is === 'row') return [...fields(at.record, language), ...valuesFor(here, at.record)]
  if (at?.is !== 'definition') return []
  return [...resultTypes(checked, at.definition)].map(([name, type]) => ({
    label: spellResult(name, language),
    kind: 'result',
    detail: typeText(type, language),
  }))
}

/** What the policy works out for each row of a record. */
function valuesFor({ checked, language }: Here, record: RecordSymbol): readonly Item[] {
  return checked.order.flatMap((one): readonly Item[] =>
    one.kind === 'value' && one.scope.grain.record === record.id && !/[<.]/u.test(one.id)
      ? [{ label: one.id, kind: 'value', detail: typeText(one.type, language) }]
      : [],
  )
}

/** The values of the list that this is compared with, or that its column holds. */
function expectedValues(here: Here): readonly Item[] {
  const { checked, place } = here
  const row = countedHere(checked, place.before) ?? recordHere(checked, place)
  const path = place.cell?.heading ? pathEnding(place.cell.heading) : pathEnding(compared(place.before))
  const at: Reached | undefined = reach(checked, row, path)
  return at?.is === 'type' ? valuesOf(at.type) : []
}

/** What stands before a sign of comparison, or before `in (` and the values there already. */
function compared(before: readonly IToken[]): readonly IToken[] {
  const last = before.at(-1)?.tokenType
  if (last === t.EqualSign || last === t.NotEqualSign) return before.slice(0, -1)
  const k = t.keywordTokens
  for (let i = before.length - 1; i > 0; i--) {
    const token = before[i]
    if (token?.tokenType === t.LeftParen) {
      const type = before[i - 1]?.tokenType
      return type === k.in || type === k['not-in'] ? before.slice(0, i - 1) : []
    }
    if (!token || (token.tokenType !== t.Comma && !isWord(token))) return []
  }
  return []
}

function valuesOf(type: Type): readonly Item[] {
  if (type.is !== 'enum') return []
  return type.values.map((label) => ({
    label,
    kind: 'member',
    insert: isPlainName(label) ? label : `"${label}"`,
  }))
}

/** The ranks and countersigners that an authority has. */
function rolesHere({ place }: Here, wanted: boolean): readonly Item[] {
  const k = t.keywordTokens
  if (!wanted) return []
  return (place.around[0]?.block?.items ?? []).flatMap((line): readonly Item[] =>
    line.is === 'statement' &&
    (line.tokens[0].tokenType === k.ranks || line.tokens[0].tokenType === k.countersigners)
      ? line.tokens
          .slice(1)
          .filter((token) => token.tokenType === t.Word)
          .map(({ image }) => ({ label: image, kind: 'member' }))
      : [],
  )
}
