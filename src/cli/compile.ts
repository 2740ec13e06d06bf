import { createHash } from 'node:crypto'
import { relative, resolve } from 'node:path'
import type { Language, Words } from '../base/language.ts'
import { nearest } from '../base/nearest.ts'
import { hasErrors } from '../base/render.ts'
import { colon } from '../base/render-words.ts'
import { compile } from '../compile.ts'
import type { Plan } from '../plan/plan.ts'
import { rulesOf } from '../targets/rules/compile-rules.ts'
import type { RuleSet } from '../targets/rules/rule-set.ts'
import type { Command } from './command.ts'
import { chooseLanguage } from './language.ts'
import { policyLanguage } from './policy-language.ts'
import { findingsText } from './print-findings.ts'
import { readPolicy, reasonOf } from './read-policy.ts'
import { refuse, usageFinding } from './usage.ts'
import { replaceFile } from './write-files.ts'

const words = {
  written: { en: 'Rules', 'zh-Hans': '规则', 'zh-Hant': '規則' },
  of: { en: 'clauses', 'zh-Hans': '条款', 'zh-Hant': '條款' },
  notSaid: { en: 'No rule', 'zh-Hans': '不成规则', 'zh-Hant': '不成規則' },
} as const satisfies { readonly [key: string]: Words }

/** `bylaw compile`: the rule set as JSON, and on stderr what is no rule. */
export const compileCommand: Command = async (args, io) => {
  if (!args.options.has('to')) {
    const example = 'bylaw compile --to json-rules-engine'
    const found = usageFinding('BY904', { command: 'compile', option: '--to', example })
    return refuse(io, chooseLanguage(args, io), [found])
  }
  const files = await readPolicy(args.positionals, io)
  if (!files.ok) return refuse(io, chooseLanguage(args, io), files.found)
  const { program, plan, diagnostics } = compile(files.value.sources, files.value.forms)
  const language = chooseLanguage(args, io, policyLanguage(program))
  if (!plan || hasErrors(diagnostics)) {
    io.err(findingsText(diagnostics, files.value, 'pretty', language, io.paintErr))
    return 1
  }
  const asked = args.options.get('clause')?.split('\n')
  const clauses = asked?.map(
    (name) => plan.outputs.find(({ id, title }) => id === name || title === name)?.id ?? name,
  )
  const unknown = clauses?.filter((id) => !plan.outputs.some((output) => output.id === id)) ?? []
  if (unknown.length > 0)
    return refuse(
      io,
      language,
      unknown.map((clause) => usageFinding('BY912', { clause, choices: namesLike(plan, clause) })),
    )
  const ruleSet = rulesOf(plan, { digest: digestOf(plan), ...(clauses && { clauses }) })
  const text = `${JSON.stringify(ruleSet, undefined, 2)}\n`
  const path = args.options.get('out')
  if (path === undefined) io.out(text)
  else
    try {
      await replaceFile(resolve(io.cwd, path), text)
    } catch (error) {
      return refuse(io, language, [usageFinding('BY909', { path, reason: reasonOf(error) })])
    }
  io.err(report(ruleSet, path === undefined ? undefined : relative(io.cwd, resolve(io.cwd, path)), language))
  return asked !== undefined && ruleSet.notSaid.length > 0 ? 1 : 0
}

/** The same policy has the same digest, wherever it is compiled. */
function digestOf(plan: Plan): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(plan)).digest('hex')}`
}

function namesLike(plan: Plan, clause: string): string {
  const names = plan.outputs.flatMap(({ id, title }) => [id, ...(title === undefined ? [] : [title])])
  const ids = plan.outputs.map(({ id }) => id)
  return nearest(clause, names) ?? ids.slice(0, 8).join(' | ')
}

function report(ruleSet: RuleSet, path: string | undefined, language: Language): string {
  const between = colon(language)
  const { rules, clauses, notSaid } = ruleSet
  const counts = `${words.written[language]}${between}${rules.length} (${clauses.length} ${words.of[language]})`
  return [
    `${counts}${path === undefined ? '' : ` → ${path}`}`,
    ...notSaid.map(({ clause, reason }) => `${words.notSaid[language]}${between}${clause}: ${reason}`),
    '',
  ].join('\n')
}
