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
    base64: Buffer.from('text' in file ? file.text : file.bytes).toString('base64'),
  }))
  const transfer = await page.evaluateHandle((found) => {
    const made = new DataTransfer()
    for (const { name, base64 } of found)
      made.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name))
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

let codes: ReadonlyMap<string, readonly number[]> | undefined

/** A text in the encoding of Chinese Windows: every pair of bytes, asked what it says. */
export function gb18030(text: string): Uint8Array {
  codes ??= gb18030Pairs()
  const known = codes
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const found = character < '\x80' ? [character.charCodeAt(0)] : known.get(character)
      if (!found) throw new Error(character)
      return found
    }),
  )
}

function gb18030Pairs(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, readonly number[]>()
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++)
      if (second !== 0x7f) pairs.set(decoder.decode(Uint8Array.from([first, second])), [first, second])
  return pairs
}
