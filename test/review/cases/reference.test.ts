import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../src/base/language.ts'
import { messageOf } from '../../../src/base/render.ts'
import { readCases } from '../../../src/review/cases/read-cases.ts'
import { runCase } from '../../../src/review/cases/run-case.ts'
import { caseWords, wantWords } from '../../../src/review/cases/words.ts'
import { bylaw, inFolder } from '../../cli/harness.ts'
import { examplesOf } from '../../grammar/examples.ts'
import { planOf } from './policy.ts'

const page = readFileSync(new URL('../../../grammar/cases.md', import.meta.url), 'utf8')
const [policy] = examplesOf(page, 'bylaw')
const examples = [
  ...examplesOf(page, 'yaml').map((one) => ({ ...one, name: 'field.cases.yaml' })),
  ...examplesOf(page, 'csv').map((one) => ({ ...one, name: 'field.cases.csv' })),
]

describe('the page about regression cases', () => {
  test.each(examples.map((one) => [one.line, one] as const))(
    'the cases on line %i pass',
    (_, { name, text }) => {
      const plan = planOf(policy?.text ?? '')
      const { cases, found } = readCases(plan, [{ name, text }])
      expect(found.map((one) => messageOf(one, 'en'))).toEqual([])
      expect(cases.length).toBeGreaterThan(0)
      expect(cases.map((one) => runCase(plan, one)).filter(({ passed }) => !passed)).toEqual([])
    },
  )

  test.each(['yaml', 'csv'])('the cases of its time limit pass, in %s', (kind) => {
    const [service] = examplesOf(page, 'bylaw time-limits')
    const [example] = examplesOf(page, `${kind} time-limits`)
    const plan = planOf(service?.text ?? '')
    const name = kind === 'yaml' ? 'service.cases.yaml' : 'service.cases.csv'
    const { cases, found } = readCases(plan, [{ name, text: example?.text ?? '' }])
    expect(found.map((one) => messageOf(one, 'en'))).toEqual([])
    expect(cases.length).toBe(kind === 'yaml' ? 6 : 2)
    expect(cases.map((one) => runCase(plan, one)).filter(({ passed }) => !passed)).toEqual([])
  })

  test('the whole quarter is written and read as the page says', async () => {
    await inFolder(async (dir) => {
      mkdirSync(join(dir, 'data'))
      writeFileSync(join(dir, 'p.bylaw'), policy?.text ?? '')
      writeFileSync(join(dir, 'data', 'rep.csv'), 'id,name,quota\nR-1,Lin,100000.00\n')
      writeFileSync(join(dir, 'data', 'order.csv'), 'id,rep,signed,amount\n')
      const [text] = examplesOf(page, 'yaml whole-quarter')
      writeFileSync(join(dir, 'p.cases.yaml'), text?.text ?? '')
      expect((await bylaw(['test'], { cwd: dir })).out).toContain('there is no q1.golden.csv yet')
      expect(await bylaw(['test', '--update'], { cwd: dir })).toMatchObject({ code: 0 })
    })
  })

  test('a case that fails is told as the page shows', async () => {
    await inFolder(async (dir) => {
      writeFileSync(join(dir, 'field.bylaw'), policy?.text ?? '')
      const [first] = examples
      const text = first?.text.replace('1500.00', '1500.01') ?? ''
      writeFileSync(join(dir, 'field.cases.yaml'), text)
      const { out } = await bylaw(['test', '--filter', 'half'], { cwd: dir })
      const [shown] = examplesOf(page, 'text')
      expect(out.slice(0, shown?.text.length)).toBe(shown?.text)
    })
  })

  test('it shows every word of a case in every language', () => {
    for (const words of [...Object.values(caseWords), ...Object.values(wantWords)])
      for (const language of languages) expect(page).toContain(`\`${words[language]}\``)
  })
})
