import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/analyse.ts'
import { missingText, pointName } from '../../../src/review/coverage/say.ts'
import { yamlForm } from '../../../src/yaml-form/form.ts'
import { printYaml } from '../../../src/yaml-form/print-yaml.ts'
import { hitsOf, read } from './reading.ts'

const sales = `policy sales "Sales" { language en; currency EUR; effective from 2026-01-01 until open }
record Rep { id text key; level one of junior, senior; quota money per quarter optional }
record Deal { id text key; rep Rep; closed date posting; amount money; won yes/no }
value sold "Sold" for Rep per quarter = sum(Deal.amount where won)
value attainment "Attainment" for Rep per quarter = sold / rep.quota
value factor "Factor" for Rep per quarter = if rep.level = senior then 110% else 100%
commission pay "Commission" for Rep per quarter {
  gate sold >= 1000 EUR
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 6%   |
    | 100% | 9%   |
  }
  times factor
  cap 20000 EUR lost
  round 0.01 half-up
}
`

describe('the points of a policy', () => {
  test('are its gates, tiers, boundaries, limits, tests, roundings, reasons and results', () => {
    const { points } = read(sales)
    expect(points.points.map(({ id, place }) => `${id} ${place.line}`)).toEqual([
      'sold:where:counted 4',
      'sold:where:left-out 4',
      'factor:if:met 6',
      'factor:if:not-met 6',
      'pay:decided 7',
      'pay:held:BY801.Rep.quota 7',
      'pay:held:BY803 7',
      'pay:gate:met 8',
      'pay:gate:not-met 8',
      'pay:boundary:Sold:1000:below 8',
      'pay:boundary:Sold:1000:at 8',
      'pay:boundary:Sold:1000:above 8',
      'pay:tier:1 11',
      'pay:boundary:Attainment:0:at 11',
      'pay:boundary:Attainment:0:above 11',
      'pay:tier:2 12',
      'pay:boundary:Attainment:1:below 12',
      'pay:boundary:Attainment:1:at 12',
      'pay:boundary:Attainment:1:above 12',
      'pay:cap:binds 15',
      'pay:cap:does-not-bind 15',
      'pay:round:tie 16',
      'pay:round:binds 16',
    ])
  })

  test('are said as sentences in three languages', () => {
    const { points } = read(sales)
    const said = (id: string, language: 'en' | 'zh-Hans' | 'zh-Hant') => {
      const point = points.points.find((one) => one.id === id)
      return point && [pointName(point, language), missingText(point, language)]
    }
    expect(said('pay:boundary:Attainment:1:below', 'en')).toEqual([
      'Attainment just below 100%',
      'no case has Attainment just below 100%',
    ])
    expect(said('pay:held:BY801.Rep.quota', 'en')?.[1]).toBe(
      'no case is held because `quota` of Rep is missing',
    )
    expect(said('pay:tier:2', 'zh-Hans')).toEqual(['第 2 档（自 100%）', '没有案例落在第 2 档（自 100%）'])
    expect(said('pay:gate:not-met', 'zh-Hant')?.[1]).toBe('沒有案例未達到門檻')
    expect(said('factor:if:met', 'en')?.[1]).toBe('no case takes the `then` of `if rep.level = senior`')
  })

  test('stand in YAML and in documents as they do in text', () => {
    const ids = (text: string, name: string) => read(text, name, [yamlForm]).points.points.map(({ id }) => id)
    const [file] = analyse([{ name: 'policy.bylaw', text: sales }]).program.files
    const yaml = file ? printYaml(file) : ''
    const plain = read(sales).points.points.map(({ id }) => id)
    expect([...ids(yaml, 'policy.bylaw.yaml')].sort()).toEqual([...plain].sort())
    const literate = `# Plan\n\n## Article 3\n\n\`\`\`bylaw\n${sales}\`\`\`\n`
    expect(ids(literate, 'policy.bylaw.md')).toEqual(read(sales).points.points.map(({ id }) => id))
    const tier = read(literate, 'policy.bylaw.md').points.points.find(({ id }) => id === 'pay:tier:2')
    expect(tier?.place).toEqual({ file: 'policy.bylaw.md', line: 17, heading: ['Article 3'] })
  })
})

describe('a run', () => {
  const policy = read(sales)
  const run = (quota: string | null, amounts: readonly string[], more: { level?: string } = {}) =>
    hitsOf(policy, '2026-Q1', {
      Rep: [{ id: 'R1', level: more.level ?? 'junior', quota }],
      Deal: amounts.map((amount, i) => ({
        id: `D${i}`,
        rep: 'R1',
        closed: '2026-02-01',
        amount,
        won: true,
      })),
    })
  const hit = (counts: { readonly [id: string]: number }) =>
    Object.keys(counts).filter((id) => (counts[id] ?? 0) > 0)

  test('hits the tier that it reaches, and the side of a boundary where it lies', () => {
    expect(hit(run('100000', ['99999.99']))).toEqual([
      'sold:where:counted',
      'factor:if:not-met',
      'pay:decided',
      'pay:gate:met',
      'pay:tier:1',
      'pay:boundary:Attainment:1:below',
      'pay:cap:does-not-bind',
      'pay:round:binds',
    ])
    expect(hit(run('100000', ['100000.00']))).toContain('pay:boundary:Attainment:1:at')
    expect(hit(run('100000', ['100000.01']))).toContain('pay:boundary:Attainment:1:above')
  })

  test('that lies further from a boundary than a step of it is on neither side', () => {
    const far = hit(run('100000', ['50000']))
    expect(far.filter((id) => id.startsWith('pay:boundary:Attainment:1'))).toEqual([])
  })

  test('that does not meet the gate hits nothing behind it', () => {
    expect(hit(run('100000', ['999.99']))).toEqual([
      'sold:where:counted',
      'factor:if:not-met',
      'pay:decided',
      'pay:gate:not-met',
      'pay:boundary:Sold:1000:below',
    ])
  })

  test('shows where a cap binds, and what is held', () => {
    expect(hit(run('100000', ['300000'], { level: 'senior' }))).toContain('pay:cap:binds')
    expect(hit(run(null, ['5000']))).toContain('pay:held:BY801.Rep.quota')
    expect(hit(run('0', ['5000']))).toContain('pay:held:BY803')
  })
})
