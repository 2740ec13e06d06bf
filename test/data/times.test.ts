import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { cells, load, said } from './loading.ts'

function planned(): Plan {
  const text = `policy p { language en; currency CNY; effective from 1980-01-01 until open; calendar cn }
record Call { id text key; asked time posting; answered time optional }
decision d for each Call { gives x = hours(asked, answered) }`
  const { plan } = compile([{ name: 'policy.bylaw', text }])
  if (!plan) throw new Error('the policy is sound')
  return plan
}
const plan = planned()
/** Seconds of a time of UTC. */
const utc = (...parts: readonly [number, number, number, number, number, number?]): string =>
  String(Date.UTC(parts[0], parts[1] - 1, ...(parts.slice(2) as [number, number, number])) / 1000)
const asked = (text: string) => load({ 'call.csv': `id,asked,answered\n1,"${text}",\n` }, plan)

describe('a cell that holds a time', () => {
  it.each([
    ['as a policy writes it', '2026-05-09 17:00', utc(2026, 5, 9, 9, 0)],
    ['with seconds', '2026-05-09 17:00:30', utc(2026, 5, 9, 9, 0, 30)],
    ['as programs write it', '2026-05-09T17:00:00+08:00', utc(2026, 5, 9, 9, 0)],
    ['of UTC', '2026-05-09T17:00:00Z', utc(2026, 5, 9, 17, 0)],
    ['of New York', '2026-05-09T17:00:00-0400', utc(2026, 5, 9, 21, 0)],
    ['with an empty fraction', '2026-05-09T17:00:00.000+08:00', utc(2026, 5, 9, 9, 0)],
    ['with slashes and one digit', '2026/5/9 7:05', utc(2026, 5, 8, 23, 5)],
    ['in Chinese', '2026年5月9日 17:00', utc(2026, 5, 9, 9, 0)],
    ['in Chinese, without a space', '2026年5月9日17:00', utc(2026, 5, 9, 9, 0)],
    ['in full-width digits', '２０２６年５月９日　１７：００', utc(2026, 5, 9, 9, 0)],
    ['of a summer with its own clock', '1988-07-01 12:00', utc(1988, 7, 1, 3, 0)],
    ['that came twice, with its offset', '1988-09-11T01:30:00+09:00', utc(1988, 9, 10, 16, 30)],
  ])('is read %s', (_, text, seconds) => {
    const loaded = asked(text)
    expect(said(loaded)).toEqual([])
    expect(cells(loaded, 'Call', 'asked')).toEqual([seconds])
  })

  it.each([
    ['a day without an hour', '2026-05-09', 'BY790'],
    ['words', 'yesterday at five', 'BY790'],
    ['a number', '1778317200', 'BY790'],
    ['an American date', '5/9/2026 17:00', 'BY790'],
    ['a day that is not there', '2026-02-30 17:00', 'BY791'],
    ['25 o’clock', '2026-05-09 25:00', 'BY791'],
    ['24 o’clock', '2026-05-09 24:00', 'BY791'],
    ['a second 60', '2026-05-09 17:00:60', 'BY791'],
    ['a fraction of a second', '2026-05-09 17:00:00.5', 'BY792'],
    ['an offset of 15 hours', '2026-05-09T17:00:00+15:00', 'BY793'],
    ['an offset of 7 minutes', '2026-05-09T17:00:00+08:07', 'BY793'],
    ['an hour that clocks skipped', '1988-04-17 02:30', 'BY794'],
    ['an hour that clocks showed twice', '1988-09-11 01:30', 'BY795'],
    ['the year 1969', '1969-12-31T23:59:59Z', 'BY796'],
    ['the year 2206', '2206-05-09 17:00', 'BY796'],
  ])('is bad where it holds %s', (_, text, code) => {
    const loaded = asked(text)
    expect(said(loaded)).toEqual([`call.csv:2 asked ${code}`])
    expect(cells(loaded, 'Call', 'asked')).toEqual(['bad'])
    expect(cells(loaded, 'Call', 'id')).not.toEqual(['bad'])
  })

  it('may be empty where it is optional, and stands beside others', () => {
    const loaded = load({ 'call.csv': 'id,asked,answered\n1,2026-05-09 17:00,\n2,,x\n' }, plan)
    expect(cells(loaded, 'Call', 'answered')).toEqual(['missing', 'bad'])
    expect(cells(loaded, 'Call', 'asked')).toEqual([utc(2026, 5, 9, 9, 0), 'missing'])
    expect(said(loaded)).toEqual(['call.csv:3 asked BY701', 'call.csv:3 answered BY790'])
  })

  it('is read from JSON and from objects alike, where a number is none', () => {
    const json = load(
      {
        'call.json':
          '[{"id":"1","asked":"2026-05-09T09:00:00Z","answered":null},{"id":"2","asked":1778317200}]',
      },
      plan,
    )
    expect(cells(json, 'Call', 'asked')).toEqual([utc(2026, 5, 9, 9, 0), 'bad'])
    const objects = rowsFromObjects(plan, {
      Call: [{ id: '1', asked: '2026-05-09T17:00+08:00', answered: null }],
    })
    expect(objects.rows.get('Call')?.fields.get('asked')?.values[0]).toBe(BigInt(utc(2026, 5, 9, 9, 0)))
  })
})
