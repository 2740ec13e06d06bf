import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, screenshot, settled } from './browser.ts'

describePage('the table of people', (open) => {
  test('says what waits for each person, finds and sorts by it, and keeps it in the file', {
    timeout: 120_000,
  }, async () => {
    const { page } = await open({ locale: 'zh-CN' })
    await settled(page)
    await chooseSample(page, 'handbook-zh')
    const heading = page.getByRole('columnheader', { name: '待办' })
    await heading.waitFor({ timeout: 60_000 })
    const rows = page.locator('.people tbody tr')
    await screenshot(page, 'people-open-zh-1440')
    expect(await axeViolations(page)).toEqual([])
    const at = (await page.locator('.people thead th').allTextContents()).findIndex((one) =>
      /待办/u.test(one),
    )
    const show = page.locator('.people .tools select').first()
    const option =
      (await show.locator('option').allTextContents()).find((one) => one.startsWith('有待办')) ?? ''
    await show.selectOption({ label: option })
    const count = Number(/\d+/u.exec(option)?.[0])
    expect(count).toBeGreaterThan(0)
    expect(await page.locator('.people table').getAttribute('aria-rowcount')).toBe(String(count + 1))
    await heading.getByRole('button').click()
    await heading.getByRole('button').click()
    const cells = await rows.locator(`td:nth-child(${at + 1}) [aria-hidden]`).allTextContents()
    const sums = cells.map((text) => [...text.matchAll(/\d+/gu)].reduce((sum, [one]) => sum + Number(one), 0))
    expect(sums.every((sum) => sum > 0)).toBe(true)
    expect(sums).toEqual([...sums].sort((a, b) => b - a))
    // Read out, and shown when it is pointed at: of which clauses.
    const whole = await rows
      .first()
      .locator(`td:nth-child(${at + 1}) .unseen`)
      .textContent()
    expect(whole).toContain('：')
    await screenshot(page, 'people-open-sorted-zh-1440')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存为 CSV' }).click()
    const text = await readFile(await (await saved).path(), 'utf8')
    expect(text.split('\n')[0]).toContain('flags,open,reasons')
    // On a phone the table scrolls, and the page does not.
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })

  test('saves a person as a case from his row', { timeout: 80_000 }, async () => {
    const { page } = await open({ scheme: 'dark' })
    await settled(page)
    await page.getByRole('row', { name: 'R2' }).hover()
    await screenshot(page, 'people-to-case-en-1440-dark')
    await page.getByRole('button', { name: 'Save R2 as a case' }).click()
    const added = page.locator('.suggestion')
    await added.waitFor()
    expect(await added.locator('pre').textContent()).toContain('id: R2')
    await page.getByText(/^All \d+ cases pass\./u).waitFor()
  })
})
