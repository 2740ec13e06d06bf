/** What statements are made with: fetched when the first is opened. */
export { explanationOf, openedValue, statementOf } from '../../../src/index.ts'
