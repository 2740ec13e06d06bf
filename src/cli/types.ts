import { resolve } from 'node:path'
import { typesText } from '../targets/decide/type-text.ts'
import type { Command } from './command.ts'
import { planOfPolicy } from './decide.ts'
import { reasonOf } from './read-policy.ts'
import { refuse, usageFinding } from './usage.ts'
import { replaceFile } from './write-files.ts'

/** `bylaw types`: the TypeScript types of a policy's records, requests and results. */
export const types: Command = async (args, io) => {
  const read = await planOfPolicy(args, io, args.positionals)
  if (!read.ok) return read.code
  const { plan, language } = read
  const clause = args.options.get('clause')
  const found = plan.outputs.find((o) => o.id === clause || o.title === clause)
  if (clause !== undefined && !found) {
    const names = plan.outputs.map(({ id }) => id).join(', ')
    return refuse(io, language, [usageFinding('BY931', { name: clause, names })])
  }
  const text = typesText(plan, found && [found.id])
  const out = args.options.get('out')
  if (out === undefined) {
    io.out(text)
    return 0
  }
  try {
    await replaceFile(resolve(io.cwd, out), text)
    return 0
  } catch (error) {
    return refuse(io, language, [usageFinding('BY909', { path: out, reason: reasonOf(error) })])
  }
}
