import { expect, test } from 'vitest'
import { readSources, resolveImport } from '../layers/sources.ts'

test('the runtime that a service loads is small: of the compiler it takes days, times, decimals, periods and calendars', () => {
  const sources = new Map(readSources().map((source) => [source.path, source]))
  const found = new Set<string>()
  const waiting = ['src/targets/rules/register.ts']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue
    found.add(path)
    for (const specifier of sources.get(path)?.imports ?? [])
      waiting.push(...[resolveImport(path, specifier) ?? []].flat())
  }
  const others = [...found].filter((path) => !path.startsWith('src/targets/rules/'))
  expect(others.sort()).toEqual([
    'src/base/comparison.ts',
    'src/base/day.ts',
    'src/base/decimal.ts',
    'src/base/language.ts',
    'src/base/local-time.ts',
    'src/base/unreachable.ts',
    'src/base/work-calendar.ts',
    'src/calendar/case-clock.ts',
    'src/calendar/periods.ts',
    'src/calendar/running.ts',
    'src/calendar/working-time.ts',
    'src/calendar/zone.ts',
    'src/plan/plan.ts',
    'src/plan/states.ts',
  ])
})
