import { expect, test } from 'vitest'
import { chooseSample, describePage, edit, settled } from './browser.ts'

describePage('the page without a network', (open) => {
  test('works once it was there: it calculates, and has every sample that was opened', async () => {
    const { page, context, server, complaints } = await open()
    await settled(page)
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await page.reload()
    await settled(page)
    await chooseSample(page, 'tangyu-en')
    expect(complaints).toEqual([])
    server.closeAllConnections()
    server.close()
    await context.setOffline(true)
    await page.reload()
    await settled(page)
    expect(await page.locator('.sums').textContent()).toContain('16,800.00 EUR')
    await edit(page, (text) => text.replace('9%', '10%'))
    await page.locator('.change', { hasText: '+200.00' }).waitFor()
    await page.getByRole('button', { name: 'Undo all edits' }).click()
    await chooseSample(page, 'tangyu-en')
    expect(await page.locator('.sums').textContent()).toContain('806,419.76 CNY')
    // The browser tells each address that could not be reached, which is what this is about.
    expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    complaints.length = 0
  })

  test('has the rich editor too, where it was there', async () => {
    const { page, context, server, complaints } = await open({ editor: 'rich' })
    await page.locator('.monaco-editor .view-line').first().waitFor()
    await page.waitForFunction(async () => {
      const names = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      )
      return names.flat().some(({ url }) => url.includes('make-editor') && url.endsWith('.js'))
    })
    // Whoever comes back without a network has been here before: the first visit itself is not the worker's yet.
    await page.reload()
    await settled(page)
    server.closeAllConnections()
    server.close()
    await context.setOffline(true)
    await page.reload()
    await page.locator('.monaco-editor .view-line').first().waitFor()
    await settled(page)
    expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    complaints.length = 0
  })
})
