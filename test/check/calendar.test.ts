import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/base/day.ts'
import { addWorking, workingTimeOf } from '../../src/calendar/working-time.ts'
import { instantOf } from '../../src/calendar/zone.ts'
import { compile } from '../../src/compile.ts'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { yamlForm } from '../../src/yaml-form/form.ts'

const day = (text: string) => parseDay(text) ?? Number.NaN
function calendarOf(lines: string, name = 'office') {
  const text = `policy p {
  language en
  currency CNY
  calendar ${name}
}

calendar ${name} {
${lines}
}
`
  const { checked, diagnostics } = compile([{ name: 'policy.bylaw', text }])
  expect(diagnostics).toEqual([])
  const { calendar } = checked
  if (!calendar) throw new Error('the policy names it')
  return calendar
}

describe('a calendar of one’s own', () => {
  test('takes China’s days, adds its own holidays and days that are worked all the same', () => {
    const calendar = calendarOf(`  zone Asia/Shanghai
  days cn
  hours 09:00 to 12:00, 13:30 to 18:00
  closed 2026-03-05, 2026-07-20 to 2026-07-22
  closed yearly 05-17
  open 2026-03-08, 2026-10-01`)
    // 1 October is a holiday of China; 10 October is worked in its place.
    for (const closed of ['2026-03-05', '2026-07-21', '2026-05-17', '2025-05-17', '2026-10-02'])
      expect(calendar.off).toContain(day(closed))
    expect(calendar.off).not.toContain(day('2026-10-01'))
    for (const open of ['2026-03-08', '2026-10-01', '2026-10-10']) expect(calendar.on).toContain(day(open))
    const time = workingTimeOf(calendar)
    if (!time) throw new Error('it has hours')
    const at = (date: string, hour: number) => instantOf(time.zone, day(date), hour * 3600)
    // Friday 17 July 15:00: three hours that day; 20 to 22 July closed; the fourth on Thursday.
    expect(addWorking(time, at('2026-07-17', 15), 3 * 3600)).toBe(at('2026-07-17', 18))
    expect(addWorking(time, at('2026-07-17', 15), 4 * 3600)).toBe(at('2026-07-23', 10))
  })

  test('has hours that differ by weekday, and weekdays that go over the weekend', () => {
    const calendar = calendarOf(`  zone Asia/Dubai
  days Sunday to Thursday, Saturday
  hours 08:00 to 16:00
  hours Saturday, Sunday 9:00 to 12:30`)
    expect(calendar.weekdays).toEqual([true, true, true, true, false, true, true])
    expect(calendar.hours?.[0]).toEqual([{ from: 28_800, until: 57_600 }])
    expect(calendar.hours?.[5]).toEqual([{ from: 32_400, until: 45_000 }])
    expect(calendar.zone?.offsets.at(-1)?.offset).toBe(4 * 3600)
  })

  test('is known only for the days for which it says it is complete, and no further than the one it takes its days from', () => {
    const own = calendarOf('  days Monday to Friday\n  effective from 2026-01-01 until 2026-12-31')
    expect([own.from, own.until]).toEqual([day('2026-01-01'), day('2026-12-31')])
    const china = compile([{ name: 'p.bylaw', text: 'policy p {\n  language en\n  calendar cn\n}\n' }])
      .checked.calendar
    const based = calendarOf('  days cn\n  effective from 2020-01-01 until open')
    expect([based.from, based.until]).toEqual([day('2020-01-01'), china?.until])
  })

  test('may be called as the one that it takes its days from', () => {
    expect(calendarOf('  days cn\n  closed 2026-03-05', 'cn').off).toContain(day('2026-03-05'))
  })
})

describe('holidays in a file beside the policy', () => {
  const text = `policy p {
  language en
  calendar office
}

calendar office {
  zone Asia/Shanghai
  days Monday to Friday
  hours 09:00 to 17:00
  closed from "holidays.csv"
}
`
  const compiled = (csv: string) =>
    compile([
      { name: 'policy.bylaw', text },
      { name: 'holidays.csv', text: csv },
    ])

  test('are its days, and the calendar is known for the years of the file', () => {
    const { checked, diagnostics } = compiled('date,name\n2026-05-17,National Day\n2026-12-25,\n')
    expect(diagnostics).toEqual([])
    expect(checked.calendar?.off).toEqual([day('2026-05-17'), day('2026-12-25')])
    expect([checked.calendar?.from, checked.calendar?.until]).toEqual([day('2026-01-01'), day('2026-12-31')])
    const next = compiled('2026-05-17\n2027-05-17\n').checked.calendar
    expect(next?.until).toBe(day('2027-12-31'))
  })

  test('must all be days', () => {
    const { diagnostics } = compiled('date\n2026-05-17\nMay 18\n')
    expect(diagnostics.map(({ code, span }) => [code, span?.source])).toEqual([['BY554', 'holidays.csv']])
  })

  test('are printed as the file’s name in every language and form', () => {
    const { file } = parse({ name: 'policy.bylaw', text })
    expect(print(file)).toBe(text)
    expect(print(file, 'zh-Hans')).toContain('  放假 来自 "holidays.csv"')
    const yaml = yamlForm.print(file)
    expect(print(yamlForm.read({ name: 'p.bylaw.yaml', text: yaml }).file)).toBe(text)
  })
})
