import {
  deadlinesOf,
  isOpen,
  lengthText,
  momentText,
  reasonText,
  stateText,
  titleOf,
} from '../../../../src/index.ts'
import type { DeadlineShown, RequestsOf } from '../protocol-decide.ts'
import type { Session } from '../session.ts'
import { instantOf } from './deciders.ts'

/** What still runs of the time limits of the run, or what is done, soonest first, as `bylaw due` lists it. */
export function deadlines(
  { edited: ran }: Session,
  { now, done, language }: RequestsOf<'deadlines'>,
): readonly DeadlineShown[] {
  if (!ran) return []
  const at = instantOf(ran.plan, now)
  return deadlinesOf(ran.plan, ran.lines)
    .filter((one) => isOpen(one) !== done)
    .map((one): DeadlineShown => {
      const { line, due, stopped } = one
      const row = line.item ?? line.subject
      const left = done || due === undefined || at === undefined ? undefined : due - at
      return {
        id: line.output.id,
        at: line.row,
        due: momentText(ran.plan.zone, due),
        left: left === undefined ? '' : lengthText(left, language),
        late: left !== undefined && left < 0,
        stopped: momentText(ran.plan.zone, stopped),
        clause: titleOf(line.output),
        row: row?.label === undefined ? (row?.key ?? '') : `${row.key} ${row.label}`,
        state: line.value.is === 'held' ? reasonText(line.value.reason, language) : stateText(one, language),
        told: one.escalated ?? '',
      }
    })
}
