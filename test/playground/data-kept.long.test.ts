import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, screenshot, settled } from './browser.ts'
import { openData } from './data-steps.ts'

/** 18,500.00 for the 8,500.00 of a deal of R1, who is paid 6 % of it: 600.00 more. */
async function editDeal(page: Page, paid: string): Promise<void> {
  await page.getByRole('button', { name: 'deals.csv', exact: true }).click()
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('F2')
  await page.keyboard.press('Home')
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await page.locator('.paid', { hasText: paid }).waitFor()
}

/** How many drafts have data in this browser. */
async function rowsKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('bylaw', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('data')
        opening.onsuccess = () => {
          const asked = opening.result.transaction('data').objectStore('data').count()
          asked.onsuccess = () => {
            opening.result.close()
            resolve(asked.result)
          }
        }
      }),
  )
}

async function comeBack(page: Page, url: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(url)
  await settled(page)
}

describePage('edited data', (open) => {
  test('is kept in this browser where that was chosen, and goes on after the page was closed', async () => {
    const { page, url } = await open()
    page.on('dialog', (dialog) => void dialog.accept())
    await settled(page)
    await openData(page)
    const keep = page.getByLabel('Keep what is loaded and edited in this browser')
    expect(await keep.isChecked()).toBe(false)
    await keep.check()
    await screenshot(page, 'data-keep-en-1440')
    await editDeal(page, '17,400.00')
    await page.waitForFunction(() =>
      Object.entries(localStorage).some(
        ([key, text]) => key.includes('drafted.') && text.includes('"files"'),
      ),
    )
    expect(await rowsKept(page)).toBe(1)
    await comeBack(page, url)
    expect(await page.locator('.sums').textContent()).toContain('16,800.00')
    await page.getByRole('button', { name: 'Go on with them' }).click()
    await page.locator('.sums', { hasText: '17,400.00' }).waitFor()
    // Who does not want it any more has nothing of it left.
    await openData(page)
    await page.getByLabel('Keep what is loaded and edited in this browser').uncheck()
    await page.waitForFunction(() =>
      Object.entries(localStorage).every(
        ([key, text]) => !key.includes('drafted.') || !text.includes('"files"'),
      ),
    )
    expect(await rowsKept(page)).toBe(0)
  })

  test('is not kept by itself, and goes with a named draft only where that is ticked', async () => {
    const { page, url } = await open({ locale: 'zh-CN', scheme: 'dark' })
    page.on('dialog', (dialog) => void dialog.accept())
    await settled(page)
    await openData(page)
    await editDeal(page, '17,400.00')
    await page.waitForTimeout(1500)
    expect(await rowsKept(page)).toBe(0)
    await page.getByRole('button', { name: '分享与保存' }).click()
    await page.getByLabel('草稿名称').fill('多一万')
    await page.getByLabel('连同数据，仅存于本浏览器').check()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('已保存在本浏览器。').waitFor()
    await page.getByText('含数据文件 2 个').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await screenshot(page, 'share-data-zh-1440-dark')
    const link = await page.locator('dialog input.link').inputValue()
    expect(Buffer.from(link.split('#p=')[1] ?? '', 'base64url').length).toBeLessThan(5000)
    await comeBack(page, url)
    await page.getByRole('button', { name: '分享与保存' }).click()
    await page.getByRole('button', { name: '打开 多一万' }).click()
    await page.locator('.sums', { hasText: '17,400.00' }).waitFor()
    await page.getByRole('button', { name: '分享与保存' }).click()
    await page.getByRole('button', { name: '删除 多一万' }).click()
    await page.waitForTimeout(300)
    expect(await rowsKept(page)).toBe(0)
  })

  test('is read by settings that are changed here: which rows, said in words', {
    timeout: 120_000,
  }, async () => {
    const { page } = await open({ locale: 'zh-CN' })
    await settled(page)
    await chooseSample(page, 'handbook-zh')
    await openData(page)
    const row = page.getByRole('row', { name: /只读取“team”不为空的行/ }).first()
    await row.waitFor()
    const before = Number(await row.locator('td.number').first().textContent())
    await row.getByRole('button', { name: '更改' }).click()
    const settings = page.locator('.settings textarea')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await screenshot(page, 'data-settings-zh-1440')
    expect(await axeViolations(page)).toEqual([])
    const text = await settings.inputValue()
    const use = page.getByRole('button', { name: '采用这些设置' })
    await settings.fill(text.replaceAll('where: { team: present }', 'where: { team: EC1 }'))
    await use.click()
    // What a mistake should look like is said, and the results stay those of the last good settings.
    await page.getByText('应写成：present, [text, text]').first().waitFor()
    await settings.fill(text.replaceAll('where: { team: present }', 'where: { team: [EC1] }'))
    await use.click()
    const after = page.getByRole('row', { name: /只读取“team”为EC1的行/ }).first()
    await after.waitFor()
    expect(Number(await after.locator('td.number').first().textContent())).toBeLessThan(before)
  })
})
