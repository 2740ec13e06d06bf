import { collector, type Diagnostic, type Report } from '../../base/diagnostic.ts'
import { nearest } from '../../base/nearest.ts'
import type { Source } from '../../base/span.ts'
import type { Parameter } from '../../check/checked.ts'
import type { Checked } from '../../check/clauses.ts'
import { describe, type Type } from '../../check/types.ts'
import { type Compiled, compileProgram } from '../../compile.ts'
import type { Declaration, ParameterDeclaration, Program } from '../../syntax/ast.ts'
import { printExpression } from '../../syntax/print-expressions.ts'
import { rowNames, rowOf, type ValueRow, valueRows } from './parameter-rows.ts'
import type { Setting } from './setting.ts'

/** What is different from the policy as it is written: `base_rate = 3.5% instead of 3%`. */
export type Changed = { readonly name: string; readonly value: string; readonly instead: string }

export type Overlaid = {
  readonly compiled?: Compiled
  readonly changed: readonly Changed[]
  /** What is wrong with the settings; then there is nothing to run. */
  readonly found: readonly Diagnostic[]
}

/**
 * The policy with other values for some of its parameters: what it would be if they were written in its text. Each value
 * must be of the parameter's own kind. `sources` are those of the policy and of the settings.
 */
export function overlay(
  { program, checked }: Pick<Compiled, 'program' | 'checked'>,
  settings: readonly Setting[],
  sources: readonly Source[],
): Overlaid {
  const { found, report } = collector()
  const changed: Changed[] = []
  let now = program
  for (const setting of settings) {
    const next = withSetting(now, checked, setting, report)
    if (!next) continue
    now = next.program
    changed.push(next.changed)
  }
  if (found.length > 0) return { changed, found }
  const compiled = compileProgram(now, sources)
  for (const setting of settings) checkKind(checked, compiled.checked, setting, program, report)
  if (found.length > 0) return { changed, found }
  return { compiled, changed, found: compiled.plan ? [] : compiled.diagnostics }
}

function withSetting(
  program: Program,
  checked: Checked,
  setting: Setting,
  report: Report,
): { readonly program: Program; readonly changed: Changed } | undefined {
  const parameters = program.files.flatMap((file) => file.declarations.filter(isParameter))
  const declaration = parameters.find(
    ({ name, title }) => name.text === setting.name || title === setting.name,
  )
  if (!declaration) {
    const names = parameters.map(({ name }) => name.text)
    const near = nearest(setting.name, names) ?? ''
    const offered = names.slice(0, 12).join(', ')
    report('BY970', { name: setting.name, near, names: offered === '' ? '–' : offered }, setting.span)
    return undefined
  }
  const file = program.files.find(({ declarations }) => declarations.includes(declaration))
  const language = file?.language ?? checked.policy.language
  const rows = valueRows(declaration, language)
  const row = rowOf(rows, setting.keys)
  if (!row) {
    const written = setting.keys.length > 0 ? `${setting.name}[${setting.keys.join(', ')}]` : setting.name
    const examples = rowNames(declaration.name.text, rows, setting.keys).join(', ')
    report('BY973', { name: declaration.name.text, text: written, examples }, setting.span)
    return undefined
  }
  const to = row.put(setting.value)
  return {
    program: {
      files: program.files.map((one) => ({
        ...one,
        declarations: one.declarations.map((each): Declaration => (each === declaration ? to : each)),
      })),
    },
    changed: {
      name: shownName(declaration, row),
      value: printExpression(setting.value, language),
      instead: printExpression(row.value, language),
    },
  }
}

function isParameter(declaration: Declaration): declaration is ParameterDeclaration {
  return declaration.kind === 'parameter'
}

function shownName({ name }: ParameterDeclaration, { keys, from }: ValueRow): string {
  const all = [...keys, ...(from === undefined ? [] : [from])]
  return all.length === 0 ? name.text : `${name.text}[${all.join(', ')}]`
}

/** Whether a value is of the kind that the parameter was. */
function checkKind(
  before: Checked,
  after: Checked,
  setting: Setting,
  program: Program,
  report: Report,
): void {
  const old = parameterNamed(before, setting, program)
  const next = parameterNamed(after, setting, program)
  if (!old || !next || isAlike(old.type, next.type)) return
  const [row] = old.rows
  const written = row && printExample(program, old.id)
  report(
    'BY972',
    {
      name: old.id,
      expected: describe(old.type),
      text: setting.text,
      found: describe(next.type),
      example: written ?? '',
    },
    setting.valueSpan,
  )
}

function printExample(program: Program, id: string): string | undefined {
  for (const { declarations, language } of program.files)
    for (const one of declarations)
      if (isParameter(one) && one.name.text === id) {
        const [row] = valueRows(one, language)
        return row && printExpression(row.value, language)
      }
  return undefined
}

function parameterNamed(checked: Checked, { name }: Setting, program: Program): Parameter | undefined {
  const declared = program.files
    .flatMap(({ declarations }) => declarations)
    .find((one) => isParameter(one) && (one.name.text === name || one.title === name))
  const id = declared?.name.text
  const found = checked.order.find((one) => one.kind === 'parameter' && one.id === id)
  return found?.kind === 'parameter' ? found : undefined
}

function isAlike(a: Type, b: Type): boolean {
  if (a.is === 'error' || b.is === 'error') return true
  if (a.is === 'number' && b.is === 'number') return describe(a) === describe(b)
  return a.is === b.is
}
