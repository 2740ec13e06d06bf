import type * as checked from '../check/checked.ts'
import type * as clauses from '../check/clauses.ts'
import { partType } from '../check/credited.ts'
import { fixed } from '../check/types.ts'
import { planType, type Site } from './builder.ts'
import { addExpr } from './columns.ts'
import { absent } from './credit-columns.ts'
import { column } from './expressions.ts'
import { creditedRows, seenFromLine } from './lower-credited.ts'
import type { Expr, Id, Output } from './plan.ts'

/** What a clause pays by credit: a line for each party of each row, with its part of the amount. */
export function lowerCreditedPay(
  rows: Site,
  clause: clauses.Commission,
  credited: checked.Credited,
  amount: Id,
  posting: Id | undefined,
): Pick<Output, 'grain' | 'column' | 'payee' | 'releases'> & Pick<Output, 'posting'> {
  const { builder } = rows
  const { span } = clause
  const found = builder.credits.get(credited.credit)
  const record = clause.scope.grain.record
  if (!found || record === undefined) throw new Error(`no credit ${credited.credit}`)
  const { credit } = found
  const lines = creditedRows(rows, { record, path: [], span }, credited, { record: credit.party })
  const none: Expr = { op: 'fail', state: absent(rows, credit) }
  const exact = fixed(clause.type)
  const part = column(lines.parts(amount, exact))
  const nobody: Expr = { op: 'is', what: 'not-applicable', a: column(lines.party) }
  const paid = builder.column({
    id: `${clause.id}.credited`,
    grain: builder.grain(lines.site.grain),
    type: seenFromLine(planType(partType(credit, exact))),
    expr: {
      op: 'choose',
      cases: [
        { when: nobody, then: none },
        { when: column(lines.where(false)), then: part },
      ],
      otherwise: none,
    },
    label: clause.title ?? clause.id,
    origin: builder.origin(span),
  })
  const left: Expr = { op: 'is', what: 'not-applicable', a: column(paid) }
  const day =
    posting &&
    addExpr(
      lines.site,
      'posting',
      { is: 'date' },
      {
        op: 'choose',
        cases: [{ when: left, then: none }],
        otherwise: column(lines.carry(posting, { is: 'date' })),
      },
      span,
    )
  return {
    grain: builder.grain(lines.site.grain),
    column: paid,
    payee: { column: lines.party, relation: credit.party },
    releases: clause.id,
    ...(day !== undefined && { posting: day }),
  }
}
