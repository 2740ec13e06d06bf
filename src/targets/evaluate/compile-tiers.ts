import { power10 } from '../../base/decimal.ts'
import type { Id, Ratio, Schedule, TierAmount } from '../../plan/plan.ts'
import { used } from '../../plan/states.ts'
import { toBig, toCode } from './convert.ts'
import { need } from './engine.ts'
import type { Scope } from './scope.ts'
import { bandsUsed, type Fraction, tierAmount, tierScales } from './tiers.ts'
import { type BigVector, type Node, stateAt, usedStates } from './vector.ts'

/** The band that a value reaches. */
export function compileBand(scope: Scope, id: Id, by: Ratio, mirror: boolean): Node {
  const schedule = need(scope.engine.model.schedules, id)
  const value = fractionNode(scope, by)
  const find = bandFinder(schedule, by.scale, mirror)
  const values = new Int32Array(scope.capacity)
  const states = new Uint16Array(scope.capacity)
  return {
    is: 'code',
    range: { min: 0n, max: BigInt(schedule.bands.length - 1) },
    run: (from, count) => {
      const read = value(from, count)
      const before = usedStates(states, count, read.n.states, read.d?.states)
      let failed = before !== undefined
      if (!failed) states.fill(0, 0, count)
      for (let i = 0; i < count; i++) {
        if (states[i] !== 0) continue
        const band = find(fractionAt(read, i))
        values[i] = Math.max(band, 0)
        if (band >= 0) continue
        states[i] = schedule.uncovered
        failed = true
      }
      return { is: 'code', values, states: failed ? states : undefined }
    },
  }
}

/** The last band that begins at or below a value; −1 below the first. A `linear` schedule goes on below its first point. */
function bandFinder(schedule: Schedule, byScale: number, mirror: boolean): (by: Fraction) => number {
  const common = Math.max(schedule.scale, byScale)
  const factor = power10(common - byScale)
  const starts = schedule.bands.map((band) => ({
    at: BigInt(band.from?.at ?? 0) * power10(common - schedule.scale),
    included: band.from?.included ?? true,
    open: band.from === undefined,
  }))
  return (by) => {
    const n = (mirror && by.n < 0n ? -by.n : by.n) * factor
    let band = -1
    for (const start of starts) {
      const at = start.at * by.d
      if (!start.open && (start.included ? n < at : n <= at)) break
      band++
    }
    return band < 0 && schedule.mode === 'linear' ? 0 : band
  }
}

/** What a schedule pays; `part` says which half of the fraction. */
export function compileTiers(scope: Scope, tiers: TierAmount): Node {
  const { capacity } = scope
  const schedule = need(scope.engine.model.schedules, tiers.schedule)
  const scales = tierScales(schedule, tiers)
  const of = tiers.of && fractionNode(scope, tiers.of)
  const by = fractionNode(scope, tiers.by)
  const base = tiers.base && fractionNode(scope, tiers.base)
  const index = toCode(scope.compile(tiers.index), capacity)
  const gives = tiers.gives.map((give) => toBig(scope.compile(give), capacity))
  const values: bigint[] = new Array<bigint>(capacity).fill(0n)
  const states = new Uint16Array(capacity)
  return {
    is: 'big',
    range: widest,
    run: (from, count) => {
      const o = of?.(from, count)
      const b = by(from, count)
      const s = base?.(from, count)
      const at = index.run(from, count)
      const given = gives.map((give) => give.run(from, count))
      const before = usedStates(
        states,
        count,
        o?.n.states,
        o?.d?.states,
        b.n.states,
        b.d?.states,
        s?.n.states,
        s?.d?.states,
        at.states,
      )
      let failed = before !== undefined
      if (!failed) states.fill(0, 0, count)
      for (let i = 0; i < count; i++) {
        values[i] = 0n
        if (states[i] !== 0) continue
        const value = fractionAt(b, i)
        const band = at.values[i] ?? 0
        for (const j of bandsUsed(schedule, tiers, value, band))
          states[i] = Math.max(states[i] ?? 0, used(stateAt(given[j]?.states, i)))
        if (states[i] !== 0) {
          failed = true
          continue
        }
        const amount = tierAmount(schedule, tiers, scales, {
          of: o && fractionAt(o, i),
          by: value,
          base: s && fractionAt(s, i),
          band,
          give: (j) => given[j]?.values[i] ?? 0n,
        })
        values[i] = tiers.part === 'amount' ? amount.n : amount.d
      }
      return { is: 'big', values, states: failed ? states : undefined }
    },
  }
}

/** Nothing narrower is proved here: the column that keeps the amount has the range that was proved for it. */
const widest = { min: -(10n ** 38n), max: 10n ** 38n }

type FractionBlock = { readonly n: BigVector; readonly d: BigVector | undefined }

function fractionNode(scope: Scope, ratio: Ratio): (from: number, count: number) => FractionBlock {
  const n = toBig(scope.compile(ratio.n), scope.capacity)
  const d = ratio.d === undefined ? undefined : toBig(scope.compile(ratio.d), scope.capacity)
  return (from, count) => ({ n: n.run(from, count), d: d?.run(from, count) })
}

function fractionAt(block: FractionBlock, i: number): Fraction {
  return { n: block.n.values[i] ?? 0n, d: block.d === undefined ? 1n : (block.d.values[i] ?? 1n) }
}
