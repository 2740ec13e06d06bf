import type { Domain, Stored } from './engine.ts'
import { integerAt, type Range, stateAt, type Vector } from './vector.ts'

type Layer = { readonly places: readonly number[]; readonly stored: Stored }

/** The results of a grain's layers of windows, each put where its window stands among all. */
export function interleaved(layers: readonly Layer[], domain: Domain): Stored {
  const states = new Uint16Array(domain.count)
  const range: Range = {
    min: layers.reduce((low, { stored }) => (stored.range.min < low ? stored.range.min : low), 0n),
    max: layers.reduce((high, { stored }) => (stored.range.max > high ? stored.range.max : high), 0n),
  }
  const each = (put: (vector: Vector, from: number, to: number) => void): void => {
    for (const { places, stored } of layers) spread(stored.vector, places, domain, states, put)
  }
  const kinds = new Set(layers.map(({ stored }) => stored.vector.is))
  if (kinds.has('text')) {
    const values = new Array<string>(domain.count).fill('')
    each((vector, from, to) => {
      if (vector.is === 'text') values[to] = vector.values[from] ?? ''
    })
    return { vector: { is: 'text', values, states }, range }
  }
  if (kinds.has('big')) {
    const values = new Array<bigint>(domain.count).fill(0n)
    each((vector, from, to) => {
      if (vector.is !== 'text') values[to] = integerAt(vector, from)
    })
    return { vector: { is: 'big', values, states }, range }
  }
  if (kinds.has('int')) {
    const values = new BigInt64Array(domain.count)
    each((vector, from, to) => {
      if (vector.is !== 'text') values[to] = integerAt(vector, from)
    })
    return { vector: { is: 'int', values, states }, range }
  }
  const values = new Int32Array(domain.count)
  each((vector, from, to) => {
    if (vector.is === 'code') values[to] = vector.values[from] ?? 0
  })
  return { vector: { is: 'code', values, states }, range }
}

function spread(
  vector: Vector,
  places: readonly number[],
  domain: Domain,
  states: Uint16Array,
  put: (vector: Vector, from: number, to: number) => void,
): void {
  const width = domain.periods?.list.length ?? 1
  for (let subject = 0; subject * width < domain.count; subject++)
    for (const [i, place] of places.entries()) {
      const from = subject * places.length + i
      states[subject * width + place] = stateAt(vector.states, from)
      put(vector, from, subject * width + place)
    }
}
