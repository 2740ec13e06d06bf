import { type Document, isMap, isScalar, parseDocument } from 'yaml'

export type PlainYaml = string | readonly PlainYaml[] | { readonly [key: string]: PlainYaml }

/**
 * A YAML text in which the map under `path` has the given entries, one set to undefined being taken out; its other entries,
 * everything else in the text and its comments stay. Keys of the path that `same` takes for one are one. Undefined
 * when the text is no YAML, or something else than a map stands there.
 */
export function withEntries(
  text: string,
  path: readonly string[],
  entries: { readonly [key: string]: PlainYaml | undefined },
  same: (a: string, b: string) => boolean,
): string | undefined {
  const document = parseDocument(text.replace(/^\ufeff/u, ''), { strict: true, uniqueKeys: true })
  if (document.errors.length > 0) return undefined
  const found = mapAt(document, path, same)
  if (!found) return undefined
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) document.deleteIn([...found, key])
    else document.setIn([...found, key], document.createNode(value))
  }
  return document.toString({ lineWidth: 100 })
}

/** The keys as they are written; maps that are not there yet are made. */
function mapAt(
  document: Document,
  path: readonly string[],
  same: (a: string, b: string) => boolean,
): readonly string[] | undefined {
  let at: readonly string[] = []
  for (const key of ['', ...path]) {
    const parent: unknown = at.length === 0 ? document.contents : document.getIn(at, true)
    if (key !== '') {
      const keys = isMap(parent) ? parent.items.map((pair) => textOf(pair.key)) : []
      const known = keys.find((one) => one === key) ?? keys.find((one) => same(one, key))
      at = [...at, known ?? key]
    }
    const node: unknown = at.length === 0 ? document.contents : document.getIn(at, true)
    const empty = node === undefined || node === null || (isScalar(node) && node.value === null)
    if (empty && at.length === 0) document.contents = document.createNode({}) as typeof document.contents
    else if (empty) document.setIn(at, document.createNode({}))
    else if (!isMap(node)) return undefined
  }
  return at
}

function textOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}
