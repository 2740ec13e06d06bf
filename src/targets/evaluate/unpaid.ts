import type { Output } from '../../plan/plan.ts'
import type { ResultLine } from './results.ts'

/** What a clause comes to for somebody to whom no payout that lists it applies: it is neither paid nor taken. */
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
  const payouts = lines.filter(({ output }) => output.is === 'payout')
  if (!payouts.some(({ value }) => value.is === 'not-applicable')) return []
  const of = new Map<string, ResultLine[]>()
  for (const line of payouts) {
    const id = idOf(line.output, line)
    const own = of.get(id)
    if (own) own.push(line)
    else of.set(id, [line])
  }
  const listing = ({ releases, id }: Output) => outputs.filter(({ lists }) => lists?.includes(releases ?? id))
  const listedBy = new Map(outputs.map((output) => [output, listing(output)]))
  return lines.flatMap((line): UnpaidLine[] => {
    const { output, value, subject } = line
    if (!output.listed || value.is !== 'number' || value.digits === 0n || !subject) return []
    const covering = (listedBy.get(output) ?? []).flatMap((payout) =>
      (of.get(idOf(payout, line)) ?? []).filter((one) => covers(one, line)),
    )
    const [first] = covering
    return first && covering.every((one) => one.value.is === 'not-applicable')
      ? [{ line, payout: first }]
      : []
  })
}

/** A payout and somebody that it may be for. */
function idOf(payout: Output, { subject }: ResultLine): string {
  return `${payout.id}\n${subject?.record ?? ''}\n${subject?.key ?? ''}`
}

/** Whether a payout's period holds the line's period or day. */
function covers({ period }: ResultLine, line: ResultLine): boolean {
  if (!period) return true
  if (line.period) return period.start <= line.period.start && line.period.end <= period.end
  return line.posting !== undefined && period.start <= line.posting && line.posting < period.end
}
