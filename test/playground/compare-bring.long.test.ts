import { expect, test } from 'vitest'
import { chooseSample, describePage, edit, screenshot, settled, typeOver } from './browser.ts'

const literate = (text: string) => `# A plan\n\nWhat is sold is paid for.\n\n\`\`\`bylaw\n${text}\n\`\`\`\n`

describePage('versions that are brought to the comparison', (open) => {
  test('come from a shared link; one that was cut is refused with what to do', async () => {
    const { page } = await open()
    await settled(page)
    await edit(page, (text) => text.replace('9%', '11%'))
    await page.locator('.change', { hasText: '+400.00' }).waitFor()
    await page.getByRole('button', { name: 'Share and save' }).click()
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('dialog input.link')?.value.includes('#p=') === true,
    )
    const link = await page.locator('dialog input.link').inputValue()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Undo all edits' }).click()
    await page.locator('#view-compare').click()
    const field = page.getByLabel('or a shared link')
    await field.fill(link.slice(0, 60))
    await field.press('Enter')
    await page.locator('.chooser', { hasText: 'Ask for it again' }).waitFor()
    await field.fill(link)
    await field.press('Enter')
    await page.locator('.headline', { hasText: '16,800.00 → 17,200.00' }).waitFor()
    await page.locator('.hunk .edits strong', { hasText: '+400.00 EUR' }).waitFor()
  })

  test('come from a file that is dropped on it, and the policy that is open stays open', async () => {
    const { page } = await open({ locale: 'zh-CN' })
    await settled(page)
    const text = await page.locator('.text textarea').first().inputValue()
    await page.locator('#view-compare').click()
    await page.locator('.chooser').waitFor()
    await page.locator('.compare').evaluate(
      (compare, own) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([own], 'policy.bylaw'))
        compare.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
      },
      text.replace('9%', '8%'),
    )
    await page.locator('.headline', { hasText: '16,600.00' }).waitFor()
    expect(await page.locator('.text textarea').first().inputValue()).toBe(text)
    await screenshot(page, 'compare-dropped-zh-1440')
  })

  test('may be Markdown with the policy in it', async () => {
    const { page } = await open()
    await settled(page)
    const text = await page.locator('.text textarea').first().inputValue()
    await page.locator('#view-compare').click()
    await page.locator('.chooser').waitFor()
    await page.locator('.chooser input[type=file]').setInputFiles({
      name: 'plan.bylaw.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(literate(text.replace('9%', '10%'))),
    })
    await page.locator('.headline', { hasText: '16,800.00 → 17,000.00' }).waitFor()
  })

  test('are compared as long as somebody waits: a long search is given up, and begun again', {
    timeout: 180_000,
  }, async () => {
    const { page } = await open()
    await settled(page)
    await chooseSample(page, 'handbook-en')
    await typeOver(page, '| 60%  | 1.2% |', '| 60%  | 1.5% |')
    await page.locator('#view-compare').click()
    await page.getByRole('button', { name: 'Cancel' }).click({ timeout: 120_000 })
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' })
    // What changes was found before, and stays.
    expect(await page.locator('.headline').count()).toBeGreaterThan(0)
    await page.locator('.working button').click()
    await page.locator('.hunk .edits strong').first().waitFor({ timeout: 120_000 })
  })
})
