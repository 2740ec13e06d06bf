import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bylaw, inFolder } from './harness.ts'

const policy = `policy p { language en; currency CNY }
record Customer { id text key; class one of A, B }
record Quote { id text key; customer Customer; asked date posting; amount money up to 1亿; discount percent }
value recent "Bought lately" for each Quote = sum(Quote.amount in last 30 days within customer)
decision authority "Who may grant it" for each Quote {
  table first match {
    | discount  | recent           | => verdict | => level |
    | up to 5%  | -                | allow      | 0        |
    | up to 12% | over 100_000 CNY | approval   | 1        |
    | -         | -                | refuse     | 9        |
  }
  gives class = customer.class
}
`
const good = '{"discount": "4%", "recent": 0, "customer": {"class": "A"}}'

async function decide(stdin: string, ...words: string[]) {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, 'p.bylaw'), policy)
    return bylaw(['decide', 'authority', '--input', '-', ...words], { cwd: folder, stdin })
  })
}

describe('bylaw decide', () => {
  test('says the results of one request, and the row that matched', async () => {
    const found = await decide(good)
    expect(found).toEqual({
      code: 0,
      out: 'allow  level 0  class A\n  row 1 of “Who may grant it” (p.bylaw:8)\n',
      err: '',
    })
  })

  test('takes one request over several lines, and a list of them', async () => {
    const pretty = `{\n  "discount": "12.5%",\n  "recent": "1.5"\n}\n`
    expect((await decide(pretty)).out).toMatch(/^refuse {2}level 9\n/u)
    const listed = await decide(`[\n${good},\n${pretty},\n${good}\n]`, '--format', 'jsonl')
    const states = listed.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).results.verdict)
    expect(states).toEqual(['allow', 'refuse', 'allow'])
  })

  test('takes one in each line: bad lines are told by their number, and the others go on', async () => {
    const lines = [
      '{"discount": ',
      good,
      '',
      '[1]',
      '{"discount": "1%", "discount": "2%"}',
      good,
      '{"discont": 1}',
    ]
    const { code, out, err } = await decide(lines.join('\n'), '--format', 'jsonl')
    const found = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(found.map(({ line, state, reason }) => [line, state, reason?.code])).toEqual([
      [1, 'undecided', 'BY939'],
      [2, 'decided', undefined],
      [4, 'undecided', 'BY933'],
      [5, 'undecided', 'BY940'],
      [6, 'decided', undefined],
      [7, 'undecided', 'BY934'],
    ])
    expect(code).toBe(1)
    expect(err).toBe('6 requests: 2 decided, 4 undecided, 0 not applicable\n')
  })

  test('keeps every digit of a number', async () => {
    const amount = (text: string) => decide(`{"discount": "1%", "recent": 1, "amount": ${text}}`)
    expect((await amount('12345678.91')).code).toBe(0)
    // As a float this would be 12345678.91.
    expect((await amount('12345678.9100000001')).out).toContain(
      'amount: “12345678.9100000001” has more decimals',
    )
  })

  test('says why it is undecided, in the language that is asked for', async () => {
    const english = await decide('{"discount": "6%"}')
    expect(english.code).toBe(1)
    expect(english.out).toBe(
      'undecided\n  recent: the request does not say “recent”, which is worked out from other rows\n',
    )
    const chinese = await decide('{"discount": "6%"}', '--language', 'zh-Hant')
    expect(chinese.out).toBe('未決定\n  recent：請求中沒有「recent」，它要由其他列算出\n')
  })

  test('explains in full when asked to', async () => {
    const { out } = await decide(good, '--explain')
    expect(out).toContain('▸ line 8 matches')
    const json = JSON.parse((await decide(good, '--explain', '--format', 'json')).out)
    expect(json.explanation.result.text).toBe('allow')
  })

  test('lists what a request says, with an example that can be asked', async () => {
    const { out, code } = await decide('', '--inputs')
    expect(code).toBe(0)
    expect(out).toContain('Bought lately; worked out from other rows')
    const { example, inputs } = JSON.parse((await decide('', '--inputs', '--format', 'json')).out)
    expect(inputs.map((input: { path: string }) => input.path)).toEqual([
      'customer.class',
      'discount',
      'recent',
    ])
    expect((await decide(JSON.stringify(example))).code).toBe(0)
  })

  test('refuses what it cannot read, with exit code 2', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'p.bylaw'), policy)
      for (const words of [
        ['decide'],
        ['decide', 'authority'],
        ['decide', 'nothing', '--input', '-'],
        ['decide', 'authority', '--input', 'missing.json'],
        ['decide', 'authority', '--input', '-', '--shares', 'half'],
      ])
        expect((await bylaw(words, { cwd })).code, words.join(' ')).toBe(2)
    })
  })

  test('holds no more than one line of a long input', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'p.bylaw'), policy)
      writeFileSync(join(cwd, 'many.jsonl'), `${good}\n`.repeat(3000))
      const { out, err } = await bylaw(
        ['decide', 'authority', '--input', 'many.jsonl', '--format', 'jsonl'],
        { cwd },
      )
      expect(out.split('\n')).toHaveLength(3001)
      expect(err).toBe('3000 requests: 3000 decided, 0 undecided, 0 not applicable\n')
    })
  })
})

describe('bylaw types', () => {
  test('writes the types of records, requests and results', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'p.bylaw'), policy)
      expect((await bylaw(['types', '--out', 'types.ts'], { cwd })).code).toBe(0)
      const text = readFileSync(join(cwd, 'types.ts'), 'utf8')
      expect(text).toContain('export type Quote = {\n')
      expect(text).toContain('  readonly class?: "A" | "B" | null\n')
      expect(text).toContain(`export type AuthorityResults = {
  readonly verdict: "allow" | "approval" | "refuse"
  readonly level: string
  readonly class: "A" | "B"
}
`)
      const one = await bylaw(['types', '.', '--clause', 'authority'], { cwd })
      expect(one.out).not.toContain('export type Quote =')
      expect(one.out).toContain('export type AuthorityRequest = {\n')
      expect((await bylaw(['types', '--clause', 'none'], { cwd })).code).toBe(2)
    })
  })
})

test('what time it is is said with --now, never asked of the clock', async () => {
  const limit = `policy p { language en; currency CNY; calendar desk }
calendar desk { zone Asia/Shanghai; days cn; hours 09:00 to 18:00 }
record Lead { id text key; arrived time posting; answered time optional }
sla reply for each Lead {
  start arrived
  stop answered
  within 4 working hours
}
`
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'p.bylaw'), limit)
    const asked = (...words: string[]) =>
      bylaw(['decide', 'reply', '--input', '-', '--format', 'json', ...words], {
        cwd: folder,
        stdin: '{"arrived": "2026-05-11 09:30"}',
      })
    const told = await asked('--now', '2026-05-11T14:00')
    expect([told.code, JSON.parse(told.out).results.state]).toEqual([0, 'breached'])
    const untold = await asked()
    expect([untold.code, JSON.parse(untold.out).state]).toEqual([1, 'undecided'])
    const wrong = await asked('--now', 'noon')
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('BY927')
  })
})
