import { effect, signal, untracked } from '@preact/signals'
import { language } from '../../state/language.ts'
import { outcome } from '../../state/outcome.ts'
import { now, period } from '../../state/workspace.ts'
import { ask, connect } from '../../work/client.ts'
import type { CompareAsk, Compared, Meaning } from '../../work/compare-protocol.ts'
import type { Progress } from '../../work/protocol.ts'
import { revisionTexts } from './revisions.ts'
import { afterId, beforeId, versionOf } from './versions.ts'

/** Beside the worker that calculates: an edit may take seconds, and is given up for a newer one. */
const line = connect({ patience: 0, limit: 600_000 })
/** An edit is compared once the typing pauses. */
const pause = 250

export const compared = signal<Compared | undefined>(undefined)
export const meaning = signal<Meaning | 'none' | 'broken' | undefined>(undefined)
export type Doing = 'nothing' | 'comparing' | 'by edit' | 'meaning'
export const doing = signal<Doing>('nothing')
export const progress = signal<Progress | undefined>(undefined)
/** Why the last work ended without an answer. */
export const ended = signal<'cancelled' | 'slow' | 'broken' | undefined>(undefined)

/** Both versions as they are asked for now; undefined where there is nothing to compare. */
function asked(byEdit: boolean): CompareAsk | undefined {
  const [before, after] = [versionOf(beforeId.value), versionOf(afterId.value)]
  if (!before || !after || before.policy.length === 0 || after.policy.length === 0) return undefined
  return {
    before: { name: before.name, policy: before.policy },
    after: { name: after.name, policy: after.policy },
    language: language.value,
    ...(period.value !== undefined && { period: period.value }),
    ...(now.value !== undefined && { now: now.value }),
    byEdit,
  }
}

/** As long as it is seen, every result is compared after it was painted: first what changes, then by which edit. */
export function keepComparing(): () => void {
  return effect(() => {
    void outcome.value
    void beforeId.value
    void afterId.value
    void revisionTexts.value
    // Not of the texts themselves: what they come to is painted first.
    const wanted = untracked(() => asked(false))
    latest++
    line.drop()
    meaning.value = undefined
    ended.value = undefined
    if (!wanted) {
      // What was compared before is not what is chosen.
      compared.value = undefined
      doing.value = 'nothing'
      return
    }
    doing.value = 'comparing'
    const timer = setTimeout(() => void untracked(() => compareNow(wanted)), pause)
    return () => clearTimeout(timer)
  })
}

/** Counts what was asked: an answer to anything but the newest question is old. */
let latest = 0

async function compareNow(wanted: CompareAsk): Promise<void> {
  doing.value = 'comparing'
  // Both were run already where they are the two that are open: their totals are there at once.
  const opened = ['base', 'edited']
  const ran = opened.includes(beforeId.peek()) && opened.includes(afterId.peek())
  const mine = ++latest
  const reply = await (ran ? ask : line.ask)('compare', wanted)
  if (mine !== latest) return
  if (reply.is === 'outdated') return
  // Who asked meanwhile for what it means is told that first.
  const isFree = doing.value === 'comparing'
  if (isFree) doing.value = 'nothing'
  if (reply.is !== 'answer') {
    ended.value = reply.is
    return
  }
  compared.value = reply.answer
  if (isFree && reply.answer.is === 'compared' && reply.answer.hunks.length > 0) await byEdit()
}

/** Puts every change down to an edit. */
export async function byEdit(): Promise<void> {
  const wanted = untracked(() => asked(true))
  if (!wanted) return
  doing.value = 'by edit'
  ended.value = undefined
  progress.value = undefined
  const reply = await line.ask('compare', wanted, 'by edit', (told) => {
    progress.value = told
  })
  if (reply.is === 'outdated') return
  doing.value = 'nothing'
  if (reply.is === 'answer') compared.value = reply.answer
  else ended.value = reply.is
}

export function cancel(): void {
  line.drop()
  doing.value = 'nothing'
  ended.value = 'cancelled'
}

export async function findMeaning(): Promise<void> {
  const wanted = untracked(() => asked(false))
  if (!wanted) return
  line.drop()
  doing.value = 'meaning'
  const reply = await line.ask('meaning', wanted)
  if (reply.is === 'outdated') return
  doing.value = 'nothing'
  meaning.value = reply.is === 'answer' ? (reply.answer ?? 'none') : 'broken'
}

/** The report of what was compared last, as a file's text. */
export async function reportText(format: 'html' | 'markdown'): Promise<string | undefined> {
  const found = compared.peek()
  const byEdits = found?.is === 'compared' && found.byEdit
  const opened = ['base', 'edited']
  const ran = opened.includes(beforeId.peek()) && opened.includes(afterId.peek())
  const reply = await (ran && !byEdits ? ask : line.ask)('compareReport', {
    format,
    language: language.value,
  })
  return reply.is === 'answer' ? reply.answer : undefined
}
