// Generated from the grammar: UPDATE=1 npx vitest run test/syntax/cst-types.test.ts
import type { CstNode, IToken } from "chevrotain";

export interface ReceiverCstNode extends CstNode {
  name: "receiver";
  children: ReceiverCstChildren;
}

export type ReceiverCstChildren = {
  Word: IToken[];
};

export interface ProrationCstNode extends CstNode {
  name: "proration";
  children: ProrationCstChildren;
}

export type ProrationCstChildren = {
  Word: IToken[];
};

export interface RoundingModeCstNode extends CstNode {
  name: "roundingMode";
  children: RoundingModeCstChildren;
}

export type RoundingModeCstChildren = {
  Word: IToken[];
};

export interface ExpressionCstNode extends CstNode {
  name: "expression";
  children: ExpressionCstChildren;
}

export type ExpressionCstChildren = {
  choice?: ChoiceCstNode[];
  logical?: LogicalCstNode[];
};

export interface ChoiceCstNode extends CstNode {
  name: "choice";
  children: ChoiceCstChildren;
}

export type ChoiceCstChildren = {
  If: IToken[];
  when: ExpressionCstNode[];
  Then: IToken[];
  yes: ExpressionCstNode[];
  Else: IToken[];
  no: ExpressionCstNode[];
};

export interface LogicalCstNode extends CstNode {
  name: "logical";
  children: LogicalCstChildren;
}

export type LogicalCstChildren = {
  negation: (NegationCstNode)[];
  LogicalOperator?: IToken[];
};

export interface NegationCstNode extends CstNode {
  name: "negation";
  children: NegationCstChildren;
}

export type NegationCstChildren = {
  Not?: IToken[];
  comparison: ComparisonCstNode[];
};

export interface ComparisonCstNode extends CstNode {
  name: "comparison";
  children: ComparisonCstChildren;
}

export type ComparisonCstChildren = {
  sum: SumCstNode[];
  test?: TestCstNode[];
};

export interface TestCstNode extends CstNode {
  name: "test";
  children: TestCstChildren;
}

export type TestCstChildren = {
  ComparisonOperator?: IToken[];
  sum?: SumCstNode[];
  In?: IToken[];
  NotIn?: IToken[];
  LeftParen?: IToken[];
  expression?: ExpressionCstNode[];
  Comma?: IToken[];
  RightParen?: IToken[];
  Missing?: IToken[];
  Present?: IToken[];
  Applicable?: IToken[];
  NotApplicable?: IToken[];
};

export interface SumCstNode extends CstNode {
  name: "sum";
  children: SumCstChildren;
}

export type SumCstChildren = {
  product: (ProductCstNode)[];
  AdditiveOperator?: IToken[];
};

export interface ProductCstNode extends CstNode {
  name: "product";
  children: ProductCstChildren;
}

export type ProductCstChildren = {
  adjusted: (AdjustedCstNode)[];
  MultiplicativeOperator?: IToken[];
};

export interface AdjustedCstNode extends CstNode {
  name: "adjusted";
  children: AdjustedCstChildren;
}

export type AdjustedCstChildren = {
  operand: OperandCstNode[];
  adjustment?: AdjustmentCstNode[];
};

export interface AdjustmentCstNode extends CstNode {
  name: "adjustment";
  children: AdjustmentCstChildren;
}

export type AdjustmentCstChildren = {
  IfMissing?: IToken[];
  instead?: OperandCstNode[];
  Clamp?: IToken[];
  low?: OperandCstNode[];
  To?: (IToken)[];
  high?: OperandCstNode[];
  Rounded?: IToken[];
  UpTo?: IToken[];
  roundingMode?: RoundingModeCstNode[];
  unit?: OperandCstNode[];
  remainder?: (RemainderCstNode)[];
  SharedBy?: IToken[];
  weight?: OperandCstNode[];
  Within?: IToken[];
  reference?: ReferenceCstNode[];
  ProratedBy?: IToken[];
  proration?: ProrationCstNode[];
  InLast?: IToken[];
  DurationLiteral?: IToken[];
  NumberLiteral?: IToken[];
  Word?: (IToken)[];
  together?: (TogetherCstNode)[];
  SoFar?: IToken[];
  In?: IToken[];
  Of?: IToken[];
  held?: OperandCstNode[];
  InPrevious?: IToken[];
  AsOf?: IToken[];
  day?: OperandCstNode[];
  With?: IToken[];
  replaced?: IToken[];
  ReplacedBy?: IToken[];
  by?: IToken[];
  YearToDate?: IToken[];
  HalfYearToDate?: IToken[];
  QuarterToDate?: IToken[];
};

export interface TogetherCstNode extends CstNode {
  name: "together";
  children: TogetherCstChildren;
}

export type TogetherCstChildren = {
  Within: IToken[];
  reference: (ReferenceCstNode)[];
  Comma?: IToken[];
};

export interface RemainderCstNode extends CstNode {
  name: "remainder";
  children: RemainderCstChildren;
}

export type RemainderCstChildren = {
  Comma?: IToken[];
  Remainder?: IToken[];
  To?: IToken[];
  receiver?: ReceiverCstNode[];
  By?: IToken[];
  operand?: OperandCstNode[];
};

export interface OperandCstNode extends CstNode {
  name: "operand";
  children: OperandCstChildren;
}

export type OperandCstChildren = {
  MinusSign?: IToken[];
  primary: PrimaryCstNode[];
};

export interface PrimaryCstNode extends CstNode {
  name: "primary";
  children: PrimaryCstChildren;
}

export type PrimaryCstChildren = {
  Literal?: IToken[];
  Text?: IToken[];
  reference?: ReferenceCstNode[];
  anyCall?: AnyCallCstNode[];
  LeftParen?: IToken[];
  expression?: ExpressionCstNode[];
  RightParen?: IToken[];
  pick?: PickCstNode[];
  paidOn?: PaidOnCstNode[];
  rank?: RankCstNode[];
  True?: IToken[];
  False?: IToken[];
  Missing?: IToken[];
};

export interface PickCstNode extends CstNode {
  name: "pick";
  children: PickCstChildren;
}

export type PickCstChildren = {
  LargerOf?: IToken[];
  SmallerOf?: IToken[];
  sum: SumCstNode[];
  Comma?: IToken[];
};

export interface RankCstNode extends CstNode {
  name: "rank";
  children: RankCstChildren;
}

export type RankCstChildren = {
  RankOf: IToken[];
  sum: SumCstNode[];
  Within?: IToken[];
  reference?: ReferenceCstNode[];
};

export interface PaidOnCstNode extends CstNode {
  name: "paidOn";
  children: PaidOnCstChildren;
}

export type PaidOnCstChildren = {
  PaidOn: IToken[];
  reference: ReferenceCstNode[];
  By: IToken[];
  Word: IToken[];
};

export interface ReferenceCstNode extends CstNode {
  name: "reference";
  children: ReferenceCstChildren;
}

export type ReferenceCstChildren = {
  Word: (IToken)[];
  callArguments?: CallArgumentsCstNode[];
  Dot?: IToken[];
};

export interface AnyCallCstNode extends CstNode {
  name: "anyCall";
  children: AnyCallCstChildren;
}

export type AnyCallCstChildren = {
  Any: IToken[];
  callArguments: CallArgumentsCstNode[];
};

export interface CallArgumentsCstNode extends CstNode {
  name: "callArguments";
  children: CallArgumentsCstChildren;
}

export type CallArgumentsCstChildren = {
  LeftParen: IToken[];
  expression?: (ExpressionCstNode)[];
  Comma?: (IToken)[];
  callClause?: CallClauseCstNode[];
  RightParen: IToken[];
};

export interface CallClauseCstNode extends CstNode {
  name: "callClause";
  children: CallClauseCstChildren;
}

export type CallClauseCstChildren = {
  Where?: IToken[];
  Posting?: IToken[];
  Via?: IToken[];
  expression?: ExpressionCstNode[];
  For?: IToken[];
  creditUse?: CreditUseCstNode[];
};

export interface CreditUseCstNode extends CstNode {
  name: "creditUse";
  children: CreditUseCstChildren;
}

export type CreditUseCstChildren = {
  Word: IToken[];
};

export interface PayStepCstNode extends CstNode {
  name: "payStep";
  children: PayStepCstChildren;
}

export type PayStepCstChildren = {
  Gate?: IToken[];
  expression?: (ExpressionCstNode)[];
  Start?: IToken[];
  Times?: IToken[];
  condition?: (ConditionCstNode)[];
  Prorate?: IToken[];
  By?: IToken[];
  proration?: ProrationCstNode[];
  Rate?: IToken[];
  Of?: IToken[];
  base?: ExpressionCstNode[];
  tiers?: (TiersCstNode)[];
  Plus?: IToken[];
  Minus?: IToken[];
  Cap?: IToken[];
  excess?: ExcessCstNode[];
  Floor?: IToken[];
  recovery?: RecoveryCstNode[];
  rounding?: RoundingCstNode[];
  LimitByLaw?: IToken[];
  law?: ExpressionCstNode[];
  Release?: IToken[];
  releasePart?: ReleasePartCstNode[];
  Comma?: IToken[];
  CancelledOn?: IToken[];
};

export interface ReleasePartCstNode extends CstNode {
  name: "releasePart";
  children: ReleasePartCstChildren;
}

export type ReleasePartCstChildren = {
  share: ExpressionCstNode[];
  On?: IToken[];
  day?: ExpressionCstNode[];
  ProRataAs?: IToken[];
  InFullWhen?: IToken[];
  collected?: ExpressionCstNode[];
  Reaches?: IToken[];
  reached?: ExpressionCstNode[];
};

export interface ExcessCstNode extends CstNode {
  name: "excess";
  children: ExcessCstChildren;
}

export type ExcessCstChildren = {
  Lost?: IToken[];
  Carried?: IToken[];
};

export interface RecoveryCstNode extends CstNode {
  name: "recovery";
  children: RecoveryCstChildren;
}

export type RecoveryCstChildren = {
  Carried?: IToken[];
  Recovered?: IToken[];
  rate?: ExpressionCstNode[];
  From?: IToken[];
  from?: ExpressionCstNode[];
  ForgivenWhen?: IToken[];
  forgiven?: ExpressionCstNode[];
};

export interface ConditionCstNode extends CstNode {
  name: "condition";
  children: ConditionCstChildren;
}

export type ConditionCstChildren = {
  When?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface RoundingCstNode extends CstNode {
  name: "rounding";
  children: RoundingCstChildren;
}

export type RoundingCstChildren = {
  Round: IToken[];
  expression: ExpressionCstNode[];
  roundingMode: RoundingModeCstNode[];
};

export interface TiersCstNode extends CstNode {
  name: "tiers";
  children: TiersCstChildren;
}

export type TiersCstChildren = {
  Tiers: IToken[];
  tierMode: TierModeCstNode[];
  Of?: IToken[];
  of?: ExpressionCstNode[];
  By?: IToken[];
  by?: ExpressionCstNode[];
  Extend?: IToken[];
  fromFile?: FromFileCstNode[];
};

export interface FromFileCstNode extends CstNode {
  name: "fromFile";
  children: FromFileCstChildren;
}

export type FromFileCstChildren = {
  From: IToken[];
  Text: IToken[];
};

export interface TierModeCstNode extends CstNode {
  name: "tierMode";
  children: TierModeCstChildren;
}

export type TierModeCstChildren = {
  Word: IToken[];
};

export interface PayoutStepCstNode extends CstNode {
  name: "payoutStep";
  children: PayoutStepCstChildren;
}

export type PayoutStepCstChildren = {
  Add?: IToken[];
  Take?: IToken[];
  BestOf?: IToken[];
  expression?: (ExpressionCstNode)[];
  Comma?: (IToken)[];
  Cap?: IToken[];
  excess?: ExcessCstNode[];
  Over?: IToken[];
  Word?: IToken[];
  Floor?: IToken[];
  recovery?: RecoveryCstNode[];
  LimitByLaw?: IToken[];
  law?: ExpressionCstNode[];
  rounding?: RoundingCstNode[];
};

export interface DeclaredNameCstNode extends CstNode {
  name: "declaredName";
  children: DeclaredNameCstChildren;
}

export type DeclaredNameCstChildren = {
  Word: IToken[];
};

export interface PeriodKindCstNode extends CstNode {
  name: "periodKind";
  children: PeriodKindCstChildren;
}

export type PeriodKindCstChildren = {
  Word: IToken[];
};

export interface ExistsLineCstNode extends CstNode {
  name: "existsLine";
  children: ExistsLineCstChildren;
}

export type ExistsLineCstChildren = {
  Exists: IToken[];
  From: IToken[];
  first: IToken[];
  Until?: IToken[];
  last?: IToken[];
};

export interface InForceLineCstNode extends CstNode {
  name: "inForceLine";
  children: InForceLineCstChildren;
}

export type InForceLineCstChildren = {
  InForce: IToken[];
  From: IToken[];
  first: IToken[];
  Until?: IToken[];
  last?: IToken[];
  By: IToken[];
  keys: IToken[];
  Comma?: IToken[];
};

export interface FieldLineCstNode extends CstNode {
  name: "fieldLine";
  children: FieldLineCstChildren;
}

export type FieldLineCstChildren = {
  Word: IToken[];
  fieldType: FieldTypeCstNode[];
  fieldMark?: FieldMarkCstNode[];
};

export interface FieldTypeCstNode extends CstNode {
  name: "fieldType";
  children: FieldTypeCstChildren;
}

export type FieldTypeCstChildren = {
  OneOf?: IToken[];
  memberName?: MemberNameCstNode[];
  Comma?: IToken[];
  Word?: IToken[];
  typeBound?: TypeBoundCstNode[];
};

export interface MemberNameCstNode extends CstNode {
  name: "memberName";
  children: MemberNameCstChildren;
}

export type MemberNameCstChildren = {
  Word?: IToken[];
  Text?: IToken[];
};

export interface TypeBoundCstNode extends CstNode {
  name: "typeBound";
  children: TypeBoundCstChildren;
}

export type TypeBoundCstChildren = {
  CurrencyCode?: IToken[];
  In?: IToken[];
  Currency?: IToken[];
  Word?: IToken[];
  To?: IToken[];
  operand?: (OperandCstNode)[];
  Per?: IToken[];
  periodKind?: PeriodKindCstNode[];
  From?: IToken[];
  UpTo?: IToken[];
};

export interface FieldMarkCstNode extends CstNode {
  name: "fieldMark";
  children: FieldMarkCstChildren;
}

export type FieldMarkCstChildren = {
  Key?: IToken[];
  Optional?: IToken[];
  Posting?: IToken[];
};

export interface ScorecardLineCstNode extends CstNode {
  name: "scorecardLine";
  children: ScorecardLineCstChildren;
}

export type ScorecardLineCstChildren = {
  Indicator?: IToken[];
  declaredName?: DeclaredNameCstNode[];
  Text?: IToken[];
  Weight?: (IToken)[];
  expression?: (ExpressionCstNode)[];
  NotApplicable?: IToken[];
  To?: IToken[];
  Word?: IToken[];
  InProportion?: IToken[];
  Lost?: IToken[];
  KnockOut?: IToken[];
  When?: IToken[];
  Score?: IToken[];
  score?: ExpressionCstNode[];
  rounding?: RoundingCstNode[];
  Levels?: IToken[];
  fromFile?: FromFileCstNode[];
};

export interface IndicatorLineCstNode extends CstNode {
  name: "indicatorLine";
  children: IndicatorLineCstChildren;
}

export type IndicatorLineCstChildren = {
  Actual?: IToken[];
  Target?: IToken[];
  expression?: (ExpressionCstNode)[];
  Applies?: IToken[];
  When?: IToken[];
  Score?: IToken[];
  scoring?: ScoringCstNode[];
};

export interface ScoringCstNode extends CstNode {
  name: "scoring";
  children: ScoringCstChildren;
}

export type ScoringCstChildren = {
  Ratio?: IToken[];
  low?: OperandCstNode[];
  To?: IToken[];
  high?: OperandCstNode[];
  limits?: (LimitsCstNode)[];
  Steps?: IToken[];
  Linear?: IToken[];
  fromFile?: FromFileCstNode[];
  PassFail?: IToken[];
  expression?: (ExpressionCstNode)[];
  Points?: IToken[];
};

export interface LimitsCstNode extends CstNode {
  name: "limits";
  children: LimitsCstChildren;
}

export type LimitsCstChildren = {
  From?: IToken[];
  low?: OperandCstNode[];
  UpTo?: IToken[];
  high?: OperandCstNode[];
};

export interface TargetLineCstNode extends CstNode {
  name: "targetLine";
  children: TargetLineCstChildren;
}

export type TargetLineCstChildren = {
  Total?: IToken[];
  expression?: (ExpressionCstNode)[];
  Per?: IToken[];
  periodKind?: PeriodKindCstNode[];
  Parts?: IToken[];
  Assigned?: IToken[];
  declaredName?: (DeclaredNameCstNode)[];
  partsOf?: (PartsOfCstNode)[];
  InProportionTo?: IToken[];
  By?: (IToken)[];
  weight?: OperandCstNode[];
  Comma?: (IToken)[];
  Rounded?: IToken[];
  roundingMode?: RoundingModeCstNode[];
  To?: IToken[];
  unit?: OperandCstNode[];
  remainder?: RemainderCstNode[];
  Reserve?: IToken[];
  Change?: IToken[];
  Text?: IToken[];
  From?: IToken[];
  day?: IToken[];
  whose?: IToken[];
  Plus?: IToken[];
  Minus?: IToken[];
  KeepsTotal?: IToken[];
  MovesTotal?: IToken[];
};

export interface PartsOfCstNode extends CstNode {
  name: "partsOf";
  children: PartsOfCstChildren;
}

export type PartsOfCstChildren = {
  By?: IToken[];
  To?: IToken[];
  Word: IToken[];
};

export interface HitCstNode extends CstNode {
  name: "hit";
  children: HitCstChildren;
}

export type HitCstChildren = {
  Unique?: IToken[];
  FirstMatch?: IToken[];
  EveryMatch?: IToken[];
};

export interface DecisionLineCstNode extends CstNode {
  name: "decisionLine";
  children: DecisionLineCstChildren;
}

export type DecisionLineCstChildren = {
  Table?: IToken[];
  hit?: HitCstNode[];
  fromFile?: FromFileCstNode[];
  Gives?: IToken[];
  declaredName?: DeclaredNameCstNode[];
  EqualSign?: IToken[];
  expression?: (ExpressionCstNode)[];
  TakesEffect?: IToken[];
};

export interface CreditHeaderCstNode extends CstNode {
  name: "creditHeader";
  children: CreditHeaderCstChildren;
}

export type CreditHeaderCstChildren = {
  Credit: IToken[];
  declaredName: DeclaredNameCstNode[];
  Text?: IToken[];
  For: IToken[];
  Each: IToken[];
  record: IToken[];
  To: IToken[];
  party: IToken[];
};

export interface CreditLineCstNode extends CstNode {
  name: "creditLine";
  children: CreditLineCstChildren;
}

export type CreditLineCstChildren = {
  splitLine?: SplitLineCstNode[];
  Otherwise?: IToken[];
  To?: (IToken)[];
  party?: (ExpressionCstNode)[];
  creditUses?: (CreditUsesCstNode)[];
  Share?: (IToken)[];
  portion?: (ExpressionCstNode)[];
  HandOver?: IToken[];
  before?: ExpressionCstNode[];
  Comma?: (IToken)[];
  Rest?: IToken[];
  creditRest?: CreditRestCstNode[];
  Overlay?: IToken[];
  rollUpLine?: RollUpLineCstNode[];
  rounding?: RoundingCstNode[];
  Remainder?: IToken[];
};

export interface SplitLineCstNode extends CstNode {
  name: "splitLine";
  children: SplitLineCstChildren;
}

export type SplitLineCstChildren = {
  Split: IToken[];
  By?: IToken[];
  portion: ExpressionCstNode[];
  To: IToken[];
  party: ExpressionCstNode[];
  Comma: IToken[];
  UpTo: IToken[];
  operand: OperandCstNode[];
  creditUses: CreditUsesCstNode[];
};

export interface RollUpLineCstNode extends CstNode {
  name: "rollUpLine";
  children: RollUpLineCstChildren;
}

export type RollUpLineCstChildren = {
  RollUp: IToken[];
  To: IToken[];
  expression: ExpressionCstNode[];
  Comma?: IToken[];
  EveryLevel?: IToken[];
  UpTo?: IToken[];
  operand?: OperandCstNode[];
  creditUses: CreditUsesCstNode[];
};

export interface CreditUsesCstNode extends CstNode {
  name: "creditUses";
  children: CreditUsesCstChildren;
}

export type CreditUsesCstChildren = {
  Comma?: (IToken)[];
  Toward?: IToken[];
  creditUse?: CreditUseCstNode[];
};

export interface CreditRestCstNode extends CstNode {
  name: "creditRest";
  children: CreditRestCstChildren;
}

export type CreditRestCstChildren = {
  Toward: IToken[];
  creditUse: CreditUseCstNode[];
  Comma?: IToken[];
};

export interface CalendarHeaderCstNode extends CstNode {
  name: "calendarHeader";
  children: CalendarHeaderCstChildren;
}

export type CalendarHeaderCstChildren = {
  Calendar: IToken[];
  declaredName: DeclaredNameCstNode[];
  Text?: IToken[];
};

export interface CalendarLineCstNode extends CstNode {
  name: "calendarLine";
  children: CalendarLineCstChildren;
}

export type CalendarLineCstChildren = {
  Zone?: IToken[];
  zoneName?: ZoneNameCstNode[];
  Effective?: IToken[];
  From?: IToken[];
  first?: IToken[];
  Until?: IToken[];
  last?: IToken[];
  Open?: (IToken)[];
  Days?: IToken[];
  weekdays?: (WeekdaysCstNode)[];
  Comma?: (IToken)[];
  Hours?: IToken[];
  clockWindow?: ClockWindowCstNode[];
  Closed?: IToken[];
  calendarDays?: (CalendarDaysCstNode)[];
};

export interface ZoneNameCstNode extends CstNode {
  name: "zoneName";
  children: ZoneNameCstChildren;
}

export type ZoneNameCstChildren = {
  Word: (IToken)[];
  DivideSign?: IToken[];
  MinusSign?: IToken[];
};

export interface WeekdaysCstNode extends CstNode {
  name: "weekdays";
  children: WeekdaysCstChildren;
}

export type WeekdaysCstChildren = {
  weekday: (WeekdayCstNode)[];
  rangeTo?: RangeToCstNode[];
};

export interface WeekdayCstNode extends CstNode {
  name: "weekday";
  children: WeekdayCstChildren;
}

export type WeekdayCstChildren = {
  Word: IToken[];
};

export interface RangeToCstNode extends CstNode {
  name: "rangeTo";
  children: RangeToCstChildren;
}

export type RangeToCstChildren = {
  To?: IToken[];
  Until?: IToken[];
};

export interface ClockWindowCstNode extends CstNode {
  name: "clockWindow";
  children: ClockWindowCstChildren;
}

export type ClockWindowCstChildren = {
  clock: (ClockCstNode)[];
  rangeTo: RangeToCstNode[];
};

export interface ClockCstNode extends CstNode {
  name: "clock";
  children: ClockCstChildren;
}

export type ClockCstChildren = {
  ClockLiteral: IToken[];
};

export interface CalendarDaysCstNode extends CstNode {
  name: "calendarDays";
  children: CalendarDaysCstChildren;
}

export type CalendarDaysCstChildren = {
  Yearly?: IToken[];
  Per?: IToken[];
  periodKind?: PeriodKindCstNode[];
  MonthDay?: IToken[];
  Comma?: (IToken)[];
  fromFile?: FromFileCstNode[];
  dateRange?: DateRangeCstNode[];
};

export interface DateRangeCstNode extends CstNode {
  name: "dateRange";
  children: DateRangeCstChildren;
}

export type DateRangeCstChildren = {
  DateLiteral: IToken[];
  rangeTo?: RangeToCstNode[];
  last?: IToken[];
};

export interface AuthorityLineCstNode extends CstNode {
  name: "authorityLine";
  children: AuthorityLineCstChildren;
}

export type AuthorityLineCstChildren = {
  Ranks?: IToken[];
  memberName?: (MemberNameCstNode)[];
  Comma?: (IToken)[];
  By?: (IToken)[];
  expression?: (ExpressionCstNode)[];
  Countersigners?: IToken[];
  Asked?: IToken[];
  Superior?: IToken[];
  Own?: IToken[];
  UpTo?: IToken[];
  Others?: IToken[];
  From?: IToken[];
  Table?: IToken[];
  Text?: IToken[];
  hit?: HitCstNode[];
  validSpan?: ValidSpanCstNode[];
  fromFile?: FromFileCstNode[];
  limitLine?: LimitLineCstNode[];
  Substitute?: IToken[];
  approvedLine?: ApprovedLineCstNode[];
  Late?: IToken[];
  Again?: IToken[];
  When?: IToken[];
};

export interface ApprovedLineCstNode extends CstNode {
  name: "approvedLine";
  children: ApprovedLineCstChildren;
}

export type ApprovedLineCstChildren = {
  Approved: IToken[];
  By?: IToken[];
  giver: ExpressionCstNode[];
  For: IToken[];
  given: ExpressionCstNode[];
  On: (IToken)[];
  day: ExpressionCstNode[];
  Comma?: (IToken)[];
  Needed?: IToken[];
  needed?: ExpressionCstNode[];
  Valid?: IToken[];
  span?: ExpressionCstNode[];
};

export interface LimitLineCstNode extends CstNode {
  name: "limitLine";
  children: LimitLineCstChildren;
}

export type LimitLineCstChildren = {
  Limit: IToken[];
  Text?: IToken[];
  expression: ExpressionCstNode[];
  UpTo?: IToken[];
  AtLeast?: IToken[];
  Comma?: (IToken)[];
  Alone?: IToken[];
  single?: ExpressionCstNode[];
  validSpan?: ValidSpanCstNode[];
  Above?: IToken[];
  verdict?: VerdictCstNode[];
  fromFile?: FromFileCstNode[];
};

export interface ValidSpanCstNode extends CstNode {
  name: "validSpan";
  children: ValidSpanCstChildren;
}

export type ValidSpanCstChildren = {
  Comma: IToken[];
  Valid: IToken[];
  expression: ExpressionCstNode[];
};

export interface VerdictCstNode extends CstNode {
  name: "verdict";
  children: VerdictCstChildren;
}

export type VerdictCstChildren = {
  Allow?: IToken[];
  Refuse?: IToken[];
  NotDecided?: IToken[];
  Text?: IToken[];
  Approval?: IToken[];
  All?: IToken[];
  Of?: IToken[];
  OneOf?: IToken[];
  InTurn?: IToken[];
  signer?: SignerCstNode[];
  Comma?: IToken[];
};

export interface SignerCstNode extends CstNode {
  name: "signer";
  children: SignerCstChildren;
}

export type SignerCstChildren = {
  Text?: IToken[];
  reference?: ReferenceCstNode[];
};

export interface NthLineCstNode extends CstNode {
  name: "nthLine";
  children: NthLineCstChildren;
}

export type NthLineCstChildren = {
  Nth: IToken[];
  InLast?: IToken[];
  length?: IToken[];
  SoFar?: IToken[];
  Within: IToken[];
  within: ExpressionCstNode[];
  Comma?: IToken[];
  By?: IToken[];
  by?: ExpressionCstNode[];
  condition: ConditionCstNode[];
};

export interface LawHeaderCstNode extends CstNode {
  name: "lawHeader";
  children: LawHeaderCstChildren;
}

export type LawHeaderCstChildren = {
  Law: IToken[];
  declaredName: DeclaredNameCstNode[];
  Text?: IToken[];
  By?: IToken[];
  place?: IToken[];
};

export interface LawLineCstNode extends CstNode {
  name: "lawLine";
  children: LawLineCstChildren;
}

export type LawLineCstChildren = {
  Source?: IToken[];
  Text?: IToken[];
  Deductions?: IToken[];
  Minimum?: IToken[];
  fromFile?: FromFileCstNode[];
};

export interface SlaLineCstNode extends CstNode {
  name: "slaLine";
  children: SlaLineCstChildren;
}

export type SlaLineCstChildren = {
  Start?: IToken[];
  expression?: (ExpressionCstNode)[];
  atClock?: AtClockCstNode[];
  Stop?: IToken[];
  Pause?: IToken[];
  Resume?: IToken[];
  Reset?: IToken[];
  slaEvent?: SlaEventCstNode[];
  Extend?: IToken[];
  eventRows?: (EventRowsCstNode)[];
  alike?: (AlikeCstNode)[];
  By?: IToken[];
  by?: ExpressionCstNode[];
  UpTo?: IToken[];
  most?: ExpressionCstNode[];
  Suspend?: IToken[];
  From?: IToken[];
  Until?: IToken[];
  until?: ExpressionCstNode[];
  withinLine?: WithinLineCstNode[];
  Warn?: IToken[];
  At?: IToken[];
  Before?: IToken[];
  Escalate?: IToken[];
  To?: IToken[];
  escalationTime?: EscalationTimeCstNode[];
  Calendar?: IToken[];
  Word?: IToken[];
};

export interface SlaEventCstNode extends CstNode {
  name: "slaEvent";
  children: SlaEventCstChildren;
}

export type SlaEventCstChildren = {
  Next?: IToken[];
  expression?: (ExpressionCstNode)[];
  eventRows?: (EventRowsCstNode)[];
  alike?: (AlikeCstNode)[];
};

export interface AlikeCstNode extends CstNode {
  name: "alike";
  children: AlikeCstChildren;
}

export type AlikeCstChildren = {
  Within: IToken[];
  reference: ReferenceCstNode[];
  Comma?: IToken[];
};

export interface EventRowsCstNode extends CstNode {
  name: "eventRows";
  children: EventRowsCstChildren;
}

export type EventRowsCstChildren = {
  Where?: IToken[];
  test?: ExpressionCstNode[];
  Via?: IToken[];
  way?: ExpressionCstNode[];
};

export interface WithinLineCstNode extends CstNode {
  name: "withinLine";
  children: WithinLineCstChildren;
}

export type WithinLineCstChildren = {
  Within: IToken[];
  Table?: IToken[];
  hit?: HitCstNode[];
  fromFile?: FromFileCstNode[];
  expression?: ExpressionCstNode[];
  atClock?: AtClockCstNode[];
  Comma?: IToken[];
  NextWorkingDay?: IToken[];
};

export interface AtClockCstNode extends CstNode {
  name: "atClock";
  children: AtClockCstChildren;
}

export type AtClockCstChildren = {
  At: IToken[];
  clock: ClockCstNode[];
};

export interface EscalationTimeCstNode extends CstNode {
  name: "escalationTime";
  children: EscalationTimeCstChildren;
}

export type EscalationTimeCstChildren = {
  At?: IToken[];
  Warning?: IToken[];
  Warn?: IToken[];
  Breach?: IToken[];
  expression?: ExpressionCstNode[];
  Before?: IToken[];
  After?: IToken[];
};

export interface PolicyHeaderCstNode extends CstNode {
  name: "policyHeader";
  children: PolicyHeaderCstChildren;
}

export type PolicyHeaderCstChildren = {
  Policy: IToken[];
  declaredName: DeclaredNameCstNode[];
  Text?: IToken[];
};

export interface PolicyLineCstNode extends CstNode {
  name: "policyLine";
  children: PolicyLineCstChildren;
}

export type PolicyLineCstChildren = {
  Language?: IToken[];
  languageName?: LanguageNameCstNode[];
  Currency?: IToken[];
  currencyCode?: CurrencyCodeCstNode[];
  Effective?: IToken[];
  From?: (IToken)[];
  first?: IToken[];
  Until?: IToken[];
  last?: IToken[];
  Open?: IToken[];
  History?: IToken[];
  complete?: IToken[];
  YearStarts?: IToken[];
  MonthDay?: IToken[];
  Calendar?: IToken[];
  Word?: IToken[];
  Periods?: IToken[];
  periodKind?: PeriodKindCstNode[];
  fromFile?: FromFileCstNode[];
};

export interface LanguageNameCstNode extends CstNode {
  name: "languageName";
  children: LanguageNameCstChildren;
}

export type LanguageNameCstChildren = {
  Word: IToken[];
};

export interface CurrencyCodeCstNode extends CstNode {
  name: "currencyCode";
  children: CurrencyCodeCstChildren;
}

export type CurrencyCodeCstChildren = {
  CurrencyCode: IToken[];
};

export interface RecordHeaderCstNode extends CstNode {
  name: "recordHeader";
  children: RecordHeaderCstChildren;
}

export type RecordHeaderCstChildren = {
  Record: IToken[];
  declaredName: DeclaredNameCstNode[];
  Text?: IToken[];
};

export interface ParameterHeaderCstNode extends CstNode {
  name: "parameterHeader";
  children: ParameterHeaderCstChildren;
}

export type ParameterHeaderCstChildren = {
  Parameter: IToken[];
  declaredName: DeclaredNameCstNode[];
  Text?: IToken[];
  By?: IToken[];
  Word?: IToken[];
  Comma?: IToken[];
  DefinedAs?: IToken[];
  expression?: ExpressionCstNode[];
  fromFile?: FromFileCstNode[];
};

export interface ValueDeclarationCstNode extends CstNode {
  name: "valueDeclaration";
  children: ValueDeclarationCstChildren;
}

export type ValueDeclarationCstChildren = {
  Value: IToken[];
  declaredName: DeclaredNameCstNode[];
  Text?: IToken[];
  grain: GrainCstNode[];
  Starts?: IToken[];
  starts?: ExpressionCstNode[];
  Resets?: IToken[];
  Each?: IToken[];
  Per?: IToken[];
  periodKind?: PeriodKindCstNode[];
  DefinedAs: IToken[];
  expression: ExpressionCstNode[];
};

export interface TargetHeaderCstNode extends CstNode {
  name: "targetHeader";
  children: TargetHeaderCstChildren;
}

export type TargetHeaderCstChildren = {
  Target: IToken[];
  declaredName: DeclaredNameCstNode[];
  Text?: IToken[];
};

export interface TableHeaderCstNode extends CstNode {
  name: "tableHeader";
  children: TableHeaderCstChildren;
}

export type TableHeaderCstChildren = {
  Table: IToken[];
  declaredName: DeclaredNameCstNode[];
  Text?: IToken[];
  hit?: HitCstNode[];
  fromFile?: FromFileCstNode[];
};

export interface ClauseHeaderCstNode extends CstNode {
  name: "clauseHeader";
  children: ClauseHeaderCstChildren;
}

export type ClauseHeaderCstChildren = {
  Commission?: IToken[];
  Bonus?: IToken[];
  Clawback?: IToken[];
  Scorecard?: IToken[];
  Payout?: IToken[];
  Decision?: IToken[];
  Authority?: IToken[];
  Sla?: IToken[];
  declaredName: DeclaredNameCstNode[];
  Text?: IToken[];
  grain: GrainCstNode[];
};

export interface GrainCstNode extends CstNode {
  name: "grain";
  children: GrainCstChildren;
}

export type GrainCstChildren = {
  grainClause?: GrainClauseCstNode[];
};

export interface GrainClauseCstNode extends CstNode {
  name: "grainClause";
  children: GrainClauseCstChildren;
}

export type GrainClauseCstChildren = {
  For?: (IToken)[];
  Each?: IToken[];
  Word?: (IToken)[];
  Per?: IToken[];
  periodKind?: PeriodKindCstNode[];
  Comma?: IToken[];
  toDate?: ToDateCstNode[];
  Where?: IToken[];
  expression?: (ExpressionCstNode)[];
  To?: IToken[];
  Posting?: IToken[];
  AsOf?: IToken[];
  FirstDay?: IToken[];
  LastDay?: IToken[];
  Averaged?: IToken[];
};

export interface PenaltyHeaderCstNode extends CstNode {
  name: "penaltyHeader";
  children: PenaltyHeaderCstChildren;
}

export type PenaltyHeaderCstChildren = {
  Penalty: IToken[];
  declaredName: DeclaredNameCstNode[];
  Text?: IToken[];
  grain: GrainCstNode[];
  Comma?: IToken[];
  Class?: IToken[];
  Word?: IToken[];
};

export interface ToDateCstNode extends CstNode {
  name: "toDate";
  children: ToDateCstChildren;
}

export type ToDateCstChildren = {
  YearToDate?: IToken[];
  HalfYearToDate?: IToken[];
  QuarterToDate?: IToken[];
};

export interface HeadingCstNode extends CstNode {
  name: "heading";
  children: HeadingCstChildren;
}

export type HeadingCstChildren = {
  Arrow?: IToken[];
  expression: ExpressionCstNode[];
};

export interface CellCstNode extends CstNode {
  name: "cell";
  children: CellCstChildren;
}

export type CellCstChildren = {
  NotDecided?: IToken[];
  Text?: IToken[];
  Not?: IToken[];
  cellItem?: CellItemCstNode[];
  Comma?: IToken[];
};

export interface CellItemCstNode extends CstNode {
  name: "cellItem";
  children: CellItemCstChildren;
}

export type CellItemCstChildren = {
  cellBound?: CellBoundCstNode[];
  low?: ExpressionCstNode[];
  Dots?: IToken[];
  high?: ExpressionCstNode[];
};

export interface CellBoundCstNode extends CstNode {
  name: "cellBound";
  children: CellBoundCstChildren;
}

export type CellBoundCstChildren = {
  LessSign?: IToken[];
  AtMostSign?: IToken[];
  GreaterSign?: IToken[];
  AtLeastSign?: IToken[];
  From?: IToken[];
  Over?: IToken[];
  To?: IToken[];
  Under?: IToken[];
  UpTo?: IToken[];
  sum: SumCstNode[];
};
