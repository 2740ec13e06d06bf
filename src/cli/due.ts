import type { Language, Words } from '../base/language.ts'
import { type Instant, secondsOfDay } from '../base/local-time.ts'
import { literalSpan } from '../check/literals.ts'
import { writeCsv } from '../data/write-csv.ts'
import {
  type Deadline,
  deadlinesOf,
  isOpen,
  lengthText,
  momentText,
  stateText,
} from '../review/deadlines/deadlines.ts'
import { numericAt } from '../syntax/numeric.ts'
import { reasonText } from '../targets/evaluate/print-shown.ts'
import { type Arguments, type Command, failed, type Outcome } from './command.ts'
import { deadlineCells, deadlineHeadings, deadlineJson } from './deadline-files.ts'
import type { Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { nowOf } from './now.ts'
import { type Settled, settle } from './settle.ts'
import { textTable } from './text-table.ts'
import { refuse, usageFinding } from './usage.ts'

/** `bylaw due`: what is running out, soonest first. */
export const due: Command = async (args, io) => {
  if (!args.options.has('now')) {
    const example = 'bylaw due --now 2026-11-23T10:00'
    const found = usageFinding('BY904', { command: 'due', option: '--now', example })
    return refuse(io, chooseLanguage(args, io), [found])
  }
  const within = withinOf(args)
  if (!within.ok) return refuse(io, chooseLanguage(args, io), within.found)
  const whole: Arguments = { ...args, options: new Map([...args.options, ['period', 'all']]) }
  const settled = await settle(whole, io, 'due')
  if (!settled.ok) return settled.code
  const { plan, run, language } = settled.value
  const told = nowOf(args, plan)
  const now = told.ok ? told.value : undefined
  const until = within.value === undefined || now === undefined ? undefined : now + within.value
  const shown = deadlinesOf(plan, run.lines).filter(
    (deadline) =>
      (args.options.has('all') || isOpen(deadline)) &&
      (until === undefined || deadline.due === undefined || deadline.due <= until),
  )
  const format = args.options.get('format')
  if (format === 'json')
    io.out(
      `${JSON.stringify({ version: 1, deadlines: shown.map((one) => deadlineJson(one, now)) }, undefined, 2)}\n`,
    )
  else if (format === 'csv')
    io.out(
      writeCsv(
        deadlineHeadings,
        shown.map((one) => deadlineCells(one, now, language)),
        { mark: false, lineEnd: '\n' },
      ),
    )
  else io.out(table(settled.value, shown, now, language, io))
  return shown.some(({ line }) => line.value.is === 'held') ? 1 : 0
}

/** `--within 3 days` as seconds. */
function withinOf(args: Arguments): Outcome<number | undefined> {
  const text = args.options.get('within')?.normalize('NFKC').trim()
  if (text === undefined) return { ok: true, value: undefined }
  const numeric = text === '' ? undefined : numericAt(text, 0)
  const span =
    numeric?.is.is === 'duration' && numeric.end === text.length ? literalSpan(numeric.is) : undefined
  if (span?.of === 'seconds') return { ok: true, value: span.count }
  if (span?.of === 'days') return { ok: true, value: span.count * secondsOfDay }
  return failed(usageFinding('BY928', { text }))
}

const words = {
  clause: { en: 'time limit', 'zh-Hans': '时限', 'zh-Hant': '時限' },
  row: { en: 'of', 'zh-Hans': '对象', 'zh-Hant': '對象' },
  due: { en: 'due', 'zh-Hans': '截止', 'zh-Hant': '截止' },
  left: { en: 'left', 'zh-Hans': '剩余', 'zh-Hant': '剩餘' },
  late: { en: '{length} late', 'zh-Hans': '超时 {length}', 'zh-Hant': '逾時 {length}' },
  state: { en: 'state', 'zh-Hans': '状态', 'zh-Hant': '狀態' },
  told: { en: 'escalated to', 'zh-Hans': '已升级至', 'zh-Hant': '已升級至' },
  none: {
    en: 'Nothing is running out.',
    'zh-Hans': '没有即将到期的时限。',
    'zh-Hant': '沒有即將到期的時限。',
  },
} as const satisfies { readonly [name: string]: Words }

function table(
  { plan }: Settled,
  shown: readonly Deadline[],
  now: Instant | undefined,
  language: Language,
  io: Io,
): string {
  if (shown.length === 0) return `${words.none[language]}\n`
  const told = shown.some(({ escalated }) => escalated !== undefined)
  const names = [words.due, words.left, words.clause, words.row, words.state, ...(told ? [words.told] : [])]
  const columns = names.map((name) => ({ heading: name[language], numeric: false }))
  const rows = shown.map((one) => [
    momentText(plan.zone, one.due),
    leftText(one, now, language),
    one.line.output.title ?? one.line.output.id,
    nameOf(one),
    one.line.value.is === 'held' ? reasonText(one.line.value.reason, language) : stateText(one, language),
    ...(told ? [one.escalated ?? ''] : []),
  ])
  return textTable(columns, rows, io.paintOut)
}

/** How long is left; of what is done, and of what stands still, nothing. */
function leftText(one: Deadline, now: Instant | undefined, language: Language): string {
  if (one.due === undefined || now === undefined || !isOpen(one)) return ''
  const left = one.due - now
  const length = lengthText(left, language)
  return left < 0 ? words.late[language].replace('{length}', length) : length
}

function nameOf({ line }: Deadline): string {
  const own = line.item ?? line.subject
  return own?.label === undefined ? (own?.key ?? '') : `${own.key} ${own.label}`
}
