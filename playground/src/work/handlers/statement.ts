import type { StatedRun } from '../../../../src/index.ts'
import type { Ran, Session } from '../session.ts'
import type { Handler } from './handler.ts'

/** The newest run's, beside that of the base version where it is another. */
export const statement: Handler<'statement'> = async (session, { record, key, language }) => {
  const { edited } = session
  if (!edited) return undefined
  const { statements } = await import('../statements.ts')
  return statements.statementOf(statedRun(edited), beforeOf(session), { record, key }, language)
}

/** The run that is compared with; none where it is of the same texts. */
export function beforeOf({ edited, base }: Session): StatedRun | undefined {
  const ran = base?.ran
  return ran && ran.compiled !== edited?.compiled ? statedRun(ran) : undefined
}

export function statedRun({ plan, results, lines, asked, compiled }: Ran): StatedRun {
  return { plan, results, lines, period: asked.key, program: compiled.program }
}
