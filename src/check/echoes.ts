import { type Code, entryOf } from '../base/codes.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Source, Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import { everySpelling } from '../syntax/keywords.ts'
import { type Standing, standingIn } from '../syntax/standing.ts'

/** What is said of a declaration that lacks a part: not when a mistake of syntax took that part away. */
const unfinished: ReadonlySet<Code> = new Set<Code>([
  'BY402',
  'BY405',
  'BY408',
  'BY414',
  'BY416',
  'BY472',
  'BY503',
  'BY579',
  'BY508',
  'BY560',
  'BY601',
  'BY606',
  'BY608',
  'BY609',
  'BY614',
  'BY587',
  'BY597',
  'BY620',
  'BY644',
  'BY650',
  'BY657',
  'BY677',
  'BY679',
])
/** What is said of a name that means nothing: not when a line that could not be read may have declared it. */
const unknown: ReadonlySet<Code> = new Set<Code>([
  'BY201',
  'BY203',
  'BY204',
  'BY205',
  'BY206',
  'BY207',
  'BY215',
  'BY404',
  'BY610',
])
/** Said once for each name, record or grain, with the other places beside it. */
const oncePerName: ReadonlySet<Code> = new Set<Code>([
  'BY201',
  'BY204',
  'BY206',
  'BY207',
  'BY401',
  'BY404',
  'BY405',
  'BY488',
])

/** What is said of references and dates that a line of a record may have stated. */
const linked: ReadonlySet<Code> = new Set<Code>(['BY402', 'BY405', 'BY408', 'BY416'])

const mostPlaces = 3
const longestLine = 1000

/**
 * One mistake gives one message. Leaves out of the checker's findings what only follows from the parser's
 * (`mistakes`), says once what holds for the whole policy, and puts the places of one unknown name together.
 */
export function withoutEchoes(
  found: readonly Diagnostic[],
  mistakes: readonly Diagnostic[],
  program: ast.Program,
  sources: readonly Source[],
): readonly Diagnostic[] {
  const lost = lostNames(mistakes, program, sources)
  const declarations = program.files.flatMap((file) => standingIn(file).map(declaredAt))
  const touched = new Set(mistakes.map(({ span }) => span && declarationAt(declarations, span)))
  const incomplete = declarations.filter((d) => lost.has(d.name) || touched.has(d))
  const recordBroken = incomplete.some((d) => d.kind === 'record')
  const nameLost = recordBroken || mistakes.some(({ code }) => code === 'BY105' || code === 'BY106')
  // A declaration whose first word is misspelt may have been a credit.
  const creditLost =
    incomplete.some((d) => d.kind === 'credit') ||
    everySpelling('credit').some((word) => lost.has(word)) ||
    mistakes.some(({ code }) => code === 'BY110')
  const policy = declarations.find((d) => d.kind === 'policy')
  const policyLost = policy === undefined || incomplete.includes(policy)
  let currencySaid = policyLost || found.some(({ code }) => code === 'BY213')
  const kept = found.filter(({ code, args, span }) => {
    const words = Object.values(args)
    if (mistakes.length > 0) {
      if (code === 'BY209' || entryOf(code).severity !== 'error') return false
      // A name that nothing resembles is most likely the one that was lost.
      const mayBeLost = nameLost && (args.near ?? '') === ''
      if (unknown.has(code) && (mayBeLost || words.some((word) => lost.has(word)))) return false
      if (recordBroken && linked.has(code)) return false
      if (creditLost && code === 'BY658') return false
      const home = span && declarationAt(declarations, span)
      const within = home !== undefined && incomplete.includes(home)
      if (unfinished.has(code) && (within || words.some((word) => lost.has(word)))) return false
    }
    if (code !== 'BY315') return true
    const first = !currencySaid
    currencySaid = true
    return first
  })
  return placesTogether(kept)
}

/** What of a declaration tells which findings are about it. */
type Declared = { readonly kind: ast.Declaration['kind']; readonly name: string; readonly span: Span }

function declaredAt({ declaration: { kind, name, span }, by }: Standing): Declared {
  return { kind, name: name.text, span: { ...span, from: span.from + by, to: span.to + by } }
}

/** The declaration that a place belongs to: a block that is never closed has no end to go by. */
function declarationAt(declarations: readonly Declared[], at: Span): Declared | undefined {
  const before = declarations.filter((d) => d.span.source === at.source && d.span.from <= at.from)
  return before.reduce<Declared | undefined>(
    (last, d) => (last && last.span.from > d.span.from ? last : d),
    undefined,
  )
}

/** Names that the parser gave up on, and every word on a line with a mistake: one of them may be such a name. */
function lostNames(
  mistakes: readonly Diagnostic[],
  program: ast.Program,
  sources: readonly Source[],
): ReadonlySet<string> {
  const lost = new Set(program.files.flatMap((file) => file.broken ?? []).map((name) => name.text))
  const texts = new Map(sources.map((source) => [source.name, source.text]))
  for (const { span } of mistakes.slice(0, 1000)) {
    const text = span && texts.get(span.source)
    if (!span || text === undefined) continue
    for (const word of lineAround(text, span.from).match(/[\p{L}\p{N}_]+/gu) ?? [])
      lost.add(word.normalize('NFC'))
  }
  return lost
}

function lineAround(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - longestLine), offset)
  const after = text.slice(offset, offset + longestLine)
  return (before.split(/[\r\n]/).at(-1) ?? '') + (after.split(/[\r\n]/)[0] ?? '')
}

function isSame(a: Span | undefined, b: Span): boolean {
  return a?.source === b.source && a.from === b.from && a.to === b.to
}

function placesTogether(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const firsts = new Map<string, Diagnostic>()
  const places = new Map<Diagnostic, { readonly span: Span; readonly note: string }[]>()
  const kept = found.filter((diagnostic) => {
    const { code, args, span } = diagnostic
    if (!oncePerName.has(code) || !span) return true
    const id = JSON.stringify(
      // Where one place is mended otherwise than another, both are said.
      code === 'BY401' ? [args.grain, args.here] : [args.record ?? args.name ?? args.word, args.near ?? ''],
    )
    const first = firsts.get(id)
    if (!first) {
      firsts.set(id, diagnostic)
      return true
    }
    const others = places.get(first) ?? []
    // What is read twice is one place.
    if ([first.span, ...others.map((other) => other.span)].some((one) => isSame(one, span))) return false
    if (others.length < mostPlaces) places.set(first, [...others, { span, note: '' }])
    return false
  })
  return kept.map((diagnostic) => {
    const others = places.get(diagnostic)
    return others ? { ...diagnostic, related: [...(diagnostic.related ?? []), ...others] } : diagnostic
  })
}
