import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/base/day.ts'
import { engineLines } from '../agree/engine.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import type { DataRow } from '../reference/world.ts'

// Published time limits, each by a clause of a policy of this folder. Weekdays without a date stand in May 2026.

type Case = readonly [
  id: string,
  folder: string,
  of: string,
  subject: string,
  found: string,
  published: string,
]
const erpnext = 'erpnext-support'
const helpdesk = 'helpdesk-tickets'
const office = 'office-nine-to-five'
const elapsed = (number: number, seconds: string, published = seconds): Case => [
  `erpnext-frt-${number}`,
  helpdesk,
  'response.elapsed',
  String(number),
  seconds,
  published,
]
const cases: readonly Case[] = [
  ['erpnext-sla-cust response', erpnext, 'response.due', 'cust', '2019-03-04 14:00', '2019-03-04 14:00'],
  ['erpnext-sla-cust resolution', erpnext, 'resolution.due', 'cust', '2019-03-04 15:00', '2019-03-04 15:00'],
  [
    'erpnext-sla-default response',
    erpnext,
    'response.due',
    'default',
    '2019-03-04 16:00',
    '2019-03-04 16:00',
  ],
  [
    'erpnext-sla-default resolution',
    erpnext,
    'resolution.due',
    'default',
    '2019-03-04 18:00',
    '2019-03-04 18:00',
  ],
  ['eesel-fri17-cal', office, 'on_the_clock.due', 'fri17', '2026-05-09 01:00', 'Sat 01:00'],
  ['smoke-fri16-8h', office, 'eight.due', 'fri16', '2026-05-11 16:00', 'Mon 16:00'],
  ['airclou-fri16', office, 'four.due', 'fri16', '2026-05-11 12:00', 'Mon 12:00'],
  ['helpdesk-fri19 response', helpdesk, 'response.due', 'fri19', '2026-05-11 11:00', '+7d 11:00'],
  ['helpdesk-fri19 resolution', helpdesk, 'resolution.due', 'fri19', '2026-05-11 14:00', '+7d 14:00'],
  // ERPNext says at least one second where nothing was worked.
  elapsed(5, '0', '1'),
  elapsed(6, '28800'),
  elapsed(8, '57600'),
  elapsed(10, '21600'),
  elapsed(18, '86400'),
  elapsed(19, '90000'),
  elapsed(22, '79200'),
  elapsed(23, '82800'),
  elapsed(25, '21600'),
  elapsed(26, '57600'),
  elapsed(27, '61200'),
  ['helpdesk-resolution-holiday', helpdesk, 'resolution.elapsed', 'resolution-holiday', '3000', '3000'],
  ['helpdesk-hold-3601', helpdesk, 'quick.due', 'hold-3601', '2026-05-08 10:00:01', 'Fri 10:00:01'],
  ['cn-sla-0919', 'china-office', '三小时.due', '0919', '2026-09-20 12:00', '2026-09-20 12:00'],
  ['cn-sla-0213', 'china-office', '两小时.due', '0213', '2026-02-14 10:00', '2026-02-14 10:00'],
  // The protection ends on a day, here at 18:00 of it.
  ['hq-claim', 'customer-pool', '保护期.due', 'claim', '2019-04-04 18:00', '2019-04-04'],
  ['hq-act-0328', 'customer-pool', '保护期.due', 'act-0328', '2019-04-04 18:00', '2019-04-04'],
]

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const plainly = (line: unknown): string =>
  Object.values(line as object)
    .join('')
    .replace(/T(\d\d:\d\d)(:\d\d)\+08:00$/, (_, clock: string, seconds: string) =>
      seconds === ':00' ? ` ${clock}` : ` ${clock}${seconds}`,
    )
const always = { from: dayOf(2019, 1, 1) ?? 0, until: dayOf(2026, 12, 31) ?? 0 }

describe('published time limits', () => {
  test.each(cases)('%s comes out as published', (id, folder, of, subject, found) => {
    const text = read(`${folder}/policy.bylaw`)
    const rows: { readonly [record: string]: readonly DataRow[] } = JSON.parse(read(`${folder}/data.json`))
    const got = engineLines([{ name: 'policy.bylaw', text }], rows, always)
    if ('errors' in got) throw new Error(got.errors.join('\n'))
    expect(plainly(got.lines.get(`${of}|${subject}|`))).toBe(found)
    // The reference watches whole minutes.
    if (id === 'helpdesk-hold-3601') return
    expect(plainly(reference(programOf(text), new Map(Object.entries(rows)), []).value(of, subject))).toBe(
      found,
    )
  })
})

const collection = new URL('../../../shared/cases/published.json', import.meta.url)

// The collection is not part of this repository: where it stands beside it, the results are compared with it.
describe.skipIf(!existsSync(collection))('the collection of published time limits', () => {
  test('prints the results that are expected here', () => {
    const all: { id: string; expected: unknown }[] = JSON.parse(readFileSync(collection, 'utf8'))
    const wanted = new Map(
      all.flatMap(({ id, expected }): [string, string][] =>
        typeof expected === 'object' && expected !== null
          ? Object.entries(expected).map(([part, value]) => [`${id} ${part}`, String(value)])
          : [[id, String(expected)]],
      ),
    )
    expect(cases.map(([id, , , , , published]) => [id, published])).toEqual(
      cases.map(([id]) => [id, wanted.get(id)]),
    )
  })
})
