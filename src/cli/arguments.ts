import { parseArgs } from 'node:util'
import type { Diagnostic } from '../base/diagnostic.ts'
import { nearest } from '../base/nearest.ts'
import { type Arguments, type CommandSpec, failed, type OptionSpec, type Outcome } from './command.ts'
import { usageFinding } from './usage.ts'

/** Reads the words after the command. Every mistake is reported at once, each with what could be meant. */
export function readArguments(spec: CommandSpec, words: readonly string[]): Outcome<Arguments> {
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      spec.options.map((option) => [
        option.name,
        {
          type: option.value === undefined ? ('boolean' as const) : ('string' as const),
          ...(option.short !== undefined && { short: option.short }),
        },
      ]),
    ),
  })
  const found: Diagnostic[] = []
  const positionals: string[] = []
  const options = new Map<string, string>()
  // What follows an option that there is not may be its value: one mistake is told once.
  let ofUnknown = false
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (ofUnknown) {
        ofUnknown = false
        continue
      }
      positionals.push(token.value)
      if (positionals.length > spec.maxPositionals) {
        found.push(usageFinding('BY913', { command: spec.name, word: token.value, usage: usageLine(spec) }))
      }
    } else if (token.kind === 'option') {
      const option = spec.options.find((o) => o.name === token.name)
      ofUnknown = !option && token.value === undefined
      if (!option) found.push(unknownOption(spec, token.rawName))
      else {
        const wrong = wrongValue(option, token.rawName, token.value)
        if (wrong) found.push(wrong)
        else {
          const before = option.repeats === true ? options.get(option.name) : undefined
          options.set(option.name, [...(before === undefined ? [] : [before]), token.value ?? ''].join('\n'))
        }
      }
    }
  }
  return found.length > 0 ? failed(...found) : { ok: true, value: { positionals, options } }
}

function unknownOption(spec: CommandSpec, written: string): Diagnostic {
  const names = spec.options.map((option) => `--${option.name}`)
  const begun = names.filter((name) => written.length > 2 && name.startsWith(written))
  return usageFinding('BY902', {
    command: spec.name,
    option: written,
    choices: begun.length > 0 ? begun.join(' ') : (nearest(written, names) ?? names.join(' ')),
  })
}

function wrongValue(option: OptionSpec, written: string, value: string | undefined): Diagnostic | undefined {
  const { choices } = option
  if (option.value === undefined) {
    return value === undefined ? undefined : usageFinding('BY921', { option: written, value })
  }
  // `--out --period 2026` : the next option is no value.
  const given = value !== undefined && value !== '' && !(value.length > 1 && value.startsWith('-'))
  if (given && (!choices || choices.includes(value))) return undefined
  const list = choices ? (nearest(value ?? '', choices) ?? choices.join(' | ')) : option.value
  return usageFinding('BY903', { option: written, value: value ?? '', choices: list })
}

/** `bylaw check [POLICY…] [--format pretty|json|github]`. */
export function usageLine(spec: CommandSpec): string {
  const options = spec.options
    .filter((option) => option.name !== 'help')
    .map((option) => `[--${option.name}${option.value === undefined ? '' : ` ${option.value}`}]`)
  return ['bylaw', spec.name, spec.positionals, ...options].filter((part) => part !== '').join(' ')
}
