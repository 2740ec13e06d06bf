import type * as clauses from '../check/clauses.ts'
import type { Builder } from './builder.ts'

/** A target's results are values: here is only how they hang together, for whoever shows the tree. */
export function lowerTarget(builder: Builder, target: clauses.Target): void {
  const columnOf = (value: string) => builder.results.get(`${value}.value`)?.column ?? value
  builder.targets.push({
    id: target.id,
    ...(target.title !== undefined && { title: target.title }),
    levels: target.levels.map(({ name, is, value, first, of, to }) => ({
      label: name,
      is,
      column: columnOf(value),
      first: columnOf(first),
      ...(of && { of }),
      ...(to && { to }),
    })),
    changes: target.changes,
    origin: builder.origin(target.span),
  })
}
