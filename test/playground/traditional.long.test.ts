import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { chooseSample, describePage, settled } from './browser.ts'

/** Characters that only simplified Chinese writes, of those that the product has words with. */
const simplifiedOnly = new Set(
  '业丢两严个临为举么义书亿仅从们价会传体侧偿关内写决况净减几则删别办务动励区单卖历双发变叠员响团围国图圆坏块声处备复够头夹奖实审宽对寻导将层属岗带应开异弃张归当录径态总户执扫护报拨择损换据摊数断无旧时显晓暂机权杠条来构标样档检槛横汇汉没测浏满状独环现电画监盖码础确离种称笔签简类紧约级纯纳纵纹线组细终经结给络绝统继绩绪续缓编缩网罚职联节补规视览计订认让训议记许论设证评识词译试话询该语误说请读谁调负账货贴资赔赖车转软载较辑输边达过运还这进远违连迟适选邮邻释针钟钱链销错键长门闭问闲间队阶际随隐页顶项顺须预题额颠验骤齐',
)

/** What anybody reads or hears of the page, but for the choice of another language, and what is wrong in it. */
function simplified(page: Page): Promise<readonly string[]> {
  return page
    .evaluate(() => {
      const texts: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node instanceof Element ? node : node.parentElement
        if (!element || element.closest('script, style, noscript, [lang="zh-Hans"]')) continue
        if (node instanceof Element)
          texts.push(...['title', 'aria-label', 'placeholder'].map((name) => node.getAttribute(name) ?? ''))
        else texts.push(node.textContent ?? '')
      }
      return texts
    })
    .then((texts) => texts.filter((text) => [...text].some((sign) => simplifiedOnly.has(sign))))
}

const views = ['charts', 'compare', 'decide', 'cases', 'data'] as const

/** What stands in a view once it is there. */
const seen = {
  charts: '.charts .chart, .charts .hint',
  compare: '.compare .texts',
  decide: '.decide .decided',
  cases: '.cases summary',
  data: '.data table.records',
} as const

describePage('a policy that is written in traditional characters', (open) => {
  for (const [how, locale] of [
    ['opened in them', 'zh-TW'],
    ['that is switched to them', 'zh-CN'],
  ] as const)
    test(`has nothing in simplified ones in a page ${how}`, async () => {
      const { page } = await open({ locale })
      await settled(page)
      await chooseSample(page, 'margin-matrix')
      const switchOver = async (): Promise<void> => {
        await page.locator('header button[lang="zh-Hant"]').click()
        await page.locator('html[lang="zh-Hant"]').waitFor()
        await page.locator('#view[data-state="current"]').waitFor({ state: 'attached' })
      }
      const switchBack = async (): Promise<void> => {
        if (locale === 'zh-CN') await page.locator('header button[lang="zh-Hans"]').click()
      }
      // What follows from the calculation comes a moment after the words.
      const expectNone = async (): Promise<void> => {
        await switchOver()
        await expect.poll(() => simplified(page), { timeout: 20_000 }).toEqual([])
        await switchBack()
      }
      await expectNone()
      await page.locator('.people .name').first().click()
      await page.locator('.statement h2').waitFor()
      await page.locator('.statement button.number').first().click()
      await page.locator('.opened .value').first().waitFor()
      await page.locator('.left-out > button').first().click()
      await page.locator('.one-more summary').click()
      await page.locator('.one-more .tools, .one-more p').first().waitFor()
      await expectNone()
      await page.locator('.statement-bar button').first().click()
      for (const view of views) {
        await page.locator(`#view-${view}`).click()
        await page.locator(seen[view]).first().waitFor()
        await expectNone()
      }
      await page.locator('button.small').first().click()
      await page.locator('.mapping table').waitFor()
      await expectNone()
      await page.locator('header').getByRole('button').first().click()
      await page.locator('dialog').waitFor()
      await expect.poll(() => simplified(page)).toEqual(locale === 'zh-TW' ? [] : expect.anything())
    })
})
