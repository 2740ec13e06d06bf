import type { Report } from '../base/diagnostic.ts'
import type * as ast from '../syntax/ast.ts'

/** Credits by the record that they are for: each record has one at most. */
export function creditsOf(
  report: Report,
  declared: ReadonlyMap<string, ast.Declaration>,
): ReadonlyMap<string, ast.CreditDeclaration> {
  const found = new Map<string, ast.CreditDeclaration>()
  for (const declaration of declared.values()) {
    if (declaration.kind !== 'credit') continue
    const { each } = declaration
    const first = found.get(each.text)
    if (first)
      report('BY656', { record: each.text, other: first.name.text }, each.span, {
        related: [{ span: first.name.span, note: first.name.text }],
      })
    else found.set(each.text, declaration)
  }
  return found
}
