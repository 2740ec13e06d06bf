import { nearest } from '../base/nearest.ts'
import type { Id, Relation } from '../plan/plan.ts'
import { loose } from './headings.ts'

/** `same`: reading finds it without being told. The others are guesses, from the surest on. */
export type MatchHow = 'same' | 'bracket' | 'initials' | 'near'
export type Match = { readonly field: Id; readonly heading: string; readonly how: MatchHow }

/**
 * Which heading each field of a record most likely stands under; each heading is given to one field. `initials`: the
 * first letters of a Chinese name's sounds, because `xse` is what many systems call 销售额.
 */
export function matchColumns(
  relation: Relation,
  headings: readonly string[],
  initials: (name: string) => string,
): readonly Match[] {
  const found = new Map<Id, Match>()
  const free = new Set(headings.filter((heading) => heading !== ''))
  const tests: readonly { readonly how: MatchHow; readonly find: (field: Id) => string | undefined }[] = [
    { how: 'same', find: (field) => (free.has(field) ? field : undefined) },
    { how: 'same', find: (field) => only(free, (heading) => loose(heading) === loose(field)) },
    { how: 'bracket', find: (field) => only(free, (heading) => bare(heading) === bare(field)) },
    { how: 'initials', find: (field) => only(free, (heading) => sameInitials(field, heading, initials)) },
    { how: 'near', find: (field) => nearest(field, free) },
  ]
  for (const { how, find } of tests)
    for (const { id } of relation.fields) {
      const heading = found.has(id) ? undefined : find(id)
      if (heading === undefined) continue
      found.set(id, { field: id, heading, how })
      free.delete(heading)
    }
  return relation.fields.flatMap(({ id }) => found.get(id) ?? [])
}

function only(names: Iterable<string>, test: (name: string) => boolean): string | undefined {
  const matching = [...names].filter(test)
  return matching.length === 1 ? matching[0] : undefined
}

/** Without the unit in brackets that people add to a heading: `金额（元）`, `Amount [EUR]`. */
function bare(name: string): string {
  return loose(name.normalize('NFKC').replace(/\s*[([【][^)\]】]*[)\]】]\s*$/u, ''))
}

function sameInitials(field: Id, heading: string, initials: (name: string) => string): boolean {
  const [a, b] = [loose(field), bare(heading)]
  if (a.length < 2 || b.length < 2 || /^[\x20-\x7f]*$/.test(a) === /^[\x20-\x7f]*$/.test(b)) return false
  return initials(a) === initials(b)
}

/** The record that a file is most likely of: by its name, else by its headings; undefined where nothing speaks for any. */
export function matchRecord(
  relations: readonly Relation[],
  file: string,
  headings: readonly string[],
  initials: (name: string) => string,
): Id | undefined {
  const name = loose(file.replace(/\.\w+$/, ''))
  let best: { readonly id: Id; readonly score: number } | undefined
  for (const relation of relations) {
    const found = matchColumns(relation, headings, initials)
    const sure = found.filter(({ how }) => how !== 'near').length
    const called = [relation.id, relation.title ?? relation.id].map(loose)
    const named = called.some(
      (one) => name === one || name.startsWith(one) || (one !== '' && name.includes(one)),
    )
    // Half of its fields, or the name with at least one of them.
    const share = (100 * (2 * sure + found.length)) / (3 * Math.max(1, relation.fields.length))
    const score = (named ? 100 : 0) + share
    if (score >= (named ? 101 : 50) && score > (best?.score ?? 0)) best = { id: relation.id, score }
    else if (named && !best) best = { id: relation.id, score }
  }
  return best?.id
}
