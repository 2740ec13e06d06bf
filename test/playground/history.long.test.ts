import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { axeViolations, chooseSample, describePage, screenshot, settled } from './browser.ts'

describePage('the history of a folder', (open) => {
  test('has its earlier revisions as versions to compare with', { timeout: 80_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bylaw-page-history-'))
    try {
      const git = (...words: readonly string[]) =>
        execFileSync(
          'git',
          ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...words],
          { cwd: folder },
        )
      cpSync(join(import.meta.dirname, '../../policies/first-commission'), folder, { recursive: true })
      const path = join(folder, 'policy.bylaw')
      const text = readFileSync(path, 'utf8')
      git('init', '-q', '-b', 'main')
      for (const [rate, subject] of [
        ['8%', 'as it was'],
        ['9%', 'more above the quota'],
      ] as const) {
        writeFileSync(path, text.replace('9%', rate))
        git('add', '-A')
        git('commit', '-qm', subject)
      }
      const played = {
        name: 'pay',
        folder,
        data: join(folder, 'data'),
        policyNames: async () => ['policy.bylaw'],
        period: '2026-Q1',
      }
      const { page } = await open({ played })
      await settled(page)
      await page.locator('#view-compare').click()
      const before = page.locator('.chooser select').first()
      const option = before.locator('option', { hasText: 'as it was' })
      await option.waitFor({ state: 'attached' })
      await before.selectOption((await option.getAttribute('value')) ?? '')
      // 1 % of the 20,000.00 above the quota, worked by hand in the sample's README.
      await page.locator('.headline', { hasText: '16,600.00 → 16,800.00' }).waitFor()
      expect(await axeViolations(page)).toEqual([])
      await screenshot(page, 'history-en-1440')
      // A sample that is opened instead has no such revision.
      await chooseSample(page, 'margin-matrix')
      await page.locator('.headline', { hasText: 'the same text' }).waitFor()
      expect(await before.inputValue()).toBe('base')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('is not asked for by a page without a folder', async () => {
    const { page, requests } = await open({ locale: 'zh-CN' })
    await settled(page)
    await page.locator('#view-compare').click()
    await page.locator('.headline').waitFor()
    expect(requests.filter((one) => one.includes('history'))).toEqual([])
    await page.close()
  })
})
