import { batch, signal } from '@preact/signals'
import { base, data, type Opened, open } from '../state/workspace.ts'
import { openedOf } from './current.ts'
import { readFragment } from './link.ts'
import { fromJson, type Shared, type Unreadable } from './shared.ts'

/** Why what was to be opened could not be. */
export const unreadable = signal<Unreadable['why'] | 'notPolicy' | undefined>(undefined)

export async function openLink(fragment: string): Promise<boolean> {
  return openShared(await readFragment(fragment))
}

/** Opens what was handed on, beside the version that it is to be compared with. */
export async function openShared(shared: Shared | Unreadable): Promise<boolean> {
  unreadable.value = 'is' in shared ? shared.why : undefined
  if ('is' in shared) return false
  const { found, base: before } = await openedOf(shared)
  batch(() => {
    open(found)
    if (before) base.value = before
  })
  return true
}

/** Files that were chosen or dropped: one that was saved here, or those of a policy's folder, on the data that is open. */
export async function openFiles(files: readonly File[]): Promise<boolean> {
  const whole = files.find(({ name }) => name.endsWith(savedEnding))
  if (whole) return openShared(fromJson(await whole.text()))
  const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))
  const is = (pattern: RegExp) => texts.filter(({ name }) => pattern.test(name))
  const policy = is(/\.bylaw(?:\.md|\.yaml)?$/u)
  unreadable.value = policy.length === 0 ? 'notPolicy' : undefined
  if (policy.length === 0) return false
  const settings = texts.find(({ name }) => name === 'bylaw.yaml')
  const found: Opened = {
    name: policy[0]?.name ?? '',
    policy: [...policy, ...is(/(?<!\.cases)\.csv$/u)],
    cases: is(/\.cases\.(?:yaml|csv)$/u),
    data: data.peek(),
    ...(settings && { settings }),
  }
  open(found)
  return true
}

export const savedEnding = '.bylaw.json'
