import type { Language } from '../../base/language.ts'
import { functionWords, modeOfRounding, receiverWords, spanWords, words } from './explanation-words.ts'
import { marked, unmarked } from './marks.ts'
import { brieflyShown } from './print-shown.ts'
import type { Formula, FormulaWindow, Shown } from './trace.ts'

/** A formula in the policy's names, or with the numbers put in; `marked`: those that can be opened in marks (`marks.ts`). */
export type FormulaStyle = 'names' | 'numbers' | 'marked'

/** How tightly an operation binds; brackets are written only where they are needed. */
const tightness: { readonly [op: string]: number } = {
  if: 0,
  or: 1,
  and: 2,
  not: 3,
  '=': 4,
  '<>': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  missing: 4,
  present: 4,
  applicable: 4,
  'not-applicable': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  negative: 7,
  'if-missing': 8,
}
const signs: { readonly [op: string]: string } = {
  '=': ' = ',
  '<>': ' ≠ ',
  '<': ' < ',
  '<=': ' ≤ ',
  '>': ' > ',
  '>=': ' ≥ ',
  '+': ' + ',
  '-': ' − ',
  '*': ' × ',
  '/': ' ÷ ',
}
const primary = 9

export function printFormula(formula: Formula, style: FormulaStyle, language: Language): string {
  return write(formula, style, language, 0)
}

function write(formula: Formula, style: FormulaStyle, language: Language, around: number): string {
  if (formula.is === 'value') return shownWithin(formula.value, language)
  if (formula.is === 'name') {
    if (style === 'names') return formula.label
    const text = shownWithin(formula.value, language)
    return style === 'marked' ? marked(text, formula.ref) : text
  }
  if (formula.is === 'aggregate') return writeAggregate(formula, style, language)
  const own = Object.hasOwn(tightness, formula.op) ? (tightness[formula.op] ?? primary) : primary
  const text = writeApply(formula, style, language, own)
  return own < around ? `(${text})` : text
}

/** An empty cell, and a day on which no row is in force, hold a formula only where nothing stands in their place. */
function shownWithin(shown: Shown, language: Language): string {
  const empty = shown.is === 'held' && (shown.reason.code === 'BY801' || shown.reason.code === 'BY840')
  return empty ? words.isMissing[language] : brieflyShown(shown, language)
}

/** Of many rows there are no numbers to put in: the result stands for them. */
function writeAggregate(
  formula: Extract<Formula, { is: 'aggregate' }>,
  style: FormulaStyle,
  language: Language,
): string {
  if (style !== 'names') {
    const text = brieflyShown(formula.value, language)
    return style === 'marked' ? marked(text, formula.ref) : text
  }
  const name = functionWords[formula.fn]?.[language] ?? formula.fn
  const where =
    formula.where === undefined ? '' : `${words.where[language]}${write(formula.where, 'names', language, 0)}`
  return `${name}(${write(formula.of, 'names', language, 0)}${windowText(formula.window, language)}${where})`
}

/** ` in last 90 days within person, code`. */
function windowText(window: FormulaWindow | undefined, language: Language): string {
  if (window === undefined) return ''
  const length = words[window.is][language].replace('{n}', String(window.count))
  const within = window.within.map((one) => write(one, 'names', language, 0)).join(words.comma[language])
  return within === '' ? length : `${length}${words.within[language]}${within}`
}

type Apply = Extract<Formula, { is: 'apply' }>

function writeApply(formula: Apply, style: FormulaStyle, language: Language, own: number): string {
  const { op, args } = formula
  const part = (index: number, tight = own): string => {
    const arg = args[index]
    return arg === undefined ? '' : write(arg, style, language, tight)
  }
  if (Object.hasOwn(signs, op)) return `${part(0)}${signs[op]}${part(1, own + 1)}`
  switch (op) {
    case 'and':
    case 'or':
      return args.map((_, i) => part(i, own + 1)).join(words[op][language])
    case 'not':
      return `${words.not[language]}${part(0, own + 1)}`
    case 'negative':
      return `−${part(0, own + 1)}`
    case 'if': {
      const cases: string[] = []
      for (let i = 0; i + 1 < args.length; i += 2)
        cases.push(`${words.if[language]}${part(i, 1)}${words.then[language]}${part(i + 1, 1)}`)
      return `${cases.join(words.else[language])}${words.else[language]}${part(args.length - 1, 0)}`
    }
    case 'if-missing':
      return `${part(0)}${words.ifMissing[language]}${part(1)}`
    case 'missing':
    case 'present':
    case 'applicable':
      return `${part(0, own + 1)}${words[op][language]}`
    case 'not-applicable':
      return `${part(0, own + 1)}${words.notApplicable[language]}`
    case 'table':
      return `${style === 'marked' ? marked(part(0, 0), formula.ref) : part(0, 0)}(${args
        .slice(1)
        .map((_, i) => part(i + 1, 0))
        .join(words.comma[language])})`
    case 'in-force': {
      const keys = args.slice(1, -1).map((_, i) => part(i + 1, 0))
      return `${part(0, 0)}(${keys.join(words.comma[language])})${words.asOf[language]}${part(args.length - 1, primary)}`
    }
    case 'brought-forward':
      return style !== 'names' ? part(0) : words.broughtForward[language]
    case 'earlier-row':
      return style !== 'names' ? part(0) : `${part(0, own + 1)}${words.earlierRow[language]}`
    case 'previous':
      return style !== 'names' ? part(0) : `${words.previous[language]}${part(0, own + 1)}`
    case 'days-within':
      return style !== 'names' ? part(0) : words.daysWithin[language]
    case 'days-of-period':
      return style !== 'names' ? part(0) : words.daysOfPeriod[language]
    case 'clock-ran':
      return `${part(0, 0)}${words.clockRan[language]}`
    case 'span-seconds':
    case 'span-working-seconds':
    case 'span-working-days':
    case 'span-days':
    case 'span-months':
      return spanText(op, unmarked(part(0)), language)
    case 'now':
    case 'first-day':
    case 'last-day':
      return style !== 'names' ? part(0) : words[op][language]
    case 'share':
    case 'share-in-units':
      return shareText(formula, style, language)
    case 'round-to':
      return `${part(0, 0)} ${roundingMode(args[1], language)}`
    case 'round':
      return roundText(formula, style, language)
    default: {
      const name = functionWords[op]?.[language] ?? op
      return `${name}(${args.map((_, i) => part(i, 0)).join(words.comma[language])})`
    }
  }
}

/** `24 hours`, in the largest unit that has no remainder; days only where there are so many that hours say little. */
function spanText(op: string, size: string, language: Language): string {
  const kind = op.replace('span-', '')
  const count = Number(size.replaceAll(',', ''))
  const inSeconds = kind.endsWith('seconds')
  const [unit, each] = !inSeconds
    ? [kind, 1]
    : kind === 'seconds' && count > 3 * 86_400 && count % 86_400 === 0
      ? ['days', 86_400]
      : count % 3600 === 0
        ? [kind.replace('seconds', 'hours'), 3600]
        : count % 60 === 0
          ? [kind.replace('seconds', 'minutes'), 60]
          : [kind, 1]
  const n = inSeconds ? String(count / each) : size
  const word = spanWords[unit]?.[language] ?? unit
  if (language !== 'en') return `${n}${word}`
  return `${n} ${n === '1' ? word.slice(0, -1) : word}`
}

/** `pool × weight ÷ all weights`; in whole units also the unit, and what was left over for this one. */
function shareText({ op, args }: Apply, style: FormulaStyle, language: Language): string {
  const inUnits = op === 'share-in-units'
  const [pool, weight, total] = inUnits ? args.slice(args.length === 6 ? 3 : 2) : args
  const operand = (arg: Formula | undefined) => (arg ? write(arg, style, language, tightness['*'] ?? 0) : '')
  const all = style !== 'names' && total ? write(total, style, language, 0) : words.allWeights[language]
  const text = `${operand(pool)} × ${operand(weight)} ÷ ${all}`
  if (!inUnits) return text
  const [unit, to, left] = args
  const down = `${words.roundedDown[language]} ${unit ? write(unit, style, language, 0) : ''}`
  if (style !== 'names' && args.length === 6 && left)
    return `${text}${words.comma[language]}${down}${leftOver(left, language)}`
  const receiver = to?.is === 'value' && to.value.is === 'text' ? to.value.text : ''
  const whose = receiverWords[receiver]?.[language] ?? receiver
  return `${text}${words.comma[language]}${down}${words.comma[language]}${words.remainderTo[language]}${whose}`
}

/** ` + 3,000.00 left over`, of what is nothing no word. */
function leftOver(left: Formula, language: Language): string {
  if (left.is !== 'value' || left.value.is !== 'number' || /^0(\.0*)?$/.test(left.value.text)) return ''
  return ` + ${words.leftOver[language]} ${write(left, 'numbers', language, 0)}`
}

/** `x rounded half-up to 0.01`. */
function roundText({ args }: Apply, style: FormulaStyle, language: Language): string {
  const [value, unit, mode] = args
  const how = roundingMode(mode, language)
  const of = value === undefined ? '' : write(value, style, language, 0)
  const to = unit === undefined ? '' : write(unit, style, language, 0)
  return `${functionWords.round?.[language] ?? 'round'}(${[of, to, how].join(words.comma[language])})`
}

function roundingMode(mode: Formula | undefined, language: Language): string {
  const name = mode?.is === 'value' && mode.value.is === 'text' ? mode.value.text : ''
  return modeOfRounding[name]?.[language] ?? name
}
