import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, screenshot, settled } from './browser.ts'

describePage('a time limit on its calendar', (open) => {
  test('is drawn with the days that are off and those that are worked for them, and its pieces add up', {
    timeout: 80_000,
  }, async () => {
    const { page } = await open()
    await settled(page)
    await chooseSample(page, 'handbook-en')
    await page.getByRole('tab', { name: 'Decide' }).click()
    // Six weeks before its due day on 2026-05-07 there are Tomb-sweeping and Labour Day.
    await page.getByRole('button', { name: /^2026-05-07 18:00 calendar of U-S17-3-1/ }).click()
    const course = page.locator('.course')
    await course.waitFor()
    expect(await course.locator('[data-day="2026-05-01"]').textContent()).toContain('Labour Day')
    const length = (await course.locator('tfoot td').last().textContent())?.replace(/^of /, '')
    expect(await course.locator('tfoot td').first().textContent()).toBe(length)
    expect(await course.locator('tbody tr').last().locator('td').last().textContent()).toBe(length)
    expect(await course.locator('[data-day="2026-05-07"]').textContent()).toContain('due')
    expect(await axeViolations(page)).toEqual([])
    await course.scrollIntoViewIfNeeded()
    await screenshot(page, 'course-en-1440')
    await page.setViewportSize({ width: 390, height: 844 })
    await course.scrollIntoViewIfNeeded()
    await screenshot(page, 'course-en-390')
  })

  test('that is done is found among those that are, with when that was', { timeout: 80_000 }, async () => {
    const { page } = await open({ locale: 'zh-CN' })
    await settled(page)
    await chooseSample(page, 'handbook-zh')
    await page.getByRole('tab', { name: '裁决' }).click()
    await page.locator('.deadlines tbody th').first().waitFor()
    await page.locator('.deadlines select').selectOption('done')
    await page.getByRole('heading', { name: '2026-Q2 已完成的时限' }).waitFor()
    const first = page.locator('.deadlines .table tbody tr').first()
    await first.waitFor()
    const [stopped] = await first.locator('td').allTextContents()
    expect(stopped).toMatch(/^2026-\d\d-\d\d \d\d:\d\d/u)
    await first.getByRole('button').click()
    const course = page.locator('.course')
    await course.getByText(`于 ${stopped} 完成。`).waitFor()
    const day = course.locator(`[data-day="${stopped?.slice(0, 10)}"]`)
    expect(await day.textContent()).toContain('完成')
    await course.scrollIntoViewIfNeeded()
    expect(await axeViolations(page)).toEqual([])
    await screenshot(page, 'course-done-zh-1440')
  })

  test('speaks Chinese, in the dark too', { timeout: 80_000 }, async () => {
    const { page } = await open({ locale: 'zh-TW', scheme: 'dark', width: 1024 })
    await settled(page)
    await chooseSample(page, 'handbook-zh')
    await page.getByRole('tab', { name: '裁決' }).click()
    await page.getByRole('button', { name: /^2026-05-07 18:00 U-S17-3-1/ }).click()
    const course = page.locator('.course')
    await course.waitFor()
    expect(await course.locator('[data-day="2026-05-01"]').textContent()).toContain('勞動節')
    expect(await axeViolations(page)).toEqual([])
    await course.scrollIntoViewIfNeeded()
    await screenshot(page, 'course-zh-1024')
  })
})
