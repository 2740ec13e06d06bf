import { describe, test } from 'vitest'
import { chinese } from '../syntax/chinese-sample.ts'
import { english } from '../syntax/samples.ts'
import { holdsAgain } from './again.ts'
import { policyTexts } from './edits.ts'

const runs = Number(process.env.RUNS ?? 200)

describe('a policy that is checked again after very many edits', () => {
  test.each([
    'tangyu-zh',
    'tangyu-en',
    'deductions-zh',
    'margin-matrix',
    'adventureworks',
    'first-commission',
  ])('%s: what is kept changes nothing of what is found', (name) => {
    holdsAgain(policyTexts(`policies/${name}`), runs)
  })

  test.each([
    ['English', [{ name: 'p.bylaw', text: english }]],
    ['Chinese', [{ name: 'p.bylaw', text: chinese }]],
    [
      'a document and a text',
      [
        { name: 'a.bylaw.md', text: `# Pay\n\n\`\`\`bylaw\n${english}\`\`\`\n` },
        { name: 'b.bylaw', text: english.slice(english.indexOf('record Rep')) },
      ],
    ],
  ])('every kind of clause, %s: what is kept changes nothing of what is found', (_, sources) => {
    holdsAgain(sources, runs)
  })

  test.each(['handbook-zh', 'handbook-en'])('%s: what is kept changes nothing of what is found', (name) => {
    holdsAgain(policyTexts(`policies/${name}`), Math.ceil(runs / 5), 6)
  })
})
