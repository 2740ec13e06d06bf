import { describe, expect, test } from 'vitest'
import { nothingKept } from '../../src/analyse.ts'
import { compile } from '../../src/compile.ts'
import { chinese } from '../syntax/chinese-sample.ts'
import { english } from '../syntax/samples.ts'
import { holdsAgain } from './again.ts'
import { policyTexts } from './edits.ts'

/** A policy as a document: a block of rules after each few declarations, and prose above it. */
function documentOf(text: string): string {
  const parts = text.split(/\n\n(?=\S)/u)
  return parts.map((part, i) => `## ${i}\n\nWhy.\n\n\`\`\`bylaw\n${part}\n\`\`\`\n`).join('\n')
}

const samples = ['tangyu-zh', 'tangyu-en', 'deductions-zh', 'margin-matrix', 'adventureworks']

describe('a policy that is checked again while somebody edits it', () => {
  test.each(samples)('%s: what is kept changes nothing of what is found', (name) => {
    holdsAgain(policyTexts(`policies/${name}`), 10)
  })

  test.each([
    ['English', [{ name: 'p.bylaw', text: english }]],
    ['Chinese', [{ name: 'p.bylaw', text: chinese }]],
    ['a document', [{ name: 'p.bylaw.md', text: documentOf(english) }]],
  ])('every kind of clause in %s: what is kept changes nothing of what is found', (_, sources) => {
    holdsAgain(sources, 6)
  })

  test('only what reads a changed clause is checked again', () => {
    const text = `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Rep {
  id text key
  quota money
}
parameter rate = 2%
parameter other = 3%
value one for Rep per month = quota * rate
value two for Rep per month = quota * other
value sum for Rep per month = one + two
`
    const before = compile([{ name: 'p.bylaw', text }], [], { kept: nothingKept })
    const after = compile([{ name: 'p.bylaw', text: `\n${text.replace('2%', '4%')}` }], [], before)
    const own = (name: string) =>
      [before, after].map(({ kept }) => kept.own?.checked.order.find(({ id }) => id === name))
    const [oneBefore, oneAfter] = own('one')
    expect(oneAfter).not.toBe(oneBefore)
    const [twoBefore, twoAfter] = own('two')
    expect(twoBefore).toBeDefined()
    expect(twoAfter).toBe(twoBefore)
    const [sumBefore, sumAfter] = own('sum')
    expect(sumBefore).toBeDefined()
    expect(sumAfter).not.toBe(sumBefore)
  })
})
