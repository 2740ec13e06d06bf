import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  axeViolations,
  chooseSample,
  describePage,
  type PageOptions,
  screenshot,
  settled,
} from './browser.ts'

const policy = `policy p "Discounts" { language en; currency CNY; effective from 2026-01-01 until open }
record Person {
  id text key
  role one of rep, manager, director, finance, legal
  above Person optional
}
record Quote { id text key; person Person; asked date posting; discount percent; terms count }
commission pay "Commission" for each Quote to person { start 10 CNY }
authority grant "Discount authority" for each Quote {
  ranks rep, manager, director by person.role
  asked by person
  superior person.above
  own up to rep
  table "Discount" unique {
    | discount            | => verdict                                 |
    | up to 5%            | allow                                      |
    | over 5% up to 10%   | approval manager                           |
    | over 10% up to 20%  | approval in turn finance, director, legal  |
    | over 20% up to 30%  | approval one of director, finance          |
    | over 30%            | refuse                                     |
  }
  table "Terms" unique {
    | terms               | => verdict                                 |
    | up to 30            | allow                                      |
    | over 30             | approval all of finance, legal             |
  }
}
`
const files = {
  'p.bylaw': policy,
  'person.csv': 'id,role,above\nR,rep,M\nM,manager,D\nD,director,\n',
  'quote.csv': 'id,person,asked,discount,terms\nQ1,R,2026-01-05,15%,10\n',
}

async function openPolicy(page: Page): Promise<void> {
  await settled(page)
  await page.evaluate((all) => {
    const dataTransfer = new DataTransfer()
    for (const [name, text] of Object.entries(all)) dataTransfer.items.add(new File([text], name))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, files)
}

describePage('who approves', (open) => {
  const asked = async (options: PageOptions, tab: string, fill: string) => {
    const { page } = await open(options)
    await openPolicy(page)
    await page.locator('.sums', { hasText: '10.00' }).waitFor()
    await page.getByRole('tab', { name: tab }).click()
    await page.locator('.decide-form .field').first().waitFor()
    await page.getByLabel(fill).fill('Q1')
    await page.getByLabel(fill).press('Enter')
    return page
  }

  test('is a chain: in turn in the order of the policy, one of several, or all of them', async () => {
    const page = await asked({}, 'Decide', 'Fill in from the data')
    const chain = page.locator('.chain')
    await chain.locator('ol').waitFor()
    expect(await chain.locator('ol li').allTextContents()).toEqual(['finance', 'directorD', 'legal'])
    await screenshot(page, 'chain-en-1440')
    expect(await axeViolations(page)).toEqual([])
    const discount = page.getByLabel('discount', { exact: true })
    await discount.fill('25')
    await chain.getByText('Any one of these').waitFor()
    expect(await chain.locator('li').allTextContents()).toEqual(['directorD', 'finance'])
    await discount.fill('7')
    await page.locator('.chain li', { hasText: 'manager' }).waitFor()
    expect(await chain.locator('li').allTextContents()).toEqual(['managerM'])
    await page.getByLabel('terms', { exact: true }).fill('45')
    await chain.getByText('All of these').waitFor()
    expect(await chain.locator('li').allTextContents()).toEqual(['managerM', 'finance', 'legal'])
    await discount.fill('3')
    await page.getByLabel('terms', { exact: true }).fill('10')
    await chain.waitFor({ state: 'detached' })
  })

  test('is told in the reader’s language, also of a policy in another', async () => {
    const page = await asked(
      { locale: 'zh-CN', width: 390, height: 844, scheme: 'dark' },
      '裁决',
      '从数据填入',
    )
    await page.locator('.chain ol').waitFor()
    expect(await page.locator('.answer .verdict').textContent()).toBe('审批')
    const names = await page.locator('.answer dt').allTextContents()
    expect(names).toEqual(['职级', 'finance', 'legal', '签批方式', '会签人', '审批人'])
    expect(await page.locator('.answer dd').allTextContents()).toContain('依次')
    await page.locator('.answer').scrollIntoViewIfNeeded()
    await screenshot(page, 'chain-zh-390-dark')
    expect(await axeViolations(page)).toEqual([])
  })

  test('of the handbook stands beside what it was decided by', async () => {
    const { page } = await open({ locale: 'zh-CN' })
    await settled(page)
    await chooseSample(page, 'handbook-zh')
    await page.getByRole('tab', { name: '裁决' }).click()
    await page.getByRole('combobox', { name: '问题' }).selectOption({ label: '价格权限' })
    await page.getByLabel('从数据填入').fill('Q-O-A-EX-R4-Q1')
    await page.getByLabel('从数据填入').press('Enter')
    await page.locator('.answer.decided').waitFor()
    await page.getByLabel('P1、P2 的最大折扣', { exact: true }).fill('25')
    // Article 30: beyond the director's 20%, up to 30%.
    await page.locator('.chain li', { hasText: '总经理' }).waitFor()
    await screenshot(page, 'chain-handbook-zh-1440')
  })
})
