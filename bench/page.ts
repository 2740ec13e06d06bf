import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { playServer, type Served } from '../src/cli/play-server.ts'
import { generate, quarter } from './generate.ts'

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
/** What is fetched before the named files run: themselves, and all that they import at once. */
function sizeOf(...names: readonly string[]): number {
  const wanted = assets.filter((file) => names.some((name) => file.startsWith(`${name}-`)))
  const found = new Set(wanted.filter((file) => /\.(?:js|css)$/u.test(file)))
  for (const file of found)
    for (const [, imported = ''] of textOf(file).matchAll(/(?:from|^import)\s*"\.\/([^"]+)"/gmu))
      found.add(imported)
  return [...found].reduce((sum, file) => sum + gzipSync(textOf(file)).length, 0)
}
/** What the calculation fetches beside that, when a policy needs it; of the texts of findings, those of one language. */
function partSizes(): readonly (readonly [string, number])[] {
  const sizes = new Map<string, number>()
  for (const file of assets) {
    const [, part] = /^_part_([a-z]+)-/u.exec(file) ?? /^_texts_(zh-Hans)_/u.exec(file) ?? []
    if (part !== undefined) sizes.set(part, (sizes.get(part) ?? 0) + gzipSync(textOf(file)).length)
  }
  return [...sizes]
}
function textOf(file: string): string {
  return readFileSync(join(page, 'assets', file), 'utf8')
}
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} KB gzip`
print('shell', kilobytes(sizeOf('index')), 'limit 80')
print('compiler and engine', kilobytes(sizeOf('calculate.worker')), 'limit 150, and where a policy has them:')
for (const [part, bytes] of partSizes()) print(`  ${part}`, kilobytes(bytes))
print('language service', kilobytes(sizeOf('language.worker')))
print('rich editor', kilobytes(sizeOf('make-editor', 'editor.worker')), 'after the first result')

const servers: Server[] = []
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const opened = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  const address = await serve({ page })
  await opened.goto(address)
  for (const sample of ['first-commission', 'tangyu-zh', 'handbook-zh']) await weigh(address, sample)
  for (const sample of ['tangyu-zh', 'handbook-zh']) await type(opened, sample)
  // In a plain field a rate can be selected and put in at once.
  await opened.evaluate("localStorage.setItem('bylaw.editor', 'plain')")
  await opened.reload()
  await choose(opened, 'tangyu-zh')
  await change(
    opened,
    'tangyu-zh',
    300,
    '季度提成.bylaw',
    '| 0%   | 0.8% |',
    (i) => `| 0%   | 0.${81 + i}% |`,
  )
  await choose(opened, 'handbook-zh')
  await change(opened, 'handbook-zh', 300, undefined, '| 80%  | 0.10% |', (i) => `| 80%  | 0.${11 + i}% |`)
  await large(opened)
} finally {
  await browser.close()
  for (const one of servers) {
    one.closeAllConnections()
    one.close()
  }
}

/** 2,000 people with 20,000 orders: a folder as `bylaw play` opens it. */
async function large(opened: Page): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-page-'))
  generate(folder, 20_000)
  const policyNames = async () => ['field-sales.bylaw']
  const played = {
    name: 'field-sales',
    folder: join(process.cwd(), 'bench/policy'),
    data: folder,
    period: quarter.key,
    policyNames,
  }
  await opened.goto(await serve({ page, played }))
  await opened.evaluate("localStorage.setItem('bylaw.editor', 'plain')")
  await opened.reload()
  await opened.locator('#view[data-state="current"]').waitFor({ timeout: 120_000 })
  const shown = await opened.locator('#view').textContent()
  if (!shown?.includes('2000 人')) throw new Error(`not everybody is paid: ${shown?.slice(0, 300)}`)
  await change(
    opened,
    '2,000 people, 20,000 orders',
    1000,
    undefined,
    '| 80%  | 2%   |',
    (i) => `| 80%  | 2.${11 + i}% |`,
  )
  rmSync(folder, { recursive: true })
}

async function serve(served: Served): Promise<string> {
  const server = playServer(served)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const at = server.address()
  return `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/`
}

/** What the calculation of a sample has fetched when its payouts are there, by somebody who opens the page for the first time. */
async function weigh(address: string, sample: string): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' })
  const opened = await context.newPage()
  const fetched = new Set<string>()
  opened.on('request', (request) => {
    const name = request.url().split('/').at(-1) ?? ''
    if (/^(?:calculate\.worker|_part_|_texts_)/u.test(name)) fetched.add(name)
  })
  await opened.goto(address)
  await choose(opened, sample)
  const bytes = [...fetched].reduce((sum, name) => sum + gzipSync(textOf(name)).length, 0)
  print(`${sample}: calculation`, kilobytes(bytes), `${fetched.size} files`)
  await context.close()
}

async function type(opened: Page, sample: string): Promise<void> {
  await choose(opened, sample)
  await opened.locator('.monaco-editor .view-line').first().click()
  await opened.keyboard.press('Control+End')
  await opened.keyboard.press('Control+Home')
  await opened.evaluate(() => performance.clearMeasures())
  for (let i = 0; i < keystrokes; i++) {
    await opened.keyboard.type(i % 2 === 0 ? '#' : ' ')
    // A fast typist: one keystroke is answered before the next.
    await opened.waitForFunction((n) => performance.getEntriesByName('findings').length > n, i)
  }
  await told(opened, `${sample}: keystroke to findings`, 'findings', 50)
}

/** From an edit of a rate to the frame that shows what everybody is paid by it: each time another rate, as nobody had it before. */
async function change(
  opened: Page,
  what: string,
  goal: number,
  file: string | undefined,
  before: string,
  after: (i: number) => string,
): Promise<void> {
  if (file !== undefined) await opened.getByRole('tab', { name: file }).click()
  const field = opened.locator('.text textarea').first()
  let now = before
  if (!(await field.inputValue()).includes(now)) throw new Error(`${what} has no ${before}`)
  await opened.evaluate(() => performance.clearMeasures())
  for (let i = 0; i < keystrokes; i++) {
    // Put in where it stands, as by a person: to lay a whole text of this length out anew takes the browser longer.
    await field.evaluate((element, old) => {
      const area = Object(element)
      const at = area.value.indexOf(old)
      area.focus()
      area.setSelectionRange(at, at + old.length)
    }, now)
    now = after(i)
    await opened.keyboard.insertText(now)
    await opened.waitForFunction((n) => performance.getEntriesByName('payouts').length > n, i)
  }
  await told(opened, `${what}: change of a rate to payouts`, 'payouts', goal)
}

async function choose(opened: Page, sample: string): Promise<void> {
  await opened.locator('header select').first().selectOption(sample)
  await opened.locator(`#view[data-sample="${sample}"][data-state="current"]`).waitFor({ timeout: 120_000 })
}

async function told(opened: Page, what: string, name: string, goal: number): Promise<void> {
  const measured = await opened.evaluate(
    (of) =>
      performance
        .getEntriesByName(of)
        .flatMap((one) =>
          one instanceof PerformanceMeasure ? [{ all: one.duration, parts: { ...one.detail } }] : [],
        ),
    name,
  )
  const [least, middle] = leastAndMedian(measured.map(({ all }) => all))
  print(what, `${Math.round(middle)} ms`, `least ${Math.round(least)} ms, goal ${goal}`)
  for (const part of Object.keys(measured[0]?.parts ?? {})) {
    const [best, median] = leastAndMedian(measured.map(({ parts }) => Number(parts[part])))
    print(`    in the worker: ${part}`, `${median.toFixed(1)} ms`, `least ${best.toFixed(1)} ms`)
  }
}

function leastAndMedian(times: readonly number[]): readonly [number, number] {
  const sorted = [...times].sort((a, b) => a - b)
  return [sorted[0] ?? 0, sorted[sorted.length >> 1] ?? 0]
}

function print(what: string, value: string, more = ''): void {
  console.log(`${what.padEnd(56)}${value.padStart(16)}   ${more}`)
}
