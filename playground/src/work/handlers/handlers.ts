import type { RequestName } from '../protocol.ts'
import { calculate, restore } from './calculate.ts'
import { deadlineCourse, deadlines, decide, decideFill, decideForm, decideHeat } from './decide-lazily.ts'
import type { Handler } from './handler.ts'
import { leftOut } from './left-out.ts'
import { line } from './line.ts'
import { statement } from './statement.ts'
import { touched } from './touched.ts'
import { value } from './value.ts'

/** Every request and what answers it. */
export const handlers: { readonly [N in RequestName]: Handler<N> } = {
  calculate,
  restore,
  leftOut,
  line,
  clauseSums: async (session, ask, tell) => (await import('./clause-sums.ts')).clauseSums(session, ask, tell),
  mapping: async (session, ask, tell) => (await import('./mapping.ts')).mapping(session, ask, tell),
  records: async (session, ask, tell) => (await import('./records.ts')).records(session, ask, tell),
  statement,
  touched,
  value,
  namedValue: async (session, ask, tell) => (await import('./named-value.ts')).namedValue(session, ask, tell),
  compare: async (session, ask, tell) => (await import('./compare.ts')).compare(session, ask, tell),
  meaning: async (session, ask) => (await import('./compare.ts')).meaning(session, ask),
  compareReport: async (session, ask) => (await import('./compare.ts')).report(session, ask),
  oneMore: async (session, ask) => (await import('./one-more.ts')).toldOneMore(session, ask),
  personCase: async (session, ask, tell) =>
    (await import('./person-case.ts')).savedPerson(session, ask, tell),
  openMatters: async (session) => (await import('./open-matters.ts')).mattersFound(session),
  charts: async (session, ask) => (await import('./charts.ts')).charts(session, ask),
  personChart: async (session, ask) => (await import('./charts.ts')).chartOfPerson(session, ask),
  decideForm,
  decide,
  decideFill,
  decideHeat,
  deadlines,
  deadlineCourse,
}
