import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/base/day.ts'
import { engineLines, engineValue } from '../agree/engine.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import type { DataRow } from '../reference/world.ts'
import { type Figure, figures } from './cases.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

function story(folder: string) {
  const rows: { readonly [record: string]: readonly DataRow[] } = JSON.parse(read(`${folder}/data.json`))
  return { program: programOf(read(`${folder}/policy.bylaw`)), rows }
}

const year = { from: dayOf(2026, 1, 1) ?? 0, until: dayOf(2026, 12, 31) ?? 0 }

function byEngine({ folder, of, subject, period }: Figure) {
  const sources = [{ name: 'policy.bylaw', text: read(`${folder}/policy.bylaw`) }]
  const { rows } = story(folder)
  const found = engineLines(sources, rows, year)
  if ('errors' in found) throw new Error(found.errors.join('\n'))
  return (
    found.lines.get(`${of}|${subject}|${period}`) ?? engineValue(sources, rows, year, { of, subject, period })
  )
}

function byReference({ folder, of, subject, period }: Figure) {
  const { program, rows } = story(folder)
  const asked = reference(program, new Map(Object.entries(rows)), period === '' ? [] : [period])
  return asked.value(of, subject, period === '' ? undefined : period)
}

/** How sources print a moment: in full to the minute, by the day of the week, or in days since Monday 1 June 2026. */
function spellings(moment: string): readonly string[] {
  const [day = '', clock = ''] = moment.slice(0, 16).split('T')
  const since = (Date.parse(day) - Date.parse('2026-06-01')) / 86_400_000
  const name = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][((since % 7) + 7) % 7]
  return [`${day} ${clock}`, `${name} ${clock}`, `+${since}d ${clock}`]
}

describe('published examples', () => {
  test.each(figures.map((figure) => [`${figure.id} ${figure.part}`.trim(), figure] as const))(
    '%s comes out as published',
    (_, figure) => {
      const { published } = figure
      // A month, and who approves, are words.
      const word = figure.moment ?? published
      const result = /^-?[\d.]+$/.test(published) ? { amount: published } : { word }
      if (figure.moment) expect(spellings(figure.moment)).toContain(published)
      expect(byReference(figure)).toEqual(result)
      expect(byEngine(figure)).toEqual(result)
    },
  )
})

const collection = new URL('../../../shared/cases/published.json', import.meta.url)

/** `[id part, number]` of every result in the collection. Its numbers are read as the text they are printed as. */
function collected(): Map<string, string> {
  const text = readFileSync(collection, 'utf8').replace(/^(\s*"[^"]+": )(-?[\d.]+)(,?)$/gm, '$1"$2"$3')
  const cases: { id: string; expected: unknown }[] = JSON.parse(text)
  return new Map(
    cases.flatMap(({ id, expected }): [string, string][] => {
      if (typeof expected === 'string') return [[id, expected]]
      if (typeof expected !== 'object' || expected === null) return []
      return Object.entries(expected).map(([part, value]) => [`${id} ${part}`, String(value)])
    }),
  )
}

// The collection is not part of this repository: where it stands beside it, the figures here are compared with it.
describe.skipIf(!existsSync(collection))('the collection of published examples', () => {
  test('prints the results that are expected here', () => {
    const all = collected()
    const here = figures.map(({ id, part, published }) => [`${id} ${part}`.trim(), published])
    expect(here).toEqual(here.map(([name]) => [name, all.get(name ?? '')]))
  })
})
