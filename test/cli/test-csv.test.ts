import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sales } from '../review/cases/policy.ts'
import { bylaw, inFolder } from './harness.ts'

const rest = ',Rep.id,Rep.quota,'
const text = `案例,期间${rest}应得 pay\r\n一,2026-Q1,R1,80000.00,5.00\r\n`

/** What Chinese Excel writes: 案例, 期间, 应得, 一 in GB18030. */
function gb18030(): Uint8Array {
  const words = new Map([
    ['案例', [0xb0, 0xb8, 0xc0, 0xfd]],
    ['期间', [0xc6, 0xda, 0xbc, 0xe4]],
    ['应得', [0xd3, 0xa6, 0xb5, 0xc3]],
    ['一', [0xd2, 0xbb]],
  ])
  const parts = text.split(/(案例|期间|应得|一)/u)
  return Uint8Array.from(parts.flatMap((part) => words.get(part) ?? [...new TextEncoder().encode(part)]))
}

function updated(bytes: Uint8Array): Promise<string> {
  return inFolder(async (dir) => {
    writeFileSync(join(dir, 'p.bylaw'), sales)
    writeFileSync(join(dir, 'p.cases.csv'), bytes)
    const failed = await bylaw(['test'], { cwd: dir })
    expect(failed.out).toContain('✗ 一  p.cases.csv:2')
    expect(failed.code).toBe(1)
    expect(await bylaw(['test', '--update'], { cwd: dir })).toMatchObject({ code: 0 })
    return readFileSync(join(dir, 'p.cases.csv'), 'utf8')
  })
}

describe('cases in a spreadsheet', () => {
  test('are read with a byte order mark, which an update keeps, and without', async () => {
    expect(await updated(new TextEncoder().encode(`\ufeff${text}`))).toBe(
      `\ufeff${text.replace('5.00', '0.00')}`,
    )
    expect(await updated(new TextEncoder().encode(text))).toBe(text.replace('5.00', '0.00'))
  })

  test('are read in GB18030, and written in UTF-8 with a mark that spreadsheets know', async () => {
    expect(await updated(gb18030())).toBe(`\ufeff${text.replace('5.00', '0.00')}`)
  })
})

test('a policy that breaks many cases explains the first twenty', async () => {
  await inFolder(async (dir) => {
    writeFileSync(join(dir, 'p.bylaw'), sales)
    const rows = Array.from({ length: 25 }, (_, i) => `case ${i},2026-Q1,R1,80000.00,9.00\n`).join('')
    writeFileSync(join(dir, 'p.cases.csv'), `case,period${rest}expect pay\n${rows}`)
    const { out } = await bylaw(['test'], { cwd: dir })
    expect(out.match(/How it came about/gu)).toHaveLength(20)
    expect(out.match(/^ {2}✗ case/gmu)).toHaveLength(25)
    expect(out).toContain('The first 20 are explained; `--filter` shows another.')
  })
})
