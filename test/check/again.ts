import fc from 'fast-check'
import { expect } from 'vitest'
import { type Analysed, nothingKept } from '../../src/analyse.ts'
import type { Source } from '../../src/base/span.ts'
import { type Compiled, compile } from '../../src/compile.ts'
import { edited, type Step, step } from './edits.ts'

/** Checks after each of some steps, again and from scratch: everything that comes of it must be the same. */
export function holdsAgain(first: readonly Source[], runs: number, steps = 8): void {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: steps }), (done: readonly Step[]) => {
      let sources = first
      let last: Compiled = compile(sources, [], { kept: nothingKept })
      expectSame(last, compile(sources))
      for (const one of done) {
        sources = edited(sources, first, one)
        last = compile(sources, [], last)
        expectSame(last, compile(sources))
      }
    }),
    { numRuns: runs },
  )
}

function expectSame(again: Compiled, afresh: Compiled): void {
  expect(again.program).toEqual(afresh.program)
  expect(again.diagnostics).toEqual(afresh.diagnostics)
  expect(again.checked).toEqual(afresh.checked)
  expect([...again.checked.periods.keys()]).toEqual([...afresh.checked.periods.keys()])
  expect(again.plan).toEqual(afresh.plan)
  expect(referred(again)).toEqual(referred(afresh))
}

/** They come in no order. */
function referred({ references }: Analysed): readonly string[] {
  return references.map((one) => JSON.stringify(one)).sort()
}
