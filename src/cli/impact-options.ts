import { type Failure, failures, type Gates, type Limit, parseLimit } from '../review/impact/gates.ts'
import { type Arguments, failed, type Outcome } from './command.ts'
import { usageFinding } from './usage.ts'

const reportForms = ['pretty', 'markdown', 'json', 'html'] as const
export type ReportForm = (typeof reportForms)[number]

/** A form of the report, and the file that it goes to; without one to standard output. */
export type ReportTarget = { readonly form: ReportForm; readonly file?: string }

/** `--format markdown=comment.md --format json`, `--format html --out report.html`. */
export function reportTargets(args: Arguments): Outcome<readonly ReportTarget[]> {
  const written = args.options.get('format')?.split('\n') ?? ['pretty']
  const out = args.options.get('out')
  const targets: ReportTarget[] = []
  for (const text of written) {
    const at = text.indexOf('=')
    const name = at < 0 ? text : text.slice(0, at)
    const form = reportForms.find((one) => one === name)
    const file = at < 0 ? (written.length === 1 ? out : undefined) : text.slice(at + 1)
    if (!form || file === '') return failed(usageFinding('BY988', { text }))
    targets.push({ form, ...(file !== undefined && { file }) })
  }
  // Of several that all go to the same place nothing could be told apart.
  const loose = targets.filter(({ file }) => file === undefined)
  const [first] = loose
  if (first && loose.length > 1)
    return failed(usageFinding('BY988', { text: loose.map(({ form }) => form).join(', ') }))
  return { ok: true, value: targets }
}

/** What the change must not do. */
export function gatesOf(args: Arguments): Outcome<Gates> {
  const budget = limitsOf(args, 'budget')
  if (!budget.ok) return budget
  const maxLoss = limitsOf(args, 'max-loss-per-person')
  if (!maxLoss.ok) return maxLoss
  const failOn: Failure[] = []
  for (const word of (args.options.get('fail-on') ?? '').split(/[\n,，]/u)) {
    const text = word.trim()
    if (text === '') continue
    const failure = failures.find((one) => one === text)
    if (!failure) return failed(usageFinding('BY989', { text, choices: failures.join(', ') }))
    failOn.push(failure)
  }
  return { ok: true, value: { budget: budget.value, maxLoss: maxLoss.value, failOn } }
}

function limitsOf(args: Arguments, name: string): Outcome<readonly Limit[]> {
  const limits: Limit[] = []
  for (const text of args.options.get(name)?.split('\n') ?? []) {
    const limit = parseLimit(text)
    if (!limit) return failed(usageFinding('BY984', { option: `--${name}`, text }))
    limits.push(limit)
  }
  return { ok: true, value: limits }
}
