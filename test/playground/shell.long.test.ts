import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, edit, screenshot, settled } from './browser.ts'

describePage('the page', (open) => {
  test('opens with a policy and what everybody is paid by it', async () => {
    const { page } = await open()
    await settled(page)
    expect(await page.locator('.sums').textContent()).toContain('16,800.00 EUR to 5 people')
    // Worked by hand in the sample's README.
    const cai = page.locator('tr', { hasText: 'R3 Cai' })
    expect(await cai.locator('td').first().textContent()).toBe('6,600.00')
    await screenshot(page, 'people-en-1440')
  })

  test('shows what a change of a rate does to each person', async () => {
    const { page } = await open()
    await settled(page)
    await edit(page, (text) => text.replace('9%', '10%'))
    await page.locator('.change', { hasText: '+200.00' }).waitFor()
    const cai = page.locator('tr', { hasText: 'R3 Cai' })
    expect(await cai.locator('td').allTextContents()).toEqual(['6,800.00', '+200.00', '125%', '6,800.00'])
    await page.getByLabel('Show').selectOption('changed')
    expect(await page.locator('tbody tr').count()).toBe(1)
    await page.getByRole('button', { name: 'Undo all edits' }).click()
    await page.locator('.sums', { hasText: '16,800.00' }).waitFor()
  })

  test('keeps the last good result, greyed, while the text is wrong, and leads to the mistake', async () => {
    const { page } = await open()
    await settled(page)
    await edit(page, (text) => text.replace('sold / rep.quota', 'sold / rep.quotta'))
    await page.locator('#view[data-state="stale"]').waitFor()
    expect(await page.locator('.sums').textContent()).toContain('16,800.00')
    expect(await page.locator('.outcome').textContent()).toContain('last text that could be run')
    await page.locator('.findings button').first().click()
    const chosen = await page
      .locator('.text textarea')
      .evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))
    expect(chosen).toBe('quotta')
    await screenshot(page, 'mistake-en-1440')
  })

  test('speaks the reader’s language, and another when asked', async () => {
    const { page } = await open({ locale: 'zh-CN' })
    await settled(page)
    expect(await page.locator('.sums').textContent()).toContain('5 人共 16,800.00 EUR')
    await page.getByRole('banner').getByRole('button', { name: '繁' }).click()
    await page.locator('footer', { hasText: '本瀏覽器' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant')
    await page.reload()
    await page.locator('footer', { hasText: '本瀏覽器' }).waitFor()
  })

  test('opens the other samples, each with its data', async () => {
    const { page } = await open({ locale: 'zh-CN' })
    await settled(page)
    await chooseSample(page, 'tangyu-zh')
    // The total of the sample's README.
    expect(await page.locator('.sums').textContent()).toContain('806,419.76 CNY')
    await screenshot(page, 'people-zh-1440')
    await chooseSample(page, 'margin-matrix')
    await chooseSample(page, 'deductions-zh')
  })

  test('sorts, finds and keeps a table of people as a file', async () => {
    const { page } = await open()
    await settled(page)
    await page.getByRole('button', { name: 'Total' }).click()
    expect(await page.locator('tbody th').first().textContent()).toContain('R3')
    await page.getByLabel('Find a person').fill('ben')
    expect(await page.locator('tbody tr').count()).toBe(1)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as CSV' }).click()
    const file = await (await waiting).path()
    expect((await readFile(file, 'utf8')).split('\r\n')[1]).toMatch(/^R2,Ben,2026-Q1,4800\.00,4800\.00,/)
  })

  test('can be used by everybody: axe finds nothing wrong in any theme, language or width', async () => {
    for (const [width, locale, scheme] of [
      [1440, 'en', 'light'],
      [1024, 'zh-CN', 'dark'],
      [390, 'zh-TW', 'light'],
    ] as const) {
      const { page } = await open({ width, locale, scheme })
      await settled(page)
      expect(await axeViolations(page)).toEqual([])
      await screenshot(page, `people-${locale}-${scheme}-${width}`)
      if (width < 700) await page.locator('.sides button').last().click()
      await edit(page, (text) => text.replace('9%', '10%').replace('until open', 'until opn'))
      await page.locator('#view[data-state="stale"]').waitFor({ state: 'attached' })
      expect(await axeViolations(page)).toEqual([])
      await screenshot(page, `mistake-${locale}-${scheme}-${width}`)
    }
  })
})
