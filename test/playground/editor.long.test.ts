import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, type OpenPage, screenshot, settled } from './browser.ts'

/** The rich editor with the sample that the page opens with. */
async function rich(open: OpenPage, options: Parameters<OpenPage>[0] = {}): Promise<Page> {
  const { page } = await open({ editor: 'rich', ...options })
  await settled(page)
  await page.locator('.monaco-editor .view-line').first().waitFor()
  return page
}

/** Puts the caret behind the first place where this stands, as a reader would find it. */
async function caretBehind(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Find' }).first().fill(text)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
}

/** What the editor shows, its lines in their order. */
async function shown(page: Page): Promise<string> {
  const lines = await page
    .locator('.monaco-editor .view-lines')
    .first()
    .evaluate((all) =>
      [...all.querySelectorAll<HTMLElement>('.view-line')]
        .sort((a, b) => Number.parseInt(a.style.top, 10) - Number.parseInt(b.style.top, 10))
        .map((line) => (line.textContent ?? '').replace(/\u00a0/g, ' ')),
    )
  return lines.join('\n')
}

describePage('the editor', (open) => {
  test('comes after the first result, and says how Tab leaves it', async () => {
    const page = await rich(open)
    expect(await page.locator('.keys').textContent()).toContain('Ctrl+M')
    await screenshot(page, 'editor-en-1440')
  })

  test('marks a slip while it is typed, and mends it by a key', async () => {
    const page = await rich(open)
    await caretBehind(page, 'sold / rep.quota')
    await page.keyboard.type('a')
    await page.locator('.monaco-editor .squiggly-error').first().waitFor()
    await screenshot(page, 'editor-squiggle-en-1440')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Control+.')
    await page.locator('.action-widget', { hasText: 'quota' }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('#view[data-state="current"]').waitFor()
    expect(await shown(page)).toContain('sold / rep.quota\n')
  })

  test('completes Chinese by the initials of its sounds', async () => {
    const page = await rich(open, { locale: 'zh-CN' })
    await chooseSample(page, 'tangyu-zh')
    await page.getByRole('tab', { name: '评分卡.bylaw' }).click()
    await page.locator('.view-line', { hasText: '季度签约额' }).first().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\n数值 试 适用于 员工 每季度 = ')
    await page.keyboard.type('mle')
    await page.locator('.suggest-widget .monaco-list-row.focused', { hasText: '毛利额' }).waitFor()
    await screenshot(page, 'editor-pinyin-zh-1440')
    await page.keyboard.press('Enter')
    await page.locator('.view-line', { hasText: '每季度 = 毛利额' }).waitFor()
  })

  test('renames a measure everywhere, and the results stay the same', async () => {
    const page = await rich(open)
    const before = await page.locator('.sums').textContent()
    await caretBehind(page, 'value sold')
    await page.keyboard.press('F2')
    const box = page.locator('.rename-box input')
    await box.waitFor()
    await box.fill('closed_sales')
    await page.keyboard.press('Enter')
    await page.locator('.view-line', { hasText: 'closed_sales / rep.quota' }).waitFor()
    await settled(page)
    // With the text differing from the base version it is said that the results do not.
    await page.locator('.sums', { hasText: `${before} · the same` }).waitFor()
    expect(await shown(page)).toContain('tiers marginal of closed_sales by')
  })

  test('refuses a name that something else has, and says so', async () => {
    const page = await rich(open)
    await caretBehind(page, 'value sold')
    await page.keyboard.press('F2')
    await page.locator('.rename-box input').fill('attainment')
    await page.keyboard.press('Enter')
    await page.getByText('already means something else').first().waitFor()
    expect(await shown(page)).toContain('value sold')
  })

  test('folds a record and jumps to where a name is declared', async () => {
    const page = await rich(open)
    await caretBehind(page, 'record Rep')
    await page.keyboard.press('Control+Shift+BracketLeft')
    await page.locator('.monaco-editor .inline-folded').waitFor()
    expect(await shown(page)).not.toContain('quota money')
    await caretBehind(page, 'by attain')
    const caret = page.locator('.monaco-editor .cursor').first()
    const before = await caret.boundingBox()
    await page.keyboard.press('F12')
    // The worker is asked where it is; what is typed before it answers stands where the caret was.
    await page.waitForFunction(
      (top) => document.querySelector('.monaco-editor .cursor')?.getBoundingClientRect().top !== top,
      before?.y,
    )
    await page.keyboard.type('X')
    await page.locator('.view-line', { hasText: 'Xattainment' }).waitFor()
  })

  test('shows above a clause whom it touches, its money, and what an edit changes', async () => {
    const page = await rich(open)
    const lens = page.locator('.codelens-decoration', { hasText: '16,800.00 EUR' })
    await lens.waitFor()
    expect(await lens.textContent()).toContain('5 people')
    await caretBehind(page, '100% | 9')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('10')
    await page.locator('.codelens-decoration', { hasText: '(+200.00)' }).waitFor()
    await screenshot(page, 'editor-lens-en-1440')
  })

  test('says what a name is when it is pointed at', async () => {
    const page = await rich(open)
    await page.locator('.codelens-decoration').first().waitFor()
    await page.locator('.view-line span', { hasText: 'attainment' }).last().hover()
    await page.locator('.monaco-hover', { hasText: 'Attainment' }).first().waitFor()
    await screenshot(page, 'editor-hover-en-1440')
  })

  test('writes the keywords of a file in another language, and names stay', async () => {
    const page = await rich(open)
    await page.locator('.text-tools').getByRole('button', { name: '繁' }).click()
    await page.locator('.view-line', { hasText: '紀錄 Rep' }).waitFor()
    await settled(page)
    expect(await page.locator('.sums').textContent()).toContain('16,800.00 EUR')
    await page.keyboard.press('Escape')
  })

  test('is left by Tab once Control M is pressed', async () => {
    const page = await rich(open)
    await page.locator('.monaco-editor .view-line').first().click()
    await page.keyboard.press('Control+m')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.monaco-editor') === null)).toBe(true)
  })

  test('is text to be read on a phone, in colours and without Monaco', async () => {
    const { page, requests } = await open({ editor: 'rich', width: 390, height: 844, locale: 'zh-CN' })
    await settled(page)
    await page.getByRole('button', { name: '制度' }).first().click()
    await page.locator('.read-text .token-keyword').first().waitFor()
    expect(requests.some((request) => request.includes('make-editor'))).toBe(false)
    await screenshot(page, 'editor-read-zh-390')
  })

  test('follows the colours of the page', async () => {
    const page = await rich(open, { scheme: 'dark', locale: 'zh-CN' })
    await chooseSample(page, 'handbook-zh')
    await page.locator('.monaco-editor .view-line').first().waitFor()
    await screenshot(page, 'editor-dark-zh-1440')
  })

  test('can be used by everybody: axe finds nothing wrong with it', async () => {
    const page = await rich(open)
    expect(await axeViolations(page)).toEqual([])
  })
})
