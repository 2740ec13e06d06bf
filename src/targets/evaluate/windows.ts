import type { Aggregate } from '../../plan/plan.ts'
import type { Domain, Engine, Grouping, Periods } from './engine.ts'
import { groupingOf } from './grouping.ts'

/**
 * Windows overlap, so a row may belong to several of them. They are taken in layers: within a layer none overlaps, and
 * there a row belongs to one at most, as it does to a period.
 */
export type Layer = {
  readonly domain: Domain
  /** The windows of the layer, by their place among all of the grain. */
  readonly places: readonly number[]
}

/** The layers of a grain of windows; undefined for any other grain. */
export function layersOf(domain: Domain): readonly Layer[] | undefined {
  const { periods } = domain
  if (periods?.kind.is !== 'window') return undefined
  const known = layers.get(periods)
  const made = known ?? placesOf(periods)
  layers.set(periods, made)
  return made.map((places, i) => ({ places, domain: layerDomain(domain, periods, places, i) }))
}

const layers = new WeakMap<Periods, readonly (readonly number[])[]>()

/** Each window goes to the first layer whose last window ends before it begins. */
function placesOf(periods: Periods): readonly (readonly number[])[] {
  const found: { places: number[]; end: number }[] = []
  for (const [place, { start, end }] of periods.list.entries()) {
    const free = found.find((layer) => layer.end <= start)
    if (free) {
      free.places.push(place)
      free.end = end
    } else found.push({ places: [place], end })
  }
  return found.map(({ places }) => places)
}

function layerDomain(domain: Domain, periods: Periods, places: readonly number[], layer: number): Domain {
  const list = places.flatMap((place) => periods.list[place] ?? [])
  const subjects = domain.relation?.count ?? 1
  return {
    ...domain,
    // Its own name: what is remembered of the rows of one layer does not fit another.
    grain: { ...domain.grain, id: `${domain.grain.id}#${layer}` },
    count: subjects * list.length,
    periods: { kind: periods.kind, list, at: (day) => list.findIndex((p) => p.start <= day && day < p.end) },
  }
}

/** The rows that an aggregate counts for one row of its grain: how they are grouped, and which group is that row's. */
export function groupFor(
  engine: Engine,
  domain: Domain,
  aggregate: Aggregate,
  row: number,
): { readonly grouping: Grouping; readonly group: number } {
  const width = domain.periods?.list.length ?? 1
  const place = row % width
  const layer = layersOf(domain)?.find(({ places }) => places.includes(place))
  if (!layer) {
    const grouping = groupingOf(engine, domain, aggregate)
    return { grouping, group: grouping.groupOf(row) }
  }
  const grouping = groupingOf(engine, layer.domain, aggregate)
  const within = Math.floor(row / width) * layer.places.length + layer.places.indexOf(place)
  return { grouping, group: grouping.groupOf(within) }
}
