import { expect } from 'vitest'
import type { Diagnostic } from '../../../src/base/diagnostic.ts'
import { messageOf } from '../../../src/base/render.ts'
import { positionAt } from '../../../src/base/span.ts'
import { compile } from '../../../src/compile.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import type { CaseRun } from '../../../src/review/cases/case-run.ts'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'

export const sales = `policy sales "Sales" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; name text; quota money per quarter }
record Deal { id text key; rep Rep; closed date posting; amount money }
value sold "Sales" for Rep per quarter = sum(Deal.amount)
value attainment "Attainment" for Rep per quarter = sold / rep.quota
commission pay "Commission" for Rep per quarter {
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 6%   |
    | 100% | 9%   |
  }
  round 0.01 half-up
}
decision class "Class" for Rep per quarter {
  table unique {
    | sold             | => level | => gift |
    | under 50000 EUR  | B        | no      |
    | from 50000 EUR   | A        | yes     |
  }
}
`

export function planOf(text: string, name = 'policy.bylaw'): Plan {
  const { plan, diagnostics } = compile([{ name, text }])
  expect(diagnostics.filter(({ code }) => code.startsWith('BY1') || code.startsWith('BY2'))).toEqual([])
  if (!plan) throw new Error(diagnostics.map((one) => messageOf(one, 'en')).join('\n'))
  return plan
}

/** Reads and runs the cases of one text, which must have no mistake. */
export function runsOf(text: string, policy = sales): readonly CaseRun[] {
  const plan = planOf(policy)
  const { cases, found } = readCases(plan, [{ name: 'p.cases.yaml', text }])
  expect(found.map((one) => said(one, text))).toEqual([])
  return cases.map((one) => runCase(plan, one))
}

/** What is wrong in a text of cases: `2:40 BY753 Deal has no field clsed`. */
export function mistakesOf(text: string, policy = sales): readonly string[] {
  return mistakesIn('p.cases.yaml', text, policy)
}

export function mistakesIn(name: string, text: string, policy = sales): readonly string[] {
  return readCases(planOf(policy), [{ name, text }]).found.map((one) => said(one, text))
}

function said(found: Diagnostic, text: string): string {
  const { line, column } = positionAt(text, found.span?.from ?? 0)
  return `${line}:${column} ${found.code} ${messageOf(found, 'en')}`
}
