/**
 * The public names of bylaw: compile a policy, read its data, run it, explain it. Everything here is pure and runs in
 * a browser; files, terminals and exit codes are the command line's.
 */
export { nothingKept } from './analyse.ts'
export { catalogue } from './base/catalogue.ts'
export { type Code, entryOf } from './base/codes.ts'
export { formatDay } from './base/day.ts'
export { type Decimal, formatGrouped, parseDecimal } from './base/decimal.ts'
export type { Cell, Diagnostic, Edit } from './base/diagnostic.ts'
export type { Entry, Severity } from './base/entry.ts'
export { type Language, languages, type Words } from './base/language.ts'
export { type Instant, readInstant } from './base/local-time.ts'
export {
  hasErrors,
  helpOf,
  inOrder,
  messageOf,
  pageOf,
  reasonText,
  renderPretty,
  severityOf,
} from './base/render.ts'
export { renderGithub } from './base/render-github.ts'
export { type FindingsReport, type JsonFinding, renderJson, reportOf } from './base/render-json.ts'
export { indexLines, type Lines } from './base/render-lines.ts'
export { type Paint, plain, type Style } from './base/render-paint.ts'
export { type Position, positionAt, type Source, type Span } from './base/span.ts'
export type { Hours, WorkCalendar, Zone } from './base/work-calendar.ts'
export { calendarNamed } from './calendar/china.ts'
export { type Period, parsePeriod, periodAt, periodsBetween } from './calendar/periods.ts'
export {
  addDaysOfHours,
  addWorking,
  addWorkingDays,
  nextWorkingDay,
  type Unknown,
  type WorkingTime,
  workingBetween,
  workingDayFrom,
  workingTimeOf,
} from './calendar/working-time.ts'
export { type Compiled, compile, compileProgram } from './compile.ts'
export { chooseFiles, expectedFile } from './data/choose-files.ts'
export type { ColumnSource, DataConfig, RecordSource } from './data/data-config.ts'
export { tableCsv, widthOf, withCell, withCells, withoutRow, withRow } from './data/edit-table.ts'
export { type CellValue, type RowObject, rowsFromObjects } from './data/from-objects.ts'
export { findHeading } from './data/headings.ts'
export { type Match, type MatchHow, matchColumns, matchRecord } from './data/match-columns.ts'
export { readConfig } from './data/read-config.ts'
export { type Loaded, loadRows } from './data/read-rows.ts'
export { csvOf, readTable, writeTable } from './data/read-table.ts'
export { guessStyle, shareStyles } from './data/share-style.ts'

export { needing, rowsKey } from './data/shared-rows.ts'
export { sheetNumber, sheetTime } from './data/sheet-text.ts'
export type { Table, TableRow } from './data/table.ts'
export { pastedRows } from './data/table-csv.ts'
export { writeConfig } from './data/write-config.ts'
export { type CsvCell, plainCell, textCell, writeCsv } from './data/write-csv.ts'

export { type Completion, completions } from './editor/completion.ts'
export { type Documents, documentsOf, withText } from './editor/documents.ts'
export { editedText } from './editor/edits.ts'
export { type EditorFinding, type Fix, findings, mistakes, translations } from './editor/findings.ts'
export { type Fold, folds } from './editor/folding.ts'
export { format } from './editor/format.ts'
export { type Hover, hover, hoverMarkdown } from './editor/hover.ts'
export { type Lens, lenses } from './editor/lenses.ts'
export { type MonarchTable, monarchTable, textMateGrammar } from './editor/monarch.ts'
export { type OutlineItem, outline } from './editor/outline.ts'
export { initialsOf, isFoundBy } from './editor/pinyin.ts'
export { definition, references } from './editor/references.ts'
export { type Renamed, rename, renameable } from './editor/rename.ts'
export { type SemanticToken, semanticTokens, type TokenKind, tokenKinds } from './editor/tokens.ts'

export type { Field, Plan, Relation, Type } from './plan/plan.ts'
export type { DataProblem, Rows } from './plan/rows.ts'
export type { Acceptance } from './review/cases/accepted.ts'
export { confirmed, namesIn, withCase } from './review/cases/add-case.ts'
export type { Case, Expectation } from './review/cases/case.ts'
export type { CaseOutcome, CaseRun, Difference } from './review/cases/case-run.ts'
export { type Person as CasePerson, type PersonCase, personCase } from './review/cases/person-case.ts'
export { readCases } from './review/cases/read-cases.ts'
export { reportOfCases } from './review/cases/report.ts'
export { runCase } from './review/cases/run-case.ts'
export { newKnownRuns, runCases } from './review/cases/run-cases.ts'
export { updatesOf, withEdits } from './review/cases/update.ts'
export { barsPicture } from './review/charts/bars-picture.ts'
export { type CurveData, curvePicture, type Point } from './review/charts/curve-picture.ts'
export { curveTexts } from './review/charts/curve-texts.ts'
export { histogramOf, histogramPicture } from './review/charts/histogram.ts'
export { payCurves } from './review/charts/pay-curves.ts'
export { type PersonChart, personChart } from './review/charts/person-chart.ts'
export { scorePicture } from './review/charts/score-picture.ts'
export { waterfallPicture } from './review/charts/waterfall.ts'
export { type Hunk, hunksOf, stepsOfHunks } from './review/compare/hunks.ts'
export { type CoveredLine, coverCases, coveredLines } from './review/coverage/cover-cases.ts'
export { percentOf } from './review/coverage/coverage.ts'
export { missingText } from './review/coverage/say.ts'
export { type CourseDay, type DeadlineCourse, deadlineCourse } from './review/deadlines/course.ts'
export {
  deadlinesOf,
  isOpen,
  lengthOfLimit,
  lengthText,
  momentText,
  stateText,
} from './review/deadlines/deadlines.ts'
export { differenceReport } from './review/difference/report.ts'
export { diffText as differenceText } from './review/difference/text.ts'
export {
  compareDecimals,
  exact as exactDecimal,
  minus as minusDecimal,
  plus as plusDecimals,
} from './review/impact/amount.ts'
export type { Edit as PolicyEdit } from './review/impact/edit.ts'
export type { RowsFor } from './review/impact/edited-runs.ts'
export { type GateResult, type Gates, gateResults } from './review/impact/gates.ts'
export type { Impact } from './review/impact/impact.ts'
export { type ImpactInput, measureImpact } from './review/impact/measure.ts'
export {
  changesNothing,
  headlines as impactHeadlines,
  type Section as ImpactSection,
  sectionsOf as impactSections,
} from './review/impact/sections.ts'
export { impactHtml } from './review/impact/to-html.ts'
export { impactJson } from './review/impact/to-json.ts'
export { impactMarkdown } from './review/impact/to-markdown.ts'
export type { Version } from './review/impact/version.ts'
export { moreOf, oneMore } from './review/seek/one-more.ts'
export { leftOut } from './review/statement/left-out.ts'
export { type OpenMatter, openMatters } from './review/statement/open-matters.ts'
export { openedValue } from './review/statement/opened-value.ts'
export { mainResult, readableName, readableValue } from './review/statement/readable.ts'
export {
  type Flag,
  type Measure,
  type Measured,
  standingId,
  standingsOf,
} from './review/statement/standing.ts'
export { type StatedRun, statementLine, statementOf } from './review/statement/statement.ts'
export { touchedBy } from './review/statement/touched.ts'
export type {
  ConditionView,
  ExplanationView,
  LeftOutView,
  LineText,
  NextTierView,
  OutcomeView,
  PlaceView,
  ReasonView,
  RowsView,
  RowView,
  ShortView,
  Statement,
  StatementLine,
  StepView,
  TouchedPerson,
  TouchedRows,
  TouchedView,
  ValueView,
  WhyNotView,
} from './review/statement/view.ts'
export { type MissingCases, suggestMissing } from './review/suggest/suggest-missing.ts'
export { type ApprovalGroup, approvalChain } from './review/tables/approval-chain.ts'
export { type DrawnTable, drawnTable } from './review/tables/drawn-table.ts'
export type { File, Program } from './syntax/ast.ts'
export { parse } from './syntax/parse.ts'
export { print } from './syntax/print.ts'
export { attachedNames, type Form } from './syntax/read.ts'
export type { OtherRows } from './targets/decide/among.ts'
export type {
  Answer,
  AnswerReason,
  DecisionExplanation,
  MatchedRow,
  ResultValue,
} from './targets/decide/answer.ts'
export { reasonLine } from './targets/decide/answer.ts'
export { type Decider, type DeciderOptions, decider } from './targets/decide/decider.ts'
export type { AxisClass } from './targets/decide/heat/axis-classes.ts'
export { type HeatAxis, type HeatCell, heatAxes, heatMap } from './targets/decide/heat/heat-map.ts'
export type { DecisionInput } from './targets/decide/inputs.ts'
export {
  type AskedInput,
  type DecisionQuestion,
  isShare,
  questionOf,
  relationAlong,
  requestOf,
} from './targets/decide/question.ts'
export { saidInRun } from './targets/decide/said-in-run.ts'
export { typesText } from './targets/decide/type-text.ts'
export {
  type AskedPeriod,
  askedPeriod,
  knownPeriods,
  paidKind,
  usualPeriod,
} from './targets/evaluate/asked-period.ts'
export { type EvaluateOptions, evaluate, type Results } from './targets/evaluate/evaluate.ts'
export { explain, type Question } from './targets/evaluate/explain.ts'
export { linesAgain } from './targets/evaluate/lines-again.ts'
export {
  exactText,
  groupedText,
  isPaying,
  type PayoutRow,
  type Payouts,
  payoutsOf,
  type Sum,
  titleOf,
} from './targets/evaluate/payouts.ts'
export { printExplanation } from './targets/evaluate/print-explanation.ts'
export { brieflyShown, printShown } from './targets/evaluate/print-shown.ts'
export { type LineFilter, lines, type Named, type ResultLine } from './targets/evaluate/results.ts'
export { shownValue } from './targets/evaluate/shown.ts'
export type {
  Explanation,
  Formula,
  Ref,
  Shown,
  TraceStep,
  TraceValue,
  Why,
} from './targets/evaluate/trace.ts'
export type { Value } from './targets/evaluate/value.ts'
export { why } from './targets/evaluate/why.ts'
export { type RuleSetOptions, rulesOf } from './targets/rules/compile-rules.ts'
export type { RuleSet } from './targets/rules/rule-set.ts'
export { yamlForm } from './yaml-form/form.ts'
export { schemaOf } from './yaml-form/schema.ts'
