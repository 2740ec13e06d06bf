import type { Diagnostic } from '../base/diagnostic.ts'
import { collector } from '../base/diagnostic.ts'
import { nearest } from '../base/nearest.ts'
import { gridOf } from '../review/seek/parameter-grid.ts'
import { seekTotal } from '../review/seek/seek-total.ts'
import { rowNames, rowOf, valueRows } from '../review/what-if/parameter-rows.ts'
import { settingOf } from '../review/what-if/setting.ts'
import type { Expr, ParameterDeclaration } from '../syntax/ast.ts'
import { valueOfLiteral } from '../syntax/literal.ts'
import { printExpression } from '../syntax/print-expressions.ts'
import type { Arguments, Command } from './command.ts'
import type { ExitCode, Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { progressOn } from './progress.ts'
import { seekJson, seekText } from './seek-text.ts'
import { seekNextTier } from './seek-tier.ts'
import { type Settled, settle } from './settle.ts'
import { refuse, usageFinding } from './usage.ts'
import { seekWords } from './words-seek.ts'

/** How many values are computed at most, unless `--most` says otherwise. */
const usualBudget = 400

/** `bylaw seek`: which value of a parameter keeps a total, or what somebody must still do for the next tier. */
export const seek: Command = async (args, io) => {
  const [parameter] = args.positionals
  const tier = args.options.get('next-tier')
  const total = args.options.get('total')
  const sought = parameter !== undefined && total !== undefined
  if (!sought && (tier === undefined || !args.options.has('subject')))
    return refuse(io, chooseLanguage(args, io), [usageFinding('BY976', {})])
  const policy = args.options.get('policy')
  const settled = await settle({ ...args, positionals: policy === undefined ? [] : [policy] }, io, 'seek')
  if (!settled.ok) return settled.code
  if (!sought) return seekNextTier(settled.value, args, io)
  return forTotal(settled.value, parameter, total, args, io)
}

function forTotal(settled: Settled, name: string, total: string, args: Arguments, io: Io): ExitCode {
  const { language, compiled, files, loaded, run, plan, asked } = settled
  const target = numberIn(total)
  if (!target) return refuse(io, language, [wrong('total', total, '8000000')])
  const clause = args.options.get('clause')
  const output =
    clause === undefined
      ? undefined
      : plan.outputs.find(
          ({ id, title, releases }) => id === clause || title === clause || releases === clause,
        )
  if (clause !== undefined && !output) {
    const ids = plan.outputs.map(({ id }) => id)
    const choices = nearest(clause, ids) ?? ids.slice(0, 8).join(' | ')
    return refuse(io, language, [usageFinding('BY912', { clause, choices })])
  }
  const found = valueNamed(settled, name)
  if ('finding' in found) return refuse(io, language, [found.finding])
  const { value, shown } = found
  const text = printExpression(value, language)
  const written = (option: string): Expr | undefined => {
    const at = args.options.get(option)
    return at === undefined ? undefined : expressionIn(at)
  }
  const grid = gridOf(value, written('step'))
  const low = args.options.has('from') ? grid?.stepOf(written('from') ?? value) : 0n
  const high = args.options.has('to')
    ? grid?.stepOf(written('to') ?? value)
    : grid && (grid.now <= 0n ? 100n : grid.now * 2n)
  if (!grid || low === undefined || high === undefined || high < low)
    return refuse(io, language, [
      usageFinding('BY977', { name: shown, text, example: `--from ${text} --to ${text}` }),
    ])
  const most = args.options.get('most') ?? String(usualBudget)
  if (!/^[1-9]\d{0,5}$/u.test(most)) return refuse(io, language, [wrong('most', most, '400')])
  const currency = plan.policy.currency
  const progress = progressOn(io)
  const answer = seekTotal(
    compiled,
    files.sources,
    loaded.rows,
    run.span,
    {
      name,
      grid,
      low,
      high,
      open: !args.options.has('to'),
      target,
      ...(output && { clause: output.id }),
      ...(currency !== undefined && { currency }),
      budget: Number(most),
      options: {
        opening: run.results.engine.opening,
        ...(run.results.engine.now !== undefined && { now: run.results.engine.now }),
      },
    },
    (done) => progress.step(seekWords.computing[language], done, Number(most)),
  )
  progress.end()
  const told = { settled, shown, grid, answer, target, period: asked.key, ...(output && { output }) }
  io.out(args.options.get('format') === 'json' ? seekJson(told) : seekText(told, io.paintOut))
  return answer.crossings.length + answer.exact.length > 0 ? 0 : 1
}

/** The written value that a name means, as `--set` names it. */
function valueNamed(
  { compiled, language }: Settled,
  written: string,
): { readonly value: Expr; readonly shown: string } | { readonly finding: Diagnostic } {
  const m = /^\s*([^[\]［］]+?)\s*(?:[[［]([^[\]［］]*)[\]］])?\s*$/u.exec(written)
  const name = m?.[1] ?? written
  const keys = (m?.[2] ?? '')
    .split(/[,，、]/u)
    .map((key) => key.trim())
    .filter((key) => key !== '')
  const parameters = compiled.program.files.flatMap(({ declarations, language: own }) =>
    declarations.flatMap((one) => (one.kind === 'parameter' ? [{ one, own }] : [])),
  )
  const found = parameters.find(({ one }) => one.name.text === name || one.title === name)
  if (!found) {
    const names = parameters.map(({ one }: { one: ParameterDeclaration }) => one.name.text)
    const near = nearest(name, names) ?? ''
    return { finding: usageFinding('BY970', { name, near, names: names.slice(0, 12).join(', ') || '–' }) }
  }
  const rows = valueRows(found.one, found.own ?? language)
  const row = rowOf(rows, keys)
  const id = found.one.name.text
  if (!row) {
    const examples = rowNames(id, rows, keys).join(', ')
    return { finding: usageFinding('BY973', { name: id, text: written, examples }) }
  }
  return { value: row.value, shown: keys.length === 0 ? id : `${id}[${keys.join(', ')}]` }
}

function expressionIn(text: string): Expr | undefined {
  const place = { source: 'seek', from: 0, to: text.length }
  return settingOf('x', place, text, place, collector())[0]?.value
}

/** `8000000`, `8_000_000`, `800万`. */
function numberIn(text: string) {
  const literal = valueOfLiteral({
    is: 'number',
    spelling: text.replace(/[,，_]/gu, '').replace(/ *(?:元|[A-Z]{3})$/u, ''),
  })
  return literal?.is === 'number' ? literal.value : undefined
}

function wrong(option: string, value: string, choices: string): Diagnostic {
  return usageFinding('BY903', { option: `--${option}`, value, choices })
}
