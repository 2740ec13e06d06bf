import { formatDecimal, type RoundingMode } from '../../base/decimal.ts'
import { valueOfLiteral } from '../../syntax/literal.ts'
import type { NumberNode } from './tree.ts'

/** The modes that one is most easily mistaken for. */
export function otherModes(mode: RoundingMode): readonly RoundingMode[] {
  switch (mode) {
    case 'half-up':
      return ['half-even', 'down', 'up']
    case 'half-even':
    case 'half-down':
      return ['half-up', 'down', 'up']
    case 'up':
      return ['down', 'half-up']
    case 'down':
      return ['up', 'half-up']
    case 'ceiling':
      return ['floor', 'half-up']
    case 'floor':
      return ['ceiling', 'half-up']
  }
}

/** Two ways that differ only in the middle between two steps. */
export function differInHalves(a: RoundingMode, b: RoundingMode): boolean {
  return a.startsWith('half') && b.startsWith('half')
}

/** A step of rounding ten times as wide, and a tenth: `0.01` → `0.1`, `0.001`. Of others (`500`), ten times alone. */
export function nudgedStep(node: NumberNode): readonly NumberNode[] {
  const value = valueOfLiteral(node)
  if (value === undefined || !('value' in value) || typeof value.value !== 'object') return []
  const shift = node.is === 'percent' ? (node.spelling.endsWith('‰') ? 3 : 2) : 0
  const { digits, scale } = value.value
  const shown = scale - shift
  const unit = /(?:[%‰元]| *[A-Z]{3})$/u.exec(node.spelling)?.[0] ?? ''
  const at = (places: number) =>
    places >= 0 ? formatDecimal(digits, places) : String(digits * 10n ** BigInt(-places))
  return [shown - 1, ...(digits === 1n ? [shown + 1] : [])].map((places) => ({
    ...node,
    spelling: `${at(places)}${unit}`,
  }))
}
