import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { playServer } from '../src/cli/play-server.ts'

/**
 * What the page of `npm run build` weighs, and how long it takes from a keystroke to what it leads to, measured in a real
 * browser by the page's own marks: mistakes of writing, all findings, payouts. Medians of so many keystrokes.
 */
const keystrokes = 24
const page = join(process.cwd(), 'dist/play')
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)
if (!existsSync(join(page, 'index.html'))) throw new Error('run `npm run build` first')
if (executablePath === undefined) throw new Error('no Chromium: set CHROMIUM_PATH')

const assets = readdirSync(join(page, 'assets'))
const sizeOf = (...names: readonly string[]) =>
  assets
    .filter((file) => names.some((name) => file.startsWith(`${name}-`) && /\.(?:js|css)$/u.test(file)))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(page, 'assets', file))).length, 0)
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} KB gzip`
print('shell', kilobytes(sizeOf('index')), 'limit 80')
print('compiler and engine', kilobytes(sizeOf('calculate.worker')), 'limit 150')
print('language service', kilobytes(sizeOf('language.worker')))
print('rich editor', kilobytes(sizeOf('make-editor', 'editor.worker')), 'after the first result')

const server = playServer({ page })
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const at = server.address()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const opened = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  await opened.goto(`http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/`)
  for (const sample of ['tangyu-zh', 'handbook-zh']) await type(opened, sample)
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
}

async function type(opened: Page, sample: string): Promise<void> {
  await opened.locator('header select').first().selectOption(sample)
  await opened.locator(`#view[data-sample="${sample}"][data-state="current"]`).waitFor({ timeout: 120_000 })
  await opened.locator('.monaco-editor .view-line').first().click()
  await opened.keyboard.press('Control+End')
  await opened.keyboard.press('Control+Home')
  await opened.evaluate(() => performance.clearMeasures())
  for (let i = 0; i < keystrokes; i++) {
    await opened.keyboard.type(i % 2 === 0 ? '#' : ' ')
    // A fast typist: one keystroke is answered before the next.
    await opened.waitForFunction((n) => performance.getEntriesByName('findings').length > n, i)
  }
  const times = await opened.evaluate(() =>
    performance.getEntriesByName('findings').map(({ duration }) => duration),
  )
  const sorted = [...times].sort((a, b) => a - b)
  const [least, median] = [sorted[0] ?? 0, sorted[sorted.length >> 1] ?? 0]
  print(
    `${sample}: keystroke to findings`,
    `${Math.round(median)} ms`,
    `least ${Math.round(least)} ms, goal 50`,
  )
}

function print(what: string, value: string, more = ''): void {
  console.log(`${what.padEnd(40)}${value.padStart(16)}   ${more}`)
}
