import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { analyse } from '../../../src/analyse.ts'
import { lower } from '../../../src/plan/lower.ts'
import { pointsOf } from '../../../src/review/coverage/points.ts'
import { read } from '../coverage/reading.ts'
import { suggested } from './suggesting.ts'

const head = 'policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }\n'

test('a score of several indicators comes to just above 0, and to each level', { timeout: 120_000 }, () => {
  // Without sales, conduct alone scores: 20 points leave 20, a tenth of which is 2; within 1 of 0 takes 2.5 points more.
  const { missing } = suggested(
    read(`${head}record Rep { id text key; quota money per quarter }
record Deal { id text key; rep Rep; on date posting; amount money from 0 EUR; new yes/no }
record Offence { id text key; rep Rep; on date posting; points points from 0 up to 20 }
value sold "Sold" for Rep per quarter = sum(Deal.amount)
value fresh "New" for Rep per quarter = count(Deal where new)
value points "Points" for Rep per quarter = sum(Offence.points)
scorecard kpi "Scorecard" for Rep where quota > 0 EUR per quarter {
  indicator by_sales "Sales" weight 60% {
    actual sold / rep.quota
    score ratio 60% to 120%
  }
  indicator by_new "New" weight 30% {
    actual fresh
    target 3
    score ratio up to 120%
  }
  indicator by_conduct "Conduct" weight 10% {
    score points 100 - 4 * points from 0 up to 100
  }
  round 0.01 half-up
  levels {
    | from | => level |
    | 0    | D        |
    | 60   | C        |
    | 70   | B        |
    | 95   | A        |
  }
}
`),
  )
  // A score is never below 0, and without a quota there is none.
  expect(missing).toEqual(['kpi:held:BY803'])
})

/** A sample without its cases. */
function bare(folder: string) {
  const sources = readdirSync(`policies/${folder}`)
    .filter((name) => /\.bylaw$|\.csv$/u.test(name))
    .map((name) => ({ name, text: readFileSync(`policies/${folder}/${name}`, 'utf8') }))
  const plan = lower(analyse(sources).checked, sources, { written: true })
  return { plan, points: pointsOf(plan, sources) }
}

test('without cases of their own, every point of two samples is found that there can be a case of', {
  timeout: 600_000,
}, () => {
  expect(suggested(bare('deductions-zh')).missing).toEqual([])
  // Those that the sample itself accepts, each with its reason in accepted.cases.yaml.
  expect(suggested(bare('tangyu-en')).missing).toEqual([
    'kpi:larger~2',
    'kpi:boundary:Scorecard:0:below',
    'performance_pay:round:tie',
  ])
})
