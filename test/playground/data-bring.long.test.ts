import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, screenshot, settled } from './browser.ts'
import { dropFiles, gb18030, openData, sum } from './data-steps.ts'
import { xlsx, zip } from './xlsx.ts'

describePage('bringing data', (open) => {
  test('a GB18030 file of Chinese Excel is read as it is, its bare shares as they are said to be meant', async () => {
    const { page } = await open({ locale: 'zh-CN' })
    await chooseSample(page, 'margin-matrix')
    await openData(page)
    const csv = '編號,業務員,產品,成交日,金額（元）,毛利率\r\nD01,A1,設備,2026-03-03,1200000,0.28\r\n'
    await dropFiles(page, [{ name: '三月.csv', bytes: gb18030(csv) }])
    const panel = page.getByRole('region', { name: '三月.csv' })
    await panel.waitFor()
    expect(await panel.getByLabel('这些行属于').inputValue()).toBe('成交')
    expect(await panel.getByLabel('文件中的列: 金額').inputValue()).toBe('金額（元）')
    expect(await panel.getByLabel('0.28 表示').inputValue()).toBe('fraction')
    await screenshot(page, 'data-brought-zh-1440')
    expect(await axeViolations(page)).toEqual([])
    await panel.getByRole('button', { name: '使用这份数据' }).click()
    await panel.waitFor({ state: 'detached' })
    // 1,200,000 of equipment at a margin of 28%: 1.5%.
    expect(await sum(page)).toContain('18,000')
    await openData(page)
    await page.locator('.records', { hasText: '三月.csv' }).waitFor()
    await page.locator('.settings summary').click()
    expect(await page.locator('.settings textarea').inputValue()).toBe(
      'data:\n  成交:\n    file: 三月.csv\n    columns:\n      金額: 金額（元）\n      毛利率:\n        as: fraction\n',
    )
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存 bylaw.yaml' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('bylaw.yaml')
    expect(await readFile(await saved.path(), 'utf8')).toContain('file: 三月.csv')
  })

  test('a spreadsheet is read exactly: its sheet, its headings, days, decimals and errors; columns are chosen by hand', async () => {
    const { page } = await open()
    await settled(page)
    const book = xlsx([
      { name: 'Notes', rows: [['Nothing to see here']] },
      {
        name: 'Deals',
        rows: [
          ['Deals of the quarter'],
          ['No.', 'Rep', 'Closing date', 'Amount (EUR)'],
          // 46054 is 2026-02-01; 4.35 is what Excel writes as 4.3499999999999996.
          ['X1', 'R1', { d: '46054' }, { f: '500+500', v: '1000' }],
          ['X2', 'R2', { d: '46054' }, { n: '4.3499999999999996' }],
          ['X3', 'R3', { d: '46054' }, { e: '#N/A' }],
        ],
      },
    ])
    await dropFiles(page, [{ name: 'export.xlsx', bytes: book }])
    const panel = page.getByRole('region', { name: 'export.xlsx' })
    await panel.getByLabel('Sheet').selectOption({ label: 'Deals' })
    expect(await panel.getByLabel('Headings in row').inputValue()).toBe('2')
    expect(await panel.getByLabel('These are rows of').inputValue()).toBe('Deal')
    expect(await panel.textContent()).toContain('no column of this file is chosen for it: id, closed')
    await panel.getByLabel('Column of the file: id').selectOption('No.')
    await panel.getByLabel('Column of the file: closed').selectOption('Closing date')
    expect(await panel.textContent()).toContain('2026-02-01')
    expect(await panel.textContent()).toContain('1000 · 4.35 · #N/A')
    await screenshot(page, 'data-sheet-en-1440')
    await panel.getByRole('button', { name: 'Use this data' }).click()
    // What cannot be read is held with its reason, not taken for nothing.
    const problem = page.locator('.problems li button', { hasText: 'Deal.csv, row 4 · Amount (EUR)' })
    await problem.click()
    expect(await page.locator('td.chosen').textContent()).toBe('#N/A')
    await page.keyboard.type('100')
    await page.keyboard.press('Enter')
    // 6% of 1,000.00, 4.35 (0.261, rounded) and 100.00.
    await page.locator('.paid', { hasText: '66.26' }).waitFor()
  })

  test('a spreadsheet of 20,000 rows is read under the page’s content policy', async () => {
    const { page } = await open()
    await settled(page)
    const rows = Array.from({ length: 20_000 }, (_, at) => [
      `X${at}`,
      `R${(at % 4) + 1}`,
      { d: '46054' },
      { n: '10' },
    ])
    const book = xlsx([{ name: 'Deals', rows: [['id', 'rep', 'closed', 'amount'], ...rows] }])
    await dropFiles(page, [{ name: 'big.xlsx', bytes: book }])
    const panel = page.getByRole('region', { name: 'big.xlsx' })
    await panel.getByRole('button', { name: 'Use this data' }).click()
    await panel.waitFor({ state: 'detached' })
    // 5,000 deals of 10.00 each: 50,000.00 of a quota of 80,000.00 (R4: of 40,000.00, so 9% on 10,000.00).
    expect(await sum(page)).toContain('12,300.00')
  })

  test('cells copied in a spreadsheet are pasted, and take the place of a record’s file', async () => {
    const { page } = await open()
    await settled(page)
    await openData(page)
    await page.getByRole('button', { name: 'Paste a table' }).click()
    await page
      .getByLabel('Copy cells in a spreadsheet')
      .fill(
        'id\tname\tquota\r\nR1\tAda "A"\t10,000.00\r\nR2\tBen\t80000\r\nR3\tCai\t80000\r\nR4\tDee\t40000\r\nR5\tEve\t1\r\n',
      )
    await page.getByRole('button', { name: 'Read it' }).click()
    const panel = page.getByRole('region', { name: 'pasted.csv' })
    await expect.poll(() => panel.getByLabel('These are rows of').inputValue()).toBe('Rep')
    expect(await panel.textContent()).toContain('It takes the place of reps.csv.')
    await panel.getByRole('button', { name: 'Use this data' }).click()
    await panel.waitFor({ state: 'detached' })
    // R1 sold 50,000.00 of a quota that is now 10,000.00: 9% on the 40,000.00 above it, 1,200.00 more than before.
    expect(await sum(page)).toContain('18,000.00')
  })

  test('what is no data is refused with what to do, and nothing breaks', async () => {
    const { page } = await open()
    await settled(page)
    const bomb = zip([['xl/workbook.xml', new Uint8Array(201_000_000)]])
    await dropFiles(page, [
      { name: 'bomb.xlsx', bytes: bomb },
      { name: 'cut.xlsx', bytes: bomb.subarray(0, 1000) },
      { name: 'old.xls', text: 'x' },
      { name: 'picture.png', text: 'x' },
      { name: 'empty.csv', text: '' },
      { name: 'broken.json', text: '[{"id":' },
      { name: 'binary.csv', bytes: new Uint8Array([0, 1, 2, 255, 0]) },
    ])
    await page.locator('.bring p.error', { hasText: 'binary.csv' }).waitFor()
    const said = await page.locator('.bring p.error').allTextContents()
    expect(said.map((one) => one.slice(0, 28))).toEqual([
      'bomb.xlsx cannot be read: it',
      'cut.xlsx cannot be read: it ',
      'old.xls is of the old Excel ',
      'picture.png is no CSV, .xlsx',
      'empty.csv cannot be read: it',
      'broken.json cannot be read: ',
      'binary.csv cannot be read: i',
    ])
    expect(await sum(page)).toContain('16,800.00')
  })
})
