import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/analyse.ts'
import type { Source } from '../../../src/base/span.ts'
import { lower } from '../../../src/plan/lower.ts'
import { pointsOf } from '../../../src/review/coverage/points.ts'
import { mutantsOf } from '../../../src/review/mutate/mutants.ts'
import { triedOn } from '../mutating.ts'
import { suggested } from './suggesting.ts'

/** How many moved or handed-over boundaries the suggested cases notice, of those that change anything. */
function noticed(sources: readonly Source[]): {
  readonly killed: number
  readonly survived: readonly string[]
} {
  const { program, checked } = analyse(sources)
  const plan = lower(checked, sources, { written: true })
  const { cases } = suggested({ plan, points: pointsOf(plan, sources) })
  const mutants = mutantsOf(program, sources).filter(({ kind }) => kind === 'boundary')
  const runs = triedOn({ program, plan }, sources, mutants, cases)
  return {
    killed: runs.filter(({ is }) => is === 'killed').length,
    survived: runs.flatMap(({ is, mutant }) =>
      is === 'survived' ? [`${mutant.id} ${mutant.old} → ${mutant.new}`] : [],
    ),
  }
}

function sourcesOf(folder: string): readonly Source[] {
  return readdirSync(folder)
    .filter((name) => /\.bylaw$|\.csv$/u.test(name))
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
}

/** A small policy of its own for each number: modes, owners of boundaries, gates and tables in turn. */
function generated(seed: number): string {
  const pick = <T>(items: readonly [T, ...T[]], by: number): T =>
    items[Math.floor(seed / by) % items.length] ?? items[0]
  const first = 20 + ((seed * 7) % 40)
  const second = first + 15 + ((seed * 11) % 60)
  const mode = pick(['whole', 'marginal'], 1)
  const owner = pick(['from', 'over'], 2)
  const low = owner === 'from' ? '0%' : '-1%'
  const limit = 5 + ((seed * 3) % 9)
  return `policy sales "Sales" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; level one of junior, senior; quota money per quarter; hired date }
record Deal { id text key; rep Rep; closed date posting; amount money; discount percent; won yes/no }
value sold for Rep per quarter = sum(Deal.amount where won)
value deals for Rep per quarter = count(Deal where won and discount ${pick(['<=', '<'], 1)} ${limit}%)
commission pay for Rep per quarter {
  ${pick(['gate', 'plus 100 EUR when'], 8).startsWith('gate') ? `gate sold >= ${1000 + seed * 37} EUR` : 'start 0 EUR'}
  ${pick(['gate', 'plus 100 EUR when'], 8).startsWith('gate') ? '' : 'plus '}tiers ${mode} of sold by sold / rep.quota {
    | ${owner} | rate |
    | ${low} | ${2 + (seed % 3)}% |
    | ${first}% | ${6 + (seed % 4)}% |
    | ${second}% | ${12 + (seed % 5)}% |
  }
  plus 500 EUR when deals >= ${2 + (seed % 3)}
  round 0.01 half-up
}
decision review for each Deal {
  table unique {
    | discount | amount | => step |
    | up to ${limit}% | - | none |
    | over ${limit}% | under ${5000 + seed * 100} EUR | ask |
    | over ${limit}% | from ${5000 + seed * 100} EUR | refuse |
  }
}
`
}

describe('suggested cases notice at least 95 % of moved boundaries', () => {
  for (const folder of ['first-commission', 'margin-matrix', 'adventureworks'])
    test(`of ${folder}`, { timeout: 120_000 }, () => {
      const { killed, survived } = noticed(sourcesOf(`policies/${folder}`))
      expect({ survived, some: killed > 1 }).toEqual({ survived: [], some: true })
    })

  test('of five policies that differ in all of that', { timeout: 240_000 }, () => {
    const all = Array.from({ length: 5 }, (_, seed) =>
      noticed([{ name: 'policy.bylaw', text: generated(seed) }]),
    )
    const killed = all.reduce((sum, one) => sum + one.killed, 0)
    const survived = all.flatMap((one, seed) => one.survived.map((text) => `${seed} ${text}`))
    expect({ few: survived.length * 20 <= killed + survived.length, survived }).toEqual({
      few: true,
      survived,
    })
    expect(killed).toBeGreaterThan(50)
  })
})
