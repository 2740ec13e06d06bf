import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fillWords } from '../base/fill-words.ts'
import type { Arguments, Command, Outcome } from './command.ts'
import { failed } from './command.ts'
import type { Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { type PlayedFolder, playServer } from './play-server.ts'
import { readPolicy, reasonOf } from './read-policy.ts'
import { refuse, usageFinding } from './usage.ts'

const usualPort = 4747

const words = {
  at: {
    en: 'Bylaw is at {url} (this machine only; Ctrl+C ends it)',
    'zh-Hans': '请在浏览器中打开 {url}（仅限本机；按 Ctrl+C 结束）',
    'zh-Hant': '請在瀏覽器中開啟 {url}（僅限本機；按 Ctrl+C 結束）',
  },
} as const

/** `bylaw play`: serves the page on this machine, with a policy's folder in it. */
export const play: Command = async (args, io) => {
  const language = chooseLanguage(args, io)
  const page = pageFolder()
  if (!page.ok) return refuse(io, language, page.found)
  const port = portOf(args)
  if (!port.ok) return refuse(io, language, port.found)
  const played = args.positionals.length === 0 ? undefined : await folderOf(args, io)
  if (played && !played.ok) return refuse(io, language, played.found)
  const server = playServer({ page: page.value, ...(played && { played: played.value }) })
  const taken = await listen(server, port.value)
  if (!taken.ok) return refuse(io, language, taken.found)
  const url = `http://127.0.0.1:${taken.value}/`
  io.out(`${fillWords(words.at, language, { url })}\n`)
  if (!args.options.has('no-open')) openBrowser(url)
  await (io.interrupted?.() ?? new Promise(() => undefined))
  server.closeAllConnections()
  server.close()
  return 0
}

/** Beside the bundle, or in `dist` where the source itself runs. */
function pageFolder(): Outcome<string> {
  const own = dirname(fileURLToPath(import.meta.url))
  const folders = [join(own, 'play'), join(own, '../play'), join(own, '../../dist/play')]
  const found = folders.find((folder) => existsSync(join(folder, 'index.html')))
  return found === undefined
    ? failed(usageFinding('BY946', { path: folders.at(-1) ?? '' }))
    : { ok: true, value: found }
}

function portOf({ options }: Arguments): Outcome<number | undefined> {
  const text = options.get('port')
  if (text === undefined) return { ok: true, value: undefined }
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? { ok: true, value: port } : failed(usageFinding('BY948', { text }))
}

async function folderOf({ positionals, options }: Arguments, io: Io): Promise<Outcome<PlayedFolder>> {
  const read = await readPolicy(positionals, io)
  if (!read.ok) return read
  const { folder, whole, sources } = read.value
  const only = whole || sources.length !== 1 ? undefined : sources[0]?.name
  const data = options.get('data')
  const period = options.get('period')
  const now = options.get('now')
  return {
    ok: true,
    value: {
      name: basename(folder),
      folder,
      data: data === undefined ? join(folder, 'data') : resolve(io.cwd, data),
      policyNames: async () => {
        const again = await readPolicy(positionals, io)
        return again.ok ? again.value.sources.map(({ name }) => name) : []
      },
      ...(only !== undefined && { only }),
      ...(period !== undefined && { period }),
      ...(now !== undefined && { now }),
    },
  }
}

/** The port that was asked for; unless one was, the usual one or any that is free. */
async function listen(server: Server, port: number | undefined): Promise<Outcome<number>> {
  for (const one of port === undefined ? [usualPort, 0] : [port]) {
    const failure = await new Promise<unknown>((done) => {
      server.once('error', done)
      server.listen(one, '127.0.0.1', () => {
        server.off('error', done)
        done(undefined)
      })
    })
    const at = server.address()
    if (failure === undefined && typeof at === 'object' && at) return { ok: true, value: at.port }
    if (one === port || one === 0)
      return failed(usageFinding('BY947', { port: String(one), reason: reasonOf(failure) }))
  }
  return failed(usageFinding('BY947', { port: String(port), reason: '' }))
}

/** With the system's own opener; one that is not there is no mistake, because the address was told. */
function openBrowser(url: string): void {
  const [command, ...first] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open']
  const opener = spawn(command ?? '', [...first, url], { stdio: 'ignore', detached: true })
  opener.on('error', () => undefined)
  opener.unref()
}
