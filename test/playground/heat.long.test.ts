import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, screenshot, settled } from './browser.ts'

type Asked = {
  readonly sample: string
  readonly tab: string
  readonly question: string
  readonly clause: string
}

async function ask(page: Page, { sample, tab, question, clause }: Asked): Promise<void> {
  await settled(page)
  await chooseSample(page, sample)
  await page.getByRole('tab', { name: tab }).click()
  await page.getByRole('combobox', { name: question }).selectOption({ label: clause })
  await page.locator('.decide-form .field').first().waitFor()
}

async function keep(page: Page, name: string): Promise<void> {
  await page.locator('.heat table').evaluate((table) => {
    const view = table.closest('#view')
    if (view) view.scrollTop += table.getBoundingClientRect().top - view.getBoundingClientRect().top - 140
  })
  await screenshot(page, name)
}

const cell = (page: Page, row: string, column: number) =>
  page
    .locator('.heat tbody tr', { has: page.getByRole('rowheader', { name: row, exact: true }) })
    .locator('td button')
    .nth(column)

describePage('the heat map of a clause', (open) => {
  test('shows what is decided everywhere, and a cell puts its values into the form', {
    timeout: 80_000,
  }, async () => {
    const { page } = await open()
    await ask(page, {
      sample: 'handbook-en',
      tab: 'Decide',
      question: 'Question',
      clause: 'Claims from the pool',
    })
    await page.getByLabel('held', { exact: true }).waitFor()
    await page.getByLabel('Fill in from the data').fill('CL-01')
    await page.getByLabel('Fill in from the data').press('Enter')
    await page.locator('.answer.decided', { hasText: 'allow' }).waitFor()
    await page.locator('.heat td.now', { hasText: 'allow' }).waitFor()
    await page.getByRole('combobox', { name: 'Across' }).selectOption('held')
    await page.locator('.heat thead').getByRole('columnheader', { name: 'under 80', exact: true }).waitFor()
    // Article 19: a representative holds fewer than 80 customers, whatever else is so.
    const heads = await page.locator('.heat thead tr').last().locator('th').allTextContents()
    const over = heads.findIndex((text) => text.startsWith('from 80'))
    expect(over).toBeGreaterThan(0)
    await page.locator('.heat tbody tr').first().locator('td button').nth(over).click()
    await page.locator('.answer.decided', { hasText: 'refuse' }).waitFor()
    await page.locator('.heat td.now', { hasText: 'refuse' }).waitFor()
    // By keyboard: arrows go through the cells, Enter chooses.
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.locator('.answer.decided', { hasText: 'allow' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await keep(page, 'heat-en-1440')
    await page.getByRole('combobox', { name: 'Down' }).selectOption('')
    await page.getByRole('rowheader', { name: 'outcome' }).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await keep(page, 'heat-en-390')
  })

  test('has the discounts of a quotation for axes, in Chinese', { timeout: 80_000 }, async () => {
    const { page } = await open({ locale: 'zh-CN', scheme: 'dark', width: 1024 })
    await ask(page, { sample: 'handbook-zh', tab: '裁决', question: '问题', clause: '价格权限' })
    await page.getByLabel('P1、P2 的最大折扣', { exact: true }).waitFor()
    await page.getByLabel('从数据填入').fill('Q-O-A-EX-R4-Q1')
    await page.getByLabel('从数据填入').press('Enter')
    await page.locator('.heat td.now', { hasText: '即表单所填' }).waitFor()
    // Article 30: over 12% up to 20% asks for the director, beyond 30% the quotation is refused; of P3 beyond 15%.
    expect(await cell(page, '不超过 0%', 3).textContent()).toContain('销售总监')
    expect(await cell(page, '不超过 0%', 5).textContent()).toBe('拒绝')
    expect(await cell(page, '超过 15%', 0).textContent()).toBe('拒绝')
    await cell(page, '不超过 0%', 3).click()
    await page.locator('.answer.decided', { hasText: '销售总监' }).waitFor()
    expect(await page.getByLabel('P1、P2 的最大折扣', { exact: true }).inputValue()).toBe('20')
    expect(await axeViolations(page)).toEqual([])
    await keep(page, 'heat-zh-1024')
  })
})
