import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'

const found = (text: string) =>
  compile([{ name: 'p.bylaw', text }]).diagnostics.flatMap(({ code, args, edits }) =>
    code === 'BY613' ? [] : [`${code} ${args.written ?? ''} → ${edits?.[0]?.text ?? ''}`],
  )
const head = `policy p { language zh-Hans; currency CNY; effective from 2026-01-01 until open }
record Quote { id text key; asked date posting; amount money; size one of 小, 大, 超过5; discount percent }
`

test('a bound at its number without a space is no word of a list: the space is asked for', () => {
  const text = (cell: string, heading = 'amount') => `${head}decision d for each Quote {
  table first match {
    | ${heading} | => level |
    | ${cell} | A |
    | - | B |
  }
}
`
  expect(found(text('超过5万元'))).toEqual(['BY111 超过5万元 → 超过 5万元'])
  expect(found(text('至多5'))).toEqual(['BY111 至多5 → 至多 5'])
  // A list may have such a word.
  expect(found(text('超过5', 'size'))).toEqual([])
})

test('a range that does not say from gets the word', () => {
  const text = (cell: string) => `policy p { language en; currency CNY }
table t {
  | discount | => level |
  | ${cell} | A |
  | otherwise | B |
}
`
  expect(found(text('10% to under 20%'))).toEqual(['BY111 10% → from '])
  expect(found(text('from 10% to under 20%'))).toEqual([])
})

test('who is told is one of the roles that the data know, where another role of theirs is told too', () => {
  const text = (to: string) => `policy p { language en; currency CNY; calendar desk }
calendar desk { zone Asia/Shanghai; days cn; hours 09:00 to 18:00 }
record Person { id text key; role one of rep, manager, director }
record Lead { id text key; owner Person; arrived time posting; answered time optional }
sla first for each Lead {
  start arrived
  stop answered
  within 4 working hours
  escalate to director at breach
  escalate to ${to} 2 hours after
}
`
  expect(found(text('manager'))).toEqual([])
  expect(found(text('manger'))).toEqual(['BY111 manger → manager'])
  // Other words are other roles.
  for (const role of ['service_desk', 'owner_and_manager', 'general_manager', '总经理'])
    expect(found(text(role))).toEqual([])
})
