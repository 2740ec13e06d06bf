import type { StatedRun } from '../../../../src/index.ts'
import type { Ran } from '../session.ts'
import type { Handler } from './handler.ts'

/** The newest run's, beside that of the base version where it is another. */
export const statement: Handler<'statement'> = async ({ edited, base }, { record, key, language }) => {
  if (!edited) return undefined
  const { statements } = await import('../statements.ts')
  const before = base?.ran && base.ran.compiled !== edited.compiled ? statedRun(base.ran) : undefined
  return statements.statementOf(statedRun(edited), before, { record, key }, language)
}

export function statedRun({ plan, results, lines, asked }: Ran): StatedRun {
  return { plan, results, lines, period: asked.key }
}
