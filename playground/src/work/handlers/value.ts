import type { Handler } from './handler.ts'
import { statedRun } from './statement.ts'

export const value: Handler<'value'> = async ({ edited, base }, { ref, version, language }) => {
  const run = version === 'base' ? base?.ran : edited
  if (!run) return []
  const { statements } = await import('../statements.ts')
  return statements.openedValue(statedRun(run), ref, language)
}
