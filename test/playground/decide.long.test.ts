import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, screenshot, settled } from './browser.ts'

/** Opens the tab on a sample, and asks one of its clauses. */
async function ask(page: Page, sample: string, tab: string, question: string, clause: string): Promise<void> {
  await settled(page)
  await chooseSample(page, sample)
  await page.getByRole('tab', { name: tab }).click()
  await page.getByRole('combobox', { name: question }).selectOption({ label: clause })
  await page.locator('.decide-form .field').first().waitFor()
}

describePage('deciding one thing', (open) => {
  test('answers as fast as typing, with the row that matches and what fails in the others', async () => {
    const { page } = await open()
    await ask(page, 'handbook-en', 'Decide', 'Question', 'Claims from the pool')
    // Nothing is said: nothing is decided, and never allowed.
    await page.locator('.answer.undecided').waitFor()
    expect(await page.locator('.answer').textContent()).toContain('never allowed')
    await page.getByLabel('Fill in from the data').fill('CL-01')
    await page.getByLabel('Fill in from the data').press('Enter')
    // Article 19: a representative holds fewer than 80 customers.
    await page.locator('.answer.decided', { hasText: 'allow' }).waitFor()
    expect(await page.locator('.drawn tr.matched').textContent()).toContain('under 80')
    expect(await page.locator('.drawn tr.failed').first().textContent()).toContain('person.role is rep')
    await page.getByLabel('held', { exact: true }).fill('80')
    await page.locator('.answer.decided', { hasText: 'refuse' }).waitFor()
    await page.getByLabel('held', { exact: true }).fill('')
    await page.locator('.answer.undecided', { hasText: 'held' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await screenshot(page, 'decide-en-1440')
  })

  test('a quotation is asked as it stands in the data, and as it would be with another discount', async () => {
    const { page } = await open({ locale: 'zh-CN' })
    await ask(page, 'handbook-zh', '裁决', '问题', '价格权限')
    await page.getByLabel('从数据填入').fill('Q-O-A-EX-R4-Q1')
    await page.getByLabel('从数据填入').press('Enter')
    await page.locator('.answer.decided').waitFor()
    // Article 30: over 8% and up to 12% of P1 asks for the manager; beyond 30% the quotation is refused.
    const discount = page.getByLabel('P1、P2 的最大折扣', { exact: true })
    await discount.fill('11')
    await page.locator('.drawn td.matched', { hasText: '12%' }).first().waitFor()
    await page.locator('.answer.decided', { hasText: '经理' }).waitFor()
    await discount.fill('31')
    await page.locator('.answer.decided', { hasText: '拒绝' }).waitFor()
    await screenshot(page, 'decide-zh-1440')
  })

  test('time limits that run are listed, soonest first', async () => {
    const { page } = await open()
    await ask(page, 'handbook-en', 'Decide', 'Question', 'Claims from the pool')
    await page.locator('.deadlines tbody th').first().waitFor()
    const due = await page.locator('.deadlines tbody th').allTextContents()
    const dated = due.filter((text) => text !== '')
    expect(dated.length).toBeGreaterThan(3)
    expect(dated).toEqual([...dated].sort())
    expect(await axeViolations(page)).toEqual([])
    await screenshot(page, 'deadlines-en-1440')
  })
})
