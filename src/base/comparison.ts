/** How two values are compared. */
export type CompareOperator = '<' | '<=' | '=' | '<>' | '>=' | '>'

/** What holds where a comparison does not. */
export const opposite = {
  '<': '>=',
  '<=': '>',
  '=': '<>',
  '<>': '=',
  '>=': '<',
  '>': '<=',
} as const satisfies Record<CompareOperator, CompareOperator>

/** The same comparison with its sides changed. */
export const turned = {
  '<': '>',
  '<=': '>=',
  '=': '=',
  '<>': '<>',
  '>=': '<=',
  '>': '<',
} as const satisfies Record<CompareOperator, CompareOperator>
