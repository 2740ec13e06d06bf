import type { Id } from '../plan/plan.ts'

/** Which column a field is read from: its place, none, or several that it could be. */
export type Found = { readonly at: number } | { readonly several: readonly string[] } | undefined

/**
 * Finds a name among headings: as it is written, else without regard to case, `_`, `-`, blanks and width
 * (`SalesPersonID` is `sales_person_id`).
 */
export function findHeading(headings: readonly string[], name: string): Found {
  return pick(headings, (h) => h === name) ?? pick(headings, (h) => loose(h) === loose(name))
}

function pick(headings: readonly string[], test: (heading: string) => boolean): Found {
  const places = headings.flatMap((heading, at) => (test(heading) ? [at] : []))
  const [at] = places
  if (at === undefined) return undefined
  return places.length === 1 ? { at } : { several: places.map((place) => headings[place] ?? '') }
}

/** A name without what people change in it when they name a column or a file. */
export function loose(name: Id): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
}

/** For a message: the first headings. */
export function listed(names: readonly string[]): string {
  const few = names.slice(0, 20).map((name) => (name.length > 40 ? `${name.slice(0, 39)}…` : name))
  if (few.length === 0) return '–'
  return names.length > few.length ? `${few.join(', ')}, …` : few.join(', ')
}
