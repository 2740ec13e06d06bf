import type { Span } from '../base/span.ts'
import type * as ast from '../syntax/ast.ts'
import { spellWord } from '../syntax/keywords.ts'
import { printExpression } from '../syntax/print-expressions.ts'
import type { DecisionTable, Give, TableRow, Test, Typed } from './checked.ts'
import { constant } from './constants.ts'
import { commonPlaces } from './currency.ts'
import { type Context, infer } from './environment.ts'
import { arithmetic } from './infer-arithmetic.ts'
import { compareTyped } from './infer-compare.ts'
import { dayFor } from './infer-path.ts'
import type { Law, LawLimit, LawMinimum, LawRule } from './law-rules.ts'
import { union } from './range.ts'
import { roundedType } from './rounding.ts'
import { date, describe, fixed, type NumberType, type Type, truth } from './types.ts'

/** What `wage_protection(wage, city)` means where it stands: the law, the month's wage, the place and the day. */
export type LawRead = {
  readonly law: Law
  readonly wage: Typed & { readonly type: NumberType }
  readonly place?: Typed
  readonly day: Typed
  readonly span: Span
}

/** The law that a step reads. Undefined when a mistake was reported. */
export function lawRead(context: Context, expr: ast.Expr): LawRead | undefined {
  const { env, grain } = context
  const name = expr.is === 'call' ? expr.callee : expr.is === 'path' ? expr.parts[0] : undefined
  const law = name && env.declared.get(name.text)?.kind === 'law' ? env.define(name.text, name) : undefined
  if (name && !law && env.declared.get(name.text)?.kind === 'law') return undefined
  const args = expr.is === 'call' ? expr.args : []
  if (law?.kind !== 'law' || args.length !== (law.by === undefined ? 1 : 2)) {
    const found = printExpression(expr, env.policy.language)
    env.report('BY592', { name: law?.kind === 'law' ? law.id : found }, expr.span)
    return undefined
  }
  const months = env.periods.get(grain.period ?? '')
  if (!months || months.is === 'window' || (months.is === 'months' && months.months !== 1)) {
    env.report('BY596', { name: law.id }, expr.span)
    return undefined
  }
  const wage = args[0] && infer(context, args[0])
  const place = args[1] && infer(context, args[1])
  if (!wage || wage.type.is === 'error' || place?.type.is === 'error') return undefined
  if (wage.type.is !== 'number' || wage.type.unit !== 'money') {
    env.report('BY316', { expected: 'money', found: describe(wage.type) }, wage.span)
    return undefined
  }
  if (place && place.type.is !== 'text' && place.type.is !== 'enum') {
    env.report('BY316', { expected: 'text', found: describe(place.type) }, place.span)
    return undefined
  }
  const day = dayOf(context, law, expr.span)
  const { per: _, ...type } = wage.type
  return day && { law, wage: { ...wage, type }, ...(place && { place }), day, span: expr.span }
}

/** The day whose law counts: of a period its first, where nothing changes within it. */
function dayOf(context: Context, law: Law, span: Span): Typed | undefined {
  const rows = [...law.rules, ...law.minimum]
  const at = dayFor(context, { id: law.id, rows }, span)
  if (at === undefined || at === 'averaged') {
    if (at) context.env.report('BY407', { name: law.id, period: context.grain.period ?? '', day: '' }, span)
    return undefined
  }
  if (typeof at === 'object') return at.date
  return { is: 'period-day', which: at === 'first-day' ? 'first' : 'last', type: date, span }
}

/** What may be taken as this class. Undefined when the law limits it nowhere, or a mistake was reported. */
export function limitOf(context: Context, read: LawRead, of: ast.DeductionClass): LawLimit | undefined {
  const { law, wage, span } = read
  const { report } = context.env
  const rules = law.rules.filter((rule) => rule.class === of)
  if (!rules.some(limits)) return undefined
  const { language } = context.env.policy
  const table = tableFor(
    context,
    read,
    `${law.id}.${spellWord('deduction', of, language)}`,
    rules,
    (rule) => {
      if (!rule.allowed) return [forbids(context, rule), forbids(context, rule)]
      const whole = constant(100n, 2, 'percent', rule.span)
      return [rule.share ?? whole, { is: 'const', value: rule.keeps, type: truth, span: rule.span }]
    },
  )
  const rates = rules.flatMap(({ share }) => (share?.type.is === 'number' ? [share.type.range] : []))
  const whole = constant(100n, 2, 'percent', span).type as NumberType
  const percent: NumberType = { ...whole, range: rates.reduce(union, whole.range) }
  const share = table.give(0, 'share', percent)
  const product = arithmetic(report, '*', share, wage, span)
  const spare = rules.some(({ keeps }) => keeps)
    ? spareOf(context, read, of, table.give(1, 'keeps', truth))
    : wage
  if (product.type.is !== 'number' || spare?.type.is !== 'number') return undefined
  const step = { unit: 1n, scale: commonPlaces(wage.type.currency) }
  const cut: Typed = {
    is: 'rounded',
    a: product,
    ...step,
    mode: 'down',
    type: roundedType(product.type, step, 'down'),
    span,
  }
  const type = joint(cut.type, fixed(spare.type))
  const named = placeNamed(read)
  return (
    type && {
      law: law.id,
      cited: cited(law),
      class: of,
      ...(named !== undefined && { place: named }),
      share: cut,
      spare,
      type,
    }
  )
}

function cited({ id, title, sources }: Law): string {
  return [title ?? id, ...sources.slice(0, 1)].join(' · ')
}

/** Whether the law lets less than all be taken. */
export function limits({ allowed, share, keeps }: LawRule): boolean {
  return !allowed || share !== undefined || keeps
}

function joint(a: Type, b: NumberType): NumberType | undefined {
  return a.is === 'number'
    ? { ...b, range: union(union(a.range, b.range), { scale: 0, min: 0n, max: 0n }) }
    : undefined
}

function forbids({ env }: Context, rule: LawRule): Give {
  const word = spellWord('deduction', rule.class, env.policy.language)
  const why = { en: `${word}: not allowed`, 'zh-Hans': `不得${word}`, 'zh-Hant': `不得${word}` }
  return { is: 'not-decided', why: why[env.policy.language], span: rule.span }
}

/** The wage less the minimum wage in force, where that must be left. */
function spareOf(context: Context, read: LawRead, of: ast.DeductionClass, keeps: Typed): Typed | undefined {
  const { law, wage, span } = read
  const [first] = law.minimum
  const every = law.minimum.flatMap(({ amount }) => (amount.type.is === 'number' ? [amount.type] : []))
  const kind = every[0]
  if (!first || !kind) return undefined
  const type: NumberType = { ...kind, range: every.map(({ range }) => range).reduce(union) }
  const { language } = context.env.policy
  const name = { en: 'minimum_wage', 'zh-Hans': '最低工资', 'zh-Hant': '最低工資' }[language]
  const table = tableFor(context, read, `${law.id}.${name}`, law.minimum, ({ amount }) => [amount])
  const minimum = table.give(0, name, type)
  if (compareTyped(context, '<', wage, minimum, span).is !== 'compare') return undefined
  const left = arithmetic(context.env.report, '-', wage, minimum, span)
  if (left.type.is !== 'number') return undefined
  const whole = fixed(wage.type)
  const both: NumberType = { ...left.type, range: union(left.type.range, whole.range) }
  const always = law.rules.every((rule) => rule.class !== of || !rule.allowed || rule.keeps)
  if (always) return left
  return { is: 'if', when: keeps, then: left, otherwise: wage, type: both, span }
}

/** The rows of a law as a table by place and day: those that name a place stand before those for any. */
function tableFor<R extends LawRule | LawMinimum>(
  context: Context,
  { law, place, day, span }: LawRead,
  id: string,
  rows: readonly R[],
  gives: (row: R) => readonly Give[],
): { readonly give: (output: number, name: string, type: Type) => Typed } {
  const known = place?.type.is === 'enum' ? new Set(place.type.values) : undefined
  const meant = rows.filter(({ places }) => !places || !known || places.some((one) => known.has(one)))
  const ordered = [...meant.filter((row) => row.places), ...meant.filter((row) => !row.places)]
  const { language } = context.env.policy
  const dayWord = { en: 'date', 'zh-Hans': '日期', 'zh-Hant': '日期' }[language]
  const tests = ({ places, from, until }: R): readonly Test[] => [
    ...(place
      ? [
          places
            ? ({
                is: 'words',
                negated: false,
                values: places.filter((one) => known?.has(one) ?? true),
              } as const)
            : ({ is: 'any' } as const),
        ]
      : []),
    {
      is: 'intervals',
      negated: false,
      intervals: [
        {
          low: { at: BigInt(from), included: true },
          ...(until !== undefined && { high: { at: BigInt(until), included: true } }),
        },
      ],
    },
  ]
  const inputs = [...(place ? [{ name: law.by ?? '', type: place.type }] : []), { name: dayWord, type: date }]
  const table: DecisionTable = {
    kind: 'table',
    id,
    hit: 'first',
    inputs,
    outputs: [],
    rows: ordered.map((row): TableRow => ({ tests: tests(row), gives: gives(row), span: row.span })),
    span: law.span,
  }
  return {
    give: (output, name, type) => ({
      is: 'table',
      of: { ...table, outputs: Array.from({ length: output + 1 }, () => ({ name, type })) },
      inputs: [...(place ? [place] : []), day],
      output,
      type,
      span,
    }),
  }
}

/** The place that a step names outright; `undefined` when it depends on the row. */
function placeNamed(read: LawRead): string | undefined {
  const { place } = read
  return place?.is === 'const' && typeof place.value === 'string' ? place.value : undefined
}
