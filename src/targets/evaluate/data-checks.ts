import type { Code } from '../../base/codes.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { type Engine, need } from './engine.ts'
import { compareRows } from './row-key.ts'
import { stateAt } from './vector.ts'

/** Of one mistake so many rows are reported one by one: the rest are alike. */
const shown = 1000

/** Rows that are well-formed one by one and yet no result can be built on: reported as what could not be read is. */
export function dataProblems(engine: Engine): readonly Diagnostic[] {
  return engine.model.plan.checks.flatMap(({ column, state, code, args }) => {
    const domain = need(engine.domains, need(engine.model.columns, column).grain)
    const { relation } = domain
    const { states } = need(engine.columns, column)
    if (relation === undefined || states === undefined) return []
    const bad: number[] = []
    for (let row = 0; row < domain.count; row++) if (stateAt(states, row) === state) bad.push(row)
    bad.sort((a, b) => compareRows(engine, domain, a, b))
    return bad.slice(0, shown).map((row): Diagnostic => {
      const { file, line } = relation.place(row)
      // The catalogue holds every code of the plan: it was written with it.
      const known = code as Code
      const words = { ...args, record: relation.relation, row: relation.name(row) }
      return { code: known, args: words, cell: { file, row: line } }
    })
  })
}
