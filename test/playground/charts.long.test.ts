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
    await page.keyboard.press('Enter')
    await page.locator('.over', { hasText: 'Cai' }).waitFor()
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

  test('mark where selling more pays less, and until where', async () => {
    const { page } = await open()
    await settled(page)
    await page.locator('#view-charts').click()
    await edit(page, (text) => text.replace('tiers marginal', 'tiers whole').replace('9%', '5%'))
    // 99.9999 % earn 5.999994 % of the quota at 6 %; at 5 % it takes 119.99988 %, so the next ten-thousandth.
    const said = page.locator('.cliffs li')
    await said.waitFor()
    expect(await said.textContent()).toContain('100.00% pays only 5.00%')
    expect(await said.textContent()).toContain('from 119.9999% on')
    expect(await page.locator('.cliff rect').count()).toBe(1)
    await screenshot(page, 'charts-cliff-en-1440')
  })

  test('show one person’s pay by clauses, each by its steps, and the scores behind it', async () => {
    const { page } = await open()
    await settled(page)
    await chooseSample(page, 'tangyu-en')
    await page.locator('#view-charts').click()
    const pay = page.getByRole('group', { name: 'EC1-R1 Jianguo Li: clause by clause to the total' })
    // The sample's README: a commission of 20,569.40 and performance pay of 6,600.00.
    const bars = pay.getByRole('button')
    await bars.first().waitFor()
    expect(await bars.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual([
      'Quarterly commission: +20,569.40 CNY',
      'Performance pay: +6,600.00 CNY',
      'Total: 27,169.40 CNY',
    ])
    await bars.first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Quarterly commission: step by step' }).waitFor()
    const scores = page.getByRole('figure', { name: /^Scorecard: 99\.13/ })
    await scores.getByRole('button', { name: 'Show as table' }).click()
    expect(await scores.getByRole('row', { name: /Attainment/ }).textContent()).toContain('118.83')
  })

  for (const [width, locale, scheme, sample] of [
    [1440, 'en', 'light', 'tangyu-en'],
    [1024, 'zh-CN', 'dark', 'tangyu-zh'],
    [390, 'zh-TW', 'light', 'handbook-zh'],
  ] as const)
    test(`can be used by everybody: ${sample}, ${locale}, ${scheme}, ${width} pixels`, async () => {
      const { page } = await open({ width, locale, scheme })
      await settled(page)
      await chooseSample(page, sample)
      await page.locator('#view-charts').click()
      await page.locator('.one-person figure').first().waitFor({ timeout: 20_000 })
      expect(await axeViolations(page)).toEqual([])
      await screenshot(page, `charts-${locale}-${scheme}-${width}`)
      await page.locator('.one-person').scrollIntoViewIfNeeded()
      await screenshot(page, `charts-person-${locale}-${scheme}-${width}`)
    }, 90_000)
})
