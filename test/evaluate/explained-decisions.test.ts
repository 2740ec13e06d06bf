import { expect, test } from 'vitest'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { evaluate } from '../../src/targets/evaluate/evaluate.ts'
import { explain } from '../../src/targets/evaluate/explain.ts'
import { printExplanation } from '../../src/targets/evaluate/print-explanation.ts'
import { planOf } from '../decide/ask.ts'

const plan =
  planOf(`policy a { language en; currency CNY; effective from 2026-01-01 until open; calendar desk }
calendar desk { zone Asia/Shanghai; days cn; hours 09:00 to 18:00 }
record Person { id text key; name text; role one of rep, manager, director; boss Person optional }
record Quote { id text key; person Person; asked date posting; city text; discount percent; opened time }
record Event { quote Quote; at time; kind one of pause, resume, answer }
parameter factor by city {
  | city   | from       | until | value |
  | Suzhou | 2026-01-01 | open  | 2     |
}
authority grant "Discounts" for each Quote {
  ranks rep, manager, director by Person.role
  asked by person
  superior Person.boss
  limit "By discount" discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 12%        | 20%         |
  }
}
sla answer "Answer" for each Quote {
  start opened
  pause Event.at where kind = pause
  resume Event.at where kind = resume
  stop Event.at where kind = answer
  within 6 working hours
}
decision weighed "Weighed" for each Quote { gives weight = factor(city) * 3 }
`)
const person = (id: string, name: string, role: string, boss?: string) => ({ id, name, role, boss })
const quote = (id: string, asks: string, discount: string) => {
  return { id, person: asks, asked: '2026-02-02', city: 'Wuxi', discount, opened: '2026-02-02 10:00' }
}
const { rows } = rowsFromObjects(plan, {
  Person: [person('R', 'Lin', 'rep', 'M'), person('M', 'Mo', 'manager', 'D'), person('D', 'Da', 'director')],
  Quote: [quote('Q1', 'R', '15%'), quote('Q2', 'D', '15%')],
  Event: [
    { quote: 'Q1', at: '2026-02-02 12:30', kind: 'resume' },
    { quote: 'Q1', at: '2026-02-02 11:00', kind: 'pause' },
  ],
})
const day = 20_486
const results = evaluate(plan, rows, { span: { from: day, until: day }, now: Date.UTC(2026, 1, 2, 6) / 1000 })
function text(output: string, row: number, language: 'en' | 'zh-Hans' = 'en'): readonly string[] {
  const tree = explain(results, { output, subjectRow: row })
  return tree
    ? printExplanation(tree, language)
        .split('\n')
        .map((line) => line.trim().replace(/ {2,}/g, '  '))
    : []
}

test('who asks and who approves are told by name, each with his role', () => {
  const lines = text('grant', 0)
  expect(lines).toContain('2  who asks  rep  Lin R')
  expect(lines).toContain('4  approver  director  Da D')
  expect(lines).toContain('the nearest superior who has that rank')
  expect(text('grant', 0, 'zh-Hans')).toContain('2  申请人  rep  Lin R')
  // Nobody stands above the director: no formula of the search is printed.
  const nobody = text('grant', 1)
  expect(nobody[0]).toBe('Discounts (Authority) · Q2 · 2026-02-02')
  expect(nobody[1]).toContain('held: Discounts: nobody who stands above')
  expect(nobody).toContain('4  approver  the nearest superior who has that rank  held')
})

test('a time limit tells when its clock stood and went on, in the order of time', () => {
  // Six hours from ten, of which one and a half stood: half past five.
  const lines = text('answer', 0)
  const due = lines.findIndex((line) => line.startsWith('Answer: due = 2026-02-02 17:30'))
  expect(lines.slice(due + 3, due + 5)).toEqual(['2026-02-02 11:00  paused', '2026-02-02 12:30  resumed'])
  expect(text('answer', 0, 'zh-Hans')).toContain('2026-02-02 11:00  暂停')
})

test('a table without a row for it names the value that it lacks', () => {
  expect(text('weighed', 0)[1]).toContain('no row of `factor` covers city = Wuxi, date = 2026-02-02')
  expect(text('weighed', 0, 'zh-Hans')[1]).toContain(
    '`factor` 中没有与 city = Wuxi, date = 2026-02-02 对应的行',
  )
})
