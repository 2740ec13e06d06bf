import type { Source } from '../../base/span.ts'
import type { EditEffect, Impact } from '../impact/impact.ts'
import { type DiffLine, diffLines } from './line-diff.ts'

/** Lines that differ, with some around them. */
export type Hunk = {
  readonly file: string
  readonly lines: readonly DiffLine[]
}

/** The differences of all files of two versions, in the order of the new one; a file that is gone stands last. */
export function hunksOf(before: readonly Source[], after: readonly Source[], around = 3): readonly Hunk[] {
  const names = [...after, ...before.filter(({ name }) => !after.some((one) => one.name === name))]
  const textOf = (sources: readonly Source[], name: string) =>
    sources.find((one) => one.name === name)?.text ?? ''
  return names.flatMap(({ name }) =>
    hunksIn(diffLines(textOf(before, name), textOf(after, name)), around).map((lines) => ({
      file: name,
      lines,
    })),
  )
}

function hunksIn(lines: readonly DiffLine[], around: number): readonly (readonly DiffLine[])[] {
  const ranges: { from: number; until: number }[] = []
  for (const [at, { is }] of lines.entries()) {
    if (is === 'same') continue
    const last = ranges.at(-1)
    const [from, until] = [Math.max(0, at - around), Math.min(lines.length, at + around + 1)]
    if (last && from <= last.until) last.until = until
    else ranges.push({ from, until })
  }
  return ranges.map(({ from, until }) => lines.slice(from, until))
}

/**
 * Which of the steps of an impact stand in which hunk: an edit belongs to where its lines were changed. Those of an edit
 * whose lines are the same (a table in a file of its own) stand nowhere.
 */
export function stepsOfHunks(hunks: readonly Hunk[], steps: Impact['steps']): readonly (readonly number[])[] {
  return hunks.map((hunk) => steps.flatMap((step, i) => (isIn(hunk, step) ? [i] : [])))
}

function isIn({ file, lines }: Hunk, { edits }: EditEffect): boolean {
  return edits.some(({ before, after }) =>
    lines.some(({ is, before: old, after: now }) => {
      if (is === 'removed' && before?.file === file && old !== undefined)
        return old >= before.line && old <= before.until
      if (is === 'added' && after?.file === file && now !== undefined)
        return now >= after.line && now <= after.until
      return false
    }),
  )
}
