import type { Relation } from '../plan/plan.ts'
import { type PlainYaml, withEntries } from '../yaml/edit.ts'
import type { RecordSource } from './data-config.ts'
import { findHeading, loose } from './headings.ts'

/**
 * `bylaw.yaml` with what is said of one record replaced; the other records and comments stay, and so does `where`, unless
 * it tests a column that is not there. A field that is found by its own name is not mentioned. Undefined where the text is not the settings file that it should be.
 */
export function writeConfig(
  text: string,
  relation: Relation,
  source: RecordSource,
  headings: readonly string[],
): string | undefined {
  const columns: (readonly [string, PlainYaml])[] = []
  for (const { id } of relation.fields) {
    const said = source.columns.get(id)
    const found = findHeading(headings, id)
    const own = found && 'at' in found ? headings[found.at] : undefined
    const heading = said?.heading === own ? undefined : said?.heading
    if (said?.style) columns.push([id, { ...(heading !== undefined && { column: heading }), as: said.style }])
    else if (heading !== undefined) columns.push([id, heading])
  }
  const [file] = source.files
  const entries = {
    file: source.files.length > 1 ? source.files : file,
    encoding: source.encoding,
    columns: columns.length > 0 ? Object.fromEntries(columns) : undefined,
  }
  const tests = source.where.every(({ heading }) => findHeading(headings, heading) !== undefined)
  const all = tests ? entries : { ...entries, where: undefined }
  return withEntries(text, ['data', relation.id], all, (a, b) => loose(a) === loose(b))
}
