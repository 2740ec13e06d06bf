import { periodAt } from '../../calendar/periods.ts'
import type { Expr } from '../../plan/plan.ts'
import { plainText } from './base-world.ts'
import { cellOf, digitsOf } from './cells.ts'
import { copied } from './copies.ts'
import type { Search } from './goal.ts'
import { countedRelations, type Knob, knobsOf, rowsOf, textAt, turnedTo } from './knobs.ts'
import { type World, withRows } from './world.ts'

/**
 * Worlds that differ from one in a single cell, or in how many rows there are: for what no line leads to, as the amount at
 * which a limit binds or a rounding shows.
 */
export function* probed(search: Search, world: World, exprs: readonly Expr[]): Generator<World> {
  // Of each cell one value after another, so that none waits for all that is tried in those before it.
  const tries = knobsOf(search, exprs).flatMap((knob) => {
    const rows = rowsOf(world, knob)
    return (rows > 1 ? [0, rows - 1] : rows === 1 ? [0] : []).map((at) => ({
      knob,
      at,
      texts: textsFor(search, world, knob, at),
    }))
  })
  const most = Math.max(0, ...tries.map(({ texts }) => texts.length))
  for (let i = 0; i < most; i++)
    for (const { knob, at, texts } of tries)
      if (i < texts.length) yield turnedTo(search, world, knob, at, texts[i])
  for (const relation of countedRelations(search, exprs)) {
    const rows = world.rows.get(relation.id) ?? []
    const [first] = rows
    for (const count of [0, 2, 3, 4, 6])
      if (first && count !== rows.length) yield withRows(world, relation.id, copied(relation, first, count))
  }
}

function textsFor(search: Search, world: World, knob: Knob, at: number): readonly (string | undefined)[] {
  const { field } = knob
  const { type, optional } = field
  const now = textAt(search, world, knob, at)
  const empty = optional ? [undefined] : []
  switch (type.is) {
    case 'enum':
      return [...type.values.filter((text) => text !== now), ...empty]
    case 'truth':
      return [now === 'true' ? 'false' : 'true', ...empty]
    case 'ref': {
      const keys = search.plan.relations.find(({ id }) => id === type.relation)?.key
      const others =
        keys === undefined ? [] : (world.rows.get(type.relation) ?? []).map((row) => row.get(keys))
      return [...others.filter((text) => text !== now), ...empty]
    }
    case 'text':
      return empty
    case 'period': {
      const kind = search.plan.periods.find(({ id }) => id === type.kind)
      const others = kind ? [-31, -91, -365, 91].map((days) => periodAt(kind, world.day + days)?.key) : []
      return [...new Set(others.filter((text) => text !== undefined && text !== now)), ...empty]
    }
    case 'int':
    case 'date':
    case 'time': {
      const digits = digitsOf(search.plan, field, now)
      if (digits === undefined) {
        const text = plainText(search, world, knob)
        return text === undefined ? [] : [text]
      }
      const values =
        type.is === 'int' ? numbersNear(digits, type.scale) : daysNear(digits, world.day, type.is)
      const texts = values
        .map((value) => cellOf(search.plan, field, value))
        .filter((text) => text !== undefined)
      return [...texts, ...empty]
    }
  }
}

function numbersNear(digits: bigint, scale: number): readonly bigint[] {
  const one = 10n ** BigInt(scale)
  const uneven = 1_234_567n
  return [
    digits * 10n,
    digits * 100n,
    digits * 1000n,
    digits * 10_000n,
    0n,
    uneven,
    uneven * 10n + 3n,
    digits + 1n,
    digits - 1n,
    digits / 3n + 1n,
    digits / 10n,
    one,
    7n * one,
    40n * one,
    75n * one,
    100n * one,
    -digits,
  ]
}

/** Around a day itself, and around the one that the case is about. */
function daysNear(digits: bigint, about: number, is: 'date' | 'time'): readonly bigint[] {
  const day = is === 'date' ? 1n : 86_400n
  const days = [1n, -1n, 7n, -7n, 20n, -20n, 35n, -35n, 100n, -100n, 400n, -400n, 800n]
  const there = [0n, -20n, 20n].map((by) => (BigInt(about) + by) * day)
  const hours = is === 'time' ? [3600n, -3600n, 4n * 3600n] : []
  return [
    ...days.slice(0, 2).map((count) => digits + count * day),
    ...(is === 'date' ? there : []),
    ...days.slice(2).map((count) => digits + count * day),
    ...hours.map((seconds) => digits + seconds),
  ]
}
