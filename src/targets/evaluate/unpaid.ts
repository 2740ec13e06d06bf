import type { Output } from '../../plan/plan.ts'
import type { ResultLine } from './results.ts'

/** What a clause comes to for somebody to whom no payout that lists it applies: nobody is paid it. */
export type UnpaidLine = {
  readonly line: ResultLine
  /** The line of the payout: it says why it does not apply. */
  readonly payout: ResultLine
}

/**
 * Amounts that are worked out and reach nobody, such as a bonus on a deal that was signed after its seller had left.
 * Only those whose payouts are among the lines: a month's commission that the quarter will pay is none of them.
 */
export function unpaidLines(outputs: readonly Output[], lines: readonly ResultLine[]): readonly UnpaidLine[] {
  const payouts = new Map<string, ResultLine[]>()
  for (const line of lines) {
    if (line.output.is !== 'payout') continue
    const id = idOf(line.output.id, line.subject)
    const own = payouts.get(id)
    if (own) own.push(line)
    else payouts.set(id, [line])
  }
  const listing = (clause: string) => outputs.filter((output) => output.lists?.includes(clause))
  const listedBy = new Map(outputs.map((output) => [output.id, listing(output.releases ?? output.id)]))
  return lines.flatMap((line): UnpaidLine[] => {
    const { output, value, subject } = line
    if (!output.listed || value.is !== 'number' || value.digits === 0n || !subject) return []
    const covering = (listedBy.get(output.id) ?? []).flatMap((payout) =>
      (payouts.get(idOf(payout.id, subject)) ?? []).filter((one) => covers(one, line)),
    )
    const [first] = covering
    return first && covering.every((one) => one.value.is === 'not-applicable')
      ? [{ line, payout: first }]
      : []
  })
}

function idOf(payout: string, subject: ResultLine['subject']): string {
  return JSON.stringify([payout, subject?.record, subject?.key])
}

/** Whether a payout's period holds the line's period or day. */
function covers({ period }: ResultLine, line: ResultLine): boolean {
  if (!period) return true
  if (line.period) return period.start <= line.period.start && line.period.end <= period.end
  return line.posting !== undefined && period.start <= line.posting && line.posting < period.end
}
