import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadFolder } from '../../src/data/folder.ts'
import { readConfig } from '../../src/data/read-config.ts'
import { cells, said } from './loading.ts'
import { field, planOf, record, text } from './plans.ts'

const plan = planOf([record('Item', [field('id', text)])])
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bylaw-data-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function loadWith(yaml: string) {
  return loadFolder(plan, join(folder, 'data'), readConfig(yaml, 'bylaw.yaml', plan.relations).config)
}

describe('a data folder', () => {
  it('is read by the names of the records, and as bylaw.yaml says, also from folders in it', () => {
    mkdirSync(join(folder, 'data/2026'), { recursive: true })
    writeFileSync(join(folder, 'data/items.csv'), 'id\n1\n')
    writeFileSync(join(folder, 'data/2026/q1.csv'), 'id\n2\n')
    expect(cells(loadWith(''), 'Item', 'id')).toEqual(['1'])
    const both = loadWith('data: { Item: { file: [items.csv, 2026/q1.csv] } }')
    expect(cells(both, 'Item', 'id')).toEqual(['1', '2'])
    expect(both.rows.get('Item')?.place(1)).toEqual({ file: '2026/q1.csv', line: 2 })
  })

  it('that is not there lacks every file', () => {
    const loaded = loadWith('')
    expect([said(loaded), loaded.unreadable]).toEqual([['Item BY730'], ['Item']])
  })

  it('is not left through a link', () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'secret.csv'), 'id\n1\n')
    symlinkSync(join(folder, 'secret.csv'), join(folder, 'data/items.csv'))
    expect(said(loadWith(''))).toEqual(['items.csv BY748'])
  })

  it('may hold a folder where a file is expected, and says so', () => {
    mkdirSync(join(folder, 'data/items.csv'), { recursive: true })
    const loaded = loadWith('')
    expect(loaded.problems[0]?.diagnostic).toMatchObject({ code: 'BY746', args: { reason: 'EISDIR' } })
  })

  it('may hold a file that bylaw.yaml misspells, and says which there are', () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data/items.csv'), 'id\n1\n')
    const loaded = loadWith('data: { Item: { file: itms.csv } }')
    expect(loaded.problems[0]?.diagnostic).toMatchObject({ code: 'BY731', args: { names: 'items.csv' } })
  })
})
