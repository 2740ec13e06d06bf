import type { Handler } from './handler.ts'
import { statedRun } from './statement.ts'

export const leftOut: Handler<'leftOut'> = async ({ edited, base }, { ref, version, key, language }) => {
  const run = version === 'base' ? base?.ran : edited
  if (!run) return undefined
  const { statements } = await import('../statements.ts')
  return statements.leftOut(statedRun(run), ref, key, language)
}
