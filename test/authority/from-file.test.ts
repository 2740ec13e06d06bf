import { expect, test } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { positionAt } from '../../src/base/span.ts'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { runInMemory } from '../../src/engines/memory.ts'

const policy = `policy p "Discounts" { language en; currency CNY; effective from 2026-01-01 until open }
record Person { id text key; role one of rep, manager, director, finance; boss Person optional }
record Quote { id text key; person Person; asked date posting; line one of P1, P2; discount percent; margin percent }
authority grant "Discounts" for each Quote {
  ranks rep, manager, director by person.role
  asked by person
  superior person.boss
  own up to rep
  limit "By discount" discount up to, above refuse from "limits.csv"
  table "By margin" unique from "margins.csv"
}
`
const limits = `line,=> rep,=> manager,=> director
P1,5%,12%,20%
P2,0%,3%,-
`
const margins = `margin,=> verdict
from 20%,allow
from 10% to under 20%,"approval all of director, finance"
from 5% to under 10%,approval person.boss
under 5%,refuse
`
const compiled = (limit = limits, margin = margins) =>
  compile([
    { name: 'policy.bylaw', text: policy },
    { name: 'limits.csv', text: limit },
    { name: 'margins.csv', text: margin },
  ])

test('limits and verdicts from CSV files beside the policy decide as if they stood in it', () => {
  const { plan, diagnostics } = compiled()
  expect(diagnostics).toEqual([])
  if (!plan) return
  const quotes = [
    ['a', 'P1', '5%', '20%'],
    ['b', 'P1', '5.01%', '20%'],
    ['c', 'P2', '1%', '15%'],
    ['d', 'P2', '0%', '9%'],
    ['e', 'P1', '20.01%', '20%'],
    ['f', 'P2', '90%', '20%'],
    ['g', 'P1', '1%', '4.99%'],
  ] as const
  const { rows } = rowsFromObjects(plan, {
    Person: [
      { id: 'R', role: 'rep', boss: 'M' },
      { id: 'M', role: 'manager', boss: 'D' },
      { id: 'D', role: 'director', boss: null },
    ],
    Quote: quotes.map(([id, line, discount, margin]) => ({
      id,
      person: 'R',
      asked: '2026-05-04',
      line,
      discount,
      margin,
    })),
  })
  const day = parseDay('2026-05-04') ?? 0
  const decided = runInMemory(plan, rows, { from: day, until: day }).lines.map(
    ({ item, subject, value, also }) => {
      const part = (name: string) => {
        const found = also.find(({ label }) => label === name)?.value
        return found && 'text' in found ? found.text : '-'
      }
      return [
        (item ?? subject)?.key,
        'text' in value ? value.text : '-',
        part('approver'),
        part('with'),
      ].join(' ')
    },
  )
  expect(decided).toEqual([
    'a allow - nobody',
    'b approval M nobody',
    // 1 % of P2 asks for the manager, the margin for the director with finance.
    'c approval D finance',
    'd approval M person.boss',
    'e refuse - nobody',
    'f approval D nobody',
    'g refuse - nobody',
  ])
})

test('a mistake in such a file is shown where it stands there', () => {
  const found = (limit: string, margin: string) =>
    compiled(limit, margin).diagnostics.map(({ code, span }) => {
      const text = span?.source === 'limits.csv' ? limit : margin
      return `${code} ${span?.source} ${positionAt(text, span?.from ?? 0).line}`
    })
  expect(found(limits.replace('P2,0%,3%', 'P2,4%,3%'), margins)).toEqual(['BY573 limits.csv 3'])
  expect(found(limits, margins.replace('director, finance', 'director, legal'))).toEqual([
    'BY571 margins.csv 3',
  ])
  expect(found(limits, margins.replace('person.boss', 'person.chief'))).toEqual(['BY203 margins.csv 4'])
})
