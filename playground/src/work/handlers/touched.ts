import type { Handler } from './handler.ts'
import { beforeOf, statedRun } from './statement.ts'

export const touched: Handler<'touched'> = async (session, { clause, language }) => {
  const { edited } = session
  if (!edited) return undefined
  const { statements } = await import('../statements.ts')
  return statements.touchedBy(statedRun(edited), beforeOf(session), clause, language)
}
