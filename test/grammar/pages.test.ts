import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { entries, findingPage, findingsIndex } from '../../grammar/finding-page.ts'
import { keywordPage } from '../../grammar/keyword-page.ts'
import { monarchTable, textMateGrammar } from '../../src/editor/monarch.ts'

/** `npm run docs` is this test, told to write what it expects. */
describe('the generated pages of the reference are fresh: if not, run `npm run docs`', () => {
  test.each(entries)('the page of %s says what the catalogue says', async (code, entry) => {
    await expect(findingPage(code, entry)).toMatchFileSnapshot(`../../grammar/findings/${code}.md`)
  })

  test('the list of findings has every code', async () => {
    await expect(findingsIndex()).toMatchFileSnapshot('../../grammar/findings/README.md')
  })

  test('the page of keywords has every keyword', async () => {
    await expect(keywordPage()).toMatchFileSnapshot('../../grammar/keywords.md')
  })

  test('the tables that colour a text in editors have every word', async () => {
    const json = (table: unknown) => `${JSON.stringify(table, undefined, 2)}\n`
    await expect(json(monarchTable('text'))).toMatchFileSnapshot('../../grammar/bylaw.monarch.json')
    await expect(json(textMateGrammar())).toMatchFileSnapshot('../../grammar/bylaw.tmLanguage.json')
  })

  test('there is no page of a code that is gone', () => {
    const codes = new Set([...entries.map(([code]) => `${code}.md`), 'README.md'])
    const pages = readdirSync(new URL('../../grammar/findings/', import.meta.url))
    expect(pages.filter((page) => !codes.has(page))).toEqual([])
  })
})
