import { describe, expect, test } from 'vitest'
import { explain } from '../../src/targets/evaluate/explain.ts'
import { printExplanation } from '../../src/targets/evaluate/print-explanation.ts'
import { lines } from '../../src/targets/evaluate/results.ts'
import type { Explanation, Shown } from '../../src/targets/evaluate/trace.ts'
import { runSample, type SampleRun } from './run-sample.ts'

const quarter = { from: '2026-04-01', until: '2026-06-30' }
const chinese = runSample('tangyu-zh', quarter)

/** Worked examples 3 and 4 of the handbook, number by number: the explanation shows what is printed there. */
describe('the explanation', () => {
  test('of example 3 shows the gate, the three slices and the conduct factor', () => {
    const why = explainFor(chinese, '季度提成', 'EC1-R1')
    expect(text(why.result)).toBe('20569.4')
    expect(why.steps.map((step) => [step.is, text(step.result)])).toEqual([
      ['gate', 'true'],
      ['tiers', '21652'],
      ['times', '20569.4'],
      ['round', '20569.4'],
    ])
    const tiers = why.steps[1]?.tiers
    expect(tiers?.mode).toBe('marginal')
    expect(tiers?.of && text(tiers.of)).toBe('1925000')
    expect(tiers && text(tiers.by)).toMatch(/^1\.18827160/)
    expect(
      tiers?.bands.map((band) => [
        band.slice && text(band.slice),
        band.pays && text(band.pays),
        band.reached,
      ]),
    ).toEqual([
      ['972000', '7776', false],
      ['648000', '7776', false],
      ['305000', '6100', true],
      [undefined, undefined, false],
    ])
    const factor = why.steps[2]?.operand
    expect(factor && text(factor.value)).toBe('0.95')
  })

  test('of example 3 lists the five receipts and the three offences it rests on', () => {
    const why = explainFor(chinese, '季度提成', 'EC1-R1')
    const rows = why.values
      .flatMap((value) => value.rows?.listed ?? [])
      .map((row) => [row.row, text(row.value)])
    expect(rows).toEqual(
      expect.arrayContaining([
        ['R-W3-1', '800000'],
        ['R-W3-2', '480000'],
        ['R-W3-3', '540000'],
        ['R-W3-4', '80000'],
        ['R-W3-5', '25000'],
        ['F-W3-1', '1'],
        ['F-W3-2', '2'],
        ['F-W3-3', '4'],
      ]),
    )
  })

  test('of example 4 shows the seven indicators, the total, level and coefficient', () => {
    const why = explainFor(chinese, '评分卡', 'EC1-R1')
    expect(text(why.result)).toBe('99.13')
    const indicators = why.steps.filter((step) => step.is === 'indicator')
    expect(indicators.map((step) => text(step.result))).toEqual([
      '118.83',
      '100',
      '66.67',
      '88',
      '92',
      '72',
      '100',
    ])
    expect(why.steps.filter((step) => step.is === 'levels').map((step) => text(step.result))).toEqual(
      expect.arrayContaining(['A', '1.1']),
    )
  })

  test('of what is held says which row and cell is missing', () => {
    const quota = explainFor(chinese, '季度提成', 'SC-R4').result
    expect(quota.is === 'held' && quota.reason.at?.row).toBe('SC-R4')
    const due = explainFor(chinese, '季度提成', 'SW-R1').result
    expect(due.is === 'held' && [due.reason.at?.row, due.reason.at?.field]).toEqual(['R-S06-D', '到期日'])
    const margin = explainFor(chinese, '评分卡', 'NC-R1').result
    expect(margin.is === 'held' && [margin.reason.at?.row, margin.reason.at?.field]).toEqual([
      'O-S06-M',
      '毛利率',
    ])
  })

  test.each([
    ['3', '季度提成'],
    ['4', '评分卡'],
  ])('prints example %s as the stored page, in Chinese', async (example, clause) => {
    const page = printExplanation(explainFor(chinese, clause, 'EC1-R1'), 'zh-Hans')
    await expect(page).toMatchFileSnapshot(`worked-example-${example}.golden.txt`)
  })
})

function explainFor(run: SampleRun, clause: string, subject: string): Explanation {
  const span = run.results.span
  const line = lines(run.results, span).find((l) => l.output.id === clause && l.subject?.key === subject)
  const why =
    line?.subject &&
    explain(run.results, {
      output: clause,
      subjectRow: line.subject.row,
      ...(line.period && { period: line.period }),
    })
  if (!why) throw new Error(`No explanation of ${clause} for ${subject}`)
  return why
}

/** Trailing zeros are a matter of printing. */
function text(shown: Shown): string {
  if (!('text' in shown)) return shown.is
  return /\.\d*0$/.test(shown.text) ? shown.text.replace(/\.?0+$/, '') : shown.text
}
