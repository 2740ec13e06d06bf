import { unreachable } from '../base/unreachable.ts'
import type * as ast from '../syntax/ast.ts'
import { checkAuthority } from './authority.ts'
import type { Definition } from './clauses.ts'
import { checkCommission } from './commission.ts'
import { checkCredit } from './credit.ts'
import { checkDecision } from './decision.ts'
import type { Environment, Over } from './environment.ts'
import { instanceId, instanceTitle } from './instances.ts'
import { checkLaw } from './law.ts'
import { checkParameter } from './parameter.ts'
import { checkPayout } from './payout.ts'
import { checkPenalty } from './penalty.ts'
import { checkScorecard } from './scorecard.ts'
import { checkSla } from './sla.ts'
import { checkTable } from './table.ts'
import { checkTarget } from './target.ts'
import { checkValue } from './value.ts'

/** A declaration as it is read over windows, or with other values in place of some it reads. */
export function checkInstance(
  env: Environment,
  declaration: ast.Declaration,
  over: Over,
  from: ast.Name,
): Definition | undefined {
  if (declaration.kind === 'value') return checkValue(env, declaration, over)
  const { name } = declaration
  const title = instanceTitle(declaration.title ?? name.text, over)
  const renamed = { name: { ...name, text: instanceId(name.text, over) }, title }
  switch (declaration.kind) {
    case 'commission':
      return checkCommission(env, { ...declaration, ...renamed }, over)
    case 'scorecard':
      return checkScorecard(env, { ...declaration, ...renamed }, over)
    case 'decision':
      return checkDecision(env, { ...declaration, ...renamed }, over)
    default:
      env.report('BY487', { name: name.text }, from.span)
      return undefined
  }
}

export function checkDeclaration(env: Environment, declaration: ast.Declaration): Definition | undefined {
  if ('grain' in declaration && declaration.grain.toDate && declaration.kind !== 'commission') {
    env.report('BY461', { name: declaration.name.text }, declaration.grain.span)
    return undefined
  }
  switch (declaration.kind) {
    case 'parameter':
      return checkParameter(env, declaration)
    case 'value':
      return checkValue(env, declaration)
    case 'table':
      return checkTable(env, declaration)
    case 'commission':
      return checkCommission(env, declaration)
    case 'scorecard':
      return checkScorecard(env, declaration)
    case 'sla':
      return checkSla(env, declaration)
    case 'decision':
      return checkDecision(env, declaration)
    case 'authority':
      return checkAuthority(env, declaration)
    case 'penalty':
      return checkPenalty(env, declaration)
    case 'law':
      return checkLaw(env, declaration)
    case 'payout':
      return checkPayout(env, declaration)
    case 'credit':
      return checkCredit(env, declaration)
    case 'target':
      return checkTarget(env, declaration)
    case 'policy':
    case 'record':
    case 'calendar':
      return undefined
    default:
      return unreachable(declaration)
  }
}
