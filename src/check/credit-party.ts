import type * as ast from '../syntax/ast.ts'
import type { RecordSymbol, Typed } from './checked.ts'
import type { Context } from './environment.ts'
import { isSelf, pathsIn, selfNames } from './names.ts'

/** The result of a credit that stands for whoever is credited: known only while its lines are worked out. */
export const partyResult = '~party'

/** Whether an expression names the one who is credited, by the record's own name: `Assignment(person).team`. */
export function namesParty(expr: ast.Expr, party: RecordSymbol): boolean {
  return pathsIn(expr).some(({ parts: [head] }) => head !== undefined && isSelf(party, head.text))
}

/** The context of a row, where the record's name means the one who is credited with it. */
export function withParty(context: Context, party: RecordSymbol, credit: ast.Name): Context {
  const typed: Typed = {
    is: 'result',
    of: credit.text,
    result: partyResult,
    grain: context.grain,
    type: { is: 'ref', record: party.id },
    span: credit.span,
  }
  const names = selfNames(party).map((name) => [name, typed] as const)
  return { ...context, locals: new Map([...(context.locals ?? []), ...names]) }
}
