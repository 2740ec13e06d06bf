import type { Source } from '../../../src/index.ts'

/**
 * A policy that somebody hands on, as a link or as a file: its texts, never the data that was loaded. `sample` names the
 * sample whose data it is run on, which every copy of the page has.
 */
export type Shared = {
  readonly name: string
  readonly sample?: string
  readonly policy: readonly Source[]
  /** The version that it is compared with, where that is no sample's. */
  readonly base?: readonly Source[]
  readonly settings?: Source
  readonly cases: readonly Source[]
  readonly period?: string
  readonly now?: string
}

/** The only format so far; a page that meets a later one says so instead of guessing. */
export const format = 1

const mostFiles = 200
/** As long as a policy may be, several times. */
export const mostCharacters = 16_000_000

/**
 * What cannot be opened: not made by this page or cut off on its way, made by a later one, too large; files without a
 * policy among them or not in UTF-8; a policy whose sample cannot be fetched.
 */
export type Unreadable = {
  readonly is: 'unreadable'
  readonly why: 'broken' | 'later' | 'large' | 'notPolicy' | 'encoding' | 'unreached'
}

export function toJson(shared: Shared, bylaw: string): string {
  return JSON.stringify({ format, bylaw, ...shared })
}

/** Reads what anybody may have written: every part is checked, what is unknown is left out. */
export function fromJson(text: string): Shared | Unreadable {
  if (text.length > mostCharacters) return { is: 'unreadable', why: 'large' }
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return { is: 'unreadable', why: 'broken' }
  }
  if (!isObject(found) || typeof found.format !== 'number') return { is: 'unreadable', why: 'broken' }
  if (found.format > format) return { is: 'unreadable', why: 'later' }
  const policy = sourcesOf(found.policy)
  const base = found.base === undefined ? undefined : sourcesOf(found.base)
  const cases = found.cases === undefined ? [] : sourcesOf(found.cases)
  const settings = found.settings === undefined ? undefined : sourceOf(found.settings)
  const broken =
    policy === undefined ||
    policy.length === 0 ||
    cases === undefined ||
    (found.base !== undefined && base === undefined) ||
    (found.settings !== undefined && settings === undefined)
  if (broken) return { is: 'unreadable', why: 'broken' }
  return {
    name: textOf(found.name) ?? policy[0]?.name ?? '',
    policy,
    cases,
    ...(base && { base }),
    ...(settings && { settings }),
    ...optional('sample', textOf(found.sample)),
    ...optional('period', textOf(found.period)),
    ...optional('now', textOf(found.now)),
  }
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: string })
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 200 ? value : undefined
}

function sourcesOf(value: unknown): readonly Source[] | undefined {
  if (!Array.isArray(value) || value.length > mostFiles) return undefined
  const found = value.flatMap((one: unknown) => sourceOf(one) ?? [])
  const names = new Set(found.map(({ name }) => name))
  return found.length === value.length && names.size === found.length ? found : undefined
}

function sourceOf(value: unknown): Source | undefined {
  if (!isObject(value) || typeof value.text !== 'string') return undefined
  const name = textOf(value.name)
  return name !== undefined && isPlace(name) ? { name, text: value.text } : undefined
}

/** A place inside a folder: it is offered as the name of a file to save. */
function isPlace(name: string): boolean {
  const parts = name.split('/')
  return parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\p{Cc}]/u.test(part))
}
