import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bylaw, inFolder } from '../cli/harness.ts'
import { anyCase, type Case, engineOf } from './agreement.ts'

type Row = { readonly [field: string]: string | null | undefined }

const cell = (text: string | null | undefined) =>
  /[",\n]/.test(text ?? '') ? JSON.stringify(text) : (text ?? '')
const csv = (fields: readonly string[], rows: readonly Row[]) =>
  `${[fields, ...rows.map((row) => fields.map((field) => cell(row[field])))].map((line) => line.join(',')).join('\n')}\n`

/** The columns of a file without rows too. */
const columns: { readonly [record: string]: readonly string[] } = {
  Team: ['id', 'wage'],
  Rep: ['id', 'team', 'role', 'hired', 'left', 'wage'],
  Order: ['id', 'rep', 'signed', 'delivered', 'amount', 'margin', 'paid', 'kind'],
  Receipt: ['id', 'order', 'received', 'amount'],
  Quota: ['rep', 'period', 'amount'],
}

/** What a run of these files writes, without the places of cells and rows: they are what moves. */
async function results(
  { text, rows }: Case,
  spread: (list: readonly Row[]) => readonly (readonly Row[])[],
): Promise<string> {
  return inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'policy.bylaw'), text)
    mkdirSync(join(cwd, 'data'))
    const files: string[] = []
    for (const [record, list] of Object.entries(rows)) {
      const fields = columns[record] ?? []
      const parts = spread(list as readonly Row[]).map((part, i) => {
        const name = `${record.toLowerCase()}-${i}.csv`
        writeFileSync(join(cwd, 'data', name), csv(fields, part))
        return name
      })
      files.push(`  ${record}: { file: [${parts.join(', ')}] }`)
    }
    writeFileSync(join(cwd, 'bylaw.yaml'), `data:\n${files.join('\n')}\n`)
    const { err } = await bylaw(['run', '--period', '2026', '--out', 'out'], { cwd })
    expect(err).not.toContain('error')
    const { problems: _, unplaced, ...rest } = JSON.parse(readFileSync(join(cwd, 'out/results.json'), 'utf8'))
    const keys = (unplaced as readonly { readonly record: string }[]).map(({ record }) => record).sort()
    return JSON.stringify({ ...rest, unplaced: keys })
  })
}

test('the order of the rows, and how they are spread over files, change no byte of the results', {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, fc.nat(1000), async (found, seed) => {
      fc.pre(!('errors' in engineOf(found)))
      const whole = await results(found, (list) => [list])
      const moved = await results(found, (list) => {
        const rows = list
          .map((row, i) => ({ row, at: ((i + 1) * 7919 * (seed + 1)) % 10_007 }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row)
        const cut = seed % (rows.length + 1)
        return [rows.slice(0, cut), rows.slice(cut)]
      })
      expect(moved).toBe(whole)
    }),
    { numRuns: 15, seed: 6, endOnFailure: true },
  )
})
