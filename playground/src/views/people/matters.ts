import { effect, signal } from '@preact/signals'
import { type OpenMatter, standingId } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { stillOpened } from '../../state/workspace.ts'
import { words } from '../../words/people.ts'
import { ask } from '../../work/client.ts'
import type { PersonRow } from '../../work/protocol.ts'

/** What waits for somebody, by the person: it comes after the payouts, which never wait for it. */
export const matters = signal<ReadonlyMap<string, readonly OpenMatter[]>>(new Map())

effect(() => {
  if (!results.value) {
    matters.value = new Map()
    return
  }
  const isOpen = stillOpened()
  void ask('openMatters', {}).then((reply) => {
    if (reply.is === 'answer' && isOpen()) matters.value = reply.answer
  })
})

export function mattersOf({ record, key }: PersonRow): readonly OpenMatter[] {
  return matters.value.get(standingId(record, key)) ?? []
}

export function countOf(row: PersonRow): number {
  return countIn(mattersOf(row))
}

export function countIn(found: readonly OpenMatter[]): number {
  return found.reduce((sum, { count }) => sum + count, 0)
}

const kinds = {
  overdue: words.overdue,
  undecided: words.undecided,
  approval: words.toApprove,
  refused: words.refused,
} as const satisfies { readonly [M in OpenMatter['is']]: unknown }

export function kindText(is: OpenMatter['is'], count: number): string {
  return say(kinds[is], { count })
}

export function matterText({ is, title, count }: OpenMatter): string {
  return say(words.matter, { clause: title, what: kindText(is, count) })
}
