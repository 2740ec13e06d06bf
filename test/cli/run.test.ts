import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bylaw, inFolder } from './harness.ts'

/** The files of `init`, some of them changed before the run. */
async function run(
  changes: { readonly [file: string]: (text: string) => string },
  words: readonly string[] = ['--period', '2026-Q3'],
) {
  return inFolder(async (cwd) => {
    await bylaw(['init'], { cwd })
    for (const [file, change] of Object.entries(changes)) {
      const path = join(cwd, file)
      writeFileSync(path, change(readFileSync(path, 'utf8')))
    }
    return bylaw(['run', ...words], { cwd })
  })
}

describe('what stops a run', () => {
  test('without a period it says which option is needed', async () => {
    const { code, out, err } = await run({}, [])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('`bylaw run` needs --period')
  })

  test('a period that there is not is answered with those that there are', async () => {
    const { code, err } = await run({}, ['--period', '2026-Q5'])
    expect(code).toBe(2)
    expect(err).toContain('2026-Q3')
    expect(err).toContain('all')
  })

  test('an error in the policy stops it with exit code 1, before any data is read', async () => {
    const { code, out, err } = await run({
      'policy.bylaw': (t) => t.replace('gate attainment', 'gate attainmnt'),
    })
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('attainmnt')
  })

  test('a data folder that is not there, or an unknown key in bylaw.yaml, is said with exit code 2', async () => {
    expect((await run({}, ['--period', '2026-Q3', '--data', 'nowhere'])).err).toContain('nowhere')
    const settings = await run({ 'bylaw.yaml': (t) => t.replace('Order:', 'Ordr:') })
    expect(settings.code).toBe(2)
    expect(settings.err).toContain('bylaw.yaml:3:3')
  })
})

describe('what does not stop a run', () => {
  test('warnings about the policy are counted, and paid all the same', async () => {
    const { out, err } = await run({ 'policy.bylaw': (t) => `${t}\nparameter nobody = 3%\n` })
    expect(err).toContain('1 warning in the policy: `bylaw check` shows them')
    expect(out).toContain('68,560.01')
  })

  test('a bad cell holds the line it affects, is listed with file, row and column, and the others are paid', async () => {
    const { code, out } = await run({ 'data/orders.csv': (t) => t.replace('540000.00', '540000.005') })
    expect(code).toBe(1)
    expect(out).toMatch(/orders\.csv, row 3, column order total/)
    expect(out).toContain('Chen Mo (R-02) · 2026-Q3: ')
    expect(out).toContain('14,060.01')
    expect(out).not.toContain('18,600.00')
  })

  test('a column that is wrong throughout is said once, with how many cells are', async () => {
    const { out } = await run({ 'data/orders.csv': (t) => t.replace(/,(\d+\.\d\d),/g, ',$1x,') })
    expect(out).toContain('orders.csv, row 2, column order total: ')
    expect(out).toContain('(and 10 more cells like it)')
    expect(out.match(/BY7\d\d/g)).toHaveLength(1)
  })

  test('rows in another order pay the same, to the byte', async () => {
    const reversed = (text: string) => {
      const [head = '', ...rows] = text.trim().split('\n')
      return `${[head, ...rows.reverse()].join('\n')}\n`
    }
    const words = ['--period', '2026-Q3', '--format', 'csv']
    const other = await run(
      { 'data/orders.csv': reversed, 'data/reps.csv': reversed, 'data/quotas.csv': reversed },
      words,
    )
    expect(other).toEqual({ ...(await run({}, words)), err: other.err })
  })

  test('an order of nobody makes the run incomplete and is listed', async () => {
    const { code, out } = await run({ 'data/orders.csv': (t) => `${t}A-999,R-99,2026-08-01,1000.00,no\n` })
    expect(code).toBe(1)
    expect(out).toContain('orders.csv, row 13')
  })
})

describe('the forms of a result', () => {
  test('all periods of the data are paid with --period all, each on its own line', async () => {
    const { out } = await run({}, ['--period', 'all', '--format', 'csv'])
    expect(out).toContain('R-01,Lin Yue,2026-Q3,6860.01')
    expect(out).toMatch(/^R-01,Lin Yue,2026-Q4,/m)
  })

  test('a year pays its quarters', async () => {
    const { out } = await run({}, ['--period', '2026', '--format', 'csv'])
    expect(out).toContain('R-01,Lin Yue,2026-Q3,6860.01')
    expect(out).toMatch(/^R-01,Lin Yue,2026-Q1,/m)
  })

  test('JSON has every line, amounts as decimal strings, reasons by code', async () => {
    const { out } = await run({}, ['--period', '2026-Q3', '--format', 'json'])
    const { version, lines } = JSON.parse(out)
    expect(version).toBe(1)
    const found = (clause: string, key: string) =>
      lines.find(
        (l: { clause: string; subject: { key: string } }) => l.clause === clause && l.subject.key === key,
      )
    expect(found('order_commission', 'R-01')).toMatchObject({
      value: '6860.01',
      currency: 'CNY',
      period: '2026-Q3',
    })
    expect(found('order_commission', 'R-06')).toMatchObject({ value: null, state: 'held' })
  })

  test('a formula as a name stays a name in the files', async () => {
    await inFolder(async (cwd) => {
      await bylaw(['init'], { cwd })
      const path = join(cwd, 'data/reps.csv')
      writeFileSync(path, readFileSync(path, 'utf8').replace('Lin Yue', '"=HYPERLINK(""http://x"")"'))
      await bylaw(['run', '--period', '2026-Q3', '--out', 'out'], { cwd })
      for (const name of ['payouts.csv', 'lines.csv', 'held.csv']) {
        expect(readFileSync(join(cwd, 'out', name), 'utf8')).not.toMatch(/(^|[,"])=/m)
      }
    })
  })

  test('a run that cannot write its files says so and leaves the last good ones', async () => {
    await inFolder(async (cwd) => {
      await bylaw(['init'], { cwd })
      writeFileSync(join(cwd, 'file'), 'x')
      const { code, err } = await bylaw(['run', '--period', '2026-Q3', '--out', 'file/out'], { cwd })
      expect(code).toBe(2)
      expect(err).toContain('“file/out” cannot be written')
      expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([])
    })
  })

  test('the messages come in the language asked for, the numbers are the same', async () => {
    const { out } = await run({}, ['--period', '2026-Q3', '--language', 'zh-Hant'])
    expect(out).toContain('合計 68,560.01 CNY，5 人；另有 1 項暫緩，未計入合計')
  })
})

test('names that objects have by nature are fine as keys', async () => {
  const rename = (t: string) => t.replaceAll('R-01', '__proto__').replaceAll('R-02', 'constructor')
  const { out } = await run(
    {
      'data/reps.csv': rename,
      'data/orders.csv': rename,
      'data/quotas.csv': rename,
      'data/reviews.csv': rename,
    },
    ['--period', '2026-Q3', '--format', 'csv'],
  )
  expect(out).toContain('__proto__,Lin Yue,2026-Q3,6860.01')
  expect(out).toContain('constructor,Chen Mo,2026-Q3,12600.00')
})

test('empty data files pay nobody and break nothing', async () => {
  await inFolder(async (cwd) => {
    await bylaw(['init'], { cwd })
    rmSync(join(cwd, 'data'), { recursive: true })
    mkdirSync(join(cwd, 'data'))
    for (const name of ['reps', 'orders', 'quotas', 'reviews'])
      writeFileSync(join(cwd, `data/${name}.csv`), '')
    const { code, err, out } = await bylaw(['run', '--period', '2026-Q3'], { cwd })
    expect(code).toBeGreaterThan(0)
    expect(`${out}${err}`).toContain('.csv')
    expect(`${out}${err}`).not.toContain('BY999')
  })
})

describe('what reaches nobody', () => {
  const policy = `policy p "Plan" {
  language en
  currency EUR
  effective from 2026-01-01 until open
}
record Rep {
  id text key
  joined date
  left date optional
  exists from joined until left
}
record Deal {
  id text key
  rep Rep
  signed date posting
}
bonus booking "Booking" for each Deal to rep {
  start 500 EUR
  round 0.01 half-up
}
bonus early "Early" for each Deal to rep where day_of_month(signed) <= 5 {
  start 0 EUR
  round 0.01 half-up
}
payout monthly "Paid monthly" for Rep per month {
  add booking, early
}
`
  const deals = [
    'id,rep,signed',
    // Signed by who is there, by who left the day before, by who comes in the same month, and one of nothing.
    'D1,A,2026-04-01',
    'D2,B,2026-05-06',
    'D3,C,2026-04-02',
    'D4,B,2026-05-01',
  ]
  const listed = (words: readonly string[]) =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), policy)
      writeFileSync(
        join(cwd, 'Rep.csv'),
        'id,joined,left\nA,2026-01-01,\nB,2026-01-01,2026-04-30\nC,2026-04-10,\n',
      )
      writeFileSync(join(cwd, 'Deal.csv'), `${deals.join('\n')}\n`)
      return bylaw(['run', '.', '--data', '.', '--period', '2026-Q2', ...words], { cwd })
    })

  test('is listed with its amount and why the payout does not apply, and is no reason to fail', async () => {
    const { code, out } = await listed([])
    expect(code).toBe(0)
    expect(out).toContain(
      'Worked out, but neither paid nor taken: no payout applies\n  B: Booking · D4 · 500.00 EUR\n',
    )
    expect(out).toContain('Paid monthly: the Rep does not exist in this period')
    expect(out).toContain('B: Booking · D2 · 500.00 EUR')
    expect(out.match(/ · 500\.00 EUR/gu)).toHaveLength(2)
  })

  test('stands in the results by clause, row and reason', async () => {
    const { out } = await listed(['--format', 'json'])
    const { unpaid } = JSON.parse(out)
    expect(
      unpaid.map(({ clause, row, value, payout, because }: never) => [clause, row, value, payout, because]),
    ).toEqual(
      ['D4', 'D2'].map((key) => [
        'booking',
        { record: 'Deal', key },
        '500.00',
        'monthly',
        { code: 'BY810', args: { record: 'Rep' } },
      ]),
    )
  })
})
