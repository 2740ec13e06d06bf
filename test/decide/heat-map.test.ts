import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import type { Answer } from '../../src/targets/decide/answer.ts'
import { type Decider, decider } from '../../src/targets/decide/decider.ts'
import { type AxisClass, type ClassEnd, saidOf } from '../../src/targets/decide/heat/axis-classes.ts'
import { type HeatAxis, type HeatMap, heatAxes, heatMap } from '../../src/targets/decide/heat/heat-map.ts'
import { type DecisionQuestion, questionOf, requestOf } from '../../src/targets/decide/question.ts'
import { outcome } from './ask.ts'

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
  cost money
  discount percent to 0.01%
  pieces count
}

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

value together for each Offer = Offer.amount

decision urgency "Urgency" for each Offer {
  table first match {
    | made             | pieces | => level |
    | up to 2026-03-31 | -      | 1        |
    | -                | 7, 9   | 2        |
    | -                | under 20 | 3      |
    | otherwise        |        | 4        |
  }
}

decision margin "Margin" for each Offer {
  table first match {
    | Offer.amount - Offer.cost | => level |
    | under 0 CNY               | 1        |
    | up to 250.50 CNY          | 2        |
    | otherwise                 | 3        |
  }
}
`

function asked(clause: string): { readonly question: DecisionQuestion; readonly decider: Decider } {
  const { plan, diagnostics } = compile([{ name: 'p.bylaw', text }])
  if (!plan) throw new Error(JSON.stringify(diagnostics.map(({ code, args }) => [code, args])))
  const question = questionOf(plan, clause)
  if (!question) throw new Error('the clause cannot be asked')
  return { question, decider: decider(plan, clause) }
}

function map(clause: string, said: Record<string, string>, axes: { across?: string; down?: string } = {}) {
  const { question, decider } = asked(clause)
  const found = heatMap(question, decider, { said: new Map(Object.entries(said)), most: 40, ...axes })
  if (!found) throw new Error('nothing is tested')
  return found
}

/** Numbers that look drawn at random and are the same each time. */
function draws(seed: number): (from: bigint, until: bigint) => bigint {
  let state = BigInt(seed)
  return (from, until) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % (1n << 64n)
    return from + ((state >> 11n) % (until - from + 1n))
  }
}

function samples(axis: HeatAxis, one: AxisClass, draw: ReturnType<typeof draws>): readonly string[] {
  const { type } = axis.axis.input
  if (one.is !== 'range') return [one.said]
  const drawn = Array.from({ length: 4 }, () => draw(one.from, one.until))
  const near = [one.from + 1n, one.until - 1n].filter((at) => at >= one.from && at <= one.until)
  return [one.said, ...[one.from, one.until, ...near, ...drawn].map((at) => saidOf(type, at))]
}

/** Every cell against single decisions for values all over it. */
function compare(clause: string, said: Record<string, string>, { across, down, cells }: HeatMap): number {
  const { question, decider } = asked(clause)
  const draw = draws(7)
  let compared = 0
  for (const [j, row] of cells.entries())
    for (const [i, cell] of row.entries()) {
      const x = across.classes[i]
      const y = down?.classes[j]
      if (!x) throw new Error('a cell without a class')
      expect(cell.same).toBe(true)
      for (const own of samples(across, x, draw))
        for (const other of down && y ? samples(down, y, draw) : [undefined]) {
          const request = new Map(Object.entries(said)).set(across.axis.input.path, own)
          if (down && other !== undefined) request.set(down.axis.input.path, other)
          const answer = decider.decide(requestOf(question, request))
          expect([own, other, outcome(answer)]).toEqual([own, other, outcome(cell.answer)])
          compared++
        }
    }
  return compared
}

describe('a heat map of a clause', () => {
  const said = { made: '2026-05-01', 'rep.grade': 'junior', discount: '7', amount: '800', together: '800' }

  test('has the two inputs for axes that most rows of the tables test, and what is said of them marked', () => {
    const { across, down } = map('approval', said)
    expect([across.axis.input.path, down?.axis.input.path]).toEqual(['amount', 'discount'])
    expect([across.now, down?.now]).toEqual([0, 1])
    expect(heatAxes(asked('approval').question).map(({ input, rows }) => [input.path, rows])).toEqual([
      ['amount', 4],
      ['discount', 4],
      ['rep.grade', 3],
    ])
  })

  test('says of each bound to which side it belongs', () => {
    const { across, down } = map('approval', said)
    expect(across.classes.map(rangeText)).toEqual([
      'up to 1000',
      'over 1000 up to 5000',
      'over 5000 up to 9000',
      'over 9000',
    ])
    expect(down?.classes.map(rangeText)).toEqual(['up to 0.05', 'over 0.05 up to 0.1', 'over 0.1'])
    // Whatever is asked is asked of a value inside, and of what the form says where that lies in it.
    expect(across.classes.map((one) => one.said)).toEqual(['800', '3000.00', '7000.00', '10000.00'])
  })

  test('gives in each cell what the clause decides for any value in it', () => {
    const cells = (found: HeatMap) => found.cells.map((row) => row.map(({ answer }) => whole(answer)))
    const approval = map('approval', said)
    // By hand: over 5% asks a senior, over 10% a director; each amount whose limit reaches it; the higher of the two.
    expect(cells(approval)).toEqual([
      ['approval junior', 'approval senior', 'approval director', 'refuse'],
      ['approval senior', 'approval senior', 'approval director', 'refuse'],
      ['approval director', 'approval director', 'approval director', 'refuse'],
    ])
    expect(compare('approval', said, approval)).toBeGreaterThan(500)
    const byGrade = map('approval', said, { across: 'rep.grade', down: 'discount' })
    expect(byGrade.across.classes.map((one) => one.said)).toEqual(['junior', 'senior'])
    expect(compare('approval', said, byGrade)).toBeGreaterThan(40)
    const urgency = map('urgency', said)
    // 7 and 9 are cells of their own; what the first row decides, the others are not asked.
    expect(cells(urgency)).toEqual([
      ['', '', '', '', '', ''],
      ['1', '1', '1', '1', '1', '1'],
      ['3', '2', '3', '2', '3', '4'],
    ])
    expect(compare('urgency', said, urgency)).toBeGreaterThan(500)
  })

  test('finds where the answer changes in an input of which a table asks something worked out', () => {
    const own = { ...said, cost: '500' }
    const found = map('margin', own, { across: 'amount', down: '' })
    expect(found.across.classes.map(rangeText)).toEqual([
      'under 500.00',
      'from 500.00 under 750.51',
      'from 750.51',
    ])
    expect(found.cells.map((row) => row.map(({ answer }) => whole(answer)))).toEqual([['1', '2', '3']])
    expect(compare('margin', own, found)).toBeGreaterThan(20)
    // Both amounts together: the border runs across cells, and a cell that it runs through says so.
    const both = map('margin', own).cells.flat()
    expect(both.some(({ same }) => !same)).toBe(true)
  })

  test('shows of many classes those around what is said', () => {
    const { question, decider } = asked('urgency')
    const wanted = { said: new Map([['pieces', '9']]), across: 'pieces', down: '', most: 2 }
    const found = heatMap(question, decider, wanted)
    expect(found && [found.across.first, found.across.classes.length, found.across.all]).toEqual([2, 2, 6])
    expect(found?.across.now).toBe(1)
  })
})

function whole({ results }: Answer): string {
  return Object.values(results).join(' ')
}

function rangeText(one: AxisClass): string {
  if (one.is !== 'range') return one.said
  const text = (end: ClassEnd) => ('text' in end.shown ? end.shown.text : '')
  return [
    ...(one.low ? [`${one.low.included ? 'from' : 'over'} ${text(one.low)}`] : []),
    ...(one.high ? [`${one.high.included ? 'up to' : 'under'} ${text(one.high)}`] : []),
  ].join(' ')
}
