import fc from 'fast-check'

/** Where made nodes stand: nowhere in particular. */
export const span = { source: 'a', from: 0, to: 0 }
export const at = <T extends object>(node: T): T & { span: typeof span } => ({ ...node, span })
export const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
