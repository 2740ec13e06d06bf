import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { type RowObject, rowsFromObjects } from '../../src/data/from-objects.ts'
import { compareRules } from './agreement.ts'

/** Policies and rows that the tests of each mechanism (test/agree) drew, kept: policy, rows, days of the run. */
type Drawn = {
  readonly policy: string
  readonly rows: { readonly [record: string]: readonly RowObject[] }
  readonly from: number
  readonly until: number
  /** The time that the run is told. */
  readonly now?: number
}

const folder = join(import.meta.dirname, 'drawn')

test.each(readdirSync(folder).map((name) => name.replace('.json', '')))(
  'rules give what the engine gives where a policy has: %s',
  { timeout: 120_000 },
  async (name) => {
    const cases: readonly Drawn[] = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
    for (const { policy, rows: data, from, until, now } of cases) {
      const { plan, diagnostics } = compile([{ name: 'policy.bylaw', text: policy }])
      if (!plan)
        throw new Error(`a drawn policy has errors: ${diagnostics.map(({ code }) => code).join(' ')}`)
      const { rows } = rowsFromObjects(plan, data)
      const { differences, compared, ruleSet } = await compareRules(plan, rows, data, { from, until }, 4, now)
      expect(differences).toEqual([])
      expect([...compared.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
      expect(ruleSet.notSaid.filter(({ code }) => code !== 'BY952')).toEqual([])
    }
  },
)
