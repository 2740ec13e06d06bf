import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, inject, test } from 'vitest'
import { axeViolations, describePage, edit, screenshot, settled } from './browser.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

/** A folder that leads to the build, and a way to put the next build in its place, as an upgrade of a server does. */
function builds(): { readonly place: string; readonly upgrade: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-builds-'))
  made.push(folder)
  const [first, second, place] = ['first', 'second', 'now'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  cpSync(inject('page'), first, { recursive: true })
  cpSync(inject('page'), second, { recursive: true })
  renew(second)
  symlinkSync(first, place)
  return {
    place,
    upgrade: () => {
      symlinkSync(second, `${place}.next`)
      renameSync(`${place}.next`, place)
    },
  }
}

/** Makes another build of one: no asset has a name that it had, and every view another text. */
function renew(folder: string): void {
  const assets = readdirSync(join(folder, 'assets'))
  const names = new Map(assets.map((name) => [name, name.replace(/[\w-]{8}(?=\.\w+$)/u, mirrored)]))
  const texts = ['index.html', 'offline-worker.js', ...assets.map((name) => `assets/${name}`)]
  for (const text of texts.filter((name) => /\.(?:html|js|css)$/u.test(name))) {
    const path = join(folder, text)
    let content = readFileSync(path, 'utf8')
    for (const [before, after] of names) content = content.replaceAll(before, after)
    content = content.replaceAll('Save as CSV', 'Save it as CSV').replaceAll('Draw the heat map', 'Draw it')
    content = content.replace(/(const version = ['"`])\w+/u, '$1second')
    writeFileSync(path, content)
  }
  for (const [before, after] of names)
    renameSync(join(folder, 'assets', before), join(folder, 'assets', after))
}

function mirrored(hash: string): string {
  return [...hash].reverse().join('') === hash ? `x${hash.slice(1)}` : [...hash].reverse().join('')
}

async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** What the browser does by itself once in a while, and the page whenever somebody comes back to it. */
async function askForNewer(page: Page): Promise<void> {
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
}

describePage('a newer build of the page', (open) => {
  test('leaves an open page whole, is offered, keeps what was typed, and works without a network', async () => {
    const { place, upgrade } = builds()
    const { page, context, server, complaints } = await open({ page: place })
    await settled(page)
    await kept(page)
    await edit(page, (text) => text.replace('9%', '10%'))
    await page.locator('.change', { hasText: '+200.00' }).waitFor()
    upgrade()
    await askForNewer(page)
    const offer = page.getByText('A new version of this page is ready.', { exact: false })
    await offer.waitFor()
    await screenshot(page, 'upgrade-en-1440')
    expect(await axeViolations(page)).toEqual([])
    // The page is still of the first build, with the views of the first, whose files the server no longer has.
    await page.getByRole('button', { name: 'Save as CSV' }).waitFor()
    await page.getByRole('tab', { name: 'Charts' }).click()
    await page.locator('#view svg').first().waitFor()
    await page.getByRole('tab', { name: 'People' }).click()
    // What was typed last was not kept as a draft yet.
    await edit(page, (text) => text.replace('10%', '11%'))
    await page.getByRole('button', { name: 'Reload' }).click()
    await page.getByRole('button', { name: 'Save it as CSV' }).waitFor()
    await page.locator('.change', { hasText: '+400.00' }).waitFor()
    expect(await page.locator('.text textarea').first().inputValue()).toContain('11%')
    await offer.waitFor({ state: 'detached' })
    server.closeAllConnections()
    server.close()
    await context.setOffline(true)
    await page.reload()
    await page.getByRole('button', { name: 'Save it as CSV' }).waitFor()
    await settled(page)
    await page.getByRole('tab', { name: 'Data' }).click()
    await page.locator('.data').first().waitFor()
    expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    complaints.length = 0
  })
  test('that another page has begun with leaves this one its views, and tells it', async () => {
    const { place, upgrade } = builds()
    const { page, context, url } = await open({
      page: place,
      locale: 'zh-CN',
      width: 390,
      height: 844,
      scheme: 'dark',
    })
    await settled(page)
    await kept(page)
    upgrade()
    await askForNewer(page)
    const other = await context.newPage()
    await other.goto(url)
    await settled(other)
    await other.waitForFunction(async () => {
      const found = await navigator.serviceWorker.getRegistration()
      return found?.waiting === null && found.installing === null
    })
    expect(await other.getByText('新版本已就绪', { exact: false }).count()).toBe(0)
    await page.bringToFront()
    await page.getByText('新版本已就绪', { exact: false }).waitFor()
    await screenshot(page, 'upgrade-zh-390-dark')
    await page.getByRole('tab', { name: '图表' }).click()
    await page.locator('#view svg').first().waitFor()
    await page.getByRole('button', { name: '重新加载' }).click()
    await page.getByText('新版本已就绪', { exact: false }).waitFor({ state: 'detached' })
    await settled(page)
  })
})
