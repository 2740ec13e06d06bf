import { expect } from 'vitest'
import { severityOf } from '../../src/base/render.ts'
import { compile } from '../../src/compile.ts'
import type { Plan } from '../../src/plan/plan.ts'
import type { Answer, AnswerReason } from '../../src/targets/decide/answer.ts'

/** The plan of a policy without errors. */
export function planOf(text: string): Plan {
  const { plan, diagnostics } = compile([{ name: 'policy.bylaw', text }])
  expect(diagnostics.filter((d) => severityOf(d) === 'error')).toEqual([])
  if (!plan) throw new Error('no plan')
  return plan
}

/** `undecided BY801 at margin`. */
export function why(reason: AnswerReason | undefined): string {
  if (!reason) return 'decided'
  return [reason.state, reason.code, ...(reason.path === undefined ? [] : [`at ${reason.path}`])].join(' ')
}

/** The first result, or why it is not there. */
export function outcome(answer: Answer): string {
  const [first] = Object.values(answer.results)
  return answer.state === 'decided' ? String(first) : why(answer.reason)
}
