import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { hasErrors } from '../base/render.ts'
import type { Source } from '../base/span.ts'
import { compile } from '../compile.ts'
import { type DataConfig, noConfig } from '../data/data-config.ts'
import type { Version } from '../review/impact/version.ts'
import { readCaseFiles } from './case-files.ts'
import type { Arguments, Outcome } from './command.ts'
import { failed } from './command.ts'
import type { Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { policyLanguage } from './policy-language.ts'
import { findingsText } from './print-findings.ts'
import { type PolicyFiles, readPolicy, showPath } from './read-policy.ts'
import { type Asked, mergeBase, readRevision } from './read-revision.ts'
import { readSettings, type Settings, settingsOf } from './settings.ts'
import { refuse, usageFinding } from './usage.ts'

/** A version with the settings by which it reads its data. */
export type ReadVersion = {
  readonly version: Version
  readonly files: PolicyFiles
  readonly config: DataConfig
  /** The text of its `bylaw.yaml`: versions with the same text read the same rows. */
  readonly settings: string
  readonly cases: CasesOf
}
type Read = {
  readonly files: PolicyFiles
  readonly settings: (plan: Version['plan']) => Promise<Settings>
  readonly cases: CasesOf
}
/** The texts of the cases beside a version; none where they cannot be read. */
type CasesOf = () => Promise<readonly Source[]>

/** Where a version is: a path, or a revision of the policy's folder. */
type VersionPlace =
  | { readonly is: 'path'; readonly name: string; readonly path: string }
  | { readonly is: 'revision'; readonly name: string; readonly revision: string }

/** Both versions, and the folder that the policy lies in. */
export type Versions = { readonly before: ReadVersion; readonly after: ReadVersion; readonly folder: string }

/**
 * Reads what OLD and NEW of a command mean. Where that fails, what is wrong has been said on stderr, and the exit code is
 * returned.
 */
export async function readVersions(command: string, args: Arguments, io: Io): Promise<Versions | 1 | 2> {
  const stop = (found: Parameters<typeof refuse>[2]): 2 => {
    refuse(io, chooseLanguage(args, io), found)
    return 2
  }
  const policy = args.options.get('policy') ?? '.'
  const at = resolve(io.cwd, policy)
  const kind = await kindOf(at)
  if (kind === 'nothing') return stop([usageFinding('BY905', { path: policy })])
  const home =
    kind === 'folder' ? { folder: at, command } : { folder: dirname(at), only: basename(at), command }
  const places = await placesOf(args, io, policy, home)
  if (!places.ok) return stop(places.found)
  const made: ReadVersion[] = []
  for (const place of places.value) {
    const read = await readPlace(place, home, io)
    if (!read.ok) return stop(read.found)
    const version = await compiled(place.name, read.value, args, io)
    if (typeof version === 'number') return version
    made.push(version)
  }
  const [before, after] = made
  if (!before || !after) return stop([usageFinding('BY987', {})])
  const [, second] = places.value
  return { before, after, folder: second?.is === 'path' ? after.files.folder : home.folder }
}

/** `OLD`, `OLD NEW`, `OLD..NEW`, `OLD...NEW`. What is a path here is one; the working tree stands for what is left out. */
async function placesOf(
  args: Arguments,
  io: Io,
  policy: string,
  home: Asked,
): Promise<Outcome<readonly VersionPlace[]>> {
  const [first, second] = args.positionals
  if (first === undefined) return failed(usageFinding('BY987', {}))
  const place = async (word: string): Promise<VersionPlace> => {
    const path = resolve(io.cwd, word)
    return (await kindOf(path)) === 'nothing'
      ? { is: 'revision', name: word, revision: word }
      : { is: 'path', name: showPath(path, io.cwd), path }
  }
  const here: VersionPlace = { is: 'path', name: policy, path: resolve(io.cwd, policy) }
  const range = /^(?<from>.*?)(?<dots>\.{2,3})(?<to>.*)$/u.exec(first)?.groups
  const isRange = second === undefined && range && (await kindOf(resolve(io.cwd, first))) === 'nothing'
  if (!isRange)
    return { ok: true, value: [await place(first), second === undefined ? here : await place(second)] }
  const from = range.from || 'HEAD'
  const to = range.to || 'HEAD'
  const news: VersionPlace = { is: 'revision', name: to, revision: to }
  if (range.dots === '..') return { ok: true, value: [{ is: 'revision', name: from, revision: from }, news] }
  const base = await mergeBase(from, to, home)
  if (!base.ok) return base
  return { ok: true, value: [{ is: 'revision', name: base.value.slice(0, 12), revision: base.value }, news] }
}

async function readPlace(
  place: VersionPlace,
  home: Asked & { readonly only?: string },
  io: Io,
): Promise<Outcome<Read>> {
  if (place.is === 'path') {
    const files = await readPolicy([place.path], io)
    if (!files.ok) return files
    const { value } = files
    return {
      ok: true,
      value: {
        files: value,
        settings: (plan) => readSettings(value.folder, async () => plan, io),
        cases: async () => {
          const found = await readCaseFiles([], value.folder, io)
          return found.ok ? found.value.sources : []
        },
      },
    }
  }
  const read = await readRevision(place.revision, home, home.only)
  if (!read.ok) return read
  const { files, settings, cases } = read.value
  const name = files.pathOf('bylaw.yaml')
  return {
    ok: true,
    value: {
      files,
      settings: async (plan) =>
        settings === undefined
          ? { config: noConfig, found: [], sources: [] }
          : settingsOf(settings, name, plan),
      cases: async () => {
        const found = await cases()
        return found.ok ? found.value : []
      },
    },
  }
}

/** A version ready to run; the exit code where it has errors, which have been said. */
async function compiled(
  name: string,
  { files, settings, cases }: Read,
  args: Arguments,
  io: Io,
): Promise<ReadVersion | 1 | 2> {
  const { program, checked, plan, diagnostics } = compile(files.sources, files.forms)
  const language = chooseLanguage(args, io, policyLanguage(program))
  const say = (found: typeof diagnostics, sources = files.sources): void =>
    io.err(findingsText(found, { ...files, sources }, 'pretty', language, io.paintErr))
  if (plan === undefined || hasErrors(diagnostics)) {
    say(diagnostics)
    return 1
  }
  const { config, found, sources } = await settings(plan)
  if (found.length > 0) say(found, [...files.sources, ...sources])
  if (hasErrors(found)) return 2
  const version = { name, program, checked, plan, diagnostics, sources: files.sources }
  return { version, files, config, settings: sources[0]?.text ?? '', cases }
}

async function kindOf(path: string): Promise<'folder' | 'file' | 'nothing'> {
  return stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => 'nothing' as const,
  )
}

/** The folder of `--data`, or that of the policy. */
export function dataFolder(args: Arguments, io: Io, folder: string): string {
  const written = args.options.get('data')
  return written === undefined ? join(folder, 'data') : resolve(io.cwd, written)
}
