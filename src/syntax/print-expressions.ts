import type { Language } from '../base/language.ts'
import { unreachable } from '../base/unreachable.ts'
import type { BinaryOperator, Expr, Literal, Remainder, Window } from './ast.ts'
import { type Keyword, keywordBySpelling, spellKeyword, spellWord, wordBySpelling } from './keywords.ts'

/** How tightly an expression holds together: 0 `if` … 7 a signed operand, 8 a word, a literal, a bracket. */
type Strength = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/**
 * An expression in a language's words. Brackets stand where the tree has them, and where a tree that comes from
 * elsewhere than text needs them. `list`: a comma follows, which an open `larger of a, b` would swallow.
 */
export function printExpression(expression: Expr, language: Language, list = false): string {
  return printAt(expression, 0, { language, open: !list })
}

/** Printed so that it can stand where the grammar takes a sum (a bound, an item of `larger of`) or an operand. */
export function printSum(expression: Expr, language: Language, list = false): string {
  return printAt(expression, 4, { language, open: !list })
}
export function printOperand(expression: Expr, language: Language, list = false): string {
  return printAt(expression, 7, { language, open: !list })
}

/**
 * ` rounded down to 1_000 CNY, remainder to first by hired`; as a part of a `line` after a comma, of what people carry
 * without a rule for what is left.
 */
export function printRemainder(
  { unit, to, by }: Remainder,
  language: Language,
  line?: 'parts' | 'assigned',
): string {
  const word = (keyword: Keyword) => spellKeyword(keyword, language)
  const closed: Context = { language, open: false }
  const step = unit
    ? `${line ? ',' : ''} ${word('rounded')} ${spellWord('rounding', 'down', language)} ${word('to')} ${printAt(unit, 7, closed)}`
    : ''
  if (line === 'assigned') return step
  const order = by ? ` ${word('by')} ${printAt(by, 7, closed)}` : ''
  return `${step}, ${word('remainder')} ${spellWord('place', 'to', language)} ${spellWord('receiver', to, language)}${order}`
}

/** A group: a kind of period in the language's own word. */
function printGroup(within: Expr, context: Context): string {
  const [head, ...more] = within.is === 'path' ? within.parts : []
  if (head && more.length === 0) return spellWord('period', head.text, context.language)
  return printAt(within, 8, context)
}

function printWithin(within: Expr | undefined, context: Context): string {
  return within ? ` ${spellKeyword('within', context.language)} ${printAt(within, 8, context)}` : ''
}

/** An `if` a branch a line: `if a then b`, `else if c then d`, `else e`. Anything else is one line. */
export function printBranches(expression: Expr, language: Language): readonly string[] {
  if (expression.is !== 'if') return [printExpression(expression, language)]
  const { when, then, otherwise } = expression
  const test = joined('if', printExpression(when, language), language)
  const first = `${test} ${spellKeyword('then', language)} ${printExpression(then, language)}`
  const [next = '', ...rest] = printBranches(otherwise, language)
  return [first, `${spellKeyword('else', language)} ${next}`, ...rest]
}

type Context = {
  readonly language: Language
  /** Nothing follows that `larger of a, b` would take for its own. */
  readonly open: boolean
}

function printAt(expression: Expr, least: Strength, context: Context): string {
  const bare = strengthOf(expression) >= least && (context.open || !takesAll(expression))
  const text = printBare(expression, bare ? context : { ...context, open: true })
  return bare ? text : `(${text})`
}

/** Whether it would take for its own what follows it: another item, or another group. */
function takesAll(expression: Expr): boolean {
  if (expression.is === 'window')
    return 'within' in expression.window && expression.window.within !== undefined
  return expression.is === 'pick' || expression.is === 'rank'
}

function strengthOf(expression: Expr): Strength {
  switch (expression.is) {
    case 'if':
      return 0
    case 'not':
      return 2
    case 'in':
    case 'state':
      return 3
    case 'binary':
      return strengthOfOperator(expression.op)
    case 'if-missing':
    case 'clamp':
    case 'rounded':
    case 'share':
    case 'prorated':
    case 'window':
    case 'as-of':
    case 'in-period':
    case 'with':
      return 6
    case 'negative':
      return 7
    default:
      return 8
  }
}

function strengthOfOperator(op: BinaryOperator): Strength {
  switch (op) {
    case 'and':
    case 'or':
      return 1
    case '+':
    case '-':
      return 4
    case '*':
    case '/':
      return 5
    default:
      return 3
  }
}

/** `in last 3 months`, `year to date`. */
export function printWindow(window: Window, language: Language): string {
  if (window.is === 'to-date') return spellKeyword(`${window.kind}-to-date`, language)
  if (window.is === 'previous')
    return `${spellKeyword('in-previous', language)} ${spellWord('period', window.kind.text, language)}`
  const together = printTogether(window.within, language)
  if (window.is === 'so-far') return `${spellKeyword('so-far', language)}${together}`
  const length = printExpression(window.length, language)
  const head = `${spellKeyword('in-last', language)} ${length}`
  if (window.kind === undefined) return `${head}${together}`
  const kind = spellWord('period', window.kind.text, language)
  const counted = language === 'zh-Hans' ? `个${kind}` : `個${kind}`
  // `4个季度`, as it is said.
  if (language !== 'en' && wordBySpelling('period', counted) !== undefined)
    return `${head}${counted}${together}`
  return `${head} ${language === 'en' && length !== '1' && isPeriodWord(kind) ? `${kind}s` : kind}${together}`
}

/** `with collected replaced by amended`. */
export function printWith(
  { replaced, by }: Pick<Extract<Expr, { is: 'with' }>, 'replaced' | 'by'>,
  language: Language,
): string {
  const word = (keyword: Keyword) => spellKeyword(keyword, language)
  return `${word('with')} ${replaced.text} ${word('replaced-by')} ${by.text}`
}

/** `within person, code`. */
function printTogether(within: readonly Expr[] | undefined, language: Language): string {
  if (within === undefined) return ''
  return ` ${spellWord('place', 'within', language)} ${within.map((one) => printAt(one, 8, { language, open: true })).join(', ')}`
}

function isPeriodWord(kind: string): boolean {
  return wordBySpelling('period', `${kind}s`) !== undefined
}

function printBare(expression: Expr, context: Context): string {
  const { language } = context
  const open: Context = { language, open: true }
  const closed: Context = { language, open: false }
  const word = (keyword: Keyword) => spellKeyword(keyword, language)
  switch (expression.is) {
    case 'path':
      if (expression.parts.length === 1) return spellWord('given', expression.parts[0]?.text ?? '', language)
      return expression.parts.map((part) => part.text).join('.')
    case 'call':
      return printCall(expression, language)
    case 'negative':
      return `-${printAt(expression.a, 7, context)}`
    case 'not':
      return joined('not', printAt(expression.a, 2, context), language)
    case 'binary':
      return printBinary(expression, context)
    case 'if':
      return [
        joined('if', printAt(expression.when, 0, open), language),
        word('then'),
        printAt(expression.then, 0, open),
        word('else'),
        printAt(expression.otherwise, 0, context),
      ].join(' ')
    case 'if-missing':
      return `${printAt(expression.a, 6, closed)} ${word('if-missing')} ${printAt(expression.b, 7, context)}`
    case 'clamp': {
      const low = printAt(expression.low, 7, open)
      const high = printAt(expression.high, 7, context)
      return `${printAt(expression.a, 6, closed)} ${word('clamp')} ${low} ${word('to')} ${high}`
    }
    case 'rounded': {
      const mode = spellWord('rounding', expression.mode, language)
      const unit = printAt(expression.to, 7, context)
      return `${printAt(expression.a, 6, closed)} ${word('rounded')} ${mode} ${word('to')} ${unit}`
    }
    case 'window':
      return `${printAt(expression.a, 6, closed)} ${printWindow(expression.window, language)}`
    case 'as-of': {
      const asOf = spellWord('day', 'as-of', language)
      return `${printAt(expression.a, 6, closed)} ${asOf} ${printAt(expression.day, 7, context)}`
    }
    case 'in-period': {
      const within = `${spellWord('day', 'in', language)} ${spellWord('period', expression.kind.text, language)}`
      const of = `${spellWord('day', 'of', language)} ${printAt(expression.day, 7, context)}`
      return `${printAt(expression.a, 6, closed)} ${within} ${of}`
    }
    case 'with':
      return `${printAt(expression.a, 6, closed)} ${printWith(expression, language)}`
    case 'state':
      return `${printAt(expression.a, 3, open)} ${word(expression.test)}`
    case 'in': {
      const keyword = word(expression.negated ? 'not-in' : 'in')
      return `${printAt(expression.a, 3, open)} ${keyword} (${printList(expression.items, 0, open)})`
    }
    case 'pick':
      return `${word(expression.which === 'larger' ? 'larger-of' : 'smaller-of')} ${printList(expression.items, 4, context)}`
    case 'rank': {
      // A share at the end of what is ranked would take the group for its own.
      const a = expression.within ? printAt(expression.a, 7, closed) : printAt(expression.a, 4, context)
      return `${word('rank-of')} ${a}${printWithin(expression.within, context)}`
    }
    case 'share': {
      const by = printAt(expression.by, 7, closed)
      const within = expression.within ? ` ${word('within')} ${printGroup(expression.within, closed)}` : ''
      const rest = expression.remainder ? printRemainder(expression.remainder, language) : ''
      return `${printAt(expression.pool, 6, closed)} ${word('shared-by')} ${by}${within}${rest}`
    }
    case 'prorated':
      return `${printAt(expression.a, 6, closed)} ${word('prorated-by')} ${spellWord('proration', expression.by, language)}`
    case 'paid-on':
      return `${word('paid-on')} ${printAt(expression.at, 7, open)} ${word('by')} ${expression.by.text}`
    case 'parens':
      return `(${printAt(expression.a, 0, open)})`
    default:
      return printLiteral(expression, language)
  }
}

/** `if` before `missing` and `not` before a field called `in` would be read as one word. */
function joined(keyword: 'if' | 'not', text: string, language: Language): string {
  const first = spellKeyword(keyword, language)
  const collides = keywordBySpelling.has(`${first} ${/^[\p{L}\p{M}\p{Nd}_]*/u.exec(text)?.[0]}`)
  return collides ? `${first} (${text})` : `${first} ${text}`
}

function printList(items: readonly Expr[], least: Strength, last: Context): string {
  const inner: Context = { ...last, open: false }
  return items.map((item, i) => printAt(item, least, i === items.length - 1 ? last : inner)).join(', ')
}

function printBinary(expression: Extract<Expr, { is: 'binary' }>, context: Context): string {
  const { op, a, b } = expression
  const { language } = context
  const open: Context = { language, open: true }
  const strength = strengthOfOperator(op)
  switch (strength) {
    case 1: {
      // A chain of one operator groups from the left; the two never mix without brackets.
      const chains = a.is === 'binary' && a.op === op
      const left = printAt(a, chains ? 1 : 2, open)
      return `${left} ${spellKeyword(op === 'and' ? 'and' : 'or', language)} ${printAt(b, 2, context)}`
    }
    case 3: {
      return `${printAt(a, endsComparison(a) ? 4 : 3, open)} ${op} ${printAt(b, 4, context)}`
    }
    default: {
      const left = printAt(a, strength, { language, open: false })
      return `${left} ${op} ${printAt(b, strength === 4 ? 5 : 6, context)}`
    }
  }
}

/** A comparison, also below states and `in`: another behind it would be a chain. */
function endsComparison(a: Expr): boolean {
  if (a.is === 'state' || a.is === 'in') return endsComparison(a.a)
  return a.is === 'binary' && strengthOfOperator(a.op) === 3
}

function printCall(call: Extract<Expr, { is: 'call' }>, language: Language): string {
  const { callee, args, where, posting, via, use, output, more: rest = [] } = call
  const open: Context = { language, open: true }
  const closed: Context = { language, open: false }
  // `via -x` would be read as a subtraction from a field called `via`.
  const clause = (word: Keyword, value: Expr, last: boolean) => {
    const text = printAt(value, 0, last ? open : closed)
    return `${spellKeyword(word, language)} ${text.startsWith('-') ? `(${text})` : text}`
  }
  const more = (posting ?? via) !== undefined
  // In brackets a window of rows would no longer be what is counted; no comma stands behind its `within a, b`.
  const [counted, another] = args
  const window = where === undefined && !another && counted?.is === 'window' && takesAll(counted)
  const parts = [printList(args, 0, where === undefined && (more || use) && !window ? closed : open)]
  if (use) parts[0] = `${parts[0]} ${spellWord('place', 'for', language)} ${spellWord('use', use, language)}`
  if (where !== undefined) parts[0] = `${parts[0]} ${clause('where', where, !more)}`.trim()
  if (posting !== undefined) parts.push(clause('posting', posting, via === undefined))
  if (via !== undefined) parts.push(clause('via', via, true))
  const name = spellWord('function', callee.text, language)
  const [first = '', ...clauses] = parts.filter((part) => part !== '')
  const inside =
    window && clauses.length > 0 ? `${first} ${clauses.join(', ')}` : [first, ...clauses].join(', ')
  const members = [...(output ? [output] : []), ...rest]
  return `${name}(${inside})${members.map(({ text }) => `.${text}`).join('')}`
}

function printLiteral(literal: Literal, language: Language): string {
  switch (literal.is) {
    case 'number':
    case 'percent':
    case 'price-ratio':
    case 'money':
    case 'date':
    case 'time':
    case 'clock':
      return literal.spelling
    case 'duration': {
      const { spelling, unit } = literal
      const words = spellWord('unit', unit, language)
      if (language !== 'en') return spelling + words
      return `${spelling} ${spelling === '1' ? words.slice(0, -1) : words}`
    }
    case 'text':
      return printText(literal.value)
    case 'truth':
      return spellKeyword(literal.value ? 'true' : 'false', language)
    case 'missing':
      return spellKeyword('missing', language)
    default:
      return unreachable(literal)
  }
}

/** In `"…"`, a `"` inside doubled. A text has one line. */
export function printText(text: string): string {
  return `"${text.replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"`
}
