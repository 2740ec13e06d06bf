import type { Page } from 'playwright-core'
import { settled } from './browser.ts'

/** Opens the tab of the data, in whatever language it is called. */
export async function openData(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^(?:Data|数据|資料)$/ }).click()
  await page.locator('.data .records').first().waitFor()
}

export type DroppedFile = { readonly name: string } & (
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
)

/** Drops files on the middle of the page, as a hand does. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const plain = files.map((file) => ({
    name: file.name,
    bytes: [...('text' in file ? new TextEncoder().encode(file.text) : file.bytes)],
  }))
  const transfer = await page.evaluateHandle((found) => {
    const made = new DataTransfer()
    for (const { name, bytes } of found) made.items.add(new File([new Uint8Array(bytes)], name))
    return made
  }, plain)
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
}

/** What all people are paid, as the table of people says. */
export async function sum(page: Page): Promise<string> {
  await page.getByRole('tab', { name: /^(?:People|人员|人員)$/ }).click()
  await settled(page)
  return (await page.locator('.sums').textContent()) ?? ''
}
