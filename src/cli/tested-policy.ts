import type { Diagnostic } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import { hasErrors } from '../base/render.ts'
import { compile } from '../compile.ts'
import type { Plan } from '../plan/plan.ts'
import type { Acceptance } from '../review/cases/accepted.ts'
import type { Case } from '../review/cases/case.ts'
import { readCases } from '../review/cases/read-cases.ts'
import type { Program } from '../syntax/ast.ts'
import { type CaseFiles, readCaseFiles, splitCaseFiles } from './case-files.ts'
import type { Arguments } from './command.ts'
import type { ExitCode, Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { policyLanguage } from './policy-language.ts'
import { findingsText } from './print-findings.ts'
import { type PolicyFiles, readPolicy } from './read-policy.ts'
import { refuse } from './usage.ts'

/** A policy with the cases that lie beside it: what everything that reviews it starts from. */
export type Tested = {
  readonly files: PolicyFiles
  readonly caseFiles: CaseFiles
  readonly language: Language
  readonly program: Program
  readonly plan: Plan
  readonly cases: readonly Case[]
  /** What somebody has accepted as shown by no case. */
  readonly accepted: readonly Acceptance[]
}

export type Testing =
  | { readonly ok: true; readonly value: Tested }
  | { readonly ok: false; readonly code: ExitCode }

/** Reads a policy and its cases. What stops it has been said on stderr: 1 a mistake in the policy, 2 in a file of cases. */
export async function testedPolicy(args: Arguments, io: Io): Promise<Testing> {
  const named = splitCaseFiles(args.positionals)
  const files = await readPolicy(named.policy, io)
  if (!files.ok) return { ok: false, code: refuse(io, chooseLanguage(args, io), files.found) }
  const { program, plan, diagnostics } = compile(files.value.sources, files.value.forms)
  const language = chooseLanguage(args, io, policyLanguage(program))
  if (plan === undefined || hasErrors(diagnostics)) {
    io.err(findingsText(diagnostics, files.value, 'pretty', language, io.paintErr))
    return { ok: false, code: 1 }
  }
  const caseFiles = await readCaseFiles(named.cases, files.value.folder, io)
  if (!caseFiles.ok) return { ok: false, code: refuse(io, language, caseFiles.found) }
  const { cases, accepted, found } = readCases(plan, caseFiles.value.sources)
  if (found.length > 0) io.err(caseFindings(found, caseFiles.value, files.value, language, io))
  if (hasErrors(found)) return { ok: false, code: 2 }
  return {
    ok: true,
    value: { files: files.value, caseFiles: caseFiles.value, language, program, plan, cases, accepted },
  }
}

/** What is wrong in files of cases, as it is shown. */
export function caseFindings(
  found: readonly Diagnostic[],
  { sources }: CaseFiles,
  files: PolicyFiles,
  language: Language,
  io: Io,
): string {
  return findingsText(found, { ...files, sources, pathOf: (name) => name }, 'pretty', language, io.paintErr)
}
