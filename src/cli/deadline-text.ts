import { printable } from '../base/render-frame.ts'
import type { Paint } from '../base/render-paint.ts'
import { colon } from '../base/render-words.ts'
import { type Deadline, isOpen, momentText, stateText } from '../review/deadlines/deadlines.ts'
import { titleOf } from '../targets/evaluate/payouts.ts'
import type { Settled } from './settle.ts'
import { words } from './words.ts'

/** How the time limits of a run stand, clause by clause, and which of each runs out next. */
export function deadlinesText(
  { plan, language }: Settled,
  deadlines: readonly Deadline[],
  paint: Paint,
): string {
  if (deadlines.length === 0) return ''
  const clauses = grouped(deadlines, ({ line }) => line.output)
  const comma = language === 'en' ? ', ' : '，'
  const lines = [...clauses].map(([output, list]) => {
    const states = grouped(list, (one) => stateText(one, language) || words.held[language])
    const counts = [...states].map(([state, all]) => `${state} ${all.length}`).sort()
    const next = list.find((one) => isOpen(one) && one.due !== undefined)
    const soonest = next
      ? `${comma}${words.soonest[language]} ${momentText(plan.zone, next.due)} ${next.line.item?.key ?? next.line.subject?.key ?? ''}`
      : ''
    return `  ${printable(`${titleOf(output)}${colon(language)}${counts.join(comma)}${soonest}`)}`
  })
  return [paint('strong', words.deadlines[language]), ...lines, ''].join('\n')
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
