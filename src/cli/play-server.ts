import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, isAbsolute, join, relative, sep } from 'node:path'
import { revisionsOf, textsAt } from './play-history.ts'
import { contentSecurityPolicy } from './play-security.ts'

/** The policy that the page opens with. */
export type PlayedFolder = {
  readonly name: string
  readonly folder: string
  readonly data: string
  /** The texts and the files that their tables stand in, as they are now. */
  readonly policyNames: () => Promise<readonly string[]>
  /** Where one file of the folder is the policy: its name. */
  readonly only?: string
  readonly period?: string
  readonly now?: string
}

/** Where the page lies, and what it opens with. */
export type Served = { readonly page: string; readonly played?: PlayedFolder }

const types: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Serves the page, and of the policy's folder only what belongs to the policy. It is for this machine alone: a request
 * that names another host (a page elsewhere whose name was pointed here) is refused.
 */
export function playServer(served: Served): Server {
  return createServer((request, response) => {
    respond(served, request, response).catch(() => end(response, 500, ''))
  })
}

async function respond(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (!isOwnHost(request)) return end(response, 403, 'Forbidden')
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Method Not Allowed')
  const path = pathOf(request.url ?? '/')
  if (path === undefined) return end(response, 400, 'Bad Request')
  const found = await bodyOf(served, path)
  if (!found) return end(response, 404, 'Not Found')
  response.setHeader(
    'Content-Type',
    types[extname(path === '' ? 'index.html' : path)] ?? 'application/octet-stream',
  )
  // What is built bears its content's mark in its name; the rest is asked for again each time.
  response.setHeader('Cache-Control', path.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-cache')
  end(response, 200, request.method === 'HEAD' ? '' : found)
}

const headers = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

function end(response: ServerResponse, status: number, body: string | Uint8Array): void {
  response.statusCode = status
  response.end(body)
}

function isOwnHost({ headers: { host }, socket }: IncomingMessage): boolean {
  return host === `127.0.0.1:${socket.localPort}` || host === `localhost:${socket.localPort}`
}

/** The path without its leading slash; undefined where it is not one. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1)
  } catch {
    return undefined
  }
}

async function bodyOf({ page, played }: Served, path: string): Promise<string | Uint8Array | undefined> {
  if (!played || !/^(?:folder\.json$|history\.json$|folder\/|data\/|history\/)/u.test(path))
    return path === '' || path === 'index.html' ? shell(page, played) : readInside(page, path)
  if (path === 'history.json') return JSON.stringify(await revisionsOf(played.folder))
  const revision = /^history\/([0-9a-f]+)\.json$/u.exec(path)?.[1]
  if (path.startsWith('history/')) return revision && revisionText(played, revision)
  if (path === 'folder.json') return JSON.stringify(await listOf(played))
  const list = await listOf(played)
  const [kind, name] = [path.slice(0, path.indexOf('/')), path.slice(path.indexOf('/') + 1)]
  if (kind === 'data') return list.data.includes(name) ? readInside(played.data, name) : undefined
  const known = [...list.policy, ...list.cases, ...(list.settings === undefined ? [] : [list.settings])]
  return known.includes(name) ? readInside(played.folder, name) : undefined
}

async function revisionText({ folder, only }: PlayedFolder, id: string): Promise<string | undefined> {
  const texts = await textsAt(folder, only, id)
  return texts && JSON.stringify(texts)
}

/** The page itself, marked where a folder is open: it asks for one only then. */
async function shell(page: string, played: PlayedFolder | undefined): Promise<string | undefined> {
  const html = await readInside(page, 'index.html')
  if (!html) return undefined
  const text = new TextDecoder().decode(html)
  return played ? text.replace('<head>', '<head>\n    <meta name="bylaw-folder">') : text
}

/** What the page is told of the folder: the names of its files, by what they are. */
async function listOf(played: PlayedFolder) {
  const { name, folder, data, period, now } = played
  const beside = await filesIn(folder, false)
  return {
    name,
    policy: await played.policyNames(),
    ...(beside.includes('bylaw.yaml') && { settings: 'bylaw.yaml' }),
    data: (await filesIn(data, true)).filter((one) => /\.(?:csv|json|jsonl|xlsx)$/iu.test(one)),
    cases: beside.filter((one) => /\.cases\.yaml$/u.test(one)),
    ...(period !== undefined && { period }),
    ...(now !== undefined && { now }),
  }
}

/** Data may lie in folders of its own, which `bylaw.yaml` then names. What a link leads to outside is not there. */
async function filesIn(folder: string, recursive: boolean): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive }).catch(() => [])
  const shown = names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
  const paths = await Promise.all(shown.map((name) => pathInside(folder, name)))
  return shown.filter((_, i) => paths[i] !== undefined).sort()
}

/** Where a file of a folder is, also where links lead to it; undefined where that is outside, or no file. */
async function pathInside(folder: string, name: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder)
    const path = await realpath(join(root, name))
    const inside = relative(root, path)
    if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) return undefined
    return (await stat(path)).isFile() ? path : undefined
  } catch {
    return undefined
  }
}

async function readInside(folder: string, name: string): Promise<Uint8Array | undefined> {
  const path = await pathInside(folder, name)
  return path === undefined ? undefined : readFile(path)
}
