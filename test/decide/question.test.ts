import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { drawnTable } from '../../src/review/tables/drawn-table.ts'
import { decider } from '../../src/targets/decide/decider.ts'
import { questionOf, requestOf } from '../../src/targets/decide/question.ts'
import { saidInRun } from '../../src/targets/decide/said-in-run.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { planOf } from './ask.ts'

const text = `policy p "P" {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

record Rep {
  id text key
  grade one of junior, senior
}

record Offer {
  id text key
  rep Rep
  made date posting
  amount money
  discount percent to 0.01%
}

value together "Offers of the person in 30 days" for each Offer = sum(Offer.amount in last 30 days within rep)

authority approval "Approval" for each Offer {
  ranks junior, senior, director
  table "Discount" unique {
    | rep.grade | discount            | => verdict        |
    | junior    | up to 5%            | allow             |
    | junior    | over 5% up to 10%   | approval senior   |
    | senior    | up to 10%           | allow             |
    | -         | over 10%            | approval director |
  }
  limit "Amount" together up to, above refuse {
    | => junior | => senior | => director |
    | 1_000 CNY | 5_000 CNY | 9_000 CNY   |
  }
}
`

const sources = [{ name: 'p.bylaw', text }]
const { plan, program, diagnostics } = compile(sources)
if (!plan) throw new Error(JSON.stringify(diagnostics))
const question = questionOf(plan, 'approval')
if (!question) throw new Error('the clause cannot be asked')

test('a form asks for fields of the request, of what it refers to, and for what other rows say', () => {
  expect(question.inputs.map(({ path, is, at }) => [path, is, at])).toEqual([
    ['rep', 'field', []],
    ['rep.grade', 'field', ['rep']],
    ['made', 'field', []],
    ['discount', 'field', []],
    ['together', 'value', []],
  ])
})

test('what is written into a form is the request that it means: shares in percent, thousands parted, full-width digits', () => {
  const said = new Map(
    Object.entries({ rep: 'R1', 'rep.grade': 'junior', discount: '１２.5', together: '1,200.50' }),
  )
  expect(requestOf(question, said)).toEqual({
    rep: { id: 'R1', grade: 'junior' },
    discount: '12.5%',
    together: '1200.50',
  })
  // An empty field says nothing, which is not the same as 0.
  expect(requestOf(question, new Map([['discount', ' ']]))).toEqual({})
  expect(decider(plan, 'approval').decide(requestOf(question, new Map([['discount', ' ']]))).state).toBe(
    'undecided',
  )
})

test('a row of the data fills the form in, with what the run worked out from other rows', () => {
  const { rows } = rowsFromObjects(plan, {
    Rep: [{ id: 'R1', grade: 'junior' }],
    Offer: [
      { id: 'O1', rep: 'R1', made: '2026-03-01', amount: '700.00', discount: '4%' },
      { id: 'O2', rep: 'R1', made: '2026-03-20', amount: '800.00', discount: '7.25%' },
    ],
  })
  // All of March 2026.
  const results = evaluate(plan, rows, { span: { from: 20513, until: 20543 } })
  const said = saidInRun(question, results, 1)
  expect(Object.fromEntries(said)).toEqual({
    rep: 'R1',
    'rep.grade': 'junior',
    made: '2026-03-20',
    discount: '7.25',
    together: '1500.00',
  })
  expect([...saidInRun(question, results, 0, ['rep'])]).toEqual([['rep.grade', 'junior']])
  // Decided as the whole run decides it: 7.25% asks for a senior, and so do 1,500.
  const { results: decided } = decider(plan, 'approval').decide(requestOf(question, said))
  expect(decided).toMatchObject({ verdict: 'approval', level: 'senior' })
})

test('a table is shown in the words and the order in which it was drawn', () => {
  const drawn = drawnTable(plan, program, sources, 'approval Discount')
  expect(drawn?.headings).toEqual([
    { text: 'rep.grade', output: false },
    { text: 'discount', output: false },
    { text: 'verdict', output: true },
  ])
  expect(drawn?.rows.map(({ cells, stands }) => [stands, cells.join(' / ')])).toEqual([
    [0, 'junior / up to 5% / allow'],
    [1, 'junior / over 5% up to 10% / approval senior'],
    [2, 'senior / up to 10% / allow'],
    [3, '- / over 10% / approval director'],
  ])
  // A row of limits stands for a case of the plan in each of its cells, and one for what lies beyond.
  expect(drawnTable(plan, program, sources, 'approval Amount')?.rows.map((row) => row.cellsStand)).toEqual([
    [0, 1, 2, 3],
  ])
})

test('a field may have any name: what is said of it stays in the request', () => {
  const hostile = planOf(`policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; role one of rep, boss }
record Quote { id text key; __proto__ Rep; constructor percent; asked date posting }
decision d for each Quote {
  table first match {
    | __proto__.role | constructor | => verdict |
    | rep | up to 5% | allow |
    | otherwise | | refuse |
  }
}
`)
  const asked = questionOf(hostile, 'd')
  if (!asked) throw new Error('no question')
  expect(requestOf(asked, new Map())).toEqual({})
  const request = requestOf(
    asked,
    new Map([
      ['__proto__', 'R1'],
      ['__proto__.role', 'rep'],
      ['constructor', '4'],
      ['asked', '2026-03-01'],
    ]),
  )
  expect(JSON.stringify(request)).toBe(
    '{"__proto__":{"id":"R1","role":"rep"},"constructor":"4%","asked":"2026-03-01"}',
  )
  expect(Object.hasOwn(Object.prototype, 'role')).toBe(false)
  expect(decider(hostile, 'd').decide(request)).toMatchObject({
    state: 'decided',
    results: { verdict: 'allow' },
  })
})
