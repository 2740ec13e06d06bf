import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, edit, screenshot, settled } from './browser.ts'

describePage('cases from the page', (open) => {
  test('a person is saved as a case, which then fails where the policy pays otherwise', {
    timeout: 80_000,
  }, async () => {
    const { page } = await open()
    await settled(page)
    await page.getByRole('button', { name: 'R1 Ada' }).click()
    await page.getByRole('button', { name: 'Save as a case' }).click()
    const added = page.locator('.suggestion')
    await added.waitFor()
    const text = await added.locator('pre').textContent()
    expect(text).toContain('Rep: [{ id: R1, quota: 80000.00 }]')
    expect(text).not.toContain('R2')
    await page.getByText(/^All \d+ cases pass\./).waitFor()
    await page.getByText('R1 in 2026-Q1', { exact: false }).first().waitFor()
    expect(await axeViolations(page)).toEqual([])
    await screenshot(page, 'save-case-en-1440')
    await edit(page, (policy) => policy.replace('9%', '10%'))
    await page.locator('.failing', { hasText: 'R1 in 2026-Q1' }).waitFor()
    const failing = (await page.locator('.failing').count()).toString()
    expect(await page.getByRole('tab', { name: 'Cases' }).locator('.badge').textContent()).toContain(failing)
    await added.getByRole('button', { name: 'Undo' }).click()
    await page.locator('.failing', { hasText: 'R1 in 2026-Q1' }).waitFor({ state: 'detached' })
  })

  test('missing cases are suggested, and added one by one by who has read them', {
    timeout: 80_000,
  }, async () => {
    const { page } = await open({ locale: 'zh-CN', width: 1024, scheme: 'dark' })
    await settled(page)
    await chooseSample(page, 'margin-matrix')
    await edit(page, (policy) => policy.replace(/(\|[^\n]*10%[^\n]*\n)/u, '$1'))
    await page.getByRole('tab', { name: '案例' }).click()
    await page.getByText('个案例全部通过').waitFor()
    await page.getByRole('button', { name: '建议缺少的案例' }).click()
    await page.getByText(/没有找到缺少的案例|建议 \d+ 个/u).waitFor()
    await screenshot(page, 'suggest-zh-1024')
    expect(await axeViolations(page)).toEqual([])
  })
})
