import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../src/cli/play-security.ts'
import { playServer } from '../../src/cli/play-server.ts'

const files: { readonly [path: string]: string } = {
  'page/index.html': '<!doctype html><html><head><title>Bylaw</title></head></html>',
  'page/assets/index-1.js': 'export {}',
  'policy/pay.bylaw': 'policy pay',
  'policy/pay.cases.yaml': 'cases: []',
  'policy/bylaw.yaml': 'data: {}',
  'policy/secret.txt': 'of the folder, but not of the policy',
  'policy/data/orders.csv': 'id\n1',
  'policy/data/2026/returns.csv': 'id\n2',
  'policy/data/notes.md': 'no data',
  'outside.csv': 'id\n3',
}

test('what a web server is told to send with the page is what the page carries', () => {
  const told = readFileSync('playground/README.md', 'utf8')
  expect(told).toContain(`Content-Security-Policy: ${contentSecurityPolicy}; frame-ancestors 'none'\n`)
})

describe('the server of `bylaw play`', () => {
  const root = mkdtempSync(join(tmpdir(), 'bylaw-play-'))
  const policy = join(root, 'policy')
  const folder = {
    name: 'pay',
    folder: policy,
    data: join(policy, 'data'),
    policyNames: async () => ['pay.bylaw'],
  }
  const withFolder = playServer({ page: join(root, 'page'), played: folder })
  const alone = playServer({ page: join(root, 'page') })

  beforeAll(async () => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    symlinkSync(join(root, 'outside.csv'), join(policy, 'data/linked.csv'))
    for (const server of [withFolder, alone])
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  })
  afterAll(() => {
    for (const server of [withFolder, alone]) server.close()
    rmSync(root, { recursive: true })
  })

  /** What a path is answered with; the path goes out as it is written. */
  const ask = (path: string, { server = withFolder, host = '', method = 'GET' } = {}) =>
    new Promise<{ status: number; text: string; headers: IncomingHttpHeaders }>((done, fail) => {
      const at = server.address()
      const port = typeof at === 'object' ? at?.port : undefined
      const headers = host === '' ? {} : { Host: host }
      get({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
        let text = ''
        response.on('data', (part) => {
          text += part
        })
        response.on('end', () => done({ status: response.statusCode ?? 0, text, headers: response.headers }))
      }).on('error', fail)
    })

  test('answers the page with the content security policy, and marks it where a folder is open', async () => {
    const { status, text, headers } = await ask('/')
    expect(status).toBe(200)
    expect(text).toContain('<meta name="bylaw-folder">')
    expect(headers['content-security-policy']).toContain("connect-src 'self'")
    expect((await ask('/', { server: alone })).text).toBe(files['page/index.html'])
    expect((await ask('/folder.json', { server: alone })).status).toBe(404)
  })

  test('refuses a request that names another host, as a page elsewhere would whose name was pointed here', async () => {
    expect((await ask('/folder.json', { host: 'attacker.example' })).status).toBe(403)
    expect((await ask('/', { method: 'POST' })).status).toBe(405)
  })

  test('serves what belongs to the policy, data in the folders of its data among it', async () => {
    const list = JSON.parse((await ask('/folder.json')).text)
    expect(list).toMatchObject({
      policy: ['pay.bylaw'],
      settings: 'bylaw.yaml',
      cases: ['pay.cases.yaml'],
    })
    expect(list.data).toEqual(['2026/returns.csv', 'orders.csv'])
    expect((await ask('/data/2026/returns.csv')).text).toBe('id\n2')
    expect((await ask('/folder/pay.bylaw')).text).toBe('policy pay')
  })

  test('serves nothing else: no other file of the folder, none outside, none that a link leads to outside', async () => {
    for (const path of [
      '/folder/secret.txt',
      '/data/notes.md',
      '/data/linked.csv',
      '/data/../../outside.csv',
      '/data/..%2f..%2foutside.csv',
      '/folder/..%2foutside.csv',
      '/..%2foutside.csv',
      '/assets/..%2f..%2foutside.csv',
      '/data/%00',
      '/assets',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404])
    expect((await ask('/%')).status).toBe(400)
  })
})
