import type { StatedRun } from '../../../../src/index.ts'
import type { Ran } from '../session.ts'
import type { Handler } from './handler.ts'

/** The newest run's, beside that of the base version where it is another. */
export const statement: Handler<'statement'> = async ({ edited, base }, { record, key, language }) => {
  if (!edited) return undefined
  const { statementOf } = await import('../statements.ts')
  const before = base?.ran && base.ran !== edited ? statedRun(base.ran) : undefined
  return statementOf(statedRun(edited), before, { record, key }, language)
}

export function statedRun({ plan, results, lines, asked }: Ran): StatedRun {
  return { plan, results, lines, period: asked.key }
}
