import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bylaw, inFolder, type Outcome } from './harness.ts'

const policy = `policy desk "Service desk" { language en; currency CNY; effective from 2026-01-01 until open; calendar office }
calendar office {
  zone Asia/Shanghai
  days cn
  hours 09:00 to 18:00
}
record Case { id text key; name text; opened time posting; answered time optional; waits time optional }
sla first_reply "First reply" for each Case {
  start opened
  pause waits
  stop answered
  within 4 working hours
}
`
const cases = `id,name,opened,answered,waits
C1,Ant,2026-05-11 09:00,,
C2,Bee,2026-05-11 16:00,,
C3,Cat,2026-05-11 10:00,2026-05-11 11:00,
C4,Dog,2026-05-08 10:00,2026-05-11 11:00,
C5,Elk,2026-05-13 09:00,,
C6,Fox,2026-05-11 09:00,,2026-05-11 10:00
`
function on(
  command: string,
  more: readonly string[],
  rows = cases,
  text = policy,
): Promise<Outcome & { readonly file: string }> {
  return inFolder(async (dir) => {
    mkdirSync(join(dir, 'data'))
    writeFileSync(join(dir, 'p.bylaw'), text)
    writeFileSync(join(dir, 'data', 'case.csv'), rows)
    const found = await bylaw([
      command,
      dir,
      ...more,
      ...(command === 'run' ? ['--out', join(dir, 'out')] : []),
    ])
    const read = () => readFileSync(join(dir, 'out', 'deadlines.csv'), 'utf8')
    return { ...found, file: command === 'run' && found.code !== 2 && text === policy ? read() : '' }
  })
}
const due = (...more: readonly string[]) => on('due', more)
const keys = (out: string) => out.match(/\bC\d\b/g) ?? []

// 11 May 2026 is a Monday. C1 is due at 13:00, C2 on Tuesday at 11:00, C5 on Wednesday at 13:00; C6 stands still.
describe('bylaw due', () => {
  test('lists what is open, soonest first, with what is left of it', async () => {
    const { code, out } = await due('--now', '2026-05-11T14:30')
    expect(keys(out)).toEqual(['C1', 'C2', 'C5', 'C6'])
    expect(out).toMatch(/2026-05-11 13:00 +1 h 30 min late +First reply +C1 Ant +breached/)
    expect(out).toMatch(/2026-05-12 11:00 +20 h 30 min +First reply +C2 Bee +waiting/)
    expect(out).toMatch(/C6 Fox +paused/)
    expect(code).toBe(0)
  })

  test('within a time lists what is due until then, and what stands still', async () => {
    expect(keys((await due('--now', '2026-05-11T14:30', '--within', '1 day')).out)).toEqual([
      'C1',
      'C2',
      'C6',
    ])
    expect(keys((await due('--now', '2026-05-11T14:30+08:00', '--within', '12小时')).out)).toEqual([
      'C1',
      'C6',
    ])
    const wrong = await due('--now', '2026-05-11T14:30', '--within', 'soon')
    expect([wrong.code, wrong.err.includes('BY928')]).toEqual([2, true])
  })

  test('also lists what is done where all is asked for', async () => {
    const { out } = await due('--now', '2026-05-11T14:30', '--all', '--format', 'csv')
    const rows = out.trim().split('\n')
    expect(rows[0]).toBe('clause,key,name,state,due,seconds left,escalated,reason')
    expect(rows).toContain('first_reply,C1,Ant,breached,2026-05-11T13:00:00+08:00,-5400,,')
    expect(rows).toContain('first_reply,C3,Cat,met,2026-05-11T14:00:00+08:00,,,')
    expect(rows).toContain('first_reply,C4,Dog,late,2026-05-08T14:00:00+08:00,,,')
  })

  test('tells programs the state in English and the seconds that are left', async () => {
    const { out } = await due('--now', '2026-05-11T14:30', '--format', 'json', '--language', 'zh-Hans')
    expect(JSON.parse(out).deadlines[0]).toEqual({
      clause: 'first_reply',
      row: { record: 'Case', key: 'C1', name: 'Ant' },
      state: 'breached',
      due: '2026-05-11T13:00:00+08:00',
      secondsLeft: -5400,
    })
  })

  test('speaks the reader’s language', async () => {
    const { out } = await due('--now', '2026-05-11T14:30', '--language', 'zh-Hans')
    expect(out).toContain('超时 1小时30分钟')
    expect(out).toContain('已超时')
  })

  test('needs to be told the time, and a policy with time limits', async () => {
    const untold = await due()
    expect([untold.code, untold.err.includes('BY904')]).toEqual([2, true])
    const none = policy.replace(/sla [\s\S]*/, 'decision d for each Case { gives x = date(opened) }\n')
    const other = await on('due', ['--now', '2026-05-11T14:30'], cases, none)
    expect([other.code, other.err.includes('BY929')]).toEqual([2, true])
  })

  test('says what cannot be known, and why', async () => {
    const { code, out } = await on(
      'due',
      ['--now', '2026-05-11T14:30'],
      cases.replace('2026-05-11 09:00,,\nC2', 'soon,,\nC2'),
    )
    expect(code).toBe(1)
    expect(out).toMatch(/C1 Ant +.*opened/)
  })
})

test('a run shows its time limits beside what it pays, and writes them', async () => {
  const { out, file } = await on('run', ['--period', '2026-Q2', '--now', '2026-05-11T14:30'])
  expect(out).toContain('Time limits')
  expect(out).toContain(
    'First reply: breached 1, late 1, met 1, paused 1, waiting 2, next 2026-05-11 13:00 C1',
  )
  expect(file).toContain('first_reply,C1,Ant,breached,2026-05-11T13:00:00+08:00,-5400,,')
})
