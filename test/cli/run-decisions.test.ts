import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bylaw, inFolder } from './harness.ts'

const policy = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Quote { id text key; asked date posting; discount percent optional; margin percent }
decision grant "Who may grant it" for each Quote {
  table first match {
    | discount  | => verdict | => level |
    | up to 5%  | allow      | 0        |
    | up to 12% | approval   | 1        |
    | -         | refuse     | 9        |
  }
  gives thin = margin < 10%
}
`
const quotes = `id,asked,discount,margin
Q1,2026-02-01,4%,20%
Q2,2026-02-02,5%,9%
Q3,2026-02-03,,9%
Q4,2026-02-04,13%,9%
`
const decided = async (cwd: string, period: string, text = policy, rows = quotes): Promise<string[]> => {
  mkdirSync(join(cwd, 'data'), { recursive: true })
  writeFileSync(join(cwd, 'p.bylaw'), text)
  writeFileSync(join(cwd, 'data', 'quote.csv'), rows)
  await bylaw(['run', '--period', period, '--out', 'out'], { cwd })
  return readFileSync(join(cwd, 'out', 'decisions.csv'), 'utf8')
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',').slice(0, 5).join(','))
}

test('decisions of the period stand beside the payouts: counted, and each with the row that decided it', async () => {
  await inFolder(async (cwd) => {
    mkdirSync(join(cwd, 'data'))
    writeFileSync(join(cwd, 'p.bylaw'), policy)
    writeFileSync(join(cwd, 'data', 'quote.csv'), quotes)
    const { out, code } = await bylaw(['run', '--period', '2026-Q1', '--out', 'out'], { cwd })
    expect(code).toBe(1)
    expect(out).toMatch(/Who may grant it · .*: allow 2, held 1, refuse 1\n/u)
    expect(out).toContain('decisions.csv')
    const csv = readFileSync(join(cwd, 'out', 'decisions.csv'), 'utf8')
      .replace(/^\uFEFF/u, '')
      .split('\r\n')
    expect(csv.map((line) => line.split(',').slice(0, 11).toSpliced(3, 1).join(','))).toEqual([
      'clause,key,name,posting,decision,more,state,table,row,line',
      'grant,Q1,,2026-02-01,allow,"level = 0; thin = false",decided,Who may grant it,1,p.bylaw:6',
      'grant,Q2,,2026-02-02,allow,"level = 0; thin = true",decided,Who may grant it,1,p.bylaw:6',
      'grant,Q3,,2026-02-03,,thin = true,held,,,',
      'grant,Q4,,2026-02-04,refuse,"level = 9; thin = true",decided,Who may grant it,3,p.bylaw:8',
      '',
    ])
    const { decisions } = JSON.parse(readFileSync(join(cwd, 'out', 'results.json'), 'utf8'))
    expect(decisions.map((one: { state: string }) => one.state)).toEqual([
      'decided',
      'decided',
      'held',
      'decided',
    ])
    expect(decisions[3]).toMatchObject({
      clause: 'grant',
      subject: { record: 'Quote', key: 'Q4' },
      results: { verdict: 'refuse', level: '9', thin: true },
      row: { table: 'Who may grant it', row: 3 },
    })
    expect(decisions[2].reason).toMatchObject({ code: 'BY801', at: { row: 'Q3', field: 'discount' } })
  })
})

test('a policy that only decides prints no table of pay, and rows of the month that was asked for', async () => {
  await inFolder(async (cwd) => {
    mkdirSync(join(cwd, 'data'))
    const points = `${policy}
decision weight "Points" for each Quote {
  gives points = if discount > 4% then 6 else 1
}
`
    writeFileSync(join(cwd, 'p.bylaw'), points)
    writeFileSync(join(cwd, 'data', 'quote.csv'), quotes)
    const { out } = await bylaw(['run', '--period', '2026-02'], { cwd })
    expect(out.split('\n').slice(0, 6)).toEqual([
      'p · 2026-02',
      '',
      'Decisions',
      '  Who may grant it · 2026-02: allow 2, held 1, refuse 1',
      '  Points · 2026-02: 1 × 1, 2 × 6, held 1',
      '',
    ])
  })
})

test('a row is decided on its own day, and listed by the run of the period that holds it', async () => {
  const rows = `${quotes}Q5,2026-04-01,4%,20%\n`
  await inFolder(async (cwd) => {
    expect(await decided(cwd, '2026-Q1', policy, rows)).toHaveLength(4)
    expect(await decided(cwd, '2026-Q2', policy, rows)).toEqual(['grant,Q5,,2026-Q2,2026-04-01'])
    expect(await decided(cwd, '2026-Q3', policy, rows)).toEqual([])
  })
})

test('posting says which day that is, also in Chinese, where the record marks none or another', async () => {
  const text = `policy p { language zh-Hans; currency CNY; effective from 2026-01-01 until open }
记录 Quote { id 文本 主键; asked 日期 入账日; answered 日期 选填; discount 百分比 }
评定 grant "批复" 适用于 每笔 Quote 入账日 answered {
  结论 ok = discount <= 12%
}
`
  const rows = `id,asked,answered,discount
Q1,2026-03-30,2026-04-02,4%
Q2,2026-04-03,,4%
Q3,2026-04-04,2026-07-01,4%
`
  await inFolder(async (cwd) => {
    // Of Q2 nobody knows the day: it is held, and every run says so.
    expect(await decided(cwd, '2026-Q1', text, rows)).toEqual(['grant,Q2,,2026-Q1,'])
    expect(await decided(cwd, '2026-Q2', text, rows)).toEqual([
      'grant,Q1,,2026-Q2,2026-04-02',
      'grant,Q2,,2026-Q2,',
    ])
  })
})
