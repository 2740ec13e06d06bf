import type { Rule } from './rule.ts'

/** What is taken back stands as an amount of its own: only a payout that takes it takes it from somebody. */
export const reportClawbacks: Rule = ({ checked, report, sound }) => {
  if (!sound) return
  const taken = new Set(
    checked.order.flatMap((definition) =>
      definition.kind === 'payout'
        ? definition.steps.flatMap((step) =>
            step.is === 'take' ? step.clauses.map(({ clause }) => clause) : [],
          )
        : [],
    ),
  )
  const by = new Map<string, string>()
  for (const definition of checked.order) {
    if (definition.kind !== 'commission' || !definition.nets) continue
    const { of } = definition.nets
    const other = by.get(of)
    if (other !== undefined) report('BY693', { name: other, other: definition.id, of }, definition.span)
    else by.set(of, definition.id)
  }
  for (const definition of checked.order) {
    if (definition.kind !== 'commission' || definition.label !== 'clawback' || taken.has(definition.id))
      continue
    report('BY646', { name: definition.id }, definition.span)
  }
}
