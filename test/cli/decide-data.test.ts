import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bylaw, inFolder } from './harness.ts'

const policy = `policy p { language zh-Hans; currency CNY }
记录 Rep { id 文本 主键; limit 百分比 }
记录 Quote { id 文本 主键; rep Rep; asked 日期 入账日; amount 金额; discount 百分比 }
value recent "近30天" for each Quote = sum(Quote.amount in last 30 days within rep)
评定 grant "折扣审批" 适用于 每笔 Quote {
  结论 ok = discount <= rep.limit
  结论 total = recent
}
`
const request = '{"id": "Q9", "rep": "R1", "asked": "2026-05-01", "amount": "50.00", "discount": "5%"}'

async function ask(stdin: string, words: readonly string[], files: { readonly [name: string]: string }) {
  return inFolder(async (cwd) => {
    mkdirSync(join(cwd, 'data'))
    writeFileSync(join(cwd, 'p.bylaw'), policy)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, 'data', name), text)
    return bylaw(['decide', 'grant', ...words], { cwd, stdin })
  })
}

const reps = { 'rep.csv': 'id,limit\nR1,5%\nR2,3%\n' }
const quotes = {
  'quote.csv': 'id,rep,asked,amount,discount\nQ1,R1,2026-04-10,100.00,1%\nQ2,R1,2026-01-10,7.00,1%\n',
}

test('with --data the other rows come from the folder, and lines are decided one after the other', async () => {
  const lines = [request, '{"id": ', request.replace('R1', 'R2'), '{"id": "Q1"}', request.replace('R1', 'R3')]
  const { code, out, err } = await ask(
    lines.join('\n'),
    ['--data', 'data', '--input', '-', '--format', 'jsonl', '--language', 'en'],
    { ...reps, ...quotes },
  )
  const found = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  // Within 30 days of 1 May lies the 10th of April, the 10th of January does not.
  expect(found.map(({ line, results, reason }) => [line, results, reason?.code])).toEqual([
    [1, { ok: true, total: '150.00' }, undefined],
    [2, {}, 'BY939'],
    [3, { ok: false, total: '50.00' }, undefined],
    [4, { ok: true, total: '100.00' }, undefined],
    [5, {}, 'BY719'],
  ])
  expect(code).toBe(1)
  expect(err).toContain('5 requests: 3 decided, 2 undecided')
})

test('a record without a file is not one without rows, and a file with mistakes says so', async () => {
  const none = await ask(request, ['--data', 'data', '--input', '-'], reps)
  expect([none.code, none.out]).toEqual([
    1,
    '未决定\n  Quote：没有给出 Quote 的行；不知道有没有，不当作没有\n',
  ])
  const bad = await ask(request, ['--data', 'data', '--input', '-'], {
    ...quotes,
    'rep.csv': 'id,limit\nR1,many\n',
  })
  expect(bad.err).toContain('rep.csv')
  expect(bad.out).toContain('未决定\n  Rep R1.limit')
  const nowhere = await ask(request, ['--data', 'nowhere', '--input', '-'], {})
  expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('BY914')])
})

test('an input without a request says what to write', async () => {
  for (const input of ['', '\n\n']) {
    const { code, out, err } = await ask(input, ['--input', '-', '--language', 'en'], {})
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('error[BY945]: the input has no request in it\n')
    expect(err).toContain('bylaw decide grant --inputs')
  }
})

test('what a request says is listed in the language of the reader, types too', async () => {
  const { out } = await ask('', ['--inputs'], {})
  expect(
    out
      .split('\n')
      .slice(2, 7)
      .map((line) => line.trimEnd()),
  ).toEqual([
    '字段       类型      说明',
    '─────────────────────────────────────────',
    'rep.limit  百分比',
    'discount   百分比',
    'recent     金额 CNY  近30天；由其他行算出',
  ])
})
