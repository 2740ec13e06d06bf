import type { Keyword } from '../../src/syntax/keywords.ts'

/**
 * Parts of `src` that the calculation fetches when a policy needs them: files whose functions other files call, with all that
 * only they need. `words`: the keywords that a policy has which needs it, so that it is fetched before it is missed; what
 * is missed all the same is fetched then. `begin`: they count where they begin a line.
 */
export type Part = {
  readonly files: readonly string[]
  readonly words: readonly Keyword[]
  readonly begin?: true
}

export const parts: { readonly [name: string]: Part } = {
  authority: {
    files: ['check/authority', 'check/authority-designs', 'plan/lower-authority'],
    words: ['authority'],
    begin: true,
  },
  deadlines: {
    files: ['check/sla', 'check/sla-escalations', 'plan/lower-sla', 'targets/evaluate/clock'],
    words: ['sla'],
    begin: true,
  },
  calendar: {
    files: [
      'calendar/china',
      'check/proration',
      'plan/lower-working',
      'targets/evaluate/compile-calendar',
      'targets/evaluate/compile-working',
    ],
    words: ['calendar'],
    begin: true,
  },
  credit: {
    files: [
      'check/credit',
      'check/credited',
      'plan/lower-credit',
      'plan/lower-credited',
      'plan/lower-credited-pay',
      'plan/lower-surplus',
    ],
    words: ['credit'],
    begin: true,
  },
  penalty: {
    files: ['check/law', 'check/law-limit', 'check/penalty', 'plan/lower-law'],
    words: ['penalty', 'law'],
    begin: true,
  },
  carried: {
    files: ['check/carried', 'check/recurrence', 'plan/lower-carried'],
    words: ['starts', 'carried', 'recovered', 'limit-by-law'],
  },
  target: {
    files: ['check/target', 'check/target-changes', 'check/target-levels', 'check/target-shape'],
    words: ['parts', 'assigned'],
    begin: true,
  },
  scorecard: { files: ['check/scorecard', 'plan/lower-scorecard'], words: ['scorecard'], begin: true },
  release: { files: ['check/paid-on', 'check/release', 'plan/lower-release'], words: ['release', 'paid-on'] },
  tables: {
    files: [
      'check/decision',
      'check/gaps',
      'check/table',
      'plan/lower-table',
      'targets/evaluate/compile-table',
    ],
    words: ['table', 'decision', 'authority', 'sla', 'parameter', 'penalty'],
  },
  rows: {
    files: [
      'check/in-force',
      'check/infer-among',
      'check/infer-exchange',
      'check/infer-rows',
      'check/infer-window',
      'check/infer-with',
      'plan/lower-among',
      'plan/lower-rolling',
      'plan/lower-window',
      'targets/evaluate/among',
      'targets/evaluate/compile-in-force',
      'targets/evaluate/in-force-index',
      'targets/evaluate/rolling',
      'targets/evaluate/share',
    ],
    words: [
      'half-year-to-date',
      'in-force',
      'in-last',
      'in-previous',
      'larger-of',
      'parts',
      'quarter-to-date',
      'rank-of',
      'shared-by',
      'smaller-of',
      'so-far',
      'with',
      'within',
      'year-to-date',
    ],
  },
  document: { files: ['syntax/markdown'], words: [] },
  files: { files: ['syntax/csv-rows'], words: [] },
  again: {
    files: ['targets/evaluate/same-columns', 'targets/evaluate/same-lines', 'targets/evaluate/same-periods'],
    words: [],
  },
  json: { files: ['data/read-json'], words: [] },
  messages: { files: ['syntax/print-expressions'], words: ['authority', 'penalty', 'sla'] },
  mistakes: {
    files: ['syntax/expected', 'syntax/explain', 'syntax/sign-words', 'syntax/synonyms'],
    words: [],
  },
  reasons: { files: ['targets/evaluate/why'], words: [] },
}
