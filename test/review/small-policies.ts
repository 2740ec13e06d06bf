import fc from 'fast-check'

// Small policies over data that meets every value that its fields can have near the numbers in them.

/** A policy whose one result is an expression, with what else is declared. */
export const policyOf = (result: string, more = '') => `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep {
  id text key
  a money from -1 up to 1
  b money from -1 up to 1 optional
  n count from 0 up to 4
  level one of low, middle, high
}
record Sale {
  id text key
  rep Rep
  signed date posting
  sum money to 0.1 from 0 up to 100
  good yes/no
  mark number from 1 up to 5
}
value sold for Rep = sum(Sale.sum)
value sales for Rep = count(Sale)
value good_sales for Rep = count(Sale where good)
value bad_sales for Rep = count(Sale where not good)
value share for Rep where sales > 0 = good_sales / sales
value balance for Rep where sales > 0 = (good_sales - bad_sales) / sales
value mark for Rep = avg(Sale.mark)
${more}
decision shown for Rep {
  gives result = ${result}
}
`

const levels = ['low', 'middle', 'high'] as const
// Every cent from −1.00 to 1.00, each with one of the counts and levels; some have no second amount.
const cents = Array.from({ length: 201 }, (_, i) => i - 100)
const text = (cent: number) => (cent / 100).toFixed(2)

export const data = {
  Rep: cents.map((cent, i) => ({
    id: `R${i}`,
    a: text(cent),
    b: i % 9 === 4 ? null : text(cents[(i * 7) % 201] ?? 0),
    n: String(i % 5),
    level: levels[i % 3] ?? 'low',
  })),
  // From none to three sales each, all of them good, some or none.
  Sale: cents.flatMap((_, i) =>
    Array.from({ length: i % 4 }, (_, k) => ({
      id: `S${i}-${k}`,
      rep: `R${i}`,
      signed: '2026-02-01',
      sum: ((((i >> 2) * (k + 1)) % 30) / 10).toFixed(1),
      good: (i >> 2) % 3 === 0 ? 'yes' : (i >> 2) % 3 === 1 ? 'no' : k === 0 ? 'yes' : 'no',
      mark: String(1 + (((i >> 3) + ((i >> 2) % 2) * k) % 5)),
    })),
  ),
}

const pick = <T>(...all: readonly T[]) => fc.constantFrom(...all)
const joined = (...parts: readonly fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map((all) => `(${all.join('')})`)

const bounds = ['-1.01', '-1', '-0.99', '-0.01', '0', '0.01', '0.1', '0.5', '0.99', '1', '1.01', '3']
const amount = pick(...bounds.map((at) => `${at} CNY`))
const part = pick('-100.01%', '-100%', '0%', '0.01%', '33.34%', '50%', '99.99%', '100%', '100.01%')
const number = pick('-1', '0', '1', '2', '3', '4', '5')
const sign = pick(' < ', ' <= ', ' = ', ' <> ', ' >= ', ' > ')

const plainMoney = pick(
  'a',
  'b',
  'sold',
  'a * 3',
  'sold - a',
  'a rounded down to 0.1',
  'given(n)',
  'given(sales)',
)
const money = fc.oneof(
  plainMoney,
  joined(pick('larger of ', 'smaller of '), plainMoney, pick(', '), fc.oneof(amount, plainMoney)),
  joined(plainMoney, pick(' clamp 0 CNY to 1 CNY', ' clamp -1 CNY to 0.5 CNY', ' if missing 1 CNY')),
  joined(
    pick('if '),
    plainMoney,
    sign,
    amount,
    pick(' then '),
    fc.oneof(amount, plainMoney),
    pick(' else '),
    plainMoney,
  ),
)
const share = pick(
  'share',
  'balance',
  '(share clamp 20% to 100%)',
  '(balance + share)',
  '(share * 50%)',
  '(sales / larger of n, 1)',
  '(good_sales / larger of sales, 1)',
)
// Both sides come to the same at some places, or nearly.
const meeting = fc
  .tuple(
    pick(' < ', ' <= '),
    pick('0.48', '0.5', '0.51'),
    pick('a * 2', 'b * 2', 'larger of a * 2, 0 CNY'),
    pick('0.96', '1', '1.01'),
  )
  .map(([by, at, line, end]) => `(if a${by}${at} CNY then ${line} else ${end} CNY)`)
const count = pick('n', 'sales', 'good_sales', '(sales - good_sales)', '(n - sales)', '(n * 2)', 'mark')
const plainTest = fc.oneof(
  joined(money, sign, amount),
  joined(share, sign, part),
  joined(count, sign, number),
)
const truth = fc.oneof(
  plainTest,
  joined(plainTest, pick(' and ', ' or '), plainTest),
  joined(pick('not '), plainTest),
)
const result = fc.oneof(
  meeting,
  joined(meeting, pick(' rounded half-up to 0.1', ' rounded down to 0.1', ' rounded half-even to 0.01')),
  joined(pick('if '), truth, pick(' then '), money, pick(' else '), money),
  joined(
    pick('if '),
    truth,
    pick(' then '),
    amount,
    pick(' else if '),
    truth,
    pick(' then '),
    money,
    pick(' else '),
    money,
  ),
)

const rows = fc.tuple(number, number, pick('first match', '')).map(([a, b, hit]) => {
  const [low, high] = [Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b))]
  const ranges =
    low === high || hit !== ''
      ? [`up to ${low}`, `up to ${high}`, `from ${high}`]
      : [`under ${low}`, `from ${low} to under ${high}`, `from ${high}`]
  const all = [...new Set(ranges)].map((range, i) => `| ${range} | ${i * 0.5} CNY |`)
  const last = hit === '' ? [] : ['| otherwise | 1 CNY |']
  return `table given ${hit === '' && low === high ? 'first match' : hit} {\n| n | => v |\n${[...all, ...last].join('\n')}\n}`
})

const tiers = fc
  .tuple(
    pick(
      'marginal of capped',
      'whole of sold by share',
      'whole of sold by balance',
      'whole of sold by sold',
      'linear by share',
      'linear by balance',
    ),
    pick('0%', '1%', '5%'),
    pick('0%', '1%', '5%'),
    fc.oneof(
      pick(''),
      fc.tuple(pick('share', 'balance'), sign, part).map((all) => `gate ${all.join('')}`),
      fc.tuple(pick('sold', 'capped'), sign, amount).map((all) => `gate ${all.join('')}`),
    ),
  )
  .map(([mode, first, second, gate]) => {
    const isLine = mode.startsWith('linear')
    const at =
      mode.startsWith('marginal') || mode.endsWith('by sold')
        ? ['0 CNY', '1 CNY', '3 CNY']
        : mode.includes('balance')
          ? ['-100%', '0%', '100%']
          : ['0%', '50%', '100%']
    const pays = isLine ? ['1 CNY', '3 CNY', '3 CNY'] : [first, second, '5%']
    const lines = at.map((from, i) => `| ${from} | ${pays[i]} |`).join('\n')
    return `value capped for Rep = smaller of sold * 2, 3 CNY
bonus pay for Rep per quarter {
  ${gate}
  tiers ${mode} {
    | ${isLine ? 'at' : 'from'} | ${isLine ? 'pays' : 'rate'} |
    ${lines}
  }
  cap 3 CNY lost
  round 0.001 half-up
}`
  })

const card = fc
  .tuple(
    pick('sold', 'sales'),
    pick('0%', '50%', '99%'),
    pick('100%', '120%'),
    pick('0.1', '1', '0.01'),
    pick('half-up', 'down', 'up'),
  )
  .map(
    ([actual, low, high, step, mode]) => `scorecard card for Rep per quarter {
  indicator x weight 60% {
    actual ${actual}
    target ${actual === 'sold' ? '2 CNY' : 'larger of n, 1'}
    score ratio ${low} to ${high}
  }
  indicator y weight 40% {
    score points mark from 0 up to 5
  }
  round ${step} ${mode}
}`,
  )

export const anySmallPolicy = fc
  .tuple(result, rows, tiers, card)
  .map(([gives, table, pay, score]) => policyOf(gives, `${table}\n${pay}\n${score}`))
