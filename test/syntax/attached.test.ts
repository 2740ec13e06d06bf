import { describe, expect, test } from 'vitest'
import { languages } from '../../src/base/language.ts'
import { positionAt, type Source } from '../../src/base/span.ts'
import { compile } from '../../src/compile.ts'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { attachedNames } from '../../src/syntax/read.ts'
import { yamlForm } from '../../src/yaml-form/form.ts'
import { withoutSpans } from './strip.ts'

const head = `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

record Rep {
  id text key
  city one of Suzhou, "New York"
}

record Order {
  id text key
  rep Rep
  signed date posting
  amount money
  discount percent
}

`
const pay = `
bonus b for each Order to rep {
  start amount * grade(discount, rep.city)
  round 0.01 half-up
}
`
const grades = `table grade first match {
  | discount          | city               | => factor |
  | up to 5%          | -                  | 3%        |
  | over 5% up to 12% | Suzhou, "New York" | 2%        |
  | otherwise         |                    | 1%        |
}
`
const csv = `discount,city,=> factor
up to 5%,-,3%
over 5% up to 12%,"Suzhou, ""New York""",2%
otherwise,,1%
`
const named = 'table grade first match from "grade.csv"\n'

function compiled(table: string, file: string, name = 'p.bylaw') {
  return compile(
    [
      { name, text: head + table + pay },
      { name: 'grade.csv', text: file },
    ],
    [yamlForm],
  )
}

/** The plan without the places that it was written at. */
function planOf(table: string, file = ''): unknown {
  const { plan, diagnostics } = compiled(table, file)
  expect(diagnostics.filter(({ code }) => code !== 'BY536')).toEqual([])
  const { origins: _, ...rest } = plan ?? { origins: [] }
  return JSON.parse(JSON.stringify(rest, (key, value) => (key === 'origin' ? undefined : value)))
}

/** `BY151 2:14`: each finding with its line and column in the file. */
function found(file: string): readonly string[] {
  return compiled(named, file).diagnostics.map(({ code, span }) => {
    const { line, column } = positionAt(file, span?.from ?? 0)
    return span?.source === 'grade.csv' ? `${code} ${line}:${column}` : code
  })
}

describe('a table that lies in a file beside the policy', () => {
  test('means what the same rows mean between bars', () => {
    expect(planOf(named, csv)).toEqual(planOf(grades))
  })

  test('may be set apart by semicolons or tabs, begin with a mark, end its lines as Windows does, and have empty rows', () => {
    const wanted = planOf(grades)
    const semicolons = `discount;city;=> factor
up to 5%;-;3%
over 5% up to 12%;Suzhou, “New York”;2%
otherwise;;1%`
    for (const file of [
      semicolons,
      semicolons.replaceAll(';', '\t'),
      `\uFEFF${csv}`,
      csv.replaceAll('\n', '\r\n'),
      csv.replace('up to 5%,-', ',,\n"up to 5%" ,-').replace(/$/u, '\n,,\n'),
    ])
      expect(planOf(named, file)).toEqual(wanted)
  })

  test('may be a parameter, tiers, steps or levels of a score, and the bounds of periods too', () => {
    const policy = `policy p {
  currency CNY
  effective from 2026-01-01 until open
  periods quarter from "quarters.csv"
}
record Rep { id text key; city one of Suzhou, Wuxi }
record Order { id text key; rep Rep; signed date posting; amount money }
parameter fee by city from "fees.csv"
value sold for Rep per quarter = sum(Order.amount)
scorecard kpi for Rep per quarter {
  indicator sales weight 60% {
    actual sold / 100_000 CNY
    score steps from "steps.csv"
  }
  indicator more weight 40% {
    actual sold / 100_000 CNY
    score linear from "lines.csv"
  }
  levels from "levels.csv"
}
commission c for Rep per quarter {
  tiers marginal of sold from "tiers.csv" when kpi.level = high
  plus fee(city)
  round 0.01 half-up
}
`
    const sources: readonly Source[] = [
      { name: 'p.bylaw', text: policy },
      {
        name: 'quarters.csv',
        text: 'name,from,until\n2026-Q1,2026-01-01,2026-03-28\n2026-Q2,2026-03-29,open\n',
      },
      {
        name: 'fees.csv',
        text: 'city,from,until,value\nSuzhou,2026-01-01,open,8 CNY\nWuxi,2026-01-01,open,9 CNY\n',
      },
      { name: 'steps.csv', text: 'from,points\n0%,0\n80%,100\n' },
      { name: 'lines.csv', text: 'at,points\n0%,0\n100%,100\n' },
      { name: 'levels.csv', text: 'from,=> level\n0,low\n80,high\n' },
      { name: 'tiers.csv', text: 'from,rate\n0 CNY,1%\n20万 CNY,2%\n' },
    ]
    const { plan, diagnostics } = compile(sources)
    expect(diagnostics.filter(({ code }) => code !== 'BY518')).toEqual([])
    expect(plan).toBeDefined()
    expect([...attachedNames(sources)].sort()).toEqual(
      sources
        .slice(1)
        .map(({ name }) => name)
        .sort(),
    )
  })

  test('has its mistakes found in its rows and columns', () => {
    expect(found(csv.replace('up to 5%', '5% - 10%'))).toEqual(['BY144 2:1'])
    expect(found(csv.replace('up to 5%,-', 'up to 5%,'))).toEqual(['BY151 2:9'])
    expect(found(csv.replace(',2%', ',2%,'))).toEqual(['BY546 3:1'])
    expect(found(csv.replace(',2%', ',2,000'))).toEqual(['BY546 3:1'])
    expect(found(csv.replace(',2%', ',2026/1/1'))).toEqual(['BY132 3:42'])
    expect(found(csv.replace('up to 5%', '# up to 5%'))).toEqual(['BY103 2:1'])
    expect(found(csv.replace('up to 5%', 'up to 5 CNY'))).toEqual(['BY511 3:6'])
    expect(found(csv.replace('otherwise', '"otherwise'))).toEqual(['BY545 4:1'])
    expect(found(csv.replace('"",2%', '"" x,2%'))).toEqual(['BY545 3:42'])
  })

  test('needs headings and rows', () => {
    expect(found('')).toEqual(['BY152 1:1'])
    expect(found('discount,city,=> factor\n')).toEqual(['BY152 1:1'])
    expect(found(csv.replace('=> factor', 'factor'))).toEqual(['BY501 1:1'])
    expect(found(csv.replace('=> factor', ''))).toEqual(['BY151 1:14'])
  })

  test('must be there, in the folder of the policy', () => {
    const codes = (name: string) =>
      compiled(named.replace('grade.csv', name), csv).diagnostics.map(({ code }) => code)
    expect(codes('grades.csv')).toEqual(['BY543'])
    expect(codes('../grade.csv')).toEqual(['BY544'])
    expect(codes('/grade.csv')).toEqual(['BY544'])
    expect(codes('C:grade.csv')).toEqual(['BY544'])
    expect(codes('a\\\\grade.csv')).toEqual(['BY544'])
    expect(codes('grade.txt')).toEqual(['BY544'])
    expect(codes('./x/../grade.csv')).toEqual([])
  })

  test('is named from where the policy file lies', () => {
    const path = (name: string, file: string) =>
      attachedNames([{ name, text: `parameter p by q from "${file}"\n` }])
    expect(path('chapters/3.bylaw', 'fees.csv')).toEqual(['chapters/fees.csv'])
    expect(path('chapters/3.bylaw', '../tables/fees.csv')).toEqual(['tables/fees.csv'])
    expect(path('chapters/3.bylaw', '../../fees.csv')).toEqual([])
    expect(path('3.bylaw', 'a/../../fees.csv')).toEqual([])
    expect(path('<stdin>', 'fees.csv')).toEqual(['fees.csv'])
  })

  test('takes no block beside its file, and a block no file', () => {
    const both = named.trimEnd() + grades.slice(grades.indexOf(' {'))
    expect(compiled(both, csv).diagnostics.map(({ code }) => code)).toEqual(['BY156'])
    const none = compiled('table grade first match\n', csv).diagnostics.map(({ code }) => code)
    expect(none).toEqual(['BY155'])
  })
})

describe('the reference to a file', () => {
  const text = `${head}# Agreed in March.
table grade "Grades" first match from "tables/等级 1.csv"  # yearly
parameter fee from "fees.csv"
parameter cap = 5%

decision d for each Order {
  # By hand.
  table unique from "d.csv"  # yearly
}

commission c for Rep per quarter {
  tiers whole of sold by attainment from "tiers.csv" when sold > 0 CNY
  plus tiers linear by attainment extend from "more.csv"
}
`

  test('is kept by every form and language, without a look into the file', () => {
    const { file, diagnostics } = parse({ name: 'p.bylaw', text })
    expect(diagnostics).toEqual([])
    expect(print(file)).toBe(text)
    for (const language of languages) {
      const there = parse({ name: 'p.bylaw', text: print(file, language) })
      expect(there.diagnostics).toEqual([])
      expect(print(there.file, 'en')).toBe(text)
      const yaml = yamlForm.print(file, language)
      const back = yamlForm.read({ name: 'p.bylaw.yaml', text: yaml })
      expect(back.diagnostics, yaml).toEqual([])
      expect(yamlForm.print(back.file, language)).toBe(yaml)
    }
    expect(print(file, 'zh-Hans')).toContain('对照表 grade "Grades" 首个匹配 来自 "tables/等级 1.csv"')
    expect(yamlForm.print(file)).toContain('file: tables/等级 1.csv')
  })

  test('is kept where the file was read as well', () => {
    const source = { name: 'p.bylaw', text: head + named }
    const read = parse(source, () => ({ name: 'grade.csv', text: csv }))
    expect(print(read.file)).toBe(source.text)
    const [table] = read.file.declarations.slice(-1)
    const inline = parse({ name: 'p.bylaw', text: head + grades }).file.declarations.at(-1)
    if (table?.kind !== 'table' || inline?.kind !== 'table') throw new Error('a table')
    const { file, ...same } = table.table
    expect(file?.text).toBe('grade.csv')
    expect(withoutSpans(same)).toEqual(withoutSpans(inline.table))
  })

  test('leads to its place from YAML and from a document as well', () => {
    const wrong = csv.replace('up to 5%,-', 'up to 5%,')
    const from = wrong.indexOf(',,')
    const yaml = yamlForm.print(parse({ name: 'p.bylaw', text: head + named + pay }).file)
    const document = `# P\n\n\`\`\`bylaw\n${head}${named}${pay}\`\`\`\n`
    for (const source of [
      { name: 'p.bylaw.yaml', text: yaml },
      { name: 'p.bylaw.md', text: document },
    ]) {
      const { diagnostics } = compile([source, { name: 'grade.csv', text: wrong }], [yamlForm])
      expect(diagnostics.map(({ code, span }) => [code, span])).toEqual([
        ['BY151', { source: 'grade.csv', from, to: from + 1 }],
      ])
    }
  })
})
