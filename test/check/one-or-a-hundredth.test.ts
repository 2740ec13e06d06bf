import { expect, test } from 'vitest'
import { helpOf } from '../../src/base/render.ts'
import { compile } from '../../src/compile.ts'

test('a plain 1 beside a percentage may be the whole or a hundredth: both are named, and none is put in its place', () => {
  const text = `policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }
record Order { id text key; on date posting; late yes/no }
bonus b for each Order {
  start 5 EUR
  times if late then 50% else 1
  round 0.01 half-up
}
`
  const [found] = compile([{ name: 'p.bylaw', text }]).diagnostics
  expect(found?.code).toBe('BY303')
  expect(found && helpOf(found, 'en')).toBe('Write `100%` / `1%`.')
  expect(found?.edits ?? []).toEqual([])
})
