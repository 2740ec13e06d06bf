import { batch, computed, signal } from '@preact/signals'
import type { Source } from '../../../src/index.ts'

/** A policy with everything beside it, as it was opened. */
export type Opened = {
  /** What it is called in the page: a sample's title is looked up by `sample`. */
  readonly name: string
  readonly sample?: string
  readonly policy: readonly Source[]
  readonly settings?: Source
  readonly data: ReadonlyMap<string, Uint8Array>
  /** Whether the data is nowhere but here: neither a sample's nor of a folder that is served. */
  readonly loaded?: true
  readonly cases: readonly Source[]
  readonly period?: string
  /** What "now" is: a time in the policy's zone. */
  readonly now?: string
}

/** What is open; `id` counts how often the data was replaced, so that the worker loads it only then. */
export const opened = signal<{ readonly name: string; readonly sample?: string } | undefined>(undefined)
/** The policy's texts as they are edited, and the CSV files that its tables stand in. */
export const policy = signal<readonly Source[]>([])
/** The version that the edited one is compared with. */
export const base = signal<readonly Source[]>([])
export const settings = signal<Source | undefined>(undefined)
/** As they were opened: those of a sample's own data, whatever was loaded since. */
export const settingsOpened = signal<Source | undefined>(undefined)
export const data = signal<ReadonlyMap<string, Uint8Array>>(new Map())
/** The data as it was opened: another map than `data` as soon as anything was loaded or edited. */
const nothing: ReadonlyMap<string, Uint8Array> = new Map()
const dataOpened = signal(nothing)
export const dataEdited = computed(() => data.value !== dataOpened.value)
export const cases = signal<readonly Source[]>([])
/** As the user wrote or chose it; undefined: the last one that the data has. */
export const period = signal<string | undefined>(undefined)
export const now = signal<string | undefined>(undefined)

/** The file in the editor, by its name. */
export const file = signal('')
export const text = computed(() => policy.value.find(({ name }) => name === file.value)?.text ?? '')

/** Whether anything differs from the base version. */
export const edited = computed(
  () =>
    policy.value.length !== base.value.length ||
    policy.value.some(({ name, text: own }) => base.value.find((one) => one.name === name)?.text !== own),
)

export function open(found: Opened): void {
  batch(() => {
    opened.value = { name: found.name, ...(found.sample !== undefined && { sample: found.sample }) }
    policy.value = found.policy
    base.value = found.policy
    settings.value = found.settings
    settingsOpened.value = found.settings
    // Rows that stay open under another policy are no less loaded than before.
    if (found.data !== data.value) dataOpened.value = found.loaded ? nothing : found.data
    data.value = found.data
    cases.value = found.cases
    period.value = found.period
    now.value = found.now
    file.value = found.policy[0]?.name ?? ''
  })
}

/** Tells later whether what is open now still is: what was asked about another policy says nothing of the one in its place. */
export function stillOpened(): () => boolean {
  const of = opened.peek()
  return () => opened.peek() === of
}

export function write(name: string, written: string): void {
  policy.value = policy.value.map((one) => (one.name === name ? { name, text: written } : one))
}

export function revert(): void {
  policy.value = base.value
}
