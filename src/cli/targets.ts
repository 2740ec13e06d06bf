import { formatDecimal, formatGrouped } from '../base/decimal.ts'
import type { Language, Words } from '../base/language.ts'
import { plainCell, textCell, writeCsv } from '../data/write-csv.ts'
import type { TargetTree } from '../plan/plan.ts'
import { reasonText } from '../targets/evaluate/print-shown.ts'
import type { Value } from '../targets/evaluate/value.ts'
import type { Command } from './command.ts'
import type { Io } from './io.ts'
import { settle } from './settle.ts'
import { reservesOf, type TargetNode, treesOf } from './targets-tree.ts'
import { textTable } from './text-table.ts'

type Shown = {
  readonly target: TargetTree
  readonly trees: readonly TargetNode[]
  readonly reserves: readonly TargetNode[]
}

/** `bylaw targets`: every level of every target, and whether the parts make up the whole. */
export const targets: Command = async (args, io) => {
  const settled = await settle(args, io, 'targets')
  if (!settled.ok) return settled.code
  const { plan, run, language, asked } = settled.value
  const { engine } = run.results
  const shown = (plan.targets ?? []).map(
    (target): Shown => ({
      target,
      trees: treesOf(engine, target, asked),
      reserves: reservesOf(engine, target, asked),
    }),
  )
  const format = args.options.get('format')
  if (format === 'json') io.out(`${JSON.stringify(json(shown, asked.key), undefined, 2)}\n`)
  else if (format === 'csv') io.out(csv(shown))
  else io.out(shown.map((one) => text(one, language, io)).join('\n'))
  const fine = shown.every(({ trees, reserves }) => [...trees, ...reserves].every(isSound))
  return fine ? 0 : 1
}

function isSound(node: TargetNode): boolean {
  return node.value.is !== 'held' && node.whole !== false && [...node.parts, ...node.beside].every(isSound)
}

const words = {
  part: { en: 'part', 'zh-Hans': '分解', 'zh-Hant': '分解' },
  period: { en: 'period', 'zh-Hans': '期间', 'zh-Hant': '期間' },
  amount: { en: 'amount', 'zh-Hans': '金额', 'zh-Hant': '金額' },
  check: { en: 'sum of its parts', 'zh-Hans': '各部分合计', 'zh-Hant': '各部分合計' },
  remainder: { en: 'left over, taken here', 'zh-Hans': '承接余额', 'zh-Hant': '承接餘額' },
  total: { en: 'total', 'zh-Hans': '总额', 'zh-Hant': '總額' },
  equal: { en: '= {sum}', 'zh-Hans': '= {sum}', 'zh-Hant': '= {sum}' },
  unequal: { en: '≠ {sum}', 'zh-Hans': '≠ {sum}', 'zh-Hant': '≠ {sum}' },
  held: { en: 'held: ', 'zh-Hans': '暂缓：', 'zh-Hant': '暫緩：' },
} as const satisfies { readonly [name: string]: Words }

function text({ target, trees, reserves }: Shown, language: Language, io: Io): string {
  const column = (heading: Words, numeric: boolean) => ({ heading: heading[language], numeric })
  const columns = [
    column(words.part, false),
    column(words.period, false),
    column(words.amount, true),
    column(words.check, true),
    column(words.remainder, true),
  ]
  const rows = [
    ...trees.flatMap((node) => lines(node, 0, language)),
    ...reserves.flatMap((node) => lines(node, 0, language)),
  ]
  return [io.paintOut('strong', target.title ?? target.id), '', textTable(columns, rows, io.paintOut)].join(
    '\n',
  )
}

function lines(node: TargetNode, depth: number, language: Language): readonly (readonly string[])[] {
  const who = node.subject ? ` ${node.subject.label ?? node.subject.key}` : ''
  const { sum, whole, remainder } = node
  const sign = whole === true ? words.equal : words.unequal
  const check = sum ? sign[language].replace('{sum}', formatGrouped(sum.digits, sum.scale)) : ''
  const left = remainder ? formatGrouped(remainder.digits, remainder.scale) : ''
  const own = [
    `${'  '.repeat(depth)}${node.is === 'total' ? words.total[language] : node.level}${who}`,
    node.period,
    depth === 0 && node.value.is === 'not-applicable'
      ? reasonText(node.value.reason, language)
      : amount(node.value, language),
    check,
    left,
  ]
  return [own, ...[...node.parts, ...node.beside].flatMap((part) => lines(part, depth + 1, language))]
}

function amount(value: Value, language: Language): string {
  if (value.is === 'number') return formatGrouped(value.digits, value.scale)
  if (value.is === 'held') return `${words.held[language]}${reasonText(value.reason, language)}`
  return ''
}

function exact(value: { readonly digits: bigint; readonly scale: number }): string {
  return formatDecimal(value.digits, value.scale)
}

type Flat = { readonly target: string; readonly node: TargetNode; readonly of?: TargetNode }

function flat({ target, trees, reserves }: Shown): readonly Flat[] {
  const visit = (node: TargetNode, of?: TargetNode): readonly Flat[] => [
    { target: target.id, node, ...(of && { of }) },
    ...[...node.parts, ...node.beside].flatMap((part) => visit(part, node)),
  ]
  return [...trees, ...reserves].flatMap((node) => visit(node))
}

const headings = [
  'target',
  'level',
  'key',
  'name',
  'period',
  'amount',
  'sum_of_parts',
  'left_over',
  'of_level',
  'of_key',
  'of_period',
  'held',
]

function csv(shown: readonly Shown[]): string {
  const rows = shown
    .flatMap(flat)
    .map(({ target, node, of }) => [
      textCell(target),
      textCell(node.level),
      textCell(node.subject?.key ?? ''),
      textCell(node.subject?.label ?? ''),
      plainCell(node.period),
      plainCell(node.value.is === 'number' ? exact(node.value) : ''),
      plainCell(node.sum ? exact(node.sum) : ''),
      plainCell(node.remainder ? exact(node.remainder) : ''),
      textCell(of?.level ?? ''),
      textCell(of?.subject?.key ?? ''),
      plainCell(of?.period ?? ''),
      plainCell(node.value.is === 'held' ? node.value.reason.code : ''),
    ])
  return writeCsv(headings, rows, { mark: false, lineEnd: '\n' })
}

/** The trees as data; `version` changes when a reader of it would break. */
function json(shown: readonly Shown[], period: string): unknown {
  const tree = (node: TargetNode): unknown => ({
    level: node.level,
    is: node.is,
    ...(node.subject && { key: node.subject.key, name: node.subject.label }),
    period: node.period,
    ...(node.value.is === 'number' && { amount: exact(node.value), currency: node.value.currency }),
    ...(node.value.is === 'held' && { held: { code: node.value.reason.code, args: node.value.reason.args } }),
    ...(node.remainder && { leftOver: exact(node.remainder), remainderTo: node.to }),
    ...(node.sum && { sumOfParts: exact(node.sum), whole: node.whole }),
    ...(node.parts.length > 0 && { parts: node.parts.map(tree) }),
    ...(node.beside.length > 0 && { assigned: node.beside.map(tree) }),
  })
  return {
    version: 1,
    period,
    targets: shown.map(({ target, trees, reserves }) => ({
      id: target.id,
      title: target.title,
      changes: target.changes,
      trees: trees.map(tree),
      reserves: reserves.map(tree),
    })),
  }
}
