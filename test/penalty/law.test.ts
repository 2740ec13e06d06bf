import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'
import { explained } from '../explained.ts'
import { findings } from '../run-policy.ts'
import { policy } from './policies.ts'

describe('the law', () => {
  test('may stand in files beside the policy, that its keeper changes without touching the rules', () => {
    const csv = 'city,from,until,amount\nSuzhou,2026-01-01,open,2490 CNY\nChengdu,2026-01-01,open,2330 CNY\n'
    const from = policy.replace(/ {2}minimum \{[^}]*\}/u, '  minimum from "minimum-wages.csv"')
    const sources = [
      { name: 'policy.bylaw', text: from },
      { name: 'minimum-wages.csv', text: csv },
    ]
    expect(compile(sources).diagnostics).toEqual([])
    const { file } = parse({ name: 'policy.bylaw', text: from })
    expect(print(file)).toContain('minimum from "minimum-wages.csv"')
  })

  test('is cited with its source in the explanation of what it limits', () => {
    const none = { Offence: [], Loss: [], Payroll: [], Earned: [], Dealer: [], Diversion: [] }
    const data = { ...none, Person: [{ id: 'P', name: 'Li', city: 'Chengdu' }] }
    const text = explained(policy, data, { output: 'damage', row: 0, day: '2026-05-01', language: 'en' })
    expect(text).toContain('Limits on deductions from wages · Interim Provisions on Payment of Wages')
  })

  test('a fine is an error from the day on which none may be imposed', () => {
    const fined = policy.replace('class loss compensation {\n  start', 'class fine {\n  start')
    expect(findings(fined)).toContain('BY588')
    const before = fined.replace(
      '2008-01-15 | open  | no      | -     | - ',
      '2008-01-15 | 2025-12-31 | no | - | - ',
    )
    expect(findings(before)).not.toContain('BY588')
  })

  test('two rows for one day and place are an error', () => {
    const twice = policy.replace('2026-06-30 | 2_490', '2026-07-01 | 2_490')
    expect(findings(twice)).toEqual(['BY410'])
  })

  test('a law that changes within a month asks which day counts', () => {
    const inside = policy
      .replace('2026-06-30 | 2_490', '2026-06-14 | 2_490')
      .replace('2026-07-01 | open ', '2026-06-15 | open ')
    expect(findings(inside)).toEqual(['BY407'])
    const said = inside.replace('Person per month class loss', 'Person per month as of last day class loss')
    expect(findings(said).filter((code) => code === 'BY407')).toEqual([])
  })
})
