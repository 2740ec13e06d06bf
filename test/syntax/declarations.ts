import fc from 'fast-check'
import type {
  CalendarLine,
  CreditLine,
  CreditUses,
  DecisionLine,
  Declaration,
  Expr,
  FieldMark,
  LawLine,
  PayoutStep,
  PenaltyLine,
  RecordLine,
  Recovery,
  SlaLine,
  Step,
  TypeBounds,
  TypeNode,
} from '../../src/syntax/ast.ts'
import { authorityLine } from './authority-lines.ts'
import { at, sometimes, span } from './nodes.ts'
import { cell, expression, name, row } from './programs.ts'
import { targetLine } from './target-lines.ts'

const named = { name: at({ text: 'x' }), span }
const mode = fc.constantFrom('half-up', 'half-even', 'down', 'floor')

// --- records -----------------------------------------------------------------------------------------------

const currency: fc.Arbitrary<Pick<TypeBounds, 'currency' | 'currencyIn'>> = fc.oneof(
  fc.constant({}),
  fc.constantFrom('USD', 'JPY').map((code) => ({ currency: at({ text: code }) })),
  name.map((field) => ({ currencyIn: field })),
)
const bounds: fc.Arbitrary<TypeBounds> = fc
  .tuple(currency, sometimes(expression), fc.boolean(), sometimes(expression), sometimes(expression))
  .map(([money, to, perMonth, from, upTo]) => ({
    ...money,
    ...(to && { to }),
    ...(perMonth && { per: at({ text: 'month' }) }),
    ...(from && { from }),
    ...(upTo && { upTo }),
  }))
const type: fc.Arbitrary<TypeNode> = fc.oneof(
  bounds.map((all): TypeNode => at({ is: 'word', word: 'money', bounds: all })),
  fc
    .constantFrom('text', 'truth', 'date', 'time', 'percent', 'price-ratio', 'number', 'count', 'points')
    .map((word): TypeNode => at({ is: 'word', word, bounds: {} })),
  fc.array(name, { minLength: 1, maxLength: 3 }).map((values): TypeNode => at({ is: 'one-of', values })),
  fc.constantFrom('Rep', 'quarter').map((text): TypeNode => at({ is: 'name', name: at({ text }) })),
)
const marks = fc.subarray<FieldMark>(['key', 'optional', 'posting'])

const field: fc.Arbitrary<RecordLine> = fc
  .tuple(name, type, marks)
  .map(([called, of, its]) => at({ is: 'field', name: called, type: of, marks: its }))
const inForce: fc.Arbitrary<RecordLine> = fc
  .tuple(name, sometimes(name), fc.array(name, { minLength: 1, maxLength: 2 }))
  .map(([from, until, by]) => at({ is: 'in-force', from, ...(until && { until }), by }))
const exists: fc.Arbitrary<RecordLine> = fc
  .tuple(name, sometimes(name))
  .map(([from, until]) => at({ is: 'exists', from, ...(until && { until }) }))
const record: fc.Arbitrary<Declaration> = fc
  .tuple(
    fc.uniqueArray(field, {
      minLength: 1,
      maxLength: 3,
      selector: (line) => 'name' in line && line.name.text,
    }),
    sometimes(inForce),
    sometimes(exists),
  )
  .map(([fields, force, existence]) => ({
    kind: 'record',
    ...named,
    lines: [...fields, ...(force ? [force] : []), ...(existence ? [existence] : [])],
  }))

// --- pay ---------------------------------------------------------------------------------------------------

const recovery: fc.Arbitrary<Recovery> = fc
  .tuple(sometimes(expression), sometimes(expression), sometimes(expression))
  .map(([rate, from, forgiven]) => ({
    ...(rate && { rate }),
    ...(from && { from }),
    ...(forgiven && { forgiven }),
  }))
type ReleasePart = Extract<Step, { is: 'release' }>['parts'][number]
const releasePart: fc.Arbitrary<ReleasePart> = fc.oneof(
  fc.tuple(expression, expression).map(([share, on]): ReleasePart => at({ is: 'on', share, on })),
  fc
    .tuple(expression, fc.constantFrom('pro-rata', 'in-full'), expression, expression)
    .map(
      ([share, how, amount, reaches]): ReleasePart => at({ is: 'collected', share, how, amount, reaches }),
    ),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(expression, sometimes(recovery))
    .map(([floor, carried]): Step => at({ is: 'floor', at: floor, ...(carried && { carried }) })),
  fc
    .tuple(expression, fc.constantFrom('lost', 'carried'))
    .map(([cap, excess]): Step => at({ is: 'cap', at: cap, excess })),
  fc
    .tuple(expression, sometimes(expression))
    .map(([factor, when]): Step => at({ is: 'times', factor, ...(when && { when }) })),
  fc
    .tuple(fc.constantFrom('calendar-days', 'mid-month'), sometimes(expression))
    .map(([by, when]): Step => at({ is: 'prorate', by, ...(when && { when }) })),
  fc
    .tuple(fc.array(releasePart, { minLength: 1, maxLength: 3 }), sometimes(expression))
    .map(([parts, cancelled]): Step => at({ is: 'release', parts, ...(cancelled && { cancelled }) })),
)
const subject = at({ subject: at({ text: 'Rep' }), per: at({ text: 'quarter' }) })
const commission: fc.Arbitrary<Declaration> = fc
  .tuple(
    fc.constantFrom('commission', 'bonus', 'clawback'),
    fc.array(step, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(undefined, 'year', 'half-year', 'quarter'),
  )
  .map(([label, steps, toDate]) => ({
    kind: 'commission',
    label,
    ...named,
    grain: toDate ? { ...subject, toDate } : subject,
    steps,
  }))

const payoutStep: fc.Arbitrary<PayoutStep> = fc.oneof(
  fc
    .tuple(fc.constantFrom('add', 'take'), fc.array(expression, { minLength: 1, maxLength: 2 }), fc.boolean())
    .map(([is, clauses, best]): PayoutStep => at({ is, clauses, best })),
  fc
    .tuple(
      expression,
      fc.constantFrom('lost', 'carried'),
      sometimes(fc.array(name, { minLength: 1, maxLength: 2 })),
    )
    .map(([cap, excess, over]): PayoutStep => at({ is: 'cap', at: cap, excess, ...(over && { over }) })),
  fc
    .tuple(expression, sometimes(recovery))
    .map(([floor, carried]): PayoutStep => at({ is: 'floor', at: floor, ...(carried && { carried }) })),
  fc.tuple(expression, mode).map(([to, how]): PayoutStep => at({ is: 'round', to, mode: how })),
)
const payout: fc.Arbitrary<Declaration> = fc
  .array(payoutStep, { minLength: 1, maxLength: 3 })
  .map((steps) => ({ kind: 'payout', ...named, grain: subject, steps }))

const value: fc.Arbitrary<Declaration> = fc
  .tuple(expression, sometimes(fc.tuple(expression, fc.boolean())))
  .map(([of, starts]) => ({
    kind: 'value',
    ...named,
    grain: subject,
    ...(starts && { starts: { at: starts[0], ...(starts[1] && { resets: at({ text: 'year' }) }) } }),
    value: of,
  }))

// --- decisions and credit ----------------------------------------------------------------------------------

const decisionLine: fc.Arbitrary<DecisionLine> = fc.oneof(
  fc
    .tuple(fc.constantFrom('unique', 'first'), expression, fc.array(row, { minLength: 1, maxLength: 2 }))
    .map(([hit, heading, rows]): DecisionLine => {
      const output = { output: true, value: at({ is: 'path' as const, parts: [at({ text: 'b' })] }) }
      return at({
        is: 'table',
        hit,
        table: at({ headings: [at({ output: false, value: heading }), at(output)], rows }),
      })
    }),
  fc
    .tuple(name, expression)
    .map(([result, of]): DecisionLine => at({ is: 'gives', name: result, value: of })),
  expression.map((after): DecisionLine => at({ is: 'takes-effect', after })),
)
const decision: fc.Arbitrary<Declaration> = fc
  .uniqueArray(decisionLine, { minLength: 1, maxLength: 3, selector: ({ is }) => is })
  .map((lines) => ({ kind: 'decision', ...named, grain: subject, lines }))

const authority: fc.Arbitrary<Declaration> = fc
  .uniqueArray(authorityLine, { minLength: 1, maxLength: 3, selector: ({ is }) => is })
  .map((lines) => ({ kind: 'authority', ...named, grain: subject, lines }))

const uses: fc.Arbitrary<{ readonly uses?: CreditUses }> = fc
  .subarray(['quota', 'pay', 'team'] as const)
  .map((all) => (all.length > 0 ? { uses: all } : {}))
const creditLine: fc.Arbitrary<CreditLine> = fc.oneof(
  fc
    .tuple(expression, fc.boolean(), expression, expression, uses)
    .map(([of, weights, to, upTo, its]): CreditLine => at({ is: 'split', of, weights, to, upTo, ...its })),
  fc.tuple(expression, uses).map(([to, its]): CreditLine => at({ is: 'otherwise', to, ...its })),
  fc
    .tuple(expression, expression, uses)
    .map(([to, share, its]): CreditLine => at({ is: 'to', to, share, ...its })),
  fc
    .tuple(expression, expression, expression, uses)
    .map(
      ([from, to, share, { uses: rest }]): CreditLine =>
        at({ is: 'hand-over', from, to, share, ...(rest && { rest }) }),
    ),
  fc
    .tuple(expression, expression, uses)
    .map(([share, to, its]): CreditLine => at({ is: 'overlay', share, to, ...its })),
  fc
    .tuple(expression, sometimes(expression), uses)
    .map(([to, levels, its]): CreditLine => at({ is: 'roll-up', to, ...(levels && { levels }), ...its })),
  fc
    .tuple(expression, mode, sometimes(expression))
    .map(
      ([to, how, remainder]): CreditLine =>
        at({ is: 'round', to, mode: how, ...(remainder && { remainder }) }),
    ),
)
const credit: fc.Arbitrary<Declaration> = fc
  .uniqueArray(creditLine, { minLength: 1, maxLength: 3, selector: ({ is }) => is })
  .map((lines) => ({ kind: 'credit', ...named, each: at({ text: 'Deal' }), to: at({ text: 'Rep' }), lines }))

// --- calendars ---------------------------------------------------------------------------------------------

const clock = fc.constantFrom('00:00', '9:30', '17:00', '24:00')
const clockAt = clock.map((spelling) => at({ is: 'clock' as const, spelling }))
const someDay = fc
  .constantFrom('2026-03-05', '2026年3月8日')
  .map((spelling) => at({ is: 'date' as const, spelling }))
const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 })
const weekdays = fc
  .tuple(fc.nat(6), sometimes(fc.nat(6)))
  .map(([from, to]) => at({ from, ...(to !== undefined && { to }) }))
const calendarLine: fc.Arbitrary<CalendarLine> = fc.oneof(
  fc
    .constantFrom('UTC', 'Asia/Shanghai', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince')
    .map((text): CalendarLine => at({ is: 'zone', zone: at({ text }) })),
  fc
    .tuple(someDay, sometimes(someDay))
    .map(([from, until]): CalendarLine => at({ is: 'effective', from, ...(until && { until }) })),
  name.map((calendar): CalendarLine => at({ is: 'days-of', calendar })),
  several(weekdays).map((list): CalendarLine => at({ is: 'days', weekdays: list })),
  fc
    .tuple(fc.array(weekdays, { maxLength: 2 }), several(fc.record({ from: clockAt, until: clockAt })))
    .map(([list, windows]): CalendarLine => at({ is: 'hours', weekdays: list, windows })),
  fc.tuple(fc.constantFrom('closed', 'open'), several(fc.tuple(someDay, sometimes(someDay)))).map(
    ([is, dates]): CalendarLine =>
      at({
        is,
        days: {
          is: 'dates',
          dates: dates.map(([from, until]) => ({ from, ...(until && { until }) })),
        },
      }),
  ),
  several(fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })).map(
    (days): CalendarLine => at({ is: 'closed', days: { is: 'yearly', days } }),
  ),
)
const calendar: fc.Arbitrary<Declaration> = fc
  .uniqueArray(calendarLine, { minLength: 1, maxLength: 4, selector: ({ is }) => is })
  .map((lines) => ({ kind: 'calendar', ...named, lines }))

// --- penalties and laws ------------------------------------------------------------------------------------

const deductionClass = fc.constantFrom('loss-compensation', 'fine', 'dealer-penalty')
const condition = sometimes(expression).map((when) => (when ? { when } : {}))
const penaltyLine: fc.Arbitrary<PenaltyLine> = fc.oneof(
  fc
    .tuple(
      fc.array(expression, { minLength: 1, maxLength: 3 }),
      sometimes(expression),
      condition,
      fc.boolean(),
    )
    .map(([within, by, when, windowed]): PenaltyLine => {
      const length = at({ is: 'duration' as const, spelling: '90', unit: 'days' as const })
      return at({ is: 'nth', ...(windowed && { length }), within, ...(by && { by }), ...when })
    }),
  decisionLine.filter((line): line is DecisionLine & { is: 'gives' | 'table' } => line.is !== 'takes-effect'),
  step,
  fc.tuple(expression, condition).map(([law, when]): PenaltyLine => at({ is: 'limit-by-law', law, ...when })),
)
const penalty: fc.Arbitrary<Declaration> = fc
  .tuple(
    sometimes(deductionClass),
    fc.uniqueArray(penaltyLine, { minLength: 1, maxLength: 3, selector: ({ is }) => is }),
  )
  .map(([found, lines]) => ({
    kind: 'penalty',
    ...named,
    grain: subject,
    ...(found && { class: found }),
    lines,
  }))

const lawHeading = (text: string) =>
  at({ output: false, value: at({ is: 'path' as const, parts: [at({ text })] }) })
const lawLine: fc.Arbitrary<LawLine> = fc.oneof(
  fc.string({ maxLength: 9 }).map((one): LawLine => at({ is: 'source', text: one.replace(/[\r\n]/g, ' ') })),
  fc.array(fc.tuple(deductionClass, cell), { minLength: 1, maxLength: 2 }).map((rows): LawLine => {
    const table = at({
      headings: [lawHeading('class'), lawHeading('keeps-minimum')],
      rows: rows.map(([of, second]) => at({ cells: [at({ is: 'deduction' as const, class: of }), second] })),
    })
    return at({ is: 'deductions', table })
  }),
)
const law: fc.Arbitrary<Declaration> = fc
  .tuple(sometimes(name), fc.uniqueArray(lawLine, { minLength: 1, maxLength: 3, selector: ({ is }) => is }))
  .map(([by, lines]) => ({ kind: 'law', ...named, ...(by && { by }), lines }))
// --- time limits -------------------------------------------------------------------------------------------

/** Where more words follow: a name, or a length of time. */
const namely = name.map((one): Expr => at({ is: 'path', parts: [one] }))
const lasting = fc
  .constantFrom('days', 'hours', 'working-days', 'working-minutes')
  .map((unit): Expr => at({ is: 'duration', spelling: '3', unit }))
const rowsOf = fc
  .tuple(sometimes(namely), sometimes(namely))
  .map(([where, via]) => ({ ...(where && { where }), ...(via && { via }) }))
const ends = fc
  .tuple(sometimes(clockAt), fc.boolean())
  .map(([hour, moved]) => ({ ...(hour && { clock: hour }), moved: hour !== undefined && moved }))
const rep: Expr = at({ is: 'path', parts: [at({ text: 'rep' })] })
const slaLine: fc.Arbitrary<SlaLine> = fc.oneof(
  fc
    .tuple(namely, sometimes(clockAt))
    .map(([of, hour]): SlaLine => at({ is: 'start', at: of, ...(hour && { clock: hour }) })),
  expression.map((of): SlaLine => at({ is: 'start', at: of })),
  fc
    .tuple(fc.constantFrom('stop', 'pause', 'resume', 'reset'), namely, rowsOf, fc.boolean())
    .map(([is, of, rows, next]): SlaLine => at({ is, at: of, ...rows, ...(next && { next: [rep] }) })),
  fc
    .tuple(fc.constantFrom('stop', 'pause'), expression)
    .map(([is, where]): SlaLine => at({ is, at: rep, where })),
  fc
    .tuple(namely, rowsOf, lasting, sometimes(expression))
    .map(([of, rows, by, most]): SlaLine => at({ is: 'extend', at: of, ...rows, by, ...(most && { most }) })),
  fc
    .tuple(namely, namely, rowsOf)
    .map(([from, until, rows]): SlaLine => at({ is: 'suspend', from, until, ...rows })),
  fc.tuple(lasting, ends).map(([length, end]): SlaLine => at({ is: 'within', length, ...end })),
  expression.map((of): SlaLine => at({ is: 'warn', at: 'share', value: of })),
  lasting.map((of): SlaLine => at({ is: 'warn', at: 'before', value: of })),
  fc
    .tuple(namely, fc.constantFrom('warning', 'breach'))
    .map(([to, when]): SlaLine => at({ is: 'escalate', to, when })),
  fc
    .tuple(namely, fc.constantFrom('before', 'after'), lasting)
    .map(([to, when, length]): SlaLine => at({ is: 'escalate', to, when, length })),
  name.map((of): SlaLine => at({ is: 'calendar', calendar: of })),
)
const sla: fc.Arbitrary<Declaration> = fc
  .uniqueArray(slaLine, { minLength: 1, maxLength: 4, selector: ({ is }) => is })
  .map((lines) => ({ kind: 'sla', ...named, grain: at({ each: at({ text: 'Deal' }) }), lines }))

// --- targets -----------------------------------------------------------------------------------------------

const target: fc.Arbitrary<Declaration> = fc
  .uniqueArray(targetLine, { minLength: 1, maxLength: 4, selector: ({ is }) => is })
  .map((lines) => ({ kind: 'target', ...named, lines }))

/** By kind, with any expressions in their places. */
export const declarations: { readonly [kind: string]: fc.Arbitrary<Declaration> } = {
  record,
  calendar,
  sla,
  commission,
  payout,
  value,
  decision,
  authority,
  penalty,
  law,
  credit,
  target,
}
