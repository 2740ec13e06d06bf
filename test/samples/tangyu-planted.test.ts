import { describe, expect, test } from 'vitest'
import { runSample } from './run-sample.ts'

const run = runSample('tangyu-zh', { from: '2026-01-01', until: '2026-12-31' })
const credited = run.value('折算额')
const attainment = run.value('完成率')
const of = (clause: string, person: string, quarter = '2026-Q2') =>
  run.amounts.get(`${clause} ${person} ${quarter}`)

/** Every expected amount is worked by hand from the articles; the comment shows how. */
describe('a planted situation gets its hand-worked result', () => {
  test('worked examples 3 and 4: 1,925,000 of 1,620,000, seven points, seven indicators', () => {
    expect(['R-W3-1', 'R-W3-2', 'R-W3-3', 'R-W3-4', 'R-W3-5'].map((id) => credited.get(id))).toEqual([
      '800000.00',
      '480000.00',
      '540000.00',
      '80000.00',
      '25000.00',
    ])
    expect(run.value('折算回款').get('EC1-R1 2026-Q2')).toBe('1925000.00')
    expect(of('季度提成', 'EC1-R1')).toBe('20569.40')
    expect(
      ['完成率', '毛利', '新客户', '逾期', '满意', '行为', '培训'].map((name) =>
        of(`评分卡.${name}得分`, 'EC1-R1'),
      ),
    ).toEqual(['118.83', '100.00', '66.67', '88.00', '92.00', '72.00', '100.00'])
    expect(of('评分卡', 'EC1-R1')).toBe('99.13')
    expect(of('评分卡.等次', 'EC1-R1')).toBe('A')
    expect(of('绩效工资', 'EC1-R1')).toBe('6600.00')
    expect(of('季度应发', 'EC1-R1')).toBe('27169.40')
  })

  test('S01: the joiner of 13 April carries 946,080 and is paid 520,000 × 0.8 %', () => {
    expect(run.value('季度目标').get('EC1-R7 2026-Q2')).toBe('946080.00')
    expect(of('季度提成', 'EC1-R7')).toBe('4160.00')
    expect(of('季度提成', 'EC1-R7', '2026-Q1')).toBe('not applicable')
  })

  test('S01: hired on 18 June the quota is 0: 0.8 % flat, no score, coefficient 1 for 13 of 91 days', () => {
    expect(attainment.get('SW-R5 2026-Q2')).toBe('not applicable')
    expect(of('季度提成', 'SW-R5')).toBe('not applicable')
    expect(of('无目标提成', 'SW-R5')).toBe('800.00')
    expect(of('评分卡', 'SW-R5')).toBe('not applicable')
    expect(of('绩效工资', 'SW-R5')).toBe('857.14') // 6,000 × 13 / 91 = 857.142857…
    expect(of('季度应发', 'SW-R5')).toBe('1657.14')
  })

  test('S02: the leaver is paid 90 % of the quota of April and May, and nothing in the next quarter', () => {
    // 612,360 × 0.8 % = 4,898.88; 306,180 × 1.2 % = 3,674.16.
    expect(of('季度提成', 'EC1-R6')).toBe('8573.04')
    expect(of('季度提成', 'EC1-R6', '2026-Q3')).toBe('not applicable')
    expect(of('季度应发', 'EC1-R6', '2026-Q3')).toBe('not applicable')
  })

  test('S06: a missing quota holds commission, score and pay', () => {
    expect(['季度提成', '评分卡', '绩效工资', '季度应发'].map((clause) => of(clause, 'SC-R4'))).toEqual(
      Array(4).fill('held'),
    )
    expect(of('季度应发', 'SC-R4', '2026-Q3')).not.toBe('held')
  })

  test('S06: a missing margin holds the score and what depends on it, and not the commission', () => {
    expect(of('季度提成', 'NC-R1')).toMatch(/^\d+\.\d\d$/)
    expect(['评分卡', '绩效工资', '季度应发'].map((clause) => of(clause, 'NC-R1'))).toEqual(
      Array(3).fill('held'),
    )
  })

  test('S06: a missing due date holds its receipt and what is paid on it', () => {
    expect(credited.get('R-S06-D')).toBe('held')
    expect(['季度提成', '评分卡', '季度应发'].map((clause) => of(clause, 'SW-R1'))).toEqual(
      Array(3).fill('held'),
    )
  })

  test('S06: a dollar receipt in the month without a rate holds that quarter alone', () => {
    expect(credited.get('R-S06-R')).toBe('held')
    expect(of('季度提成', 'EX-R1', '2026-Q4')).toBe('held')
    expect(of('季度提成', 'EX-R1', '2026-Q3')).not.toBe('held')
  })

  test('S11: 0, 1, 30, 31, 60, 61, 90, 91 days late', () => {
    expect([0, 1, 30, 31, 60, 61, 90, 91].map((late) => credited.get(`R-S11-${late}`))).toEqual([
      '200000.00',
      '180000.00',
      '180000.00',
      '140000.00',
      '140000.00',
      '100000.00',
      '100000.00',
      '0.00',
    ])
    // 925,650 (60 % of 1,542,750) × 0.8 % = 7,405.20; 114,350 × 1.2 % = 1,372.20.
    expect(of('季度提成', 'EC2-R1')).toBe('8777.40')
  })

  test('S15: attainment exactly 40, 60, 100 and 130 %', () => {
    expect(['EC1-R2', 'EC1-R3', 'EC1-R4', 'EC1-R5'].map((who) => of('季度提成', who))).toEqual([
      '5184.00', // 648,000 × 0.8 %
      '7776.00', // 972,000 × 0.8 %
      '15552.00', // + 648,000 × 1.2 %
      '25272.00', // + 486,000 × 2.0 %
    ])
  })

  test('S15: 39.99 % misses the gate, and so does one cent less than 40 %', () => {
    expect(attainment.get('EC1-S1 2026-Q2')).toBe('0.3999')
    expect(of('季度提成', 'EC1-S1')).toBe('0.00')
    expect(run.value('折算回款').get('EC1-S2 2026-Q2')).toBe('971999.99') // of 2,430,000
    expect(of('季度提成', 'EC1-S2')).toBe('0.00')
  })

  test('S21: a knock-out leaves 90 % of the commission and no performance pay', () => {
    // 1,162,950 × 0.8 % + 387,650 × 1.2 % = 13,955.40, × 0.90.
    expect(of('季度提成', 'KA-R1')).toBe('12559.86')
    expect(of('评分卡', 'KA-R1')).toBe('0.00')
    expect(of('绩效工资', 'KA-R1')).toBe('0.00')
  })

  test('S25: 95.00 is level A, 94.99 is B, and 94.995 becomes 95.00', () => {
    // 100 × 40 % + 15 + 15 + 10 + 50 × 10 % + 5 + 5; then 99.98 and 99.985 (99.99) instead of 100.
    expect(['SC-R1', 'SC-R2', 'SC-R3'].map((who) => of('评分卡', who))).toEqual(['95.00', '94.99', '95.00'])
    expect(['SC-R1', 'SC-R2', 'SC-R3'].map((who) => of('绩效工资', who))).toEqual([
      '6600.00',
      '6000.00',
      '6600.00',
    ])
  })

  test('worked example 5: 118,765.43 USD at 7.1234 are 846,013.66 CNY', () => {
    expect(credited.get('R-W5')).toBe('846013.66')
    // 664,500 × 0.8 % = 5,316.00; 181,513.66 × 1.2 % = 2,178.16392.
    expect(of('季度提成', 'EX-R2')).toBe('7494.16')
  })

  test('the factor of smart valves changes between 30 September and 1 October', () => {
    expect(credited.get('R-P2-0930')).toBe('120000.00')
    expect(credited.get('R-P2-1001')).toBe('110000.00')
  })
})
