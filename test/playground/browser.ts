import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest'
import { type PlayedFolder, playServer } from '../../src/cli/play-server.ts'

const root = join(import.meta.dirname, '../..')

export type PageOptions = {
  readonly width?: number
  readonly height?: number
  readonly locale?: 'en' | 'zh-CN' | 'zh-TW'
  readonly scheme?: 'light' | 'dark'
  /** The plain text field unless the rich editor is what is tested: only it can be filled at once. */
  readonly editor?: 'rich'
  /** Served with this folder open; without one, with the samples. */
  readonly played?: PlayedFolder
  /** Where another build than that of the tests lies. */
  readonly page?: string
  /** What the server does not hand out before this is done. Without a service worker, which would answer in its place. */
  readonly hold?: (path: string) => Promise<unknown> | undefined
}

export type OpenedPage = {
  readonly page: Page
  readonly context: BrowserContext
  readonly url: string
  /** The addresses of all requests that the page and its workers made. */
  readonly requests: readonly string[]
  /** What the console, the page and the content security policy complained about. Empty after every test. */
  readonly complaints: string[]
  readonly server: Server
}

export type OpenPage = (options?: PageOptions) => Promise<OpenedPage>

/** The browser of the machine: `CHROMIUM_PATH`, else one of the usual names. */
function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') return named
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter)
  const usual = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usual].find(existsSync)
}

/**
 * Tests in a real browser. Each page is opened by `open`, in a profile of its own. Afterwards nothing may have been
 * complained about and no request may have left the origin: that holds for every test of the page, whatever else it does.
 * Without a browser they are left out, except where CI has to show them.
 */
export function describePage(title: string, body: (open: OpenPage) => void): void {
  const executable = findChromium()
  if (executable === undefined && process.env.CI === undefined)
    console.warn(`no Chromium found (CHROMIUM_PATH or PATH): “${title}” is not tested`)
  const left = executable === undefined && process.env.CI === undefined
  // Longer than a step may wait: what fails is named by the step that it stands at.
  describe.skipIf(left)(title, { timeout: 80_000 }, () => {
    let browser: Browser | undefined
    let opened: OpenedPage[] = []
    beforeAll(async () => {
      if (executable === undefined)
        throw new Error('no Chromium found (CHROMIUM_PATH or PATH), and CI is set')
      browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] })
    }, 60_000)
    afterAll(async () => {
      await browser?.close()
    })
    afterEach(async () => {
      const all = opened
      opened = []
      for (const { context, server } of all) {
        await context.close()
        server.closeAllConnections()
        server.close()
      }
      for (const { complaints, requests, url } of all) {
        expect(complaints).toEqual([])
        expect(
          requests.filter((request) => !/^(?:blob|data):/.test(request) && !request.startsWith(url)),
        ).toEqual([])
      }
    })
    body(async (options = {}) => {
      if (!browser) throw new Error('no browser')
      const found = await openPage(browser, options)
      opened.push(found)
      return found
    })
  })
}

async function openPage(browser: Browser, options: PageOptions): Promise<OpenedPage> {
  const { width = 1440, height = 900, locale = 'en', scheme = 'light', editor = 'plain', played } = options
  const server = playServer({ page: options.page ?? inject('page'), ...(played && { played }) })
  if (options.hold) holdUp(server, options.hold)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const at = server.address()
  const url = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/`
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme: scheme,
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const requests: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`content security policy: ${violatedDirective} ${blockedURI}`),
    )
  })
  // An empty page has no storage to read from.
  await page.addInitScript((kind) => {
    if (location.protocol !== 'about:') localStorage.setItem('bylaw.editor', kind)
  }, editor)
  await page.goto(url)
  return { page, context, url, requests, complaints, server }
}

function holdUp(server: Server, hold: (path: string) => Promise<unknown> | undefined): void {
  const handlers = server.listeners('request') as ((...handed: readonly unknown[]) => void)[]
  server.removeAllListeners('request')
  server.on('request', async (request, response) => {
    const path = request.url ?? ''
    if (path.includes('offline-worker')) return
    await hold(path)
    for (const handle of handlers) handle(request, response)
  })
}

/** Waits until what is shown is that of the text shown. */
export async function settled(page: Page): Promise<void> {
  await page.locator('#view[data-state="current"]').waitFor()
}

/** Opens one of the samples, by its folder's name. */
export async function chooseSample(page: Page, id: string): Promise<void> {
  await page.locator('header select').first().selectOption(id)
  await page.locator(`#view[data-sample="${id}"][data-state="current"]`).waitFor({ timeout: 60_000 })
}

/** Replaces the text of the file that is open, as typing would. */
export async function edit(page: Page, change: (text: string) => string): Promise<void> {
  const area = page.locator('.text textarea').first()
  await area.fill(change(await area.inputValue()))
}

/** Types over a place of a long text, which is not put in anew for it. */
export async function typeOver(page: Page, old: string, typed: string): Promise<void> {
  await page
    .locator('.text textarea')
    .first()
    .evaluate((area: HTMLTextAreaElement, text) => {
      area.focus()
      area.setSelectionRange(area.value.indexOf(text), area.value.indexOf(text) + text.length)
    }, old)
  await page.keyboard.insertText(typed)
}

/** Keeps what the page looks like in `test-artifacts/`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = join(root, 'test-artifacts')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** What axe finds wrong, one line each: the rule and the elements. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const found = await page.evaluate(async () => {
    // Put into the page by the line above.
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<AxeResult> } }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    return (await axe.run(document, { runOnly: tags })).violations
  })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

type AxeResult = {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}
