import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, edit, screenshot, settled } from './browser.ts'

describePage('the charts', (open) => {
  test('show a clause’s tiers with everybody as a dot, which the keys go through and open', async () => {
    const { page } = await open()
    await settled(page)
    await page.getByRole('tab', { name: 'Charts' }).click()
    const curve = page.getByRole('group', { name: 'Sales commission: what it pays' })
    await curve.waitFor()
    expect(await curve.getByRole('button').count()).toBe(5)
    await screenshot(page, 'charts-en-1440')
    // One stop of the Tab key; the dots in the order of their attainment. Amounts worked by hand in the sample's README.
    await curve.getByRole('button').first().focus()
    await page.keyboard.press('End')
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(name).toContain('R3 Cai')
    expect(name).toContain('6,600.00 EUR')
  })

  test('have a table beside each picture, with the same people', async () => {
    const { page } = await open()
    await settled(page)
    await page.getByRole('tab', { name: 'Charts' }).click()
    const figure = page.getByRole('figure', { name: 'Sales commission: what it pays' })
    await figure.getByRole('button', { name: 'Show as table' }).click()
    const row = figure.getByRole('row', { name: /R3 Cai/ })
    expect(await row.textContent()).toContain('6,600.00 EUR')
  })

  test('compare both versions once the text is edited', async () => {
    const { page } = await open()
    await settled(page)
    await page.getByRole('tab', { name: 'Charts' }).click()
    await edit(page, (text) => text.replace('9%', '10%'))
    const winners = page.getByRole('group', { name: 'Who gains and who loses the most (EUR)' })
    await winners.waitFor()
    expect(await winners.getByRole('button').first().getAttribute('aria-label')).toContain('+200.00 EUR')
    await screenshot(page, 'charts-edited-en-1440')
  })

  test('can be used by everybody, in every width, theme and language', async () => {
    for (const [width, locale, scheme, sample] of [
      [1440, 'en', 'light', 'tangyu-en'],
      [1024, 'zh-CN', 'dark', 'tangyu-zh'],
      [390, 'zh-TW', 'light', 'handbook-zh'],
    ] as const) {
      const { page } = await open({ width, locale, scheme })
      await settled(page)
      await chooseSample(page, sample)
      await page.locator('#view-charts').click()
      await page.locator('.one-person figure').first().waitFor({ timeout: 20_000 })
      expect(await axeViolations(page)).toEqual([])
      await screenshot(page, `charts-${locale}-${scheme}-${width}`)
      await page.locator('.one-person').scrollIntoViewIfNeeded()
      await screenshot(page, `charts-person-${locale}-${scheme}-${width}`)
    }
  })
})
