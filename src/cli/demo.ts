import type { Command } from './command.ts'
import { explain } from './explain.ts'
import type { ExitCode } from './io.ts'
import { chooseLanguage } from './language.ts'
import { run } from './run.ts'

/**
 * `bylaw demo`: the sample quarter and one explanation of it, from the root of a checkout. Held lines are part of the
 * sample, so they are no failure here.
 */
export const demo: Command = async (args, io) => {
  const language = chooseLanguage(args, io)
  const policy = language === 'en' ? 'policies/tangyu-en' : 'policies/tangyu-zh'
  const common: readonly (readonly [string, string])[] = [
    ['period', '2026-Q2'],
    ['data', 'policies/tangyu-zh/data'],
    ['language', language],
  ]
  const clause = language === 'en' ? 'quarter_commission' : '季度提成'
  const paid = await run({ positionals: [policy], options: new Map([...common, ['out', 'out/demo']]) }, io)
  if (paid === 2) return 2
  io.out('\n')
  const options = new Map([...common, ['subject', 'EC1-R1'], ['clause', clause]])
  const explained: ExitCode = await explain({ positionals: [policy], options }, io)
  return explained === 2 ? 2 : 0
}
