import { type Day, formatDay } from '../../../src/base/day.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'

type File = readonly [name: string, text: string]
type Cells = readonly (string | number | undefined)[]
const day = (d: Day | undefined) => d && formatDay(d)

/** Article 70: what was lost, what is payable to those persons, and below what nobody's wage may fall. */
export function lossRecords(): readonly File[] {
  return [losses(), payroll(), minimumWages()]
}

/** Article 70. S10: worked example 9, a loss beyond 50,000 × 100 / 30, and two that follow each other. */
function losses(): File {
  const rows = [
    ['LS-W9', 'SW-R1', on(5, 8), '12000.00'],
    ['LS-S10', 'SC-R6', on(5, 20), '200000.00'],
    ['LS-1', 'NC-R3', on(4, 15), '6000.00'],
    ['LS-2', 'NC-R3', on(5, 15), '4000.00'],
  ] as const
  return [
    'losses.csv',
    toCsv(
      ['id', 'person', 'decided', 'amount'],
      rows.map(([id, person, at, amount]) => [id, person, day(at), amount]),
    ),
  ]
}

/** What is payable to those persons in the months from their loss on. */
function payroll(): File {
  const rows: Cells[] = []
  const add = (person: string, from: number, ...amounts: readonly string[]) => {
    for (const [i, amount] of amounts.entries())
      rows.push([`PR-${person}-${from + i}`, person, `2026-${String(from + i).padStart(2, '0')}`, amount])
  }
  add('SW-R1', 1, '8600.00', '8400.00', '8800.00', '9100.00', '9200.00', '2700.00', '8000.00')
  add('SW-R1', 8, '8500.00', '8500.00', '8500.00', '8500.00', '8500.00')
  add('SC-R6', 1, '9000.00', '9000.00', '9000.00', '9000.00', '9500.00', '12000.00', '11000.00')
  add('SC-R6', 8, '10000.00', '10000.00', '10000.00', '10000.00', '10000.00')
  add('NC-R3', 1, '8000.00', '8000.00', '8000.00', '7000.00', '7500.00', '3000.00', '9000.00')
  add('NC-R3', 8, '8000.00', '8000.00', '8000.00', '8000.00', '8000.00')
  return ['payroll.csv', toCsv(['id', 'person', 'month', 'payable'], rows)]
}

/** Article 70, illustrative. */
function minimumWages(): File {
  const cities = [
    ['Suzhou', '苏州', 2_490, 2_660],
    ['Shanghai', '上海', 2_740, 2_740],
    ['Shenzhen', '深圳', 2_520, 2_520],
    ['Beijing', '北京', 2_540, 2_540],
    ['Chengdu', '成都', 2_330, 2_330],
  ] as const
  const rows = cities.flatMap(([city, word, first, second]) => [
    [city, word, `${first}.00`, '2026-01-01', '2026-06-30'],
    [city, word, `${second}.00`, '2026-07-01', undefined],
  ])
  return ['minimum-wages.csv', toCsv(['city', 'city_zh', 'monthly', 'from', 'until'], rows)]
}
