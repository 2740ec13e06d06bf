import { type Day, formatDay } from '../../../src/base/day.ts'
import { on } from '../../tangyu-zh/generator/calendar.ts'
import { toCsv } from '../../tangyu-zh/generator/csv.ts'

/** Article 58: those who joined in 2026, and on which days after that they had six hours of each subject. */
const joiners: readonly (readonly [person: string, hired: Day, days: readonly number[]])[] = [
  ['EC1-R7', on(4, 13), [3, 10, 17, 30]], // complete on the last day
  ['SW-R5', on(6, 18), [4, 11, 15, 19]],
  ['EC1-R8', on(7, 6), [3, 8, 14, 20]],
]
const subjects = [
  ['products', '产品'],
  ['prices', '价格与权限'],
  ['system', '客户系统'],
  ['compliance', '合规'],
] as const

/** The exam and its repetitions, by days after joining. S20: EC1-R8 passes the second, SW-R5 only a third, which does not count. */
const exams: { readonly [person: string]: readonly (readonly [day: number, score: number])[] } = {
  'EC1-R8': [
    [18, 79],
    [25, 85],
  ],
  'SW-R5': [
    [18, 76],
    [25, 79],
    [33, 84],
  ],
}
export const examsOf = (person: string) => exams[person] ?? [[25, 85] as const]

/** Whether both hours and exam are complete on a day. */
export function isInducted(person: string, day: Day): boolean {
  const joiner = joiners.find(([id]) => id === person)
  if (joiner === undefined) return true
  const [, hired, days] = joiner
  const passed = examsOf(person)
    .slice(0, 2)
    .find(([, score]) => score >= 80)
  return passed !== undefined && day >= hired + Math.max(passed[0], ...days)
}

export function inductionsFile(): readonly [name: string, text: string] {
  const rows = joiners.flatMap(([person, hired, days]) =>
    days.map((n, i) => {
      const [subject = '', word = ''] = subjects[i] ?? []
      return [`IN-${person}-${i + 1}`, person, subject, word, formatDay(hired + n), 6]
    }),
  )
  return ['inductions.csv', toCsv('id person subject subject_zh at hours'.split(' '), rows)]
}
