import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, screenshot, settled } from './browser.ts'

describePage('one more deal', (open) => {
  test('is worked out in the statement, and changes nothing else', { timeout: 80_000 }, async () => {
    const { page } = await open()
    await settled(page)
    await page.getByRole('button', { name: 'R1 Ada' }).click()
    await page.getByText('What would one more deal pay?').click()
    await page.getByLabel('Deal: amount of').fill('40000')
    // 30,000 up to the quota at 6%, 10,000 above it at 9%.
    const told = page.locator('.one-more [role="status"]', { hasText: '3,000.00 → 5,700.00' })
    await told.waitFor()
    expect(await told.textContent()).toContain('+2,700.00')
    await page.getByLabel('Deal: amount of').fill('much')
    await page.locator('.one-more .error').waitFor()
    await page.getByLabel('Deal: amount of').fill('40,000.00')
    await told.waitFor()
    expect(await page.locator('.statement-total').first().textContent()).toContain('3,000.00')
    expect(await axeViolations(page)).toEqual([])
    await page.locator('.one-more').scrollIntoViewIfNeeded()
    await screenshot(page, 'one-more-en-1440')
  })

  test('speaks Chinese on a phone', { timeout: 80_000 }, async () => {
    const { page } = await open({ locale: 'zh-CN', width: 390, height: 844, scheme: 'dark' })
    await settled(page)
    await chooseSample(page, 'tangyu-zh')
    await page.locator('.people .name', { hasText: /^EC1-R1/u }).click()
    await page.getByText('再成一单能多拿多少？').click()
    await page.locator('.one-more input').fill('100000')
    // Like his newest receipt: 12 days late, so 90% of it counts; 2% of that, times 0.95 for his conduct.
    await page.locator('.one-more [role="status"]', { hasText: '+1,710.00' }).waitFor()
    // What is signed is not paid before it is collected.
    await page.getByLabel('增加').selectOption({ label: '订单: 合同额' })
    await page.locator('.one-more [role="status"]', { hasText: '不会多拿' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.locator('.one-more').scrollIntoViewIfNeeded()
    await screenshot(page, 'one-more-zh-390')
  })
})
