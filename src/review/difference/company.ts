import type { Sequence } from './chance.ts'
import type { Choice } from './choices.ts'
import type { Schema, SharedRecord } from './schema.ts'
import { type Choices, drawRow, type Row, type World } from './worlds.ts'

/**
 * Records that are in force for nobody in particular, as the rate of a currency: the worlds that are tried side by side
 * have them in common, since two such rows on one day would hold everybody.
 */
export function companyRecords(schema: Schema): ReadonlySet<string> {
  return new Set(schema.flatMap((record) => (isOfCompany(record) ? [record.key] : [])))
}

function isOfCompany({ old, next, fields }: SharedRecord): boolean {
  const inForce = old?.inForce ?? next?.inForce
  if (!inForce) return false
  return inForce.by.every((id) => fields.find(({ key }) => key === id)?.target === undefined)
}

/** Rows of these records that hold nobody: one for each word of a list that they are by, in force for long and still. */
export function companyRows(schema: Schema, choices: Choices, draw: Sequence): World {
  const world = new Map<string, readonly Row[]>()
  for (const record of schema) {
    if (!isOfCompany(record)) continue
    const inForce = record.old?.inForce ?? record.next?.inForce
    const field = (id: string | undefined) => record.fields.find(({ key }) => key === id)
    const listed = inForce?.by.map(field).find((one) => one?.type.is === 'enum')
    const words = (listed && choices.get(listed)?.filter(({ cell }) => cell !== '')) ?? []
    const [from, until] = [field(inForce?.from), field(inForce?.until)]
    const long = from && choices.get(from)?.[0]
    const given = (word: Choice | undefined): ReadonlyMap<string, Choice> =>
      new Map([
        ...(listed && word ? [[listed.key, word] as const] : []),
        ...(from && long ? [[from.key, long] as const] : []),
        ...(until ? [[until.key, { cell: '', cost: 0, hot: false }] as const] : []),
      ])
    const rows = words.length > 0 ? words : [undefined]
    world.set(
      record.key,
      rows.map((word, i) => drawRow(record, choices, draw, i, given(word))),
    )
  }
  return world
}
