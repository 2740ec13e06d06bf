import type { Handler } from './handler.ts'
import { beforeOf, statedRun } from './statement.ts'

export const line: Handler<'line'> = async (session, { record, key, id, language }) => {
  const { edited } = session
  if (!edited) return undefined
  const { statements } = await import('../statements.ts')
  return statements.statementLine(statedRun(edited), beforeOf(session), { record, key }, id, language)
}
