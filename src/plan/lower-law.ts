import type { Language } from '../base/language.ts'
import type * as clauses from '../check/clauses.ts'
import type { LawLimit } from '../check/law-rules.ts'
import type { NumberType } from '../check/types.ts'
import type { Site } from './builder.ts'
import { addColumn } from './columns.ts'
import { choose, column, compare, whole } from './expressions.ts'
import { lowerCarried } from './lower-carried.ts'
import { convert, lower } from './lowered.ts'
import type { Expr, Id } from './plan.ts'

type Words = { readonly [language in Language]: string }
const words: {
  readonly [part in 'share' | 'spare' | 'most' | 'bound' | 'wage' | 'minimum' | 'neither']: Words
} = {
  share: {
    en: 'part of the wage that may be taken',
    'zh-Hans': '工资中可扣部分',
    'zh-Hant': '工資中可扣部分',
  },
  spare: {
    en: 'wage above what must be left',
    'zh-Hans': '工资超出应保留部分',
    'zh-Hant': '工資超出應保留部分',
  },
  most: { en: 'the law lets be taken', 'zh-Hans': '依法可扣', 'zh-Hant': '依法可扣' },
  bound: { en: 'bound by', 'zh-Hans': '受限于', 'zh-Hant': '受限於' },
  wage: { en: 'the part of the wage', 'zh-Hans': '工资占比', 'zh-Hant': '工資佔比' },
  minimum: { en: 'the minimum wage', 'zh-Hans': '最低工资', 'zh-Hant': '最低工資' },
  neither: { en: 'nothing', 'zh-Hans': '无', 'zh-Hant': '無' },
}

/** What a step limits: how much is taken as one class, and what others before it have taken of the same wage. */
export type Taken = {
  readonly limit: LawLimit
  readonly carried: clauses.Carried
  /** At the scale of `type`, as `less`. */
  readonly amount: Expr
  readonly less?: Expr
  readonly unless: readonly Expr[]
  readonly type: NumberType
  readonly span: clauses.Step['span']
  /** Of a payout that limits several classes, all but the first. */
  readonly part?: string
}

/** How much is taken, and the columns that its line of the explanation shows. */
export function lowerLawLimit(
  site: Site,
  clause: clauses.Commission | clauses.Payout,
  taken: Taken,
): {
  readonly taken: Expr
  readonly operand: Id
  readonly shown: readonly Id[]
  readonly after: Id
  readonly result: string
} {
  const { limit, carried, type, span, less } = taken
  const { language } = site.builder.checked.policy
  const named = (typed: LawLimit['share'], part: 'share' | 'spare') =>
    addColumn(
      site,
      { n: convert(lower(site, typed), typed.type, type).n },
      type,
      span,
      part,
      words[part][language],
    ).column
  const share = column(named(limit.share, 'share'))
  const left = column(named(limit.spare, 'spare'))
  const spare: Expr = less ? { op: 'sub', a: left, b: less } : left
  const most: Expr = { op: 'max', a: { op: 'min', a: share, b: spare }, b: whole(0n) }
  const operand = addColumn(site, { n: most }, type, span, 'most', words.most[language]).column
  const found = lowerCarried(site, clause, {
    is: 'cap',
    carried,
    amount: taken.amount,
    at: column(operand),
    unless: taken.unless,
    whenDue: true,
    type,
    span,
    ...(taken.part !== undefined && { part: taken.part }),
  })
  const [, due = operand] = found.shown
  const values = [words.neither[language], words.wage[language], words.minimum[language]]
  const word = (i: number): Expr => ({ op: 'const', value: values[i] ?? '', type: { is: 'enum', values } })
  const free = choose(
    compare(column(due), '<=', column(operand)),
    word(0),
    choose(compare(share, '<=', spare), word(1), word(2)),
  )
  const idle = choose(compare(column(due), '<=', whole(0n)), word(0), free)
  const bound = site.builder.column({
    id: `${site.owner}.bound`,
    grain: site.builder.grain(site.grain),
    type: { is: 'enum', values },
    expr: idle,
    label: words.bound[language],
    origin: site.builder.origin(span),
  })
  return {
    taken: found.amount,
    operand,
    shown: [bound, ...found.shown],
    after: found.after,
    result: found.result,
  }
}
