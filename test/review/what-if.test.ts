import { expect, test } from 'vitest'
import { collector } from '../../src/base/diagnostic.ts'
import { messageOf } from '../../src/base/render.ts'
import type { Source } from '../../src/base/span.ts'
import { compile } from '../../src/compile.ts'
import { overlay } from '../../src/review/what-if/overlay.ts'
import { readScenario } from '../../src/review/what-if/scenario.ts'
import { readSettings } from '../../src/review/what-if/setting.ts'

const policy = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; level one of junior, senior }
record Order { id text key; rep Rep; signed date posting; amount money }
parameter base_rate "Base rate" = 3%
parameter bonus by level {
  | level  | value |
  | junior | 100元 |
  | senior | 200元 |
}
parameter limit {
  | from       | until      | value    |
  | 2026-01-01 | 2026-06-30 | 5000 CNY |
  | 2026-07-01 | open       | 6000 CNY |
}
value sold for Rep per quarter = sum(Order.amount)
commission pay for Rep per quarter {
  rate base_rate of sold
  plus bonus(rep.level)
  cap limit lost
  round 0.01 half-up
}
`.replaceAll('; ', '\n')

const text = policy
  .replace('bonus(rep.level)', 'bonus(level)')
  .replace('quarter {', 'quarter as of last day {')
const source: Source = { name: 'policy.bylaw', text }
const compiled = compile([source])

function laid(...settings: readonly string[]) {
  const set = { name: '--set', text: settings.join('\n') }
  const findings = collector()
  const read = readSettings(set, findings)
  const result = overlay(compiled, read, [source, set])
  const found = [...findings.found, ...result.found]
  return {
    ...result,
    codes: found.map(({ code }) => code),
    texts: found.map((one) => messageOf(one, 'en')),
    places: found.map(({ span }) => span && set.text.slice(span.from, span.to)),
  }
}

test('the policy of these tests has no mistake', () => {
  expect(compiled.diagnostics.map(({ code }) => code)).toEqual([])
})

test.each([
  ['base_rate=3.5%', '= 3%', '= 3.5%'],
  ['Base rate=4%', '= 3%', '= 4%'],
  ['base_rate＝-2%', '= 3%', '= -2%'],
  ['bonus[senior]=250元', '| senior | 200元 |', '| senior | 250元 |'],
  ['bonus［junior］=99.99元', '| junior | 100元 |', '| junior | 99.99元 |'],
  ['limit[2026-08-15]=7000 CNY', '| open       | 6000 CNY |', '| open       | 7000 CNY |'],
  ['limit[2026年3月1日]=4000 CNY', '5000 CNY', '4000 CNY'],
])('%s gives the plan of the text with that value', (setting, old, put) => {
  expect(text).toContain(old)
  const { compiled: next, codes } = laid(setting)
  expect(codes).toEqual([])
  const written = compile([{ name: 'policy.bylaw', text: text.replace(old, put) }]).plan
  const strip = (plan: unknown) =>
    JSON.parse(JSON.stringify(plan), (key, value) => (key === 'origin' || key === 'origins' ? 0 : value))
  expect(next?.plan).toBeDefined()
  expect(strip(next?.plan)).toEqual(strip(written))
})

test('what is different is told with both values, as they are written', () => {
  const { changed } = laid('base_rate=3.5%', 'bonus[senior]=250元', 'limit[2026-12-31]=1 CNY')
  expect(changed).toEqual([
    { name: 'base_rate', value: '3.5%', instead: '3%' },
    { name: 'bonus[senior]', value: '250元', instead: '200元' },
    { name: 'limit[2026-07-01]', value: '1 CNY', instead: '6000 CNY' },
  ])
})

test('a name that is no parameter is told with the one that was meant', () => {
  const { codes, texts, places } = laid('base_rte=3.5%')
  expect(codes).toEqual(['BY970'])
  expect(texts[0]).toContain('base_rate')
  expect(places).toEqual(['base_rte'])
})

test('a value of another kind is refused at its place: a number for a percentage, another currency', () => {
  expect(laid('base_rate=3.5').codes).toEqual(['BY972'])
  expect(laid('base_rate=3.5').places).toEqual(['3.5'])
  // The rows of one table are in one currency: that is said of the table.
  expect(laid('bonus[senior]=250 USD').codes).toEqual(['BY511'])
})

test('where there are several values, one of them must be named', () => {
  expect(laid('bonus=1元').codes).toEqual(['BY973'])
  expect(laid('bonus[middle]=1元').codes).toEqual(['BY973'])
  expect(laid('limit=1 CNY').codes).toEqual(['BY973'])
  expect(laid('limit[2025-12-31]=1 CNY').codes).toEqual(['BY973'])
  expect(laid('base_rate[senior]=1%').codes).toEqual(['BY973'])
})

test('what is no setting, and a value that the language does not have, are told where they stand', () => {
  expect(laid('base_rate').codes).toEqual(['BY971'])
  expect(laid('=3%').codes).toEqual(['BY971'])
  expect(laid('base_rate=').codes).toEqual(['BY971'])
  expect(laid('base_rate=3% }').codes).toEqual(['BY971'])
  expect(laid('base_rate=3%%').places).toEqual(['3%%'])
})

test('a setting cannot add to the policy, whatever stands behind it', () => {
  const findings = collector()
  const yaml = 'set: { base_rate: "3%\\nparameter more = 4%" }'
  readScenario({ name: 'a.scenario.yaml', text: yaml }, findings)
  expect(findings.found.map(({ code }) => code)).toEqual(['BY971'])
})

test.each([
  ['name: Higher\nset:\n  base_rate: 3.5%\n  "bonus[senior]": 250元\n', 'Higher'],
  ['名称: 提高\n设定:\n  base_rate: 3.5%\n  "bonus[senior]": 250元\n', '提高'],
  ['名稱: 提高\n設定:\n  base_rate: 3.5%\n  "bonus[senior]": 250元\n', '提高'],
  ['set: { base_rate: 3.5%, "bonus[senior]": 250元 }', 'higher'],
])('a scenario is a name and what it sets, in any language', (yaml, name) => {
  const findings = collector()
  const scenario = readScenario({ name: 'plans/higher.scenario.yaml', text: yaml }, findings)
  expect(findings.found).toEqual([])
  expect(scenario?.name).toBe(name)
  expect(scenario?.settings.map((one) => [one.name, one.keys, one.text])).toEqual([
    ['base_rate', [], '3.5%'],
    ['bonus', ['senior'], '250元'],
  ])
})

test('an unknown key of a scenario is told with those there are', () => {
  const findings = collector()
  readScenario({ name: 'a.scenario.yaml', text: 'title: x\n' }, findings)
  expect(findings.found.map(({ code, args }) => [code, args.names])).toEqual([['BY751', 'name, set']])
})
