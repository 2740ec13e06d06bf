import { expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { loadRows } from '../../src/data/read-rows.ts'

const policy = `policy staff { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Assignment {
  rep Rep; kind one of main, side; team text; begins date; ends date optional
  in force from begins until ends by rep, kind
}
record Order { id text key; rep Rep; signed date posting; amount money }
decision team for each Order { gives team = Assignment(rep, main).team }
`

function problems(rows: readonly string[]): readonly string[] {
  const { plan } = compile([{ name: 'policy.bylaw', text: policy }])
  if (!plan) throw new Error('the policy has errors')
  const text = ['rep,kind,team,begins,ends', ...rows, ''].join('\n')
  const files = new Map([
    ['reps.csv', 'id\nA\nB\n'],
    ['assignments.csv', text],
    ['orders.csv', 'id,rep,signed,amount\n'],
  ])
  const encoded = new Map([...files].map(([name, content]) => [name, new TextEncoder().encode(content)]))
  return loadRows(plan, encoded).problems.map(({ diagnostic: { code, args, cell } }) =>
    [`${cell?.file}:${cell?.row} ${cell?.column} ${code}`, args.day, args.other]
      .filter((part) => part !== undefined)
      .join(' '),
  )
}

it('rows that touch, leave a gap, or are of other keys are in order', () => {
  expect(
    problems([
      'A,main,T,2026-01-01,2026-01-31',
      'A,main,U,2026-02-01,2026-02-28',
      'A,main,T,2026-04-01,',
      'A,side,T,2026-01-01,',
      'B,main,T,2026-01-01,',
    ]),
  ).toEqual([])
})

it('two rows in force on one day are reported with the day and both rows', () => {
  expect(
    problems(['A,main,U,2026-03-01,', 'B,main,T,2026-01-01,', 'A,main,T,2026-01-01,2026-03-01']),
  ).toEqual(['assignments.csv:2 begins BY760 2026-03-01 assignments.csv:4'])
})

it('a row within an open one is reported, and so is the next', () => {
  expect(
    problems(['A,main,T,2026-01-01,', 'A,main,U,2026-02-01,2026-02-02', 'A,main,U,2026-05-01,2026-05-02']),
  ).toEqual([
    'assignments.csv:3 begins BY760 2026-02-01 assignments.csv:2',
    'assignments.csv:4 begins BY760 2026-05-01 assignments.csv:2',
  ])
})

it('a row that ends before it begins is reported where it ends', () => {
  expect(problems(['A,main,T,2026-03-01,2026-02-28', 'A,main,U,2026-01-01,'])).toEqual([
    'assignments.csv:2 ends BY761',
  ])
})
