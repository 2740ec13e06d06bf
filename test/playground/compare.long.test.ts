import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, edit, screenshot, settled, typeOver } from './browser.ts'

describePage('comparing two versions', (open) => {
  test('says what an edit costs, who gains and what each changed line does', async () => {
    const { page } = await open()
    await settled(page)
    await page.locator('#view-compare').click()
    await page.locator('.headline', { hasText: 'this changes nothing' }).waitFor()
    await edit(page, (text) => text.replace('9%', '10%').replace('# The smallest', '# A small'))
    // 1 % of the 20,000.00 above the quota, worked by hand in the sample's README.
    await page.locator('.headline', { hasText: '16,800.00 → 17,000.00' }).waitFor()
    await page.locator('.hunk .edits strong', { hasText: '+200.00 EUR' }).waitFor()
    expect(await page.locator('.hunk').count()).toBe(2)
    expect(await page.locator('.hunk').first().textContent()).toContain('changes nothing')
    await screenshot(page, 'compare-en-1440')
    await page.getByRole('button', { name: 'Side by side' }).click()
    await page.getByRole('button', { name: 'Compare the meaning' }).click()
    await page.locator('.meaning').waitFor()
    await page.locator('.meaning').scrollIntoViewIfNeeded()
    await screenshot(page, 'compare-meaning-en-1440')
    expect(await page.locator('.meaning').textContent()).toContain('sales_commission')
  })

  test('compares with a file and keeps the report as one', async () => {
    const { page } = await open()
    await settled(page)
    const text = await page.locator('.text textarea').first().inputValue()
    await page.locator('#view-compare').click()
    await page.locator('.chooser').waitFor()
    await page.locator('.chooser input[type=file]').setInputFiles({
      name: 'next-year.bylaw',
      mimeType: 'text/plain',
      buffer: Buffer.from(text.replace('9%', '8%')),
    })
    await page.locator('.headline', { hasText: '16,800.00 → 16,600.00' }).waitFor()
    await page.locator('.hunk .edits strong', { hasText: '−200.00 EUR' }).waitFor()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the report (HTML)' }).click()
    const file = await (await waiting).path()
    const html = await readFile(file, 'utf8')
    expect(html).toContain('16,600.00')
    expect(html).toContain('next-year.bylaw')
  })

  for (const [width, locale, scheme, sample] of [
    [1440, 'en', 'light', 'handbook-en'],
    [1024, 'zh-CN', 'dark', 'tangyu-zh'],
    [390, 'zh-TW', 'light', 'tangyu-zh'],
  ] as const)
    test(`of ${sample} tells the totals first, for everybody: ${locale}, ${scheme}, ${width} pixels`, async () => {
      const { page } = await open({ width, locale, scheme })
      await settled(page)
      await chooseSample(page, sample)
      if (width === 390) await page.locator('.sides button').nth(1).click()
      const tab = page.locator('.bar [role=tab]', { hasText: '季度提成' })
      if (sample === 'tangyu-zh') await tab.first().click()
      await typeOver(page, '| 60%  | 1.2% |', '| 60%  | 1.5% |')
      if (width === 390) await page.locator('.sides button').first().click()
      await page.locator('#view-compare').click()
      await page.locator('.headline').first().waitFor({ timeout: 60_000 })
      await page.locator('.hunk .edits strong').first().waitFor({ timeout: 120_000 })
      expect(await axeViolations(page)).toEqual([])
      await screenshot(page, `compare-${locale}-${scheme}-${width}`)
      await page.locator('.hunk').first().scrollIntoViewIfNeeded()
      await screenshot(page, `compare-texts-${locale}-${scheme}-${width}`)
    }, 180_000)
})
