import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bylaw, inFolder } from './harness.ts'

const policy = `policy sales "Sales" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; quota money per quarter }
record Deal { id text key; rep Rep; closed date posting; amount money }
value sold "Sold" for Rep per quarter = sum(Deal.amount)
commission pay "Commission" for Rep per quarter {
  gate sold >= 100 EUR
  rate 10% of sold
}
`

const cases = `cases:
  - name: enough is sold
    period: 2026-Q1
    given:
      Rep: [{ id: R1, quota: 1000 }]
      Deal: [{ id: D1, rep: R1, closed: 2026-02-01, amount: 500 }]
    expect: { pay: { R1: 50.00 } }
  - name: a cent is lacking
    period: 2026-Q1
    given:
      Rep: [{ id: R1, quota: 1000 }]
      Deal: [{ id: D1, rep: R1, closed: 2026-02-01, amount: 99.99 }]
    expect: { pay: { R1: 0.00 } }
`

async function asked(accepted: string, words: readonly string[]) {
  let result: Awaited<ReturnType<typeof bylaw>> | undefined
  await inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'policy.bylaw'), policy)
    writeFileSync(join(cwd, 'policy.cases.yaml'), cases)
    if (accepted !== '') writeFileSync(join(cwd, 'accepted.cases.yaml'), accepted)
    result = await bylaw(words, { cwd })
  })
  if (!result) throw new Error('not run')
  return result
}

const bounds = `accepted:
  - clause: pay
    points: [Sold exactly at 100, "no case has Sold just above 100"]
    reason: amounts are whole hundreds
    by: Ada, 2026-11-02
`

describe('what is accepted as shown by no case', () => {
  test('is shown with its reason and not counted', async () => {
    const { code, out, err } = await asked(bounds, ['cover', '--threshold', '100%'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(`Commission (pay)  policy.bylaw:5  4 of 4, 100%
  line 6  Sold exactly at 100 (accepted: amounts are whole hundreds; Ada, 2026-11-02)
  line 6  Sold just above 100 (accepted: amounts are whole hundreds; Ada, 2026-11-02)

Covered 4 of 4 points, 100%, by 2 cases; 2 accepted without a case
`)
  })

  test('may be written in Chinese, in the words of the output in any language, or by the point’s id', async () => {
    const json = JSON.parse((await asked('', ['cover', '--format', 'json'])).out)
    const points: readonly { readonly id: string; readonly text: string; readonly hits: number }[] =
      json.clauses[0].covers
    const open = points.filter(({ hits }) => hits === 0)
    expect(open.map(({ text }) => text)).toEqual([
      'no case has Sold exactly at 100',
      'no case has Sold just above 100',
    ])
    const text = `接受:\n  - 条款: Commission\n    要点: [${open[0]?.id}, 没有案例的Sold略高于 100]\n    理由: 金额都是整百\n`
    const { code, out } = await asked(text, ['cover', '--language', 'zh-Hans', '--threshold', '100%'])
    expect(code).toBe(0)
    expect(out).toContain('第 6 行  Sold恰为 100（已接受：金额都是整百）')
    expect(out).toContain('共 4 个要点，2 个案例覆盖 4 个，100%；另有 2 个已接受，不需要案例')
  })

  test('stands in the JSON with its reason, and is no gap in lcov', async () => {
    const json = JSON.parse((await asked(bounds, ['cover', '--format', 'json'])).out)
    expect(json).toMatchObject({ points: 6, hit: 4, accepted: 2, percent: '100%' })
    const accepted = json.clauses[0].covers.flatMap(
      (one: { readonly accepted?: unknown }) => one.accepted ?? [],
    )
    expect(accepted).toHaveLength(2)
    expect(accepted[0]).toEqual({ reason: 'amounts are whole hundreds', by: 'Ada, 2026-11-02' })
    const { out } = await asked(bounds, ['cover', '--format', 'lcov'])
    expect(out).toContain('BRF:4\nBRH:4')
  })

  test('is an error once a case meets it, or there is no such point or clause', async () => {
    const entry = (clause: string, point: string) =>
      `accepted: [{ clause: ${clause}, points: ["${point}"], reason: so }]`
    const met = await asked(entry('pay', 'gate not met'), ['cover'])
    expect(met.code).toBe(1)
    expect(met.err).toContain('BY993')
    expect(met.err).toContain(
      '“gate not met” is accepted as not covered, but the case “a cent is lacking” meets it',
    )
    const none = await asked(entry('pay', 'Sold exactly at 10'), ['cover'])
    expect(none.code).toBe(1)
    expect(none.err).toContain('BY992')
    expect(none.err).toContain('Not covered there: Sold exactly at 100; Sold just above 100.')
    const clause = await asked(entry('payy', 'gate met'), ['cover'])
    expect([clause.code, clause.err]).toEqual([1, expect.stringContaining('BY954')])
    const twice = await asked(`${bounds}  - { clause: pay, points: Sold exactly at 101, reason: so }\n`, [
      'cover',
    ])
    expect(twice.err).toContain('BY992')
    const again = await asked(`${bounds}  - { clause: pay, points: Sold exactly at 100, reason: so }\n`, [
      'cover',
    ])
    expect(again.err).toContain('is accepted already, at accepted.cases.yaml:3')
  })

  test('lacks nothing: clause, what is accepted, reason', async () => {
    for (const [text, key] of [
      ['accepted: [{ points: gate met, reason: so }]', 'clause'],
      ['accepted: [{ clause: pay, reason: so }]', 'points / changes'],
      ['accepted: [{ clause: pay, points: gate met }]', 'reason'],
      ['接受: [{ 条款: pay, 要点: gate met }]', '理由'],
    ] as const) {
      const { code, err } = await asked(text, ['cover'])
      expect([code, err]).toEqual([2, expect.stringContaining(`BY991`)])
      expect(err).toContain(`“${key}”`)
    }
    const unknown = await asked('accepted: [{ clause: pay, points: gate met, why: so }]', ['cover'])
    expect(unknown.err).toContain('BY751')
    const wrong = await asked('accepted: yes', ['cover'])
    expect(wrong.err).toContain('BY754')
  })

  test('is told to happen where the data of a period run through it', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), policy)
      writeFileSync(join(cwd, 'policy.cases.yaml'), `${cases}${bounds}`)
      writeFileSync(join(cwd, 'Rep.csv'), 'id,quota\nR1,1000\n')
      writeFileSync(join(cwd, 'Deal.csv'), 'id,rep,closed,amount\nD1,R1,2026-02-01,100.00\n')
      const { code, err } = await bylaw(['cover', '--data', '.', '--period', '2026-Q1'], { cwd })
      expect(code).toBe(0)
      expect(err).toContain('BY997')
      expect(err).toContain('“Sold exactly at 100” is accepted as not covered, but 1 rows of 2026-Q1 run')
    })
  })

  test('is looked for by no suggestion', async () => {
    const { out, err } = await asked(bounds, ['cases', 'suggest'])
    expect(out).toBe('')
    expect(err).toContain('No case is missing')
  })

  test('holds of changes too: they are shown, not counted, and an error once a case notices them', async () => {
    const entry = (change: string) =>
      `accepted: [{ clause: pay, changes: ["${change}"], reason: amounts are whole hundreds }]`
    const { code, out, err } = await asked(entry('sold >= 100 EUR → sold > 100 EUR'), ['mutate'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(
      'Commission: sold >= 100 EUR → sold > 100 EUR (accepted: amounts are whole hundreds)',
    )
    const json = JSON.parse(
      (await asked(entry('sold >= 100 EUR → sold > 100 EUR'), ['mutate', '--format', 'json'])).out,
    )
    const run = json.mutants.find((one: { readonly new: string }) => one.new === 'sold > 100 EUR')
    expect(run).toMatchObject({ outcome: 'survived', accepted: { reason: 'amounts are whole hundreds' } })
    const noticed = await asked(entry('10% → 10.01%'), ['mutate'])
    expect(noticed.code).toBe(1)
    expect(noticed.err).toContain('BY996')
    const none = await asked(entry('10% → 11%'), ['mutate'])
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('10% → 10.01%')])
  })
})
