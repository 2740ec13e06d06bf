import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Language } from '../base/language.ts'
import { colon } from '../base/render-words.ts'
import type { Command } from './command.ts'
import { initFiles } from './init-files.ts'
import type { Io } from './io.ts'
import { chooseLanguage } from './language.ts'
import { reasonOf, showPath } from './read-policy.ts'
import { refuse, usageFinding } from './usage.ts'
import { words } from './words.ts'

/** `bylaw init`: a small policy that works, with data. Nothing that is there is touched. */
export const init: Command = async (args, io) => {
  const language = chooseLanguage(args, io)
  const folder = resolve(io.cwd, args.positionals[0] ?? '.')
  const files = initFiles(language)
  const taken = [...files.keys()].filter((name) => existsSync(join(folder, name)))
  if (taken.length > 0) {
    const paths = taken.map((name) => showPath(join(folder, name), io.cwd))
    return refuse(
      io,
      language,
      paths.map((path) => usageFinding('BY908', { path })),
    )
  }
  const written: string[] = []
  for (const [name, text] of files) {
    const path = join(folder, name)
    try {
      await mkdir(dirname(path), { recursive: true })
      // `wx`: a file that came up in the meantime is not overwritten either.
      await writeFile(path, text, { flag: 'wx' })
      written.push(path)
    } catch (error) {
      for (const done of written) await rm(done, { force: true })
      const reason = reasonOf(error)
      return refuse(io, language, [usageFinding('BY909', { path: showPath(path, io.cwd), reason })])
    }
  }
  io.out(next(showPath(folder, io.cwd), [...files.keys()], language, io))
  return 0
}

function next(folder: string, names: readonly string[], language: Language, io: Io): string {
  const policy = quoted(folder)
  const [first = ''] = names
  const subject = 'R-01'
  return [
    `${words.wrote[language]}${colon(language)}${names.map((name) => (folder === '.' ? name : `${folder}/${name}`)).join(', ')}`,
    '',
    io.paintOut('strong', words.next[language]),
    `  bylaw check${policy}`,
    `  bylaw test${policy}`,
    `  bylaw run${policy} --period 2026-Q3 --out out`,
    `  bylaw explain${policy} --subject ${subject} --period 2026-Q3`,
    `  ${words.openAndChange[language].replace('{file}', folder === '.' ? first : `${folder}/${first}`)}`,
    '',
  ].join('\n')
}

/** A path as a shell takes it; nothing for the current folder. */
function quoted(path: string): string {
  if (path === '.') return ''
  return /^[\p{L}\p{N}_./-]+$/u.test(path) ? ` ${path}` : ` '${path.replaceAll("'", "'\\''")}'`
}
