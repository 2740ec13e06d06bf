import { normalize, power10 } from '../../base/decimal.ts'
import type { IntType, Plan, Unit } from '../../plan/plan.ts'

/** The numbers, days and texts that a plan compares with or reckons with: near them its results change. */
export type Constants = {
  readonly numbers: readonly Amount[]
  readonly days: readonly number[]
  readonly texts: readonly string[]
  /** What amounts are rounded to, and how: halfway between is where the ways of rounding part. */
  readonly roundings: readonly Rounding[]
}
type Rounding = { readonly unit: bigint; readonly scale: number; readonly mode: string }
/** `digits / 10^scale` of a kind: amounts, shares, or plain numbers. */
export type Amount = { readonly kind: Kind; readonly digits: bigint; readonly scale: number }
export type Kind = 'money' | 'share' | 'number'

export function kindOf(unit: Unit): Kind {
  switch (unit) {
    case 'money':
      return 'money'
    case 'percent':
    case 'ratio':
    case 'price-ratio':
      return 'share'
    case 'number':
    case 'count':
    case 'points':
      return 'number'
  }
}

export function constantsOf({ columns, tables, schedules }: Plan): Constants {
  const numbers = new Map<string, Amount>()
  const days = new Set<number>()
  const texts = new Set<string>()
  const roundings = new Map<string, Rounding>()
  const number = (value: string, { unit, scale }: Pick<IntType, 'unit' | 'scale'>) => {
    const amount = { kind: kindOf(unit), ...normalize({ digits: BigInt(value), scale }) }
    numbers.set(`${amount.kind} ${amount.digits} ${amount.scale}`, amount)
  }
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if (isConst(part)) {
      const { value, type } = part
      if (type.is === 'int' && typeof value === 'string') number(value, type)
      else if (type.is === 'date' && typeof value === 'number') days.add(value)
      else if (type.is === 'text' && typeof value === 'string') texts.add(value)
      return
    }
    if ('op' in part && part.op === 'round' && isRound(part)) {
      const { unit, scale, mode } = part
      roundings.set(`${unit} ${scale} ${mode}`, { unit: BigInt(unit), scale, mode })
    }
    for (const inner of Object.values(part)) walk(inner)
  }
  walk(columns.map(({ expr }) => expr))
  const used = JSON.stringify(columns.map(({ expr }) => expr))
  for (const { id, inputs, rows } of tables)
    if (used.includes(`"table":${JSON.stringify(id)}`))
      for (const { tests } of rows)
        for (const [i, test] of tests.entries()) {
          const type = inputs[i]?.type
          if (test.is === 'range')
            for (const bound of test.ranges.flatMap(({ low, high }) => [low, high])) {
              if (bound && type?.is === 'int') number(bound.at, type)
              if (bound && type?.is === 'date') days.add(Number(bound.at))
            }
          else if (test.is !== 'any' && type?.is === 'text')
            for (const value of test.values) texts.add(String(value))
        }
  for (const { id, type, scale, bands } of schedules)
    if (used.includes(`"schedule":${JSON.stringify(id)}`))
      for (const { from } of bands) if (from) number(from.at, { ...type, scale })
  return {
    numbers: [...numbers.values()],
    days: [...days],
    texts: [...texts],
    roundings: [...roundings.values()],
  }
}

type Const = {
  readonly op: 'const'
  readonly value: unknown
  readonly type: { readonly is: string } & Pick<IntType, 'unit' | 'scale'>
}

function isRound(part: object): part is { unit: string; scale: number; mode: string } {
  return 'unit' in part && 'scale' in part && 'mode' in part
}

function isConst(part: object): part is Const {
  return 'op' in part && part.op === 'const' && 'type' in part
}

/** What only one of the two has: where their results part. */
export function changedOf(old: Constants, next: Constants): Constants {
  const key = ({ kind, digits, scale }: Amount) => `${kind} ${digits} ${scale}`
  const [a, b] = [new Set(old.numbers.map(key)), new Set(next.numbers.map(key))]
  const apart = <T>(x: readonly T[], y: readonly T[]) => [
    ...x.filter((one) => !y.includes(one)),
    ...y.filter((one) => !x.includes(one)),
  ]
  return {
    numbers: [
      ...old.numbers.filter((one) => !b.has(key(one))),
      ...next.numbers.filter((one) => !a.has(key(one))),
    ],
    roundings: old.roundings.filter(({ mode }) => !next.roundings.some((one) => one.mode === mode)),
    days: apart(old.days, next.days),
    texts: apart(old.texts, next.texts),
  }
}

/** An amount as an integer of a scale, cut towards 0 where it is finer. */
export function atScale({ digits, scale }: Pick<Amount, 'digits' | 'scale'>, wanted: number): bigint {
  return wanted >= scale ? digits * power10(wanted - scale) : digits / power10(scale - wanted)
}
