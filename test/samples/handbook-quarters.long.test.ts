import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bylaw, inFolder } from '../cli/harness.ts'
import { repository } from './run-sample.ts'

type Line = { readonly state?: string; readonly kind: string; readonly subject: { readonly record: string } }
const subjects: ReadonlySet<string> = new Set(['员工', '团队', '客户', '客服'])

// Draws, carried caps and claims, holdbacks that are paid out with the year, leavers: all of it goes on from quarter to quarter.
test(
  'the handbook pays in four quarters run in turn, each on the results of the one before, what it pays in the year',
  () =>
    inFolder(async (out) => {
      const policy = join(repository, 'policies/handbook-zh')
      const linesOf = async (period: string, more: readonly string[] = []): Promise<readonly string[]> => {
        const { code, out: json } = await bylaw([
          'run',
          policy,
          '--period',
          period,
          '--format',
          'json',
          ...more,
        ])
        // Something is planted that is not to be decided, and nobody says what time it is: 1, and never worse.
        expect(code, period).toBe(1)
        writeFileSync(join(out, `${period}.json`), json)
        // A row to which a clause does not apply, and which has no day, stands in every run; so does what is decided of a row.
        const lines: readonly Line[] = JSON.parse(json).lines
        return lines
          .filter(({ state }) => state !== 'not-applicable')
          .filter(({ kind, subject }) => kind !== 'decision' || subjects.has(subject.record))
          .map((line) => JSON.stringify(line))
      }
      const inTurn: string[] = []
      for (const n of [1, 2, 3, 4]) {
        const previous = n === 1 ? [] : ['--previous', join(out, `2026-Q${n - 1}.json`)]
        inTurn.push(...(await linesOf(`2026-Q${n}`, previous)))
      }
      const year = await linesOf('2026')
      expect(year.length).toBeGreaterThan(2_000)
      expect(inTurn.sort()).toEqual([...year].sort())
    }),
  400_000,
)
