/** Under which names the parts of a plan (`plan.ts`) hold a column's id or a state: what goes through any part asks these. */

/** Where an expression names a column. */
export const columnKeys: ReadonlySet<string> = new Set([
  'column',
  'value',
  'denominator',
  'where',
  'order',
  'then',
  'row',
  'pool',
  'weight',
  'within',
  'theirs',
  'own',
  'day',
])

/** Where a number is a state. */
export const stateKeys: ReadonlySet<string> = new Set([
  'state',
  'none',
  'several',
  'reversed',
  'empty',
  'nobody',
  'uncovered',
  'conflict',
  'standing',
  'unknown',
  'open',
  'untold',
  'beforeStart',
  'order',
  'twice',
])
