import { expect, test } from 'vitest'
import { axeViolations, describePage, screenshot, settled } from './browser.ts'
import { dropFiles, openData, sum } from './data-steps.ts'

describePage('the data of a policy', (open) => {
  test('a bad cell is found by its row and column, mended by keyboard, and the payout follows', async () => {
    const { page } = await open()
    await settled(page)
    expect(await sum(page)).toContain('16,800.00')
    await openData(page)
    await page.getByRole('button', { name: 'deals.csv' }).click()
    const grid = page.getByRole('grid', { name: 'Rows of deals.csv' })
    await grid.focus()
    await page.keyboard.press('End')
    await page.keyboard.type('12k')
    await page.keyboard.press('Enter')
    const problem = page.locator('.problems li button', { hasText: 'deals.csv, row 2 · amount' })
    await problem.waitFor()
    await screenshot(page, 'data-table-en-1440')
    expect(await axeViolations(page)).toEqual([])
    await problem.click()
    expect(await page.locator('td.chosen').textContent()).toBe('12k')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('13000.00')
    await page.keyboard.press('Enter')
    await page.locator('.problems', { hasText: 'No problems in the data.' }).waitFor()
    await page.locator('.paid', { hasText: '16,860.00' }).waitFor()
  })

  test('files are dropped anywhere on the page, and said to stay in the browser', async () => {
    const { page } = await open()
    await settled(page)
    await dropFiles(page, [{ name: 'deals.csv', text: 'id,rep,closed,amount\nX1,R1,2026-02-01,1000.00\n' }])
    await page.locator('.mapping').waitFor()
    expect(await page.locator('.bring').textContent()).toContain('It never leaves this browser')
    await screenshot(page, 'data-brought-en-1440')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Use this data' }).click()
    await page.locator('.mapping').waitFor({ state: 'detached' })
    expect(await sum(page)).toContain('60.00')
  })
})
