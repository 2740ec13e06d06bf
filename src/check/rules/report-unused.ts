import type { Rule } from './rule.ts'

/** Values, parameters, tables and records that nothing refers to. Only once there is something that pays or scores. */
export const reportUnused: Rule = ({ checked, env, report, sound }) => {
  const clauses = checked.order.some(
    (d) => d.kind !== 'value' && d.kind !== 'parameter' && d.kind !== 'table' && d.kind !== 'credit',
  )
  if (!sound || !clauses) return
  for (const definition of checked.order) {
    const watched =
      definition.kind === 'value' || definition.kind === 'parameter' || definition.kind === 'table'
    if (watched && !env.parts.has(definition.id) && !env.used.has(definition.id))
      report('BY613', { name: definition.id }, definition.span)
  }
  for (const record of checked.records.values()) {
    const referred = [...checked.records.values()].some((r) =>
      [...r.fields.values()].some((f) => f.type.is === 'ref' && f.type.record === record.id),
    )
    if (!referred && !env.used.has(record.id)) report('BY613', { name: record.id }, record.span)
  }
}
