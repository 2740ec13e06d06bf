import { expect, test } from 'vitest'
import { mistakesOf } from './policy.ts'

const start =
  'given: { Rep: [ { id: R1, name: Ada, quota: 80000.00 } ] }\nperiod: 2026-Q1\ncases:\n  - name: one\n'

test('a record, a field or a key that is not known is told where it stands, with what was meant', () => {
  expect(
    mistakesOf(
      `defaults: { Deel: { amount: 1 } }\n${start}    given: { Deal: [ { amont: 1 } ] }\n    expext: 1\n`,
    ),
  ).toEqual([
    '1:13 BY752 the policy has no record Deel',
    '5:5 BY953 “expect” is not said here',
    '6:24 BY753 Deal has no field amont',
    '7:5 BY751 expext is not known here',
  ])
})

test('a case that expects nothing, or has no name or period, is a mistake', () => {
  expect(mistakesOf(`${start}    expect: {}\n`)).toEqual(['4:5 BY953 “expect” is not said here'])
  expect(mistakesOf(`${start}    expect: { pay: {} }\n`)).toHaveLength(1)
  expect(mistakesOf('cases:\n  - period: 2026-Q1\n    expect: { pay: 1 }\n')).toEqual([
    '2:5 BY953 “name” is not said here',
  ])
  expect(mistakesOf('cases:\n  - name: one\n    expect: { pay: 1 }\n')).toEqual([
    '2:5 BY953 “period” is not said here',
  ])
  expect(mistakesOf('cases:\n  - name: one\n    period: 2026-Q9\n    expect: { pay: 1 }\n')).toEqual([
    '3:13 BY964 the policy has no period “2026-Q9”',
  ])
  expect(mistakesOf('given: { }\n')).toEqual(['1:1 BY953 “cases” is not said here'])
})

test('an expectation that names no clause, subject or result of the policy is a mistake', () => {
  expect(
    mistakesOf(
      `${start}    expect: { pey: 1, pay: { R9: 1 }, pay.level: 1, class: { R1: { gyft: yes } } }\n`,
    ),
  ).toEqual([
    '5:15 BY954 the policy has no clause and no named value “pey”',
    '5:30 BY956 nothing that the case gives is called “R9”, and no period is',
    '5:39 BY955 “pay” has no result “level”',
    '5:68 BY956 nothing that the case gives is called “gyft”, and no period is',
  ])
})

test('what is expected is read as data is, and told where it cannot be', () => {
  const codes = (expected: string) =>
    mistakesOf(`${start}    expect: ${expected}\n`).map((one) => one.split(' ').slice(0, 2).join(' '))
  expect(codes("{ pay: '1.000,00' }")).toEqual(['5:20 BY707'])
  expect(codes('{ pay: 1 USD, attainment: 80%x }')).toEqual(['5:20 BY705', '5:39 BY702'])
  expect(codes('{ class: C, class.gift: perhaps, held: -1 }')).toEqual([
    '5:22 BY716',
    '5:37 BY717',
    '5:52 BY754',
  ])
  expect(codes('{ pay: [ 1 ], sold: { R1: [ 1 ] } }')).toEqual(['5:20 BY754', '5:39 BY754'])
})

test('a table has one cell for each heading, and every heading is used', () => {
  const table = (rows: string, pays = '$pays') =>
    `${start}    expect: { pay: ${pays} }\n    table: |\n${rows}`
  expect(mistakesOf(table('      | pays | more |\n      | 1    |\n'))).toEqual([
    '8:7 BY959 this row has 1 cells, the headings are 2',
  ])
  expect(mistakesOf(table('      | pays | more |\n      | 1    | 2    |\n'))).toEqual([
    '7:16 BY958 nothing in the case says “$more”, so this column changes nothing',
  ])
  expect(mistakesOf(table('      | pays |\n      | 1    |\n', '$payz'))).toEqual([
    '5:20 BY957 the table has no column “payz”',
    '7:9 BY958 nothing in the case says “$pays”, so this column changes nothing',
  ])
  expect(mistakesOf(table('      | pays |\n'))).toEqual(['6:12 BY754 table is not written as expected'])
})

test('two cases of one name are a mistake, and so is a key in two languages', () => {
  expect(
    mistakesOf(
      `${start}    expect: { pay: 0 }\n  - name: one\n    period: 2026-Q2\n    期间: 2026-Q2\n    expect: { pay: 0 }\n`,
    ),
  ).toEqual([
    '8:5 BY182 `期间` says again what `period` says',
    '6:11 BY960 there is a case “one” already, in p.cases.yaml:4',
  ])
})

test('a file that multiplies itself through aliases is not read', () => {
  const more = Array.from({ length: 9 }, (_, i) => `x${i}: &x${i} [${`*x${i - 1}, `.repeat(9)}]`).slice(1)
  expect(mistakesOf(`x0: &x0 [1]\n${more.join('\n')}\n`).map((one) => one.slice(0, 9))).toEqual(['1:1 BY175'])
})

test('a text of a million blanks is refused at once', () => {
  const blanks = ' '.repeat(900_000)
  expect(mistakesOf(`${start}    expect: { pay: '1${blanks}x' }\n`).map((one) => one.slice(0, 10))).toEqual([
    '5:20 BY702',
  ])
})

test('a number that a comma cuts within braces is told where it is cut, with the number to write', () => {
  const rows = (cells: string) =>
    mistakesOf(`${start}    given: { Deal: [ { rep: R1, ${cells} } ] }\n    expect: { pay: 1 }\n`)
  expect(rows('amount: 1,500.00')).toEqual(['5:43 BY754 1,500.00 is not written as expected'])
  expect(rows('amount: 100,50')).toEqual(['5:45 BY754 100,50 is not written as expected'])
  expect(mistakesOf(`${start}    expect: { pay: { R1: 1,500 } }\n`)).toEqual([
    '5:28 BY754 1,500 is not written as expected',
  ])
  expect(mistakesOf(`${start}    expect: { pay: 1,50 }\n`)).toEqual([
    '5:22 BY754 1,50 is not written as expected',
  ])
})
