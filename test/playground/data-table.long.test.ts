import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, screenshot, settled } from './browser.ts'
import { dropFiles, openData } from './data-steps.ts'

describePage('the table of a data file', (open) => {
  test('is gone through and edited by keyboard alone: arrows, Enter, Escape, Tab, undo and redo', async () => {
    const { page } = await open()
    await settled(page)
    await openData(page)
    await page.getByRole('button', { name: 'deals.csv', exact: true }).click()
    const chosen = page.locator('td.chosen')
    await page.getByRole('grid').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    expect(await chosen.textContent()).toBe('8500.00')
    await page.keyboard.type('1')
    await page.keyboard.press('Escape')
    expect(await chosen.textContent()).toBe('8500.00')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Home')
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    // 18,500.00 for 8,500.00: R1 sells 60,000.00, and 600.00 more are paid.
    await page.locator('.paid', { hasText: '17,400.00' }).waitFor()
    expect(await chosen.textContent()).toBe('14500.00')
    await page.keyboard.press('ControlOrMeta+z')
    await page.locator('.paid', { hasText: '16,800.00' }).waitFor()
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await page.locator('.paid', { hasText: '17,400.00' }).waitFor()
    // Tab goes on within the edit, and out of the table without one.
    await page.keyboard.press('Home')
    await page.keyboard.press('F2')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('R4')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await page.locator('.paid', { hasText: '17,835.00' }).waitFor()
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
  })

  test('takes new rows and gives them up, pasted cells and a saved file that no spreadsheet runs', async () => {
    const { page } = await open()
    await settled(page)
    await openData(page)
    await page.getByRole('button', { name: 'deals.csv', exact: true }).click()
    await page.getByRole('grid').focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.getByRole('button', { name: 'Add a row' }).click()
    await page.locator('[role=grid]:focus').waitFor()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '=D21\tR1\t2026-03-31\t1000.00\r\n')
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    })
    await page.locator('.paid', { hasText: '16,860.00' }).waitFor()
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ])
    const text = await readFile(await saved.path(), 'utf8')
    expect(text.startsWith('\ufeffid,rep,closed,amount\r\nD01,R1,2026-01-09,12000.00\r\n')).toBe(true)
    expect(text.endsWith("\r\n'=D21,R1,2026-03-31,1000.00\r\n")).toBe(true)
    await page.getByRole('button', { name: 'Delete the row' }).click()
    await page.locator('.paid', { hasText: '16,800.00' }).waitFor()
  })

  test('of 10,000 rows is drawn only where it is seen, and an edit at its end is paid', async () => {
    const { page } = await open()
    await settled(page)
    const rows = Array.from({ length: 10_000 }, (_, at) => `X${at},R1,2026-02-01,1.00\n`)
    await dropFiles(page, [{ name: 'deals.csv', text: `id,rep,closed,amount\n${rows.join('')}` }])
    await page.getByRole('button', { name: 'Use this data' }).click()
    await page.locator('.records', { hasText: '10000' }).waitFor()
    await page.getByRole('button', { name: 'deals.csv', exact: true }).click()
    expect(await page.locator('.grid tbody tr').count()).toBeLessThan(60)
    await page.getByRole('grid').focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('End')
    expect(await page.locator('td.chosen').getAttribute('id')).toBe('cell-9999-3')
    expect(await page.locator('td.chosen').isVisible()).toBe(true)
    await page.keyboard.type('101')
    await page.keyboard.press('Enter')
    // 10,100.00 at 6%.
    await page.locator('.paid', { hasText: '606.00' }).waitFor()
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('10001')
  })

  test('keeps a cell of several lines that was looked at, and JSON rows that were not', async () => {
    const { page } = await open()
    await settled(page)
    const reps = '[{"id":"R1","name":"Ada\\nB","quota":80000},\n {"id":"R2","name":"Ben","quota":"80000.00"}]'
    await dropFiles(page, [{ name: 'reps.json', text: reps }])
    await page.getByRole('button', { name: 'Use this data' }).click()
    await page.getByRole('button', { name: 'reps.json', exact: true }).click()
    await page.getByRole('grid').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
    await page.keyboard.press('End')
    await page.keyboard.type('50000.00')
    await page.keyboard.press('Enter')
    // R1 sells 50,000.00 of 80,000.00, R2 80,000.00 of now 50,000.00: 6% of 100,000.00 and 9% of 30,000.00.
    await page.locator('.paid', { hasText: '8,700.00' }).waitFor()
  })

  test('is begun where a record has no file: what is wanted stands there, and a file with its headings', async () => {
    const folder = fileURLToPath(new URL('../../policies/margin-matrix', import.meta.url))
    const nothing = await mkdtemp(join(tmpdir(), 'bylaw-data-'))
    const { page } = await open({
      locale: 'zh-CN',
      played: { name: '毛利', folder, data: nothing, policyNames: async () => ['制度.bylaw'] },
    })
    await page.getByRole('tab', { name: '数据' }).click()
    const wanted = page.locator('.wanted').last()
    expect(await wanted.textContent()).toContain('需要 成交.csv，含以下列：')
    expect(await wanted.locator('li').allTextContents()).toEqual([
      '編號 文本',
      '業務員 業務員之一',
      '產品 以下之一：設備、耗材、服務',
      '成交日 日期',
      '金額 金额 (TWD)',
      '毛利率 百分比，选填',
    ])
    await screenshot(page, 'data-missing-zh-1440')
    expect(await axeViolations(page)).toEqual([])
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      wanted.getByRole('button', { name: '保存带标题的空文件' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('成交.csv')
    expect(await readFile(await saved.path(), 'utf8')).toBe('\ufeff編號,業務員,產品,成交日,金額,毛利率\r\n')
    await dropFiles(page, [{ name: '業務員.csv', text: '編號,姓名\nA1,林佩君\n' }])
    await page.getByRole('button', { name: '使用这份数据' }).click()
    await wanted.getByRole('button', { name: '在此填写' }).click()
    await page.getByRole('button', { name: '添加一行' }).click()
    await page.locator('[role=grid]:focus').waitFor()
    for (const text of ['D01', 'A1', '設備', '2026-03-03', '1200000', '28%']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
      await page.keyboard.press('ControlOrMeta+a')
    }
    // 1,200,000 of equipment at a margin of 28%: 1.5%.
    await page.locator('.paid', { hasText: '18,000' }).waitFor()
  })

  for (const [width, locale, scheme] of [
    [1440, 'zh-CN', 'dark'],
    [1024, 'en', 'light'],
    [390, 'zh-CN', 'light'],
  ] as const)
    test(`and the list of data are readable and without barriers at ${width} pixels`, async () => {
      const { page } = await open({ width, height: width === 390 ? 844 : 800, locale, scheme })
      await chooseSample(page, 'tangyu-zh')
      await openData(page)
      await page.locator('.records', { hasText: 'orders.csv' }).waitFor()
      await screenshot(page, `data-list-${locale}-${width}`)
      expect(await axeViolations(page)).toEqual([])
      await page.getByRole('button', { name: 'orders.csv', exact: true }).click()
      await page.locator('.grid tbody tr').first().waitFor()
      await page.getByRole('grid').focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowRight')
      await screenshot(page, `data-orders-${locale}-${width}`)
      expect(await axeViolations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })
})
