import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Engine } from 'json-rules-engine'
import { describe, expect, test } from 'vitest'
import { register } from '../../src/targets/rules/register.ts'
import { bylaw, inFolder } from './harness.ts'

const policy = `policy quotes "Quotes" { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key; hired date }
record Quote { id text key; rep Rep; on date posting; discount percent; amount money }

decision verdict for each Quote {
  table unique {
    | discount | => verdict |
    | up to 5% | allow      |
    | over 5%  | ask        |
  }
}

commission pay "Commission" for each Quote to rep posting on {
  rate 2% of amount
  round 0.01 half-up
}
`

describe('bylaw compile', () => {
  test('writes a rule set that the real json-rules-engine runs', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), policy)
      const { code, out, err } = await bylaw(
        ['compile', '--to', 'json-rules-engine', '--out', 'rules.json'],
        { cwd },
      )
      expect({ code, out, err }).toEqual({ code: 0, out: '', err: 'Rules: 8 (2 clauses) → rules.json\n' })
      const ruleSet = JSON.parse(readFileSync(join(cwd, 'rules.json'), 'utf8'))
      expect(ruleSet.policy).toEqual({
        id: 'quotes',
        title: 'Quotes',
        language: 'en',
        from: '2026-01-01',
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      })
      const engine = new Engine()
      register(engine, ruleSet)
      const Quote = { id: 'Q-1', on: '2026-02-01', discount: '5.01%', amount: '100.25' }
      const { events } = await engine.run({ Quote })
      expect(events.map(({ type, params }) => [type, params?.clause, params?.value])).toEqual([
        ['decision', 'verdict', 'ask'],
        ['amount', 'pay', '2.01'],
      ])
    }))

  test('prints one clause, by its name or its title; several when they are named', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), policy)
      const clauses = async (...more: string[]) => {
        const { code, out } = await bylaw(['compile', '--to', 'json-rules-engine', ...more], { cwd })
        expect(code).toBe(0)
        return JSON.parse(out).clauses.map(({ id }: { readonly id: string }) => id)
      }
      expect(await clauses('--clause', 'verdict')).toEqual(['verdict'])
      expect(await clauses('--clause', 'Commission')).toEqual(['pay'])
      expect(await clauses('--clause', 'pay', '--clause', 'verdict')).toEqual(['verdict', 'pay'])
    }))

  test('the same policy gives the same bytes', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), policy)
      const once = async () => (await bylaw(['compile', '--to', 'json-rules-engine'], { cwd })).out
      expect(await once()).toBe(await once())
    }))

  test('says what is wrong with the call, and what was meant', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), policy)
      const without = await bylaw(['compile'], { cwd })
      expect([without.code, without.err]).toEqual([2, expect.stringContaining('--to')])
      const unknown = await bylaw(['compile', '--to', 'json-rules-engine', '--clause', 'verdct'], { cwd })
      expect([unknown.code, unknown.out]).toEqual([2, ''])
      expect(unknown.err).toContain('verdict')
      const elsewhere = await bylaw(['compile', '--to', 'drools'], { cwd })
      expect([elsewhere.code, elsewhere.err]).toEqual([2, expect.stringContaining('json-rules-engine')])
    }))

  test('a policy with a mistake gives no rules', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'policy.bylaw'), policy.replace('over 5%', 'over 6%'))
      const { code, out, err } = await bylaw(['compile', '--to', 'json-rules-engine'], { cwd })
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain('BY5')
    }))
})
