import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playServer } from '../../src/cli/play-server.ts'

const text = (rate: string) => `policy pay {
  language en
  currency EUR
  effective from 2026-01-01 until open
}
# ${rate}
`

describe('the history of a folder that `bylaw play` serves', () => {
  const root = mkdtempSync(join(tmpdir(), 'bylaw-history-'))
  const policy = join(root, 'repository/policy')
  const bare = join(root, 'bare')
  const git = (...words: readonly string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...words],
      {
        cwd: join(root, 'repository'),
        encoding: 'utf8',
      },
    ).trim()
  const played = (folder: string) => ({
    name: 'pay',
    folder,
    data: join(folder, 'data'),
    policyNames: async () => ['pay.bylaw'],
  })
  const server = playServer({ page: root, played: played(policy) })
  const without = playServer({ page: root, played: played(bare) })
  const alone = playServer({ page: root })

  beforeAll(async () => {
    mkdirSync(policy, { recursive: true })
    mkdirSync(bare)
    writeFileSync(join(bare, 'pay.bylaw'), text('1%'))
    git('init', '-q', '-b', 'main')
    for (const [i, rate] of ['1%', '2%'].entries()) {
      writeFileSync(join(policy, 'pay.bylaw'), text(rate))
      writeFileSync(join(policy, 'notes.txt'), rate)
      git('add', '-A')
      git('commit', '-qm', `rate ${i + 1}`)
    }
    writeFileSync(join(root, 'repository/outside.bylaw'), text('outside'))
    git('add', '-A')
    git('commit', '-qm', 'nothing of the policy')
    for (const one of [server, without, alone])
      await new Promise<void>((done) => one.listen(0, '127.0.0.1', done))
  })
  afterAll(() => {
    for (const one of [server, without, alone]) one.close()
    rmSync(root, { recursive: true })
  })

  const ask = (path: string, { of = server, host = '' } = {}) =>
    new Promise<{ readonly status: number; readonly body: string }>((done, fail) => {
      const at = of.address()
      const port = typeof at === 'object' ? at?.port : undefined
      const headers = host === '' ? {} : { Host: host }
      get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
        let body = ''
        response.on('data', (part) => {
          body += part
        })
        response.on('end', () => done({ status: response.statusCode ?? 0, body }))
      }).on('error', fail)
    })

  test('lists the commits that touched the folder, the newest first, and gives the policy in each', async () => {
    const list = JSON.parse((await ask('/history.json')).body)
    expect(list.map(({ subject }: { subject: string }) => subject)).toEqual(['rate 2', 'rate 1'])
    const { status, body } = await ask(`/history/${list[1].id}.json`)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual([{ name: 'pay.bylaw', text: text('1%') }])
  })

  test('gives nothing for any other word, and nothing to a page elsewhere', async () => {
    const other = git('rev-parse', 'HEAD')
    const words = ['HEAD', 'main', '--output=x', '..%2f..%2fx', other, other.slice(0, 8), 'f'.repeat(40)]
    for (const word of words) expect((await ask(`/history/${word}.json`)).status).toBe(404)
    expect((await ask('/history.json', { host: 'attacker.example' })).status).toBe(403)
  })

  test('is empty where there is no repository, and not there without a folder', async () => {
    expect(await ask('/history.json', { of: without })).toEqual({ status: 200, body: '[]' })
    expect((await ask('/history.json', { of: alone })).status).toBe(404)
  })
})
