import { describe, expect, test } from 'vitest'
import { initPolicy } from '../../../src/cli/init-policy.ts'
import { differenceOf } from '../../../src/review/difference/difference.ts'
import { print } from '../../../src/syntax/print.ts'
import { yamlForm } from '../../../src/yaml-form/form.ts'
import { sample, samples, version } from './versions.ts'

const verdicts = (old: string, next: string) => {
  const { same, clauses } = differenceOf(
    version([{ name: 'a.bylaw', text: old }]).plan,
    version([{ name: 'a.bylaw', text: next }]).plan,
  )
  return [same, ...clauses.map(({ verdict }) => verdict)]
}

describe('two versions mean the same', () => {
  test.each([
    ['handbook-zh', 'handbook-en', 104],
    ['tangyu-zh', 'tangyu-en', 5],
  ])('a policy and its translation: %s and %s', { timeout: 90_000 }, (old, next, clauses) => {
    const found = differenceOf(version(sample(old)).plan, version(sample(next)).plan)
    expect(found.clauses.filter(({ verdict }) => verdict !== 'same').map((one) => one.next?.id)).toEqual([])
    expect([found.same, found.clauses.length >= clauses]).toEqual([true, true])
  })

  test.each(samples())(
    '%s in another form, and in the keywords of another language',
    { timeout: 90_000 },
    (name) => {
      const old = version(sample(name))
      const attached = sample(name).filter((source) => source.name.endsWith('.csv'))
      const yaml = old.program.files.map((file, i) => ({
        name: `${i}.bylaw.yaml`,
        text: yamlForm.print(file),
      }))
      // The language of a policy is that of what it shows: only the keywords are printed in another.
      const other = old.program.files.map((file, i) => ({
        name: `${i}.bylaw`,
        text: print(file, file.language === 'en' ? 'zh-Hant' : 'en'),
      }))
      for (const texts of [yaml, other.reverse()]) {
        const { same } = differenceOf(old.plan, version([...texts, ...attached]).plan)
        expect([name, same]).toEqual([name, true])
      }
    },
  )

  const policy = initPolicy.en
  test('whatever its clauses, its values and the columns of its records are called', () => {
    const renamed = policy
      .replaceAll('order_commission', 'order_pay')
      .replaceAll('attainment', 'reached')
      .replace(/\bamount\b/g, 'net_amount')
    expect(renamed).not.toBe(policy)
    expect(verdicts(policy, renamed)).toEqual([true, 'same', 'same', 'same', 'same'])
  })

  test('but not where it reads another column that was there before', () => {
    const record = (sum: string) =>
      `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Deal { id text key; rep Rep; closed date posting; amount money; margin money }
commission pay for Rep per month {
  rate 3% of sum(Deal.${sum})
  round 0.01 half-up
}
`
    expect(verdicts(record('amount'), record('margin'))).toEqual([false, 'differs'])
  })

  test('rows of a table in another order, cut or put together, where they give the same', () => {
    const table = (...rows: readonly string[]) =>
      `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Quote { id text key; sent date posting; level one of A, B; discount percent optional }
decision who for each Quote {
  table unique {
    | level | discount | => answer |
${rows.map((row) => `    ${row}`).join('\n')}
  }
}
`
    const few = ['| A | over 2% up to 5% | yes |', '| A | up to 2% | yes |', '| A | over 5% | no |']
    const old = table('| A | up to 5% | yes |', '| A | over 5% | no |', '| B | - | no |')
    expect(verdicts(old, table('| B | - | no |', ...few))).toEqual([true, 'same'])
    // Of a quote whose discount is missing the old one knows what is decided for B; the new one does not.
    const cut = table('| B | up to 5% | no |', '| B | over 5% | no |', ...few)
    expect(verdicts(old, cut)).toEqual([false, 'differs'])
  })
})
