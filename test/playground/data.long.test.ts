import { expect, test } from 'vitest'
import { axeViolations, describePage, screenshot, settled } from './browser.ts'
import { dropFiles, openData, sum } from './data-steps.ts'

describePage('the data of a policy', (open) => {
  test('a bad cell is found by its row and column, mended by keyboard, and the payout follows', async () => {
    const { page } = await open()
    await settled(page)
    expect(await sum(page)).toContain('16,800.00')
    await openData(page)
    await page.getByRole('button', { name: 'deals.csv', exact: true }).click()
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

  test('a link to a sample opens on the sample’s own data: nothing of what was loaded is in it', async () => {
    const { page, url } = await open()
    await settled(page)
    const own = 'id,Consultant,closed,amount\nSECRET-1,R1,2026-03-31,1000.00\n'
    await dropFiles(page, [{ name: 'secret-deals.csv', text: own }])
    await page.getByLabel('These are rows of').selectOption('Deal')
    await page.getByLabel('Column of the file: rep').selectOption('Consultant')
    await page.getByRole('button', { name: 'Use this data' }).click()
    await page.locator('.mapping').waitFor({ state: 'detached' })
    expect(await sum(page)).toContain('60.00')
    await page.getByRole('button', { name: 'Share and save' }).click()
    await page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>('dialog input.link')?.value.includes('#p='),
    )
    const link = await page.locator('dialog input.link').inputValue()
    const { page: other, url: there } = await open()
    await settled(other)
    await other.goto(link.replace(url, there))
    await settled(other)
    expect(await sum(other)).toContain('16,800.00')
    await openData(other)
    await other.locator('.data table.records').waitFor()
    expect(await other.locator('.data').textContent()).not.toMatch(/secret|Consultant/i)
  })

  test('several files are used at once, and the period that they have is offered', async () => {
    const { page } = await open()
    await settled(page)
    await dropFiles(page, [
      { name: 'reps.csv', text: 'id,name,quota\nZ1,Zoe,500.00\n' },
      { name: 'deals.csv', text: 'id,rep,closed,amount\nX1,Z1,2026-08-31,1000.00\n' },
    ])
    await page.getByRole('button', { name: 'Use all of them' }).click()
    await page.locator('.mapping').first().waitFor({ state: 'detached' })
    await page.getByText('The data has no rows in 2026-Q1').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Show 2026-Q3' }).click()
    // 6% of the quota of 500.00, 9% of the 500.00 above it.
    expect(await sum(page)).toContain('75.00')
  })

  test('rows are added beside those that are there, and the columns of an open file are chosen anew', async () => {
    const { page } = await open()
    await settled(page)
    await openData(page)
    await dropFiles(page, [{ name: 'april.csv', text: 'id,rep,closed,amount\nX1,R1,2026-03-31,1000.00\n' }])
    await page.getByLabel('add it to the rows that are there').check()
    await page.getByRole('button', { name: 'Use this data' }).click()
    await page.locator('.records', { hasText: 'april.csv' }).getByText('21').waitFor()
    expect(await page.locator('.settings textarea').inputValue()).toBe(
      'data:\n  Deal:\n    file:\n      - deals.csv\n      - april.csv\n',
    )
    // R1 sells 1,000.00 more, at 6%.
    expect(await sum(page)).toContain('16,860.00')
    await openData(page)
    await page.getByRole('button', { name: 'Choose the columns of reps.csv' }).click()
    await page.getByLabel('Column of the file: name').selectOption('id')
    await page.getByRole('button', { name: 'Use this data' }).click()
    await page.locator('.mapping').waitFor({ state: 'detached' })
    expect(await page.locator('.settings textarea').inputValue()).toContain(
      '  Rep:\n    file: reps.csv\n    columns:\n      name: id\n',
    )
    await page.getByRole('tab', { name: 'People' }).click()
    await page.locator('tbody th', { hasText: 'R1 R1' }).waitFor()
  })
})
