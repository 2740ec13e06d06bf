import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import type { RowObject } from '../../src/data/from-objects.ts'
import { print } from '../../src/syntax/print.ts'
import { run } from '../run-policy.ts'

/** Plans as sales departments write them, each with the days that it pays; README.md says how they were worked out. */
const plans: readonly (readonly [folder: string, from: string, until: string])[] = [
  ['saas-ae', '2026-01-01', '2026-03-31'],
  ['car-dealer', '2026-03-01', '2026-03-31'],
  ['customer-success', '2026-04-01', '2026-06-30'],
  ['pharma-territory', '2026-01-01', '2026-03-31'],
  ['monthly-kpi', '2026-01-01', '2026-01-31'],
  ['new-hires', '2026-04-01', '2026-04-30'],
  ['per-unit-incentive', '2026-01-01', '2026-01-31'],
  ['discount-linked', '2026-01-01', '2026-03-31'],
  ['estate-agency', '2026-01-01', '2026-03-31'],
  ['quarterly-kpi', '2026-01-01', '2026-03-31'],
  ['mixed-tiers', '2026-01-01', '2026-03-31'],
  ['credit-notes', '2026-05-01', '2026-05-31'],
  ['overseas-reps', '2026-01-01', '2026-03-31'],
  ['saas-draw', '2026-01-01', '2026-12-31'],
  ['insurance-advance', '2026-01-01', '2026-12-31'],
  ['retail-hours', '2026-01-01', '2026-01-31'],
  ['partner-channel', '2026-01-01', '2026-06-30'],
]
const here = new URL('./', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, here), 'utf8')

describe.each(plans)('the plan %s', (folder, from, until) => {
  const text = read(`${folder}/policy.bylaw`)

  test('pays what was worked out by hand from its words', () => {
    const data: { [record: string]: RowObject[] } = JSON.parse(read(`${folder}/data.json`))
    const lines = [...run(text, data, from, until)].map(([line, value]) => `${line} = ${value}`)
    expect(lines.sort()).toEqual(read(`${folder}/expected.txt`).trim().split('\n').sort())
  })

  test('is written as fmt writes it', () => {
    const { program } = compile([{ name: 'policy.bylaw', text }])
    expect(program.files.map((file) => print(file))).toEqual([text])
  })
})

test('every plan in this folder is run', () => {
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(plans.map(([folder]) => folder).sort()).toEqual(folders.map((entry) => entry.name).sort())
})
