import type * as cst from './generated/cst-types.ts'

/** The entry rules, and the tree that each gives. */
export type Entries = {
  readonly policyHeader: cst.PolicyHeaderCstNode
  readonly calendarHeader: cst.CalendarHeaderCstNode
  readonly calendarLine: cst.CalendarLineCstNode
  readonly slaLine: cst.SlaLineCstNode
  readonly recordHeader: cst.RecordHeaderCstNode
  readonly parameterHeader: cst.ParameterHeaderCstNode
  readonly valueDeclaration: cst.ValueDeclarationCstNode
  readonly tableHeader: cst.TableHeaderCstNode
  readonly clauseHeader: cst.ClauseHeaderCstNode
  readonly policyLine: cst.PolicyLineCstNode
  readonly existsLine: cst.ExistsLineCstNode
  readonly inForceLine: cst.InForceLineCstNode
  readonly fieldLine: cst.FieldLineCstNode
  readonly payStep: cst.PayStepCstNode
  readonly payoutStep: cst.PayoutStepCstNode
  readonly scorecardLine: cst.ScorecardLineCstNode
  readonly indicatorLine: cst.IndicatorLineCstNode
  readonly decisionLine: cst.DecisionLineCstNode
  readonly authorityLine: cst.AuthorityLineCstNode
  readonly verdict: cst.VerdictCstNode
  readonly penaltyHeader: cst.PenaltyHeaderCstNode
  readonly nthLine: cst.NthLineCstNode
  readonly lawHeader: cst.LawHeaderCstNode
  readonly lawLine: cst.LawLineCstNode
  readonly creditHeader: cst.CreditHeaderCstNode
  readonly creditLine: cst.CreditLineCstNode
  readonly targetHeader: cst.TargetHeaderCstNode
  readonly targetLine: cst.TargetLineCstNode
  readonly heading: cst.HeadingCstNode
  readonly cell: cst.CellCstNode
  readonly expression: cst.ExpressionCstNode
}
export type Entry = keyof Entries
