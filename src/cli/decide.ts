import { resolve } from 'node:path'
import { fillWords } from '../base/fill-words.ts'
import type { Language } from '../base/language.ts'
import { hasErrors } from '../base/render.ts'
import { compile } from '../compile.ts'
import { readJsonValue } from '../data/json-value.ts'
import type { Plan } from '../plan/plan.ts'
import { type Decider, decider } from '../targets/decide/decider.ts'
import type { Arguments, Command } from './command.ts'
import { otherRows } from './decide-data.ts'
import { inputsJson, inputsText } from './decide-inputs.ts'
import { type Decided, decidedJson, decidedText } from './decide-lines.ts'
import { decideWords } from './decide-words.ts'
import type { ExitCode, Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { nowOf } from './now.ts'
import { policyLanguage } from './policy-language.ts'
import { findingsText } from './print-findings.ts'
import { type PolicyFiles, readPolicy, reasonOf } from './read-policy.ts'
import { linesOf } from './request-lines.ts'
import { refuse, usageFinding } from './usage.ts'

/** `bylaw decide`: one request, or one in each line, each with its reason and the row that matched. */
export const decide: Command = async (args, io) => {
  const read = await planOfPolicy(args, io)
  if (!read.ok) return read.code
  const { plan, language, files } = read
  const [clause] = args.positionals
  const ids = plan.outputs.map(({ id }) => id)
  if (clause === undefined) {
    const example = `bylaw decide ${ids[0] ?? 'CLAUSE'} --input request.json`
    return refuse(io, language, [usageFinding('BY941', { names: ids.join(', '), example })])
  }
  const output = plan.outputs.find((o) => o.id === clause || o.title === clause)
  const shares = args.options.get('shares')
  const now = nowOf(args, plan)
  if (!now.ok) return refuse(io, language, now.found)
  const instant = now.value
  const data = output && (await otherRows(args, plan, output, files, language, io))
  if (data && !data.ok) return data.code
  const ready = decider(plan, output?.id ?? clause, {
    ...((shares === 'fraction' || shares === 'percent') && { shares }),
    ...(instant !== undefined && { now: () => instant }),
    ...(data?.rows && { data: data.rows }),
  })
  const [problem] = ready.problems
  if (problem) return refuse(io, language, [{ code: output ? 'BY932' : 'BY931', args: problem.args }])
  const format = args.options.get('format') ?? 'text'
  if (args.options.has('inputs')) {
    io.out(format === 'text' ? inputsText(ready, language, io) : inputsJson(ready))
    return 0
  }
  const input = args.options.get('input')
  if (input === undefined) {
    const example = `bylaw decide ${clause} --input request.json`
    return refuse(io, language, [usageFinding('BY904', { command: 'decide', option: '--input', example })])
  }
  try {
    return await decideAll(ready, { input, format, explained: args.options.has('explain'), language }, io)
  } catch (error) {
    if (!isReading(error)) throw error
    return refuse(io, language, [usageFinding('BY907', { path: input, reason: reasonOf(error) })])
  }
}

type Asked = {
  readonly input: string
  readonly format: string
  readonly explained: boolean
  readonly language: Language
}

async function decideAll(ready: Decider, asked: Asked, io: Io): Promise<ExitCode> {
  const { language, explained, format } = asked
  const counts = { all: 0, decided: 0, undecided: 0, notApplicable: 0 }
  const write = async (decided: Decided): Promise<void> => {
    counts.all++
    const state = decided.answer?.state ?? 'undecided'
    counts[state === 'not-applicable' ? 'notApplicable' : state]++
    if (format === 'text') io.out(decidedText(decided, language, explained))
    else {
      const json = decidedJson(decided, language, explained)
      io.out(`${format === 'json' ? JSON.stringify(json, undefined, 2) : JSON.stringify(json)}\n`)
    }
    await io.drained?.()
  }
  for await (const decided of decisions(ready, asked.input, io)) await write(decided)
  if (counts.all === 0) return refuse(io, language, [usageFinding('BY945', { clause: ready.clause })])
  if (counts.all > 1) {
    const args = Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, String(n)]))
    io.err(`${fillWords(decideWords.counted, language, args)}\n`)
  }
  return counts.undecided > 0 ? 1 : 0
}

/** One after the other: the next is read when this one is written. A text of several lines may also be one request. */
async function* decisions(ready: Decider, input: string, io: Io): AsyncGenerator<Decided> {
  const lines = linesOf(input === '-' ? undefined : resolve(io.cwd, input), io)
  let line = 0
  let first: { readonly line: number; readonly text: string } | undefined
  let several = /\.(?:jsonl|ndjson)$/iu.test(input)
  for await (const text of lines) {
    line++
    if (text.trim() === '') continue
    if (several) {
      yield decideLine(ready, text, line)
      continue
    }
    if (first !== undefined) {
      // The first line stood for itself, so the others do too.
      several = true
      yield decideLine(ready, first.text, first.line)
      yield decideLine(ready, text, line)
      continue
    }
    if ('value' in readJsonValue(text)) first = { line, text }
    else {
      yield* decideWhole(ready, text, line, lines)
      return
    }
  }
  if (first !== undefined && !several) yield { ...decideLine(ready, first.text, first.line), line: undefined }
}

/** A first line that is no whole request begins one of several lines, or is a bad line before others. */
async function* decideWhole(
  ready: Decider,
  begun: string,
  from: number,
  lines: AsyncGenerator<string>,
): AsyncGenerator<Decided> {
  const texts = [begun]
  const isList = begun.trim().startsWith('[')
  // Not `for await`, which would close the lines when it is left.
  for (let size = begun.length; size < mostTogether; ) {
    const next = await lines.next()
    if (next.done === true) break
    texts.push(next.value)
    size += next.value.length
    // A whole request in a line of its own: the one before it was a bad line. In a list such lines are its items.
    if (!isList && /^\s*\{.*\}\s*$/u.test(next.value) && 'value' in readJsonValue(next.value)) break
  }
  const whole = readJsonValue(texts.join('\n'))
  if ('value' in whole) {
    const all = Array.isArray(whole.value) ? whole.value : [whole.value]
    for (const [i, request] of all.entries())
      yield { line: all.length > 1 ? i + 1 : undefined, answer: ready.decide(request), broken: undefined }
    return
  }
  const alone = texts.filter((text) => text.trim() !== '')
  if (alone.length === 1) {
    yield { ...decideLine(ready, begun, from), line: undefined }
    return
  }
  for (const [i, text] of texts.entries()) if (text.trim() !== '') yield decideLine(ready, text, from + i)
  let line = from + texts.length
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    if (next.value.trim() !== '') yield decideLine(ready, next.value, line)
    line++
  }
}

const mostTogether = 4 * 1024 * 1024

function decideLine(ready: Decider, text: string, line: number): Decided {
  const found = readJsonValue(text)
  if ('value' in found)
    return { line, answer: ready.decide(found.value as { [field: string]: unknown }), broken: undefined }
  const broken =
    found.broken === 'twice'
      ? { code: 'BY940', args: { field: found.name ?? '' } }
      : { code: 'BY939', args: { at: String(found.at + 1) } }
  return { line, answer: undefined, broken: { state: 'undecided', ...broken } }
}

type PolicyPlan =
  | { readonly ok: true; readonly plan: Plan; readonly language: Language; readonly files: PolicyFiles }
  | { readonly ok: false; readonly code: ExitCode }

/** The plan of `--policy`. What is wrong with it has been said on stderr. */
export async function planOfPolicy(
  args: Arguments,
  io: Io,
  positionals?: readonly string[],
): Promise<PolicyPlan> {
  const folder = args.options.get('policy')
  const files = await readPolicy(positionals ?? (folder === undefined ? [] : [folder]), io)
  if (!files.ok) return { ok: false, code: refuse(io, chooseLanguage(args, io), files.found) }
  const { program, plan, diagnostics } = compile(files.value.sources, files.value.forms)
  const language = chooseLanguage(args, io, policyLanguage(program))
  if (plan !== undefined && !hasErrors(diagnostics)) return { ok: true, plan, language, files: files.value }
  io.err(findingsText(diagnostics, files.value, 'pretty', language, io.paintErr))
  return { ok: false, code: 1 }
}

function isReading(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error
}
