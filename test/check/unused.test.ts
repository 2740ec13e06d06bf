import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'

const policy = `policy p { currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Order { id text key; rep Rep; signed date posting; amount money; discount percent }
value sold for Rep per quarter = sum(Order.amount)
value factored for each Order = amount * factor(discount)
value doubled for Rep per quarter = factored_sold * 2
value factored_sold for Rep per quarter = sum(Order.factored)
table factor {
  | discount | => factor |
  | up to 5% | 1         |
  | over 5%  | 0.9       |
}
`
const unused = (clauses: string) =>
  compile([{ name: 'p.bylaw', text: policy + clauses }]).diagnostics.flatMap(({ code, args }) =>
    code === 'BY613' ? [args.name] : [],
  )
const pay = (of: string) => `commission c for Rep per quarter { rate 1% of ${of}; round 0.01 half-up }\n`

test('what only unused declarations use is not used either', () => {
  expect(unused(pay('sold')).toSorted()).toEqual(['doubled', 'factor', 'factored', 'factored_sold'])
  expect(unused(pay('factored_sold')).toSorted()).toEqual(['doubled', 'sold'])
  expect(unused(pay('doubled'))).toEqual(['sold'])
})
