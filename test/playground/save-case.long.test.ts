import { expect, test } from 'vitest'
import { axeViolations, describePage, edit, screenshot, settled } from './browser.ts'

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
    await edit(page, (policy) => policy.replace('6%', '7%'))
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
    await edit(page, (policy) => policy.replace('| 9%   |', '| 9%   |\n    | 150% | 12%  |'))
    await page.getByRole('tab', { name: '案例' }).click()
    await page.getByText(/个案例全部通过/u).waitFor()
    await page.getByRole('button', { name: '建议缺少的案例' }).click()
    await page.getByText(/建议 \d+ 个/u).waitFor()
    const before = await page.locator('.suggestion').count()
    expect(before).toBeGreaterThan(0)
    await screenshot(page, 'suggest-zh-1024')
    expect(await axeViolations(page)).toEqual([])
    const name = await page.locator('.suggestion h3').first().textContent()
    await page.getByRole('button', { name: '正确，加入' }).first().click()
    await page.getByText('已加入 added.cases.yaml', { exact: false }).waitFor()
    expect(await page.locator('.suggestion pre').first().textContent()).not.toContain('confirm')
    await page.locator('details li', { hasText: name ?? '' }).waitFor()
    expect(await page.locator('article.suggestion').count()).toBe(before - 1)
  })
})
