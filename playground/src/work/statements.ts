import { leftOut, openedValue, statementOf } from '../../../src/index.ts'

/** What statements are made with: fetched when the first is opened. */
export const statements = { leftOut, openedValue, statementOf }
