import { nearest } from '../base/nearest.ts'
import { readArguments } from './arguments.ts'
import { commandHelp, overview } from './help.ts'
import type { ExitCode, Io } from './io.ts'
import { chooseLanguage, isLanguage, languageOfEnvironment } from './language.ts'
import { specs } from './specs.ts'
import { refuse, usageFinding } from './usage.ts'
import { version } from './version.ts'

/** Runs one command line. Never throws: what breaks inside is a bug of ours and is said in one line. */
export async function runCommand(words: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(words, io)
  } catch (error) {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const code = refuse(io, askedLanguage(words, io), [usageFinding('BY999', { what: what.slice(0, 300) })])
    if (io.env.BYLAW_DEBUG === '1' && error instanceof Error) io.err(`${error.stack}\n`)
    return code
  }
}

async function dispatch(words: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = words
  const language = askedLanguage(words, io)
  if (name === '--version' || name === '-v' || name === '-V' || name === 'version') {
    io.out(`${version}\n`)
    return 0
  }
  if (
    name === undefined ||
    name === 'help' ||
    name === '--help' ||
    name === '-h' ||
    name.startsWith('--language')
  ) {
    return help(words, io)
  }
  const spec = specs.find((s) => s.name === name)
  if (!spec) return refuse(io, language, [unknownCommand(name)])
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(commandHelp(spec, language, io.paintOut))
    return 0
  }
  const args = readArguments(spec, rest)
  if (!args.ok) return refuse(io, language, args.found)
  const command = await spec.load()
  return command(args.value, io)
}

function help(words: readonly string[], io: Io): ExitCode {
  const language = askedLanguage(words, io)
  const asked =
    words[0] === 'help'
      ? words.slice(1).find((word) => !word.startsWith('-') && !isLanguage(word))
      : undefined
  if (asked === undefined) {
    io.out(overview(language, io.paintOut))
    return 0
  }
  const spec = specs.find((s) => s.name === asked)
  if (!spec) return refuse(io, language, [unknownCommand(asked)])
  io.out(commandHelp(spec, language, io.paintOut))
  return 0
}

function unknownCommand(word: string) {
  const names = specs.filter((spec) => !spec.hidden).map((spec) => spec.name)
  const choice = nearest(word, names)
  return usageFinding('BY901', { word, choices: choice === undefined ? names.join(', ') : `bylaw ${choice}` })
}

/** The language asked for, read before anything else is understood, so that mistakes are told in it. */
function askedLanguage(words: readonly string[], io: Io) {
  const at = words.indexOf('--language')
  const written = at >= 0 ? words[at + 1] : words.find((word) => word.startsWith('--language='))?.slice(11)
  const options = new Map(written !== undefined && isLanguage(written) ? [['language', written]] : [])
  return chooseLanguage({ positionals: [], options }, io, languageOfEnvironment(io.env))
}
