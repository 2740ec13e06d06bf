import { expect, test } from 'vitest'
import { chooseSample, describePage, settled } from './browser.ts'

describePage('deciding something of a period', (open) => {
  test('is asked for the period that the page shows, for another, and for none', async () => {
    const { page } = await open({ locale: 'zh-CN' })
    await settled(page)
    await chooseSample(page, 'tangyu-zh')
    await page.getByRole('tab', { name: '裁决' }).click()
    await page.getByRole('combobox', { name: '问题' }).selectOption({ label: '季度提成' })
    const period = page.locator('.decide-form').getByLabel('期间', { exact: true })
    expect(await period.inputValue()).toMatch(/^2026-Q[1-4]$/u)
    // Nothing else is said yet: what is missing is called as the form calls it, and it is not the period.
    const answer = page.locator('.answer.undecided')
    await answer.waitFor()
    expect(await answer.textContent()).not.toContain('period')
    await period.fill('')
    await page.locator('.answer.undecided', { hasText: '没有写明期间' }).waitFor()
    await period.fill('2026-Q2')
    await page.locator('.answer.undecided').filter({ hasNotText: '没有写明期间' }).waitFor()
  })
})
