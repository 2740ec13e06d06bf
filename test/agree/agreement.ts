import { dayOf } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { type Line, reference } from '../reference/reference.ts'
import { type DataSet, data, periods } from './data.ts'
import { type Draw, drawn } from './draw.ts'
import { type EngineLines, engineLines } from './engine.ts'
import { policy } from './policy.ts'

export const firstHalf = { from: dayOf(2026, 1, 1) ?? 0, until: dayOf(2026, 6, 30) ?? 0 }

export type Case = { readonly text: string; readonly rows: DataSet }

/** A random policy with random rows. */
export const anyCase = drawn((draw: Draw): Case => ({ text: policy(draw), rows: data(draw) }))

/** What both must say alike: the amount or the word to the last digit; of a failure only which it is. */
export function meaning(line: Line | undefined): string {
  if (line === undefined) return 'no line'
  if ('amount' in line) return line.amount
  if ('word' in line) return line.word
  return 'held' in line ? 'held' : 'not applicable'
}

/** Lines of the reference, with the level and the factor that each scorecard gives. */
function expectedLines({ text, rows }: Case): ReadonlyMap<string, Line> {
  const asked = reference(programOf(text), new Map(Object.entries(rows)), periods)
  const lines = new Map(asked.lines)
  for (const key of asked.lines.keys()) {
    const [clause, who, when] = key.split('|')
    if (clause !== 'kpi') continue
    for (const part of ['kpi.level', 'kpi.factor'])
      lines.set(`${part}|${who}|${when}`, asked.value(part, who, when))
  }
  return lines
}

/** The engine may hold what is larger than it keeps room for; it may never give another number. */
const isTooLarge = (line: Line | undefined) =>
  line !== undefined && 'held' in line && line.held.endsWith('out-of-range')

/** The engine's lines of a case in the plainest form, for comparing runs with each other. */
export function engineOf({ text, rows }: Case): EngineLines {
  return engineLines([{ name: 'policy.bylaw', text }], rows, firstHalf)
}

/** Where the engine says something else than the reference; undefined when the checker refuses the policy. */
export function disagreements(found: Case): readonly string[] | undefined {
  const got = engineOf(found)
  if ('errors' in got) return undefined
  return [...expectedLines(found)].flatMap(([key, want]) => {
    const is = got.lines.get(key)
    if (meaning(is) === meaning(want) || isTooLarge(is)) return []
    return [`${key}: the engine says ${JSON.stringify(is)}, the reference ${JSON.stringify(want)}`]
  })
}

/** A case as a reader wants to see it when it fails: what differs, the random part of the policy, the rows. */
export function describeCase({ text, rows }: Case, differences: readonly string[]): string {
  const table = Object.entries(rows).flatMap(([record, list]) =>
    list.map((row) => `${record} ${Object.values(row).join(' | ')}`),
  )
  return [...differences, text.slice(text.indexOf('value net')), ...table].join('\n')
}
