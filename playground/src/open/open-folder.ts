import type { Source } from '../../../src/index.ts'
import type { Opened } from '../state/workspace.ts'

/** What `bylaw play` says of the folder that it serves: the names of its files, by what they are. */
type FolderList = {
  readonly name: string
  readonly policy: readonly string[]
  readonly settings?: string
  readonly data: readonly string[]
  readonly cases: readonly string[]
  readonly period?: string
  readonly now?: string
}

/** The folder that the page was opened with; undefined where it is served without one. Throws where it cannot be had whole. */
export async function openFolder(): Promise<Opened | undefined> {
  if (!document.querySelector('meta[name="bylaw-folder"]')) return undefined
  const response = await fetch('./folder.json', { cache: 'no-store' })
  if (!response.ok) throw new Error('folder.json')
  const list: FolderList = await response.json()
  const textOf = async (name: string): Promise<Source> => ({
    name,
    text: await (await file('folder', name)).text(),
  })
  const data = await Promise.all(
    list.data.map(async (name) => {
      const bytes = new Uint8Array(await (await file('data', name)).arrayBuffer())
      return [name, bytes] as const
    }),
  )
  return {
    name: list.name,
    policy: await Promise.all(list.policy.map(textOf)),
    ...(list.settings !== undefined && { settings: await textOf(list.settings) }),
    data: new Map(data),
    cases: await Promise.all(list.cases.map(textOf)),
    ...(list.period !== undefined && { period: list.period }),
    ...(list.now !== undefined && { now: list.now }),
  }
}

async function file(kind: 'folder' | 'data', name: string): Promise<Response> {
  const path = name.split('/').map(encodeURIComponent).join('/')
  const response = await fetch(`./${kind}/${path}`, { cache: 'no-store' })
  if (!response.ok) throw new Error(name)
  return response
}
