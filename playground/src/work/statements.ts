import { leftOut, openedValue, statementLine, statementOf, touchedBy } from '../../../src/index.ts'

/** What statements are made with: fetched when the first is opened. */
export const statements = { leftOut, openedValue, statementLine, statementOf, touchedBy }
