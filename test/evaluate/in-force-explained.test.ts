import { expect, it } from 'vitest'
import type { Language } from '../../src/base/language.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { explain } from '../../src/targets/evaluate/explain.ts'
import { printExplanation } from '../../src/targets/evaluate/print-explanation.ts'
import { day } from './plan-helpers.ts'

const policy = `policy staff { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key; share percent }
record Rep { id text key }
record Assignment {
  rep Rep; team Team; begins date; ends date optional
  in force from begins until ends by rep
}
record Order { id text key; rep Rep; signed date posting; amount money }
bonus pay "Pay" for each Order to rep {
  rate Assignment(rep).team.share of amount
  round 0.01 half-up
}
`
const data = {
  Team: [
    { id: 'T', share: '2%' },
    { id: 'U', share: '5%' },
  ],
  Rep: [{ id: 'R-17' }],
  Assignment: [
    { rep: 'R-17', team: 'T', begins: '2026-01-01', ends: '2026-05-11' },
    { rep: 'R-17', team: 'U', begins: '2026-05-12', ends: '2026-05-31' },
    { rep: 'R-17', team: 'T', begins: '2026-05-31', ends: '2026-06-30' },
  ],
  Order: [
    { id: 'O-1', rep: 'R-17', signed: '2026-05-12', amount: '1000' },
    { id: 'O-2', rep: 'R-17', signed: '2026-05-31', amount: '1000' },
    { id: 'O-3', rep: 'R-17', signed: '2026-07-01', amount: '1000' },
  ],
}

function results(extra: readonly object[] = []) {
  const { plan } = compile([{ name: 'policy.bylaw', text: policy }])
  if (!plan) throw new Error('the policy has errors')
  const more = extra.map((row) => ({ rep: null, team: 'T', begins: '2026-01-01', ends: null, ...row }))
  const { rows } = rowsFromObjects(plan, { ...data, Assignment: [...data.Assignment, ...more] })
  return evaluate(plan, rows, { span: { from: day('2026-05-01'), until: day('2026-07-31') } })
}

function explained(row: number, language: Language): string {
  const explanation = explain(results(), { output: 'pay', subjectRow: row })
  return explanation ? printExplanation(explanation, language) : ''
}

it('the row in force is named with its day, and what was read of it', () => {
  const english = explained(0, 'en')
  expect(english).toContain('Assignment.team.share × amount')
  expect(english).toContain('= 5% × 1,000.00 = 50.00')
  expect(english).toContain('Assignment = Assignment:2')
  expect(english).toContain('= Assignment(rep) as of signed')
  expect(english).toContain('= Assignment(R-17) as of 2026-05-12')
  expect(explained(0, 'zh-Hans')).toContain('= Assignment(R-17) 截至 2026-05-12')
})

it('a day on which two rows are in force names one of them', () => {
  const text = explained(1, 'en')
  expect(text).toContain('several rows of Assignment are in force on that day')
  expect(text).toContain('where: Assignment · Assignment:2')
  expect(text).toContain('= Assignment(R-17) as of 2026-05-31')
})

it('a day without a row in force says for whom and on which day', () => {
  const text = explained(2, 'zh-Hans')
  expect(text).toContain('“Assignment”中没有当日有效的行')
  expect(text).toContain('= Assignment(R-17) 截至 2026-07-01')
})

it('a row of which nobody knows whose it is makes the run incomplete', () => {
  expect(results().unplaced).toEqual([])
  const { unplaced } = results([{ rep: 'R-71' }, { rep: null }])
  expect(unplaced.map(({ relation, row }) => [relation, row])).toEqual([
    ['Assignment', 3],
    ['Assignment', 4],
  ])
})
