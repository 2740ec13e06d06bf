import { formatDecimal, normalize, power10, rescale } from '../../base/decimal.ts'
import type { Typed } from '../checked.ts'
import type { IndicatorScore, Scorecard } from '../clauses.ts'
import { constantOf } from '../constants.ts'
import type { Rule } from './rule.ts'

/** Indicators that count for nothing, and levels above the most points that all of them can make together. */
export const reportLevels: Rule = ({ checked, report, sound }) => {
  if (!sound) return
  for (const definition of checked.order) {
    if (definition.kind !== 'scorecard') continue
    const { moved } = definition
    for (const [i, { id, weight, span }] of definition.indicators.entries())
      if (weight.digits === 0n && moved?.to !== i) report('BY527', { name: id }, span)
    if (!definition.levels) continue
    const most = mostPoints(definition)
    if (most === undefined) continue
    const { bands, over } = definition.levels
    const beyond = bands.find(({ from, scale }) => {
      const at = rescale({ digits: from, scale }, places)
      return at !== undefined && (at > most || (over && at === most))
    })
    if (beyond)
      report('BY524', { from: shown(beyond.from, beyond.scale), most: shown(most, places) }, beyond.span)
  }
}

/** Points are compared at so many places; a score that needs more is not judged. */
const places = 18

function shown(digits: bigint, scale: number): string {
  const plain = normalize({ digits, scale })
  return formatDecimal(plain.digits, plain.scale)
}

/** Never too few: wherever the weight of one that does not apply goes, it goes to the best. Undefined: no bound. */
function mostPoints({ indicators, moved, knockOuts, round }: Scorecard): bigint | undefined {
  const each = indicators.map(({ score }) => mostOf(score))
  const knocked = knockOuts.map(({ score }) => greatest(score))
  const known = [...each, ...knocked].filter((points) => points !== undefined)
  if (known.length < each.length + knocked.length) return undefined
  const best = each.reduce<bigint>((a, b) => larger(a, b ?? 0n), 0n)
  const to = moved?.to
  const total = indicators.reduce((sum, { weight }, i) => {
    const own = each[i] ?? 0n
    const most =
      to === undefined
        ? own
        : to === 'lost'
          ? larger(own, 0n)
          : larger(own, to === 'proportion' ? best : (each[to] ?? 0n))
    return sum + most * weight.digits * power10(places - weight.scale)
  }, 0n)
  const scored = multipleFrom(total, power10(places)) / power10(places)
  const unit = round && rescale({ digits: round.unit, scale: round.scale }, places)
  return knocked.reduce<bigint>((a, b) => larger(a, b ?? 0n), unit ? multipleFrom(scored, unit) : scored)
}

function mostOf(score: IndicatorScore): bigint | undefined {
  switch (score.is) {
    case 'pass-fail':
      return 100n * power10(places)
    case 'ratio': {
      const most = score.upTo && greatest(score.upTo)
      return most === undefined ? undefined : most * 100n
    }
    case 'points':
      return score.upTo ? greatest(score.upTo) : undefined
    case 'tiers': {
      const gives = score.tiers.bands.map(({ give }) => greatest(give))
      return gives.includes(undefined) ? undefined : gives.reduce<bigint>((a, b) => larger(a, b ?? 0n), 0n)
    }
  }
}

function greatest(typed: Typed): bigint | undefined {
  const value = constantOf(typed)
  return value && rescale(value, places)
}

function multipleFrom(least: bigint, unit: bigint): bigint {
  return ((least + unit - 1n) / unit) * unit
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
