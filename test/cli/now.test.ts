import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bylaw, inFolder, type Outcome } from './harness.ts'

const policy = `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar cn }
record Call { id text key; asked time posting }
decision late for each Call { gives x = hours(asked, now) > 24 }
`

function on(words: readonly string[]): Promise<Outcome> {
  return inFolder((dir) => {
    mkdirSync(join(dir, 'data'))
    writeFileSync(join(dir, 'p.bylaw'), policy)
    writeFileSync(join(dir, 'data', 'call.csv'), 'id,asked\n1,2026-05-09 17:00\n')
    const [command = '', ...more] = words
    return bylaw([command, dir, ...more])
  })
}
const run = (...more: readonly string[]) => on(['run', '--period', '2026-Q2', '--format', 'json', ...more])
const valueIn = (out: string): unknown => JSON.parse(out).lines[0].value

test('a run that is told no time holds what reads now; one that is told it has an answer', async () => {
  const untold = await run()
  expect(untold.code).toBe(1)
  expect(JSON.parse(untold.out).lines[0].reason.code).toBe('BY860')
  const told = await run('--now', '2026-05-10T17:00:01')
  expect([told.code, valueIn(told.out)]).toEqual([0, 'true'])
  expect(valueIn((await run('--now', '2026-05-10 17:00')).out)).toBe('false')
  // Nine in the morning of UTC is five in the afternoon of the policy's zone.
  expect(valueIn((await run('--now', '2026-05-10T09:00:01Z')).out)).toBe('true')
})

test('a time that is none is said to be', async () => {
  const { code, err } = await run('--now', 'noon')
  expect(code).toBe(2)
  expect(err).toContain('BY927')
})

test('explain is told the time as run is', async () => {
  const told = await on(['explain', '--subject', '1', '--now', '2026-05-11T17:00'])
  expect(told.out).toContain('hours(asked, now)')
  expect(told.out).toContain('hours(2026-05-09 17:00, 2026-05-11 17:00) > 24')
})
