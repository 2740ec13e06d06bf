import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '../../bench/contender.ts'
import { bylaw } from '../../bench/contenders/bylaw.ts'
import { jsonRules } from '../../bench/contenders/json-rules.ts'
import { plainFast } from '../../bench/contenders/plain-fast.ts'
import { plainSimple } from '../../bench/contenders/plain-simple.ts'
import { zen } from '../../bench/contenders/zen.ts'
import { generate, people } from '../../bench/generate.ts'

const policy = fileURLToPath(new URL('../../bench/policy/field-sales.bylaw', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'bylaw-bench-test-'))

describe('the benchmark, on a small quarter', () => {
  let right: Outcome
  beforeAll(async () => {
    generate(folder, 20_000)
    right = await plainSimple(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('pays every person to the cent what plain JavaScript pays', async () => {
    const own = await bylaw(folder, policy)
    expect(own.paid).toEqual(right.paid)
    expect(own.paid).toHaveLength(people)
    expect(new Set(own.paid).size).toBeGreaterThan(500)
  })

  it('credits every sampled order what plain JavaScript and the rule engines credit', async () => {
    const all = [
      await bylaw(folder, policy),
      await plainFast(folder),
      await jsonRules(folder),
      await zen(folder),
    ]
    for (const outcome of all) expect(outcome.credited).toEqual(right.credited)
  })

  it('pays the same by the quickest program by hand', async () => {
    expect((await plainFast(folder)).paid).toEqual(right.paid)
  })
})
