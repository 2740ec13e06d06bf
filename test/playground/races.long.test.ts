import { expect, test } from 'vitest'
import { chooseSample, describePage, edit, settled } from './browser.ts'
import { openData } from './data-steps.ts'

/** Something that is waited for, and the way to let it happen. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((done) => {
    open = done
  })
  return { opened, open: () => open() }
}

describePage('an answer that comes after somebody has gone on', (open) => {
  test('a sample that is there only after another was chosen is not opened any more', async () => {
    const late = gate()
    const { page } = await open({ hold: (path) => (path.includes('handbook-en') ? late.opened : undefined) })
    await settled(page)
    const answered = page.waitForResponse(/handbook-en/)
    await page.locator('header select').first().selectOption('handbook-en')
    await chooseSample(page, 'tangyu-zh')
    late.open()
    await (await answered).finished()
    // Whatever came of it is done by then.
    await edit(page, (text) => `${text}\n# on\n`)
    await page.getByRole('button', { name: 'Undo all edits' }).waitFor()
    await page.locator('#view[data-sample="tangyu-zh"][data-state="current"]').waitFor()
    expect(await page.locator('header select').first().inputValue()).toBe('tangyu-zh')
  })

  test('a link that is there only after a sample was chosen is not opened any more', async () => {
    const late = gate()
    let held = false
    const { page } = await open({
      hold: (path) => (held && path.includes('first-commission') ? late.opened : undefined),
    })
    await settled(page)
    await page.getByRole('button', { name: 'Share' }).click()
    const field = page.locator('dialog input.link')
    await page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>('dialog input.link')?.value.includes('#p='),
    )
    const link = await field.inputValue()
    await page.keyboard.press('Escape')
    held = true
    const answered = page.waitForResponse(/first-commission/)
    await page.evaluate((hash) => {
      location.hash = hash
    }, new URL(link).hash)
    await chooseSample(page, 'tangyu-zh')
    late.open()
    await (await answered).finished()
    await edit(page, (text) => `${text}\n# on\n`)
    await page.getByRole('button', { name: 'Undo all edits' }).waitFor()
    await page.locator('#view[data-sample="tangyu-zh"][data-state="current"]').waitFor()
  })

  test('a period that is being typed stays when results come meanwhile', async () => {
    const { page } = await open()
    await settled(page)
    const period = page.getByLabel('Period', { exact: true })
    await period.click()
    await period.press('ControlOrMeta+a')
    await page.keyboard.type('202')
    // As a calculation that was begun before ends now.
    await page
      .locator('.text textarea')
      .first()
      .evaluate((area: HTMLTextAreaElement) => {
        area.value = area.value.replace('9%', '10%')
        area.dispatchEvent(new Event('input', { bubbles: true }))
      })
    await page.locator('.change', { hasText: '+200.00' }).waitFor()
    expect(await period.inputValue()).toBe('202')
    await period.press('Escape')
    await page.keyboard.type('6-Q1')
    await period.press('Enter')
    await settled(page)
    expect(await period.inputValue()).toBe('2026-Q1')
  })

  test('a case that is ready only after somebody went on is put in without taking him away', async () => {
    const late = gate()
    let workers = 0
    const { page } = await open({
      // The second worker is the one that looks for a person's rows.
      hold: (path) => (path.includes('calculate.worker') && ++workers > 1 ? late.opened : undefined),
    })
    await settled(page)
    await page.getByRole('button', { name: 'R1 Ada' }).click()
    await page.getByRole('button', { name: 'Save as a case' }).click()
    await page.getByRole('button', { name: 'Give up' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'R2 Ben' }).click()
    await page.getByRole('heading', { name: /Ben/ }).waitFor()
    late.open()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'R1 Ada' }).click()
    await page.getByText('Saved among the cases: R1 in 2026-Q1').waitFor()
    expect(await page.getByRole('tab', { name: 'People' }).getAttribute('aria-selected')).toBe('true')
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('tab', { name: 'Cases' }).click()
    await page.locator('.suggestion', { hasText: 'R1 in 2026-Q1' }).waitFor()
  })

  test('a case of one policy is not put among those of the next', async () => {
    const late = gate()
    let workers = 0
    const { page } = await open({
      hold: (path) => (path.includes('calculate.worker') && ++workers === 2 ? late.opened : undefined),
    })
    await settled(page)
    await page.getByRole('button', { name: 'R1 Ada' }).click()
    await page.getByRole('button', { name: 'Save as a case' }).click()
    await page.getByRole('button', { name: 'Give up' }).waitFor()
    // The statement of somebody in the policy before is closed.
    await chooseSample(page, 'tangyu-en')
    late.open()
    await page.getByRole('tab', { name: 'Cases' }).click()
    await page.getByText(/cases pass/).waitFor()
    expect(await page.locator('.suggestion').count()).toBe(0)
  })

  test('what one more deal would pay somebody is never shown of somebody else', async () => {
    const { page } = await open()
    await settled(page)
    await page.getByRole('button', { name: 'R1 Ada' }).click()
    await page.getByText('What would one more deal pay?').click()
    await page.getByLabel('Deal: amount of').fill('40000')
    await page.locator('.one-more', { hasText: '3,000.00 → 5,700.00' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.evaluate(() => {
      const look = () => {
        const text = document.querySelector('.one-more')?.textContent ?? ''
        if (text.includes('5,700.00')) document.body.dataset.seen = text
      }
      new MutationObserver(look).observe(document.body, {
        childList: true,
        subtree: true,
        characterData: true,
      })
    })
    await page.getByRole('button', { name: 'R2 Ben' }).click()
    await page.locator('.one-more [role="status"]', { hasText: 'in all' }).waitFor()
    expect(await page.evaluate(() => document.body.dataset.seen)).toBeUndefined()
  })

  test('a number that is open follows what is edited, and the language', async () => {
    const { page } = await open()
    await settled(page)
    await page.getByRole('button', { name: 'R1 Ada' }).click()
    await page.locator('.clause button.number').first().click()
    const opened = page.locator('.opened .value', { hasText: 'sum(Deal.amount)' }).first()
    await opened.waitFor()
    const before = await opened.locator('.value-head').textContent()
    expect(before).toContain('50,000')
    await edit(page, (text) => text.replace('= sum(Deal.amount)', '= sum(Deal.amount) * 2'))
    await page.locator('.opened .value-head', { hasText: '100,000' }).first().waitFor()
    await page.getByRole('button', { name: '繁' }).first().click()
    await page.locator('.opened .value', { hasText: '合計(Deal.amount)' }).first().waitFor()
  })

  test('data that is edited while the text is wrong is paid by the last text that could be run', async () => {
    const { page } = await open()
    await settled(page)
    await edit(page, (text) => text.replace('sold / rep.quota', 'sold / rep.quotta'))
    await page.locator('#view[data-state="stale"]').waitFor()
    await openData(page)
    await page.getByRole('button', { name: 'deals.csv', exact: true }).click()
    await page.getByRole('grid').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.type('18500.00')
    await page.keyboard.press('Enter')
    // R1 sells 60,000.00 of 80,000.00: 600.00 more than before.
    await page.locator('.paid', { hasText: '17,400.00' }).waitFor()
    await page.getByRole('tab', { name: 'People' }).click()
    await page.getByRole('button', { name: 'R1 Ada' }).click()
    await page.locator('.statement-total', { hasText: '3,600.00' }).waitFor()
    await page.locator('#view[data-state="stale"]').waitFor({ state: 'attached' })
  })

  test('a double press adds one suggested case, not the next as well', async () => {
    const { page } = await open()
    await settled(page)
    await edit(page, (policy) => policy.replace('| 9%   |', '| 9%   |\n    | 150% | 12%  |'))
    await page.getByRole('tab', { name: 'Cases' }).click()
    await page.getByText(/cases pass/).waitFor()
    await page.getByRole('button', { name: 'Suggest' }).click()
    const suggested = page.locator('article.suggestion')
    await suggested.nth(1).waitFor()
    const before = await suggested.count()
    await suggested.first().getByRole('button', { name: 'It is right' }).dblclick()
    await page.getByText('Added to added.cases.yaml', { exact: false }).waitFor()
    expect(await suggested.count()).toBe(before - 1)
  })

  test('what cases come to is accepted only where it is of the text as it stands', async () => {
    const { page } = await open()
    await settled(page)
    await page.getByRole('tab', { name: 'Cases' }).click()
    await page.getByText(/^All \d+ cases pass\./).waitFor()
    await edit(page, (text) => text.replace('9%', '10%'))
    const accept = page.getByRole('button', { name: 'Accept all' })
    await accept.waitFor()
    await edit(page, (text) => text.replace('10%', '10% of'))
    await page.locator('#view[data-state="stale"]').waitFor()
    expect(await accept.isDisabled()).toBe(true)
    await edit(page, (text) => text.replace('10% of', '10%'))
    await accept.click()
    await page.getByText(/^All \d+ cases pass\./).waitFor()
  })
})
