import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bylaw, inFolder, type Outcome } from './harness.ts'

const policy = `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

record Team {
  id text key
  weight percent
}

record Seat {
  id text key
  team Team
  units number from 0
  hired date
}

target plan "Targets 2026" {
  total 1_000_000 CNY per year
  parts team_year by Team in proportion to weight, rounded down to 1 CNY, remainder to largest
  parts seat_year by Seat in proportion to units, rounded down to 7_000 CNY, remainder to first by hired
  assigned quota by Seat in proportion to 80%, reserve kept by Team
}

decision shown for Seat per year {
  gives part = plan.seat_year * 1
}
`
/** 600,000 by 1 : 1.5 in units of 7,000: 238,000 and 357,000, and 5,000 are left for B, who came first. */
const targets = (words: readonly string[], teams?: string) => run(['targets', ...words], teams)

async function run(words: readonly string[], teams = 'id,weight\nN,60%\nS,40%\n'): Promise<Outcome> {
  return inFolder(async (cwd) => {
    mkdirSync(join(cwd, 'data'))
    writeFileSync(join(cwd, 'p.bylaw'), policy)
    writeFileSync(join(cwd, 'data', 'teams.csv'), teams)
    writeFileSync(
      join(cwd, 'data', 'seats.csv'),
      'id,team,units,hired\nA,N,1,2024-01-01\nB,N,1.5,2020-01-01\nC,S,1,2024-01-01\n',
    )
    return bylaw(words, { cwd })
  })
}

describe('bylaw targets', () => {
  test('shows each part, the sum of its parts and who took what was left over', async () => {
    const { code, out } = await targets(['--period', '2026'])
    expect(code).toBe(0)
    const line = (name: string) => out.split('\n').find((text) => text.trim().startsWith(name)) ?? ''
    expect(line('total')).toMatch(/2026 +1,000,000 += 1,000,000\.00/)
    expect(line('team_year N')).toMatch(/600,000\.00 += 600,000\.00/)
    expect(line('seat_year A')).toMatch(/238,000\.00$/)
    expect(line('seat_year B')).toMatch(/362,000\.00 +5,000\.00$/)
    expect(line('quota B')).toMatch(/289,600\.00/)
    expect(line('kept N')).toMatch(/120,000\.00/)
  })

  test('gives them as CSV and JSON', async () => {
    const csv = await targets(['--period', '2026', '--format', 'csv'])
    expect(csv.out).toContain('plan,seat_year,B,,2026,362000.00,,5000.00,team_year,N,2026,\n')
    const { targets: found } = JSON.parse((await targets(['--period', '2026', '--format', 'json'])).out)
    expect(found[0].trees[0].parts[0]).toMatchObject({ key: 'N', amount: '600000.00', whole: true })
    expect(found[0].reserves[0]).toMatchObject({ level: 'kept', key: 'N', amount: '120000.00' })
  })

  test('says what is held, and that the run is not complete', async () => {
    const { code, out } = await targets(['--period', '2026'], 'id,weight\nN,60%\nS,30%\nW,10%\n')
    expect(code).toBe(1)
    expect(out).toMatch(/team_year W +2026 +held: /)
  })

  test('speaks the language of the reader', async () => {
    expect((await targets(['--period', '2026', '--language', 'zh-Hans'])).out).toContain('各部分合计')
    expect((await targets(['--period', '2026', '--language', 'zh-Hant'])).out).toContain('各部分合計')
  })
})

describe('a part of a target', () => {
  const explained = async (language: string) =>
    (await run(['explain', '--subject', 'B', '--period', '2026', '--language', language])).out

  test('is explained by its pool, its weight and what was left over', async () => {
    const english = await explained('en')
    expect(english).toContain(
      'plan.team_year × units ÷ all weights, rounded down to 7,000.00, remainder to the first',
    )
    expect(english).toContain('600,000.00 × 1.5 ÷ 2.5, rounded down to 7,000.00 + left over 5,000.00')
    const chinese = await explained('zh-Hans')
    expect(chinese).toContain('plan.team_year × units ÷ 权重合计，舍去到 7,000.00，余额归最先')
    expect(chinese).toContain('600,000.00 × 1.5 ÷ 2.5，舍去到 7,000.00 + 余额 5,000.00')
  })
})
