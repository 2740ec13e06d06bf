import { fillWords } from '../base/fill-words.ts'
import type { Language } from '../base/language.ts'
import type { Type } from '../plan/plan.ts'
import { spellWord } from '../syntax/keywords.ts'
import type { Decider } from '../targets/decide/decider.ts'
import type { DecisionInput } from '../targets/decide/inputs.ts'
import { decideWords } from './decide-words.ts'
import type { Io } from './io.ts'
import { textTable } from './text-table.ts'

/** What a request says, as a table with an example, or for programs. */
export function inputsText(ready: Decider, language: Language, io: Io): string {
  const say = (key: keyof typeof decideWords) => decideWords[key][language]
  const rows = ready.inputs.map((input) => [
    input.path,
    typeWord(input.type, language),
    noteOf(input, language),
  ])
  const columns = (['field', 'kind', 'note'] as const).map((key) => ({ heading: say(key), numeric: false }))
  const title = fillWords(decideWords.inputs, language, {
    clause: ready.title ?? ready.clause,
    record: ready.record,
  })
  const example = JSON.stringify(exampleOf(ready.inputs))
  return `${title}\n\n${textTable(columns, rows, io.paintOut)}\n${say('example')}\n  ${example}\n`
}

export function inputsJson(ready: Decider): string {
  const inputs = ready.inputs.map(({ path, type, is, optional, label }) => ({
    path,
    type: typeText(type),
    is,
    optional,
    label,
  }))
  const results = ready.results.map(({ name, type }) => ({ name, type: typeText(type) }))
  const whole = {
    version: 1,
    clause: ready.clause,
    record: ready.record,
    inputs,
    results,
    example: exampleOf(ready.inputs),
  }
  return `${JSON.stringify(whole, undefined, 2)}\n`
}

function noteOf({ is, optional, label }: DecisionInput, language: Language): string {
  const notes = [
    ...(label === undefined ? [] : [label]),
    ...(is === 'value' ? [decideWords.ofOthers[language]] : []),
    ...(is === 'period' ? [decideWords.ofPeriod[language]] : []),
    ...(optional ? [decideWords.optional[language]] : []),
  ]
  return notes.join(language === 'en' ? '; ' : '；')
}

function typeText(type: Type): string {
  switch (type.is) {
    case 'int':
      return type.unit === 'money'
        ? ['money', ...(type.currency ? [type.currency] : [])].join(' ')
        : type.unit
    case 'enum':
      return type.values.join(' | ')
    case 'ref':
      return `${type.relation} (key | object)`
    case 'period':
      return type.kind
    case 'truth':
      return 'true | false'
    default:
      return type.is
  }
}

/** As the reader's language calls the type in a policy. */
function typeWord(type: Type, language: Language): string {
  switch (type.is) {
    case 'int': {
      const word = spellWord('type', type.unit === 'ratio' ? 'number' : type.unit, language)
      return type.unit === 'money' && type.currency ? `${word} ${type.currency}` : word
    }
    case 'ref':
      return fillWords(decideWords.keyOr, language, { record: type.relation })
    case 'period':
      return spellWord('period', type.kind, language)
    case 'enum':
    case 'truth':
      return typeText(type)
    default:
      return spellWord('type', type.is, language)
  }
}

/** An object with a value of each type at its place; of `events[].at` one row of the list. */
function exampleOf(inputs: readonly DecisionInput[]): object {
  const example: { [name: string]: unknown } = Object.create(null)
  for (const { path, type } of inputs) {
    const names = path.split('.')
    let at = example
    for (const written of names.slice(0, -1)) {
      const isList = written.endsWith('[]')
      const name = isList ? written.slice(0, -2) : written
      const before = at[name]
      const inside: unknown = Array.isArray(before) ? before[0] : before
      const next: { [name: string]: unknown } = Object.assign(
        Object.create(null),
        typeof inside === 'object' ? inside : undefined,
      )
      at[name] = isList ? [next] : next
      at = next
    }
    const last = names.at(-1) ?? path
    if (typeof at[last] !== 'object') at[last] = exampleValue(type)
  }
  return example
}

function exampleValue(type: Type): unknown {
  switch (type.is) {
    case 'int':
      if (type.unit === 'percent' || type.unit === 'ratio') return '12%'
      if (type.unit === 'price-ratio') return '80%'
      return type.unit === 'money' ? '1200.00' : '1'
    case 'enum':
      return type.values[0]
    case 'truth':
      return true
    case 'date':
      return '2026-05-09'
    case 'time':
      return '2026-05-09 17:00'
    case 'period':
      return '2026-Q2'
    default:
      return 'X-1'
  }
}
