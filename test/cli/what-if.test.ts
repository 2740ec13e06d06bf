import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bylaw, inFolder } from './harness.ts'

const policy = `policy p "Plan" {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

record Rep {
  id text key
  name text
}

record Order {
  id text key
  rep Rep
  signed date posting
  amount money
}

parameter base_rate = 3%

value sold for Rep per quarter = sum(Order.amount)

commission pay "Commission" for Rep per quarter {
  rate base_rate of sold
  round 0.01 half-up
}
`
const reps = 'id,name\nR-1,Lin\nR-2,Chen\nR-3,Zhao\n'
const orders =
  'id,rep,signed,amount\nO-1,R-1,2026-02-03,1000.00\nO-2,R-2,2026-02-04,333.33\nO-3,R-1,2026-05-01,100.00\n'

const files = {
  'policy.bylaw': policy,
  'data/Rep.csv': reps,
  'data/Order.csv': orders,
  'higher.scenario.yaml': 'name: higher\nset: { base_rate: 4% }\n',
  'lower.scenario.yaml': '名称: 更低\n设定: { base_rate: 2.5% }\n',
}

/** `bylaw run` in a folder with the files above. */
function run<T>(
  words: readonly string[],
  look: (folder: string, result: Awaited<ReturnType<typeof bylaw>>) => T,
) {
  return inFolder(async (cwd) => {
    mkdirSync(join(cwd, 'data'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
    return look(cwd, await bylaw(['run', '--period', '2026-Q1', ...words], { cwd }))
  })
}
const printed = (words: readonly string[]) => run(words, (_, result) => result)

test('--set pays with another value, and says above all that it is a what-if', async () => {
  const { code, out } = await printed(['--set', 'base_rate=3.5%'])
  expect(code).toBe(0)
  // 3.5 % of 1,000.00 and of 333.33: 35.00 and 11.67.
  expect(out).toContain('Total 46.67 CNY')
  const [, second, third] = out.split('\n')
  expect(second).toBe('What if: base_rate = 3.5% instead of 3%')
  expect(third).toBe('not the policy as it is written: nothing here is to be paid')
})

test('in Chinese it says so in Chinese', async () => {
  const { out } = await printed(['--set', 'base_rate=3.5%', '--language', 'zh-Hans'])
  expect(out).toContain('假设试算：base_rate = 3.5%（原为 3%）\n并非现行制度的结果，不得据此发放\n')
})

test('CSV and JSON of a what-if say what is different, in each row', async () => {
  const csv = (await printed(['--set', 'base_rate=3.5%', '--format', 'csv'])).out
  expect(csv.split('\n').slice(0, 2)).toEqual([
    'key,name,period,pay,total,currency,held,what if',
    'R-1,Lin,2026-Q1,35.00,35.00,CNY,0,base_rate = 3.5% instead of 3%',
  ])
  const json = JSON.parse((await printed(['--set', 'base_rate=3.5%', '--format', 'json'])).out)
  expect(json.whatIf).toEqual([{ name: 'base_rate', value: '3.5%', instead: '3%' }])
})

test('a real run says nothing of the kind', async () => {
  const json = JSON.parse((await printed(['--format', 'json'])).out)
  expect(json.whatIf).toBeUndefined()
  expect((await printed([])).out).not.toContain('What if')
})

test('every file that could be taken for the real one says that it is a what-if', () =>
  run(['--set', 'base_rate=3.5%', '--out', 'out'], (folder) => {
    const said = (path: string) => readFileSync(join(folder, 'out', path), 'utf8')
    for (const path of ['payouts.csv', 'lines.csv', 'statements/R-1.txt'])
      expect(said(path), path).toContain('base_rate = 3.5% instead of 3%')
    expect(JSON.parse(said('results.json')).whatIf).toHaveLength(1)
  }))

test('whatever is decided, held, due or wrong in a what-if says so in its row', () =>
  inFolder(async (cwd) => {
    const more = `calendar desk { zone Asia/Shanghai; days cn; hours 09:00 to 18:00 }
decision size for each Order { gives large = amount >= 500 CNY }
sla call for each Order { start signed; stop called; within 3 working days }
`
    const text = policy
      .replace('amount money', 'called date optional; amount money')
      .replace('open\n', 'open\n  calendar desk\n')
    mkdirSync(join(cwd, 'data'))
    writeFileSync(join(cwd, 'policy.bylaw'), text + more)
    writeFileSync(join(cwd, 'data/Rep.csv'), reps)
    const broken = 'id,rep,signed,amount,called\nO-1,R-1,2026-02-03,1000.00,\nO-2,R-2,2026-02-04,abc,\n'
    writeFileSync(join(cwd, 'data/Order.csv'), broken)
    const { err } = await bylaw(['run', '--period', '2026-Q1', '--set', 'base_rate=3.5%', '--out', 'out'], {
      cwd,
    })
    expect(err).not.toContain('error[')
    const tables = readdirSync(join(cwd, 'out')).filter((name) => name.endsWith('.csv'))
    expect(tables.sort()).toEqual([
      'deadlines.csv',
      'decisions.csv',
      'held.csv',
      'lines.csv',
      'payouts.csv',
      'problems.csv',
    ])
    for (const name of tables) {
      const [heading = '', ...rows] = readFileSync(join(cwd, 'out', name), 'utf8')
        .trimEnd()
        .split('\r\n')
      expect(heading, name).toMatch(/,what if$/u)
      expect(rows.length, name).toBeGreaterThan(0)
      for (const row of rows) expect(row, name).toMatch(/,base_rate = 3\.5% instead of 3%$/u)
    }
  }))

test('the results of a what-if cannot begin the next period', () =>
  run(['--set', 'base_rate=3.5%', '--out', 'out'], async (cwd) => {
    const { code, err } = await bylaw(['run', '--period', '2026-Q2', '--previous', 'out/results.json'], {
      cwd,
    })
    expect(code).toBe(2)
    expect(err).toContain('error[BY975]: out/results.json holds the results of a what-if (base_rate = 3.5%)')
  }))

test('scenarios stand side by side with the policy: the total, each clause, each person who is paid otherwise', async () => {
  const { code, out } = await printed([
    '--scenario',
    'higher.scenario.yaml',
    '--scenario',
    'lower.scenario.yaml',
  ])
  expect(code).toBe(0)
  expect(out).toContain('higher: base_rate = 4% instead of 3%')
  // 3 %: 30.00 + 10.00; 4 %: 40.00 + 13.33; 2.5 %: 25.00 + 8.33.
  expect(out).toMatch(/Total +40\.00 +53\.33 +\+13\.33 +33\.33 +-6\.67/u)
  expect(out).toMatch(/Lin \(R-1\) +30\.00 +40\.00 +\+10\.00 +25\.00 +-5\.00/u)
  expect(out).toContain(
    'People whose pay changes: 2\n  higher: 2 get more, 0 get less\n  更低: 0 get more, 2 get less',
  )
  expect(out).not.toContain('Zhao')
})

test('what is set beside scenarios is one of them', async () => {
  const { out } = await printed([
    '--scenario',
    'higher.scenario.yaml',
    '--set',
    'base_rate=1%',
    '--format',
    'csv',
  ])
  expect(out.split('\n').slice(0, 2)).toEqual([
    'of,key,name,period,currency,base,higher (base_rate = 4% instead of 3%),higher ±,set (base_rate = 1% instead of 3%),set ±',
    'total,,,,CNY,40.00,53.33,13.33,13.33,-26.67',
  ])
})

test('scenarios are written each into a folder of its own, with the comparison beside them', () =>
  run(['--scenario', 'higher.scenario.yaml', '--out', 'out'], (folder) => {
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'base',
      'higher',
      'scenarios.csv',
      'scenarios.json',
    ])
    const results = JSON.parse(readFileSync(join(folder, 'out/higher/results.json'), 'utf8'))
    expect(results.whatIf).toEqual([{ name: 'base_rate', value: '4%', instead: '3%' }])
    const comparison = JSON.parse(readFileSync(join(folder, 'out/scenarios.json'), 'utf8'))
    expect(comparison.lines[0].amounts).toEqual([
      { scenario: 'base', amount: '40.00', held: 0 },
      { scenario: 'higher', amount: '53.33', held: 0, difference: '13.33' },
    ])
  }))

test('two scenarios of one name, and a file that is not there, are told with exit code 2', async () => {
  const twice = await printed(['--scenario', 'higher.scenario.yaml', '--scenario', 'higher.scenario.yaml'])
  expect([twice.code, twice.err.includes('BY974')]).toEqual([2, true])
  const none = await printed(['--scenario', 'nowhere.scenario.yaml'])
  expect([none.code, none.err.includes('nowhere.scenario.yaml')]).toEqual([2, true])
})

test('what is wrong with a setting is shown at its place', async () => {
  const { code, out, err } = await printed(['--set', 'base_rat=3.5%'])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('--set:1:1')
  expect(err).toContain('Did you mean `base_rate`?')
})
