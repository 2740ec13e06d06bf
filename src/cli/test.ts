import { runCase } from '../review/cases/run-case.ts'
import type { Command } from './command.ts'
import { showPath } from './read-policy.ts'
import { prettyCases } from './test-pretty.ts'
import { testedPolicy } from './tested-policy.ts'
import { refuse, usageFinding } from './usage.ts'

/** `bylaw test`: runs the cases beside a policy. */
export const test: Command = async (args, io) => {
  const tested = await testedPolicy(args, io)
  if (!tested.ok) return tested.code
  const { plan, cases, language, files } = tested.value
  if (cases.length === 0) {
    const path = showPath(files.folder, io.cwd)
    return refuse(io, language, [usageFinding('BY962', { path, example })])
  }
  const filter = args.options.get('filter')
  const chosen = filter === undefined ? cases : cases.filter(({ name }) => isAbout(name, filter))
  if (chosen.length === 0) {
    const names = cases
      .slice(0, 8)
      .map(({ name }) => name)
      .join(' | ')
    return refuse(io, language, [usageFinding('BY963', { text: filter ?? '', names })])
  }
  const runs = chosen.map((one) => runCase(plan, one))
  io.out(prettyCases(runs, language, io.paintOut))
  return runs.every(({ passed }) => passed) ? 0 : 1
}

const example = '{ cases: [ { name: …, period: 2026-Q1, given: { … }, expect: { … } } ] }'

function isAbout(name: string, filter: string): boolean {
  return plain(name).includes(plain(filter))
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
