import { expect, test } from 'vitest'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { updatesOf, withEdits } from '../../../src/review/cases/update.ts'
import { mistakesIn, planOf, sales } from './policy.ts'

const name = 'p.cases.csv'

function ran(text: string): readonly string[] {
  const { cases, found } = readCases(planOf(sales), [{ name, text }])
  expect(found).toEqual([])
  return cases.map((one) => {
    const { passed, differences } = runCase(planOf(sales), one)
    return `${one.place.line} ${one.name}: ${passed ? 'passed' : differences.map(({ is }) => is).join(', ')}`
  })
}

test('a row is a case: a column for each field, and for each result that is expected', () => {
  expect(
    ran(`case,period,Rep.id,Rep.quota,Deal.id,Deal.rep,Deal.closed,Deal.amount,Deal#2.id,Deal#2.rep,Deal#2.closed,Deal#2.amount,expect pay,expect class.level,expect attainment R1,expect held
half a quota,2026-Q1,R1,80000.00,D1,R1,2026-02-15,50000.00,,,,,3000.00,A,62.5%,0
two deals,2026-Q1,R1,80000.00,D1,R1,2026-02-15,30000.00,D2,R1,2026-03-01,"30,000.00",3600.00,,,
wrong,2026-Q1,R1,80000.00,,,,,,,,,0.01,,,
`),
  ).toEqual(['2 half a quota: passed', '3 two deals: passed', '4 wrong: value'])
})

test('the row * says what a cell is that a case leaves empty, and headings may be Chinese', () => {
  expect(
    ran(`案例,期间,Rep.id,Rep.quota,Deal.id,Deal.rep,Deal.closed,Deal.amount,应得 pay,应得 暂缓
*,2026-Q1,R1,80000.00,D1,R1,2026-02-15,,,0
在目标处,,,,,,,80000.00,4800.00,
超过目标,,,,,,,100000.00,6600.00,1
`),
  ).toEqual(['3 在目标处: passed', '4 超过目标: count'])
})

test('a separator may be a tab or a semicolon, and a cell may hold it in quotation marks', () => {
  expect(ran('case;period;Rep.id;expect pay\n"a;b";2026-Q1;R1;held\n')).toEqual(['2 a;b: passed'])
  expect(ran('case\tperiod\tRep.id\texpect pay\na\t2026-Q1\tR1\theld\n')).toEqual(['2 a: passed'])
})

test('what is wrong is told at its cell or its heading, once', () => {
  expect(
    mistakesIn(
      name,
      'case,period,Rep.id,Rep.qota,Dael.id,expect pey,colour,expect pay\na,2026-Q1,R1,5,D1,1,red,x\nb,2026-Q1,R1,5,D1,1,red,1\n',
    ),
  ).toEqual([
    '1:20 BY753 Rep has no field qota',
    '1:29 BY752 the policy has no record Dael',
    '1:37 BY954 the policy has no clause and no named value “pey”',
    '1:48 BY751 colour is not known here',
    '2:25 BY702 “x” is not a number',
  ])
  expect(mistakesIn(name, 'case,period,Rep.id,expect pay\na,2026-Q1,R1,\n')).toEqual([
    '2:1 BY953 “expect” is not said here',
  ])
  expect(mistakesIn(name, 'case,period,Rep.id,expect pay\n"a,2026-Q1,R1,1\n')).toHaveLength(1)
  expect(mistakesIn(name, '')).toEqual(['1:1 BY754 case is not written as expected'])
})

test('an update writes into the cells, and in quotation marks what needs them', () => {
  const text =
    '案例,period,Rep.id,Rep.quota,expect pay,expect class.level,expect held\r\na,2026-Q1,R1,80000.00,"1.00",A,\r\n'
  const plan = planOf(sales)
  const source = { name, text }
  const runs = readCases(plan, [source]).cases.map((one) => runCase(plan, one))
  expect(withEdits([source], updatesOf(runs))[0]?.text).toBe(text.replace('"1.00",A', '0.00,B'))
})
