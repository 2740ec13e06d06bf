import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bylaw, inFolder } from './harness.ts'

const policy = `policy sales "Sales" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; quota money per quarter }
record Deal { id text key; rep Rep; closed date posting; amount money }
value sold "Sold" for Rep per quarter = sum(Deal.amount)
commission pay "Commission" for Rep per quarter {
  gate sold >= 1000 EUR
  rate 6% of sold
}
`

describe('bylaw cases suggest', () => {
  test('writes a file of cases that pass and cover what was missing', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), policy)
      const { code, out, err } = await bylaw(['cases', 'suggest', '--out', 'new.cases.yaml'], { cwd })
      expect({ code, out }).toEqual({ code: 0, out: '' })
      expect(err).toBe('3 cases suggested, to be confirmed → new.cases.yaml\n')
      expect(readFileSync(join(cwd, 'new.cases.yaml'), 'utf8')).toContain(
        `  - name: "Commission: Sold just below 1,000"
    confirm: true
    period: 2026-Q1
    given:
      Rep: [{ id: Rep-1 }]
      Deal: [{ id: Deal-1, rep: Rep-1, closed: 2026-02-14, amount: 999.99 }]
    expect:
      pay: { Rep-1: 0.00 }
`,
      )
      const tested = await bylaw(['test'], { cwd })
      expect(tested.code).toBe(0)
      expect(tested.out).toContain('3 cases, all passed; 3 to be confirmed')
      const covered = await bylaw(['cover', '--threshold', '100%'], { cwd })
      expect(covered.code).toBe(0)
      const again = await bylaw(['cases', 'suggest'], { cwd })
      expect(again.err).toBe('No case is missing, or none could be found.\n')
    }))

  test('never writes over a file, and says what the command is', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), policy)
      writeFileSync(join(cwd, 'mine.cases.yaml'), 'cases: []\n')
      const over = await bylaw(['cases', 'suggest', '--out', 'mine.cases.yaml'], { cwd })
      expect(over.code).toBe(2)
      const word = await bylaw(['cases', 'sugest'], { cwd })
      expect(word.code).toBe(2)
      expect(word.err).toContain('error[BY966]: `bylaw cases` does not know “sugest”')
    }))
})
