import { copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, edit, screenshot, settled } from './browser.ts'

const sample = join(import.meta.dirname, '../../policies/first-commission')

/** Opens somebody's statement as a reader does: finds the row, and presses its name. */
async function statementOf(page: Page, key: string): Promise<void> {
  await page.locator('.people input[type=search]').fill(key)
  await page.locator('.people .name').first().click()
  await page.locator('.statement h2').waitFor()
}

/** What a reader sees of an element. */
async function shown(element: Locator): Promise<string> {
  return (await element.allInnerTexts()).join('\n')
}

/** What is selected in the plain editor, or shown in the rich one. */
async function lit(page: Page): Promise<string> {
  return page
    .locator('.text textarea')
    .first()
    .evaluate((area) => {
      const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement
      return value.slice(selectionStart, selectionEnd)
    })
}

describePage('a statement', (open) => {
  test('says the total first, then the formula with its numbers; each number opens its own, by keyboard alone', async () => {
    const { page } = await open()
    await settled(page)
    await page.locator('.people .name', { hasText: 'R3' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.statement h2', { hasText: 'Cai R3' }).waitFor()
    expect(await shown(page.locator('.statement-total'))).toBe('Total 6,600.00 EUR')
    // 80,000 × 6 % + 20,000 × 9 %, from the sample's README.
    expect(await page.locator('.tiers tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/from 0%\s+6%\s+× 80,000\.00\s+= 4,800\.00/),
      expect.stringMatching(/from 100%[\s\S]*\s+9%\s+× 20,000\.00\s+= 1,800\.00/),
    ])
    await page.locator('.statement button.number', { hasText: '125%' }).focus()
    await page.keyboard.press('Enter')
    const attainment = page.locator('.statement .opened .value').first()
    expect(await shown(attainment)).toContain('= 100,000.00 ÷ 80,000.00')
    await attainment.locator('button.number', { hasText: '100,000.00' }).focus()
    await page.keyboard.press('Enter')
    const deals = attainment.locator('.rows tbody tr')
    await deals.first().waitFor()
    expect(await deals.count()).toBe(6)
    expect(await shown(deals.first())).toMatch(/D11\s+R3\s+2026-01-07\s+25,000\.00\s+25,000\.00/)
    expect(await axeViolations(page)).toEqual([])
    await screenshot(page, 'statement-en-1440')
    await page.keyboard.press('Escape')
    await page.locator('.people .name:focus', { hasText: 'R3' }).waitFor()
  })

  test('its clause lights up in the policy, and the keyboard stays where it is', async () => {
    const { page } = await open()
    await settled(page)
    await statementOf(page, 'R3')
    const show = page.locator('.clause .in-text', { hasText: 'Show in the policy' })
    await show.click()
    await expect.poll(() => lit(page)).toMatch(/^commission sales_commission[\s\S]*half-up\n}$/)
    expect(await show.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  test('follows an edit: before and after, with both formulas', async () => {
    const { page } = await open()
    await settled(page)
    await statementOf(page, 'R3')
    await edit(page, (text) => text.replace('9%', '10%'))
    await page.locator('.statement-total', { hasText: '+200.00' }).waitFor()
    expect(await shown(page.locator('.statement-total'))).toBe(
      'Total 6,800.00 EUR +200.00 (before: 6,600.00)',
    )
    const before = page.locator('.clause .before')
    expect(await shown(before)).toContain('In the base version: 6,600.00')
    expect(await shown(before.locator('.tiers tbody tr').last())).toMatch(/9%\s+× 20,000\.00\s+= 1,800\.00/)
    expect(await axeViolations(page)).toEqual([])
    await screenshot(page, 'statement-change-en-1440')
  })

  test('says why somebody gets nothing, and what it would take', async () => {
    const { page } = await open({ locale: 'zh-CN', width: 1024 })
    await settled(page)
    await chooseSample(page, 'tangyu-zh')
    await statementOf(page, 'EC1-S1')
    // 2,430,000 × 40 % = 972,000; 971,757 were collected.
    const why = page.locator('[data-clause="季度提成"] .why-not')
    expect(await shown(why)).toContain('未达到门槛')
    expect(await shown(why)).toContain('须至少为 972,000.00：比现在的 971,757.00 再多 243.00')
    await page.locator('[data-clause="无目标提成"] h3 button').click()
    const forWhom = page.locator('[data-clause="无目标提成"] .why-not')
    expect(await shown(forWhom.locator('li.yes'))).toContain('业务人员')
    expect(await shown(forWhom.locator('li.no'))).toContain('= 2,430,000.00 = 0')
    expect(await axeViolations(page)).toEqual([])
    await screenshot(page, 'statement-why-zh-1024')
  })

  test('says of a deal that does not count what kept it out, and of any other when asked', async () => {
    const { page } = await open()
    await settled(page)
    await statementOf(page, 'R1')
    await page.locator('.statement button.number', { hasText: '50,000.00' }).first().click()
    await page.getByRole('button', { name: 'What does not count' }).click()
    const rows = page.locator('.left-out tbody tr')
    await rows.first().waitFor()
    // The deal of 1 April belongs to the second quarter: the sample's README.
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining('It counts on 2026-04-01')])
    await page.getByLabel('Why does one not count').fill('D11')
    await page.keyboard.press('Enter')
    await rows.filter({ hasText: 'It belongs to Cai R3.' }).waitFor()
    await page.getByLabel('Why does one not count').fill('D99')
    await page.keyboard.press('Enter')
    await page.locator('.left-out', { hasText: 'Deal has no row D99.' }).waitFor()
  })

  test('what is held says why, where, and what to do', async () => {
    const { page } = await open()
    await settled(page)
    await chooseSample(page, 'tangyu-en')
    await page.getByLabel('Show').selectOption('held')
    expect(await page.locator('.people tbody tr').count()).toBe(3)
    await page.locator('.people .name').first().click()
    const held = page.locator('.held-lines')
    await held.waitFor()
    expect(await shown(held)).toMatch(/Where: /)
    expect(await shown(held)).toMatch(/What to do: /)
    expect(await axeViolations(page)).toEqual([])
    await screenshot(page, 'statement-held-en-1440')
  })

  test('on a telephone it is read in one column, in both languages', async () => {
    for (const locale of ['en', 'zh-TW'] as const) {
      const { page } = await open({ width: 390, height: 844, locale })
      await settled(page)
      await statementOf(page, 'R3')
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(390)
      expect(await axeViolations(page)).toEqual([])
      await screenshot(page, `statement-${locale}-390`)
    }
  })

  test('is printed without the editor and what stands around it, each number with its formula', async () => {
    const { page } = await open()
    await settled(page)
    await statementOf(page, 'R3')
    await page.emulateMedia({ media: 'print' })
    for (const gone of ['header >> nth=0', '.editor-pane', 'footer', '.statement-bar', '.people'])
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false)
    const paper = page.locator('.on-paper')
    expect(await shown(paper)).toContain('= 100,000.00 ÷ 80,000.00')
    expect(await paper.locator('.rows tbody tr').count()).toBe(6)
    const colours = await page.locator('.statement').evaluate((element) => {
      const { color } = getComputedStyle(element)
      return [color, getComputedStyle(document.body).backgroundColor]
    })
    expect(colours[0]).toBe('rgb(0, 0, 0)')
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describePage('the statements of many', (open) => {
  test('are printed together, each on pages of its own, of those that the table shows', async () => {
    const { page } = await open()
    await settled(page)
    await page.locator('.people input[type=search]').fill('e')
    // Ben, Dee and Eve have one in their names.
    expect(await page.locator('.people tbody tr').count()).toBe(3)
    await page.getByRole('button', { name: 'Print statements' }).click()
    await page.locator('.statement-note', { hasText: '3 of 3 ready' }).waitFor()
    expect(await page.locator('.statement h2').allInnerTexts()).toEqual(['Ben R2', 'Dee R4', 'Eve R5'])
    expect(await axeViolations(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.statement-note').isVisible()).toBe(false)
    expect(await page.locator('.on-paper').count()).toBe(3)
    const breaks = await page
      .locator('.statement')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakBefore))
    expect(breaks).toEqual(['auto', 'page', 'page'])
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Back' }).click()
    await page.locator('.people .sums').waitFor()
  })
})

describePage('a clause', (open) => {
  test('shows whom it touched and the deals that it counted, from the largest down, and leads to each', async () => {
    const { page } = await open()
    await settled(page)
    await page.getByLabel('Clause').selectOption({ label: 'Sales commission' })
    await page.locator('.touched h2', { hasText: 'Sales commission' }).waitFor()
    expect(await shown(page.locator('.touched .statement-total'))).toContain('16,800.00 EUR')
    const people = page.locator('.touched-people tbody tr')
    // The commissions of the sample's README.
    expect((await people.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'R3 Cai 6,600.00',
      'R2 Ben 4,800.00',
      'R1 Ada 3,000.00',
      'R4 Dee 2,400.00',
      'R5 Eve 0.00',
    ])
    // 50,000.00 + 80,000.00 + 100,000.00 + 40,000.01 were sold in the quarter.
    expect(await shown(page.locator('.touched .clause h3'))).toContain('270,000.01')
    expect(await axeViolations(page)).toEqual([])
    await screenshot(page, 'clause-en-1440')
    await people.first().locator('.name').click()
    await page.locator('.statement h2', { hasText: 'Cai R3' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.locator('.touched h2', { hasText: 'Sales commission' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.locator('.people .sums').waitFor()
  })
})

describePage('the table of people', (open) => {
  test('shows attainment and flags, and of whom a change takes or gives', async () => {
    const { page } = await open()
    await settled(page)
    await edit(page, (text) => text.replace('| 100% | 9%   |', '| 100% | 8%   |').replace('6%', '7%'))
    await page.locator('.change', { hasText: '+' }).waitFor()
    const row = page.locator('.people tbody tr', { hasText: 'R1' })
    expect(await shown(row)).toContain('62.5%')
    // 7 % of 50,000, 80,000, 80,000 and 40,000 more than 6 %, 1 % less of 20,000.
    await page.getByLabel('Show').selectOption('gained')
    expect(await page.locator('.people tbody tr').count()).toBe(4)
    await edit(page, (text) => text.replace('7%', '6%'))
    await page.getByLabel('Show').selectOption({ label: 'lost: 1' })
    expect(await page.locator('.people tbody tr').allInnerTexts()).toEqual([
      expect.stringContaining('R3 Cai'),
    ])
  })

  test('draws few of ten thousand people, sorts and opens the last of them, and keeps all of them as a file', async () => {
    const count = 10_000
    const people = Array.from(
      { length: count },
      (_, at) => `P${String(at).padStart(5, '0')},=Name ${at},1000`,
    )
    const deals = Array.from(
      { length: count },
      (_, at) => `D${at},P${String(at).padStart(5, '0')},2026-02-01,${at}.00`,
    )
    const folder = await mkdtemp(join(tmpdir(), 'bylaw-many-'))
    await copyFile(join(sample, 'policy.bylaw'), join(folder, 'policy.bylaw'))
    await writeFile(join(folder, 'rep.csv'), `id,name,quota\n${people.join('\n')}\n`)
    await writeFile(join(folder, 'deal.csv'), `id,rep,closed,amount\n${deals.join('\n')}\n`)
    const played = {
      name: 'many',
      folder,
      data: folder,
      policyNames: async () => ['policy.bylaw'],
      period: '2026-Q1',
    }
    const { page } = await open({ played })
    await settled(page)
    expect(await page.locator('.people tbody tr').count()).toBeLessThan(100)
    await page.getByRole('button', { name: 'Total' }).click()
    // P09999 sold 9,999: 60.00 + 8,999 × 9 % = 869.91.
    await page.locator('.people tbody tr', { hasText: 'P09999' }).waitFor()
    expect(await shown(page.locator('.people tbody tr').first())).toContain('869.91')
    await page.locator('.people .table').evaluate((frame) => {
      frame.scrollTop = frame.scrollHeight
    })
    await page.locator('.people tbody tr', { hasText: 'P00000' }).waitFor()
    expect(await page.locator('.people tbody tr').count()).toBeLessThan(100)
    await page.locator('.people .name', { hasText: 'P00000' }).click()
    await page.locator('.statement h2', { hasText: 'P00000' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as CSV' }).click()
    const text = await readFile((await (await waiting).path()) ?? '', 'utf8')
    const lines = text.trimEnd().split('\r\n')
    expect(lines.length).toBe(count + 1)
    expect(lines[0]).toBe(
      '\ufeffkey,name,period,sales_commission,total,before,change,currency,attainment,held,flags,open,reasons',
    )
    // A name that a spreadsheet would run is kept a name.
    expect(lines[1]).toMatch(/^P09999,'=Name 9999,2026-Q1,869\.91,869\.91,/)
  })
})
