import { expect, test } from 'vitest'
import { axeViolations, describePage, edit, screenshot, settled } from './browser.ts'

describePage('the cases beside a policy', (open) => {
  test('run on every change; what came out is accepted, and taken back', async () => {
    const { page } = await open()
    await settled(page)
    await page.getByRole('tab', { name: 'Cases' }).click()
    await page.getByText(/^All \d+ cases pass\./).waitFor()
    await edit(page, (text) => text.replace('9%', '10%'))
    await page.locator('.failing').first().waitFor()
    expect(await page.locator('.failing').first().textContent()).toContain('Expected')
    await screenshot(page, 'cases-en-1440')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Accept all' }).click()
    await page.getByText(/^All \d+ cases pass\./).waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.locator('.failing').first().waitFor()
  })

  test('show what they cover of each clause', async () => {
    const { page } = await open({ locale: 'zh-CN', width: 1024 })
    await settled(page)
    await page.getByRole('tab', { name: '案例' }).click()
    await page.getByLabel('显示案例覆盖').check()
    await page.getByText('覆盖率：100%').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await screenshot(page, 'cases-zh-1024')
  })

  test('say that they could not be run, and run again with the next change', async () => {
    // Without a service worker, which would have the file at hand.
    const { page, complaints } = await open({ hold: () => undefined })
    await settled(page)
    await page.route(/review\.worker/, (route) => route.abort())
    await page.getByRole('tab', { name: 'Cases' }).click()
    await page.getByText(/^The cases could not be run/).waitFor()
    await page.unroute(/review\.worker/)
    await edit(page, (text) => `${text}\n# on\n`)
    await page.getByText(/^All \d+ cases pass\./).waitFor()
    expect(await page.getByText(/could not be run/).count()).toBe(0)
    // The browser itself says that the file did not come, and nothing else is said.
    expect(complaints.splice(0).filter((one) => !one.includes('net::ERR_FAILED'))).toEqual([])
  })
})
