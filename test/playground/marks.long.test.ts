import { expect, test } from 'vitest'
import { describePage, screenshot, settled } from './browser.ts'

describePage('beside the lines of the editor', (open) => {
  test('stands what cases cover, and goes when it is not wanted', { timeout: 80_000 }, async () => {
    const { page } = await open({ editor: 'rich', locale: 'zh-CN', scheme: 'dark' })
    await settled(page)
    await page.locator('.monaco-editor .view-line').first().waitFor()
    await page.getByRole('tab', { name: '案例' }).click()
    await page.getByText(/个案例全部通过/u).waitFor()
    expect(await page.locator('.monaco-editor [class*="mark-"]').count()).toBe(0)
    await page.getByLabel('显示案例覆盖').check()
    await page.locator('.monaco-editor .mark-covered').first().waitFor()
    await screenshot(page, 'marks-zh-1440-dark')
    await page.getByLabel('显示案例覆盖').uncheck()
    await page.locator('.monaco-editor [class*="mark-"]').first().waitFor({ state: 'detached' })
  })

  test('a measure that is pointed at says what it is for the person who is looked at', async () => {
    const { page } = await open({ editor: 'rich' })
    await settled(page)
    await page.locator('.monaco-editor .view-line').first().waitFor()
    await page.getByRole('button', { name: 'R3 Cai' }).click()
    await page.locator('.statement').first().waitFor()
    // The lines move when what the clause pays comes to stand above it, and with them goes what is shown at the pointer.
    await page.locator('.codelens-decoration', { hasText: '5 people' }).waitFor()
    await page
      .locator('.view-line span span', { hasText: /attainment/u })
      .first()
      .hover()
    // Cai sold 100,000.00 of a quota of 80,000.00.
    await page.locator('.monaco-hover', { hasText: '125' }).waitFor()
    expect(await page.locator('.monaco-hover').first().textContent()).toContain('Cai')
    await screenshot(page, 'hover-person-en-1440')
  })
})
