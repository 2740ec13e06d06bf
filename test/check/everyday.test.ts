import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { findings, run } from '../run-policy.ts'

/** Sentences that managers write in their own plans; what they pay is worked by hand from the few rows. */
function head(currency = 'CNY', language = 'en'): string {
  return `policy p { language ${language}; currency ${currency}; effective from 2026-01-01 until open }
record Rep {
  id text key
  hired date optional
}
record Order {
  id text key
  rep Rep
  signed date posting
  kind one of new, old, gift
  amount money up to 1亿
}
value sold for Rep per month = sum(Order.amount)
value orders for Rep per month = count(Order)
`
}

const data = {
  Rep: [{ id: 'A' }, { id: 'B' }],
  Order: [
    { id: '1', rep: 'A', signed: '2026-01-05', kind: 'new', amount: '120000.00' },
    { id: '2', rep: 'A', signed: '2026-01-31', kind: 'gift', amount: '80000.00' },
  ],
}

const january = (text: string) => run(text, data, '2026-01-01', '2026-01-31')

describe('元 is the money of the policy', () => {
  const plan = `commission pay for Rep per month {
  tiers marginal of sold {
    | from   | rate |
    | 0元    | 1%   |
    | 10万元 | 2%   |
  }
  plus 500元
  round 1 half-up
}
`
  test.each(['CNY', 'TWD', 'HKD', 'MOP'])('where that is %s', (currency) => {
    // 100,000 × 1 % + 100,000 × 2 % + 500
    expect(january(head(currency) + plan).get('pay A 2026-01')).toBe('3500.00')
  })

  test('but not where it is called otherwise', () => {
    expect(findings(head('USD') + plan)).toContain('BY305')
  })
})

describe('a first row headed `over` that says 0', () => {
  const tiers = (steps: string) => `${head()}commission pay for Rep per month {
  ${steps}
  round 0.01 half-up
}
`
  const rows = `{
    | over   | rate |
    | 0      | 1%   |
    | 100000 | 2%   |
  }`
  test.each(['marginal', 'whole'])('pays 0, not nothing, to whom sold nothing: %s', (mode) => {
    const found = january(tiers(`tiers ${mode} of sold ${rows}`))
    expect(found.get('pay B 2026-01')).toBe('0.00')
    expect(found.get('pay A 2026-01')).toBe(mode === 'whole' ? '4000.00' : '3000.00')
  })

  test('leaves 0 open where something else chooses the band, and where rows pay money', () => {
    expect(findings(tiers(`tiers whole of sold by orders ${rows}`))).toContain('BY503')
    expect(
      findings(tiers('tiers whole by orders {\n    | over | pays |\n    | 0 | 75 CNY |\n  }')),
    ).toContain('BY503')
  })
})

describe('a last row of a `first match` table', () => {
  const table = (last: string) => `${head()}table share first match {
  | kind | => share |
  | new  | 3%       |
  | old  | 1%       |
  | ${last} | 0.5% |
}
commission pay for each Order to rep {
  rate share(kind) of amount
  round 0.01 half-up
}
payout total for Rep per month { add pay }
`
  test.each(['otherwise', '-'])('takes the words that no row names: %s', (last) => {
    expect(findings(table(last))).not.toContain('BY512')
    expect(january(table(last)).get('pay 2')).toBe('400.00')
  })
})

describe('the results of a clause', () => {
  const pays = `${head()}commission pay for each Order to rep where kind = new {
  rate 2% of amount
  round 0.01 half-up
}
commission monthly for Rep per month {
  rate 1% of sold
  round 0.01 half-up
}
payout total for Rep per month { add pay, monthly }
`
  const measured = (formula: string) =>
    january(`${pays}bonus more for Rep per month {
  start ${formula}
  round 0.01 half-up
}
`).get('more A 2026-01')

  test('are read by its name alone where it has one', () => {
    // 1 % of 200,000
    expect(measured('monthly')).toBe('2000.00')
    expect(measured('monthly.amount')).toBe('2000.00')
  })

  test('are added up over rows, which the name of the clause is enough to say', () => {
    // 2 % of the one new order of 120,000; the gift is not applicable
    expect(measured('sum(pay)')).toBe('2400.00')
    expect(measured('sum(Order.pay)')).toBe('2400.00')
    expect(measured('sum(Order.pay.amount where Order.amount > 1 CNY)')).toBe('2400.00')
  })

  test('are added up over people: an override on what a team earns', () => {
    const found = january(`${pays}value everybody per month = sum(Rep.monthly)
bonus override for Rep per month {
  rate 10% of everybody
  round 0.01 half-up
}
`)
    expect(found.get('override B 2026-01')).toBe('200.00')
  })
})

describe('an aggregate that names no record', () => {
  const measured = (formula: string) => `${head()}value x for Rep per month = ${formula}\n`

  test('hears which name is misspelt, or that a record is wanted', () => {
    expect(findings(measured('sum(Ordr.amount)'))).toContain('BY201')
    expect(findings(measured('sum(1)'))).toContain('BY417')
    expect(findings(measured('sum(Order.amount * Rep.id)'))).toContain('BY417')
  })
})

describe('a plain 0', () => {
  test('is nothing of any unit: no currency needs to be written beside it', () => {
    const found = january(`${head()}value excess for Rep per month = larger of sold - 150000 CNY, 0
value share for Rep per month = if sold > 0 then 5% else 0
value other for Rep per month = first(Order.amount) if missing 0
commission pay for Rep per month {
  start 0
  plus share * excess
  plus 100 CNY when other <> 0
  minus 5000 CNY
  floor 0
  round 0.01 half-up
}
commission more for Rep per month {
  start 0
  plus share * excess
  round 0.01 half-up
}
`)
    // 5 % of 50,000, and 100 less 5,000 that stops at 0
    expect(found.get('more A 2026-01')).toBe('2500.00')
    expect(found.get('more B 2026-01')).toBe('0.00')
    expect(found.get('pay A 2026-01')).toBe('0.00')
  })

  test('does not make money of other plain numbers', () => {
    const plain = `${head()}value excess for Rep per month = larger of sold - 5, 0 CNY\n`
    expect(findings(plain)).toContain('BY302')
  })
})

describe('points of a scorecard', () => {
  const card = (points: string) => `${head()}value reached for Rep per month = sold / 160000 CNY
value reached_points for Rep per month = reached * 100
record Month { rep Rep; month month; late count; bonus points }
value late for Rep per month = only(Month.late)
scorecard kpi for Rep per month {
  indicator a weight 100% {
    score points ${points} from 0 up to 150
  }
  round 0.01 half-up
}
`
  const score = (points: string) =>
    run(
      card(points),
      { ...data, Month: [{ rep: 'A', month: '2026-01', late: '3', bonus: '4' }] },
      '2026-01-01',
      '2026-01-31',
    ).get('kpi A 2026-01')

  test.each([
    // 200,000 of 160,000 is 125 %
    ['reached * 100', '125.00'],
    ['reached_points', '125.00'],
    ['smaller of reached * 100, 120', '120.00'],
    ['100 - (1 - reached) * 200', '150.00'],
    ['if reached >= 100% then reached * 100 else 0', '125.00'],
    // 100 less 2 for each of 3, and 4 more
    ['100 - 2 * late + only(Month.bonus)', '98.00'],
  ])('are worked out by plain numbers: %s', (points, expected) => {
    expect(score(points)).toBe(expected)
  })

  test('are never a share by itself, which would be one point at most', () => {
    expect(findings(card('reached'))).toContain('BY316')
    expect(findings(card('80%'))).toContain('BY316')
  })
})

describe('a gate before tiers', () => {
  const gated = (gate: string) => `${head()}value reached for Rep per month = sold / 160000 CNY
commission pay for Rep per month {
  gate ${gate}
  tiers whole of sold by reached {
    | from | rate |
    | 80%  | 1%   |
    | 120% | 2%   |
  }
  round 0.01 half-up
}
`
  test('keeps out what lies below the first row: it is paid 0, and no row need say so', () => {
    const found = january(gated('reached >= 80% and sold > 0'))
    expect(found.get('pay A 2026-01')).toBe('4000.00')
    expect(found.get('pay B 2026-01')).toBe('0.00')
  })

  test('does not when it lets less in', () => {
    expect(findings(gated('reached >= 79.9%'))).toContain('BY503')
    expect(findings(gated('sold >= 80 CNY'))).toContain('BY503')
  })
})

test('a price over a list price chooses its band by 折', () => {
  const found = run(
    `${head()}record Contract { id text key; rep Rep; signed date posting; list money; price money }
value price_share for each Contract = price / list
table factor unique {
  | price_share | => factor |
  | 低于 7折     | 0         |
  | 自 7折       | 0.5       |
}
commission pay for each Contract to rep {
  tiers whole of price by price_share {
    | from | rate |
    | 0%   | 0%   |
    | 7折  | 1.5% |
    | 9折  | 5%   |
  }
  times factor(price_share)
  round 0.01 half-up
}
payout total for Rep per month { add pay }
`,
    {
      Rep: [{ id: 'A' }],
      Contract: [
        { id: '1', rep: 'A', signed: '2026-01-05', list: '1000', price: '900' },
        { id: '2', rep: 'A', signed: '2026-01-05', list: '1000', price: '899.99' },
        { id: '3', rep: 'A', signed: '2026-01-05', list: '1000', price: '699.99' },
      ],
    },
    '2026-01-01',
    '2026-01-31',
  )
  // 900 × 5 % × 0.5; 899.99 × 1.5 % × 0.5 = 6.749925; below 7折 nothing
  expect([1, 2, 3].map((id) => found.get(`pay ${id}`))).toEqual(['22.50', '6.75', '0.00'])
})

test('`max` of two amounts, as spreadsheets have it, hears of `larger of`', () => {
  const plan = `${head()}commission pay for Rep per month {
  rate 3% of max(sold - 1000 CNY, 0)
  round 0.01 half-up
}
`
  expect(findings(plan)).toEqual(['BY418'])
})

describe('the header as it is spoken', () => {
  /** What is found, with the mend of each. */
  function mends(text: string): readonly (readonly [string, string | undefined])[] {
    const { diagnostics } = compile([{ name: 'policy.bylaw', text }])
    return diagnostics.map(({ code, edits }) => [code, edits?.[0]?.text])
  }

  test.each([
    ['简体', 'zh-Hans', '人民币', 'CNY', '有效期', '生效'],
    ['繁體', 'zh-Hant', '新臺幣', 'TWD', '有效期間', '生效'],
    ['english', 'en', '美元', 'USD', '施行', '生效'],
  ])('%s, %s', (language, tag, currency, code, effective, keyword) => {
    const text = `制度 p {\n  语言 ${language}\n  币种 ${currency}\n  ${effective} 自 2026-01-01 至 长期\n}\n`
    expect(new Set(mends(text))).toEqual(
      new Set([
        ['BY111', tag],
        ['BY213', code],
        ['BY111', keyword],
      ]),
    )
  })

  test('a currency that is no code and no name of one is left to its writer', () => {
    expect(mends('policy p { language en; currency gold; effective from 2026-01-01 until open }\n')).toEqual([
      ['BY213', undefined],
    ])
  })
})

describe('words that are nearly those of the language', () => {
  const mends = (text: string) =>
    compile([{ name: 'policy.bylaw', text }]).diagnostics.flatMap(({ code, edits }) =>
      code === 'BY613' ? [] : [[code, edits?.[0]?.text]],
    )
  const table = (language: string, word: string, range: string) =>
    `${head('CNY', language)}${word} t { \n  | amount | => factor |\n  | ${range} | 1 |\n  | otherwise | 2 |\n}\n`

  test('a range goes from one bound to the other, whatever word is between them', () => {
    expect(mends(table('zh-Hans', '对照表', '自 10% 至 低于 20%'))).toEqual([['BY111', '到']])
    expect(mends(table('zh-Hant', '對照表', '自 10% 至 低於 20%'))).toEqual([['BY111', '到']])
    expect(mends(table('en', 'table', 'from 10% until under 20%'))).toEqual([['BY111', 'to']])
  })

  test('a value is rounded, a step rounds', () => {
    const value = 'value x for each Order = (amount * 3%)'
    expect(mends(`${head()}${value} round half-up to 0.01\n`)).toEqual([['BY111', 'rounded']])
    expect(mends(`${head('CNY', 'zh-Hans')}${value} 取整 四舍五入 到 0.01\n`)).toEqual([['BY111', '尾数']])
  })

  test('functions of spreadsheets, in the language of the policy', () => {
    const asked = (language: string, call: string) =>
      mends(`${head('CNY', language)}value x for each Order = ${call}\n`)
    expect(asked('zh-Hans', '末日()')).toEqual([['BY207', '期末日']])
    expect(asked('zh-Hant', '相差天數(signed, signed)')).toEqual([['BY207', '天數']])
    expect(asked('en', 'networkdays(signed, signed)')).toEqual([['BY207', 'working_days']])
    expect(asked('zh-Hans', '绝队值(amount)')).toEqual([['BY207', '绝对值']])
  })
})
