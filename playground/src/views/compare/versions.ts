import { computed, effect, signal } from '@preact/signals'
import type { Source } from '../../../../src/index.ts'
import { drafts, readDraft } from '../../share/drafts.ts'
import { isShared, readFragment } from '../../share/link.ts'
import { isPolicy, readPolicyFiles } from '../../share/policy-files.ts'
import type { Unreadable } from '../../share/shared.ts'
import { say } from '../../state/language.ts'
import { base, policy } from '../../state/workspace.ts'
import { words } from '../../words/compare.ts'
import { revisions, revisionTexts } from './revisions.ts'

/** A version that may be compared. */
export type Version = { readonly id: string; readonly name: string; readonly policy: readonly Source[] }

/** Those that were brought here from files and links. */
const brought = signal<readonly Version[]>([])

export const beforeId = signal('base')
export const afterId = signal('edited')
/** Why what was brought last could not be taken. */
export const refused = signal<Unreadable['why'] | undefined>(undefined)

export const versions = computed((): readonly Version[] => [
  { id: 'base', name: say(words.base), policy: base.value },
  { id: 'edited', name: say(words.edited), policy: policy.value },
  ...brought.value,
  ...revisions.value.map(({ id, day, subject }) => ({
    id: `revision ${id}`,
    name: `${day} ${subject} (${id.slice(0, 7)})`,
    policy: revisionTexts.value.get(id) ?? [],
  })),
  ...drafts.value.flatMap(({ id, name }): readonly Version[] => {
    const shared = id === beforeId.value || id === afterId.value ? readDraft(id) : undefined
    return [
      { id, name: say(words.draft, { name }), policy: shared && !('is' in shared) ? shared.policy : [] },
    ]
  }),
])

export function versionOf(id: string): Version | undefined {
  return versions.value.find((one) => one.id === id)
}

// A draft that was dropped, or a revision of a folder that is no longer open, cannot be compared with.
effect(() => {
  if (!versionOf(beforeId.value)) beforeId.value = 'base'
  if (!versionOf(afterId.value)) afterId.value = 'edited'
})

/** Files of a policy, or one that was saved here: what was before, unless something else was chosen for it. */
export async function bringFiles(files: readonly File[]): Promise<void> {
  const read = await readPolicyFiles(files)
  if ('is' in read && read.is === 'unreadable') return refuse(read.why)
  const name = files
    .map((file) => file.name)
    .filter(isPolicy)
    .join(', ')
  bring(name, 'is' in read ? inPlace(read.policy) : read.policy)
}

/** A file of the policy that is open stands for this one; so does the only file where there is but one. */
function inPlace(found: readonly Source[]): readonly Source[] {
  const own = base.value
  const names = new Set(own.map(({ name }) => name))
  if (found.some(({ name }) => names.has(name)))
    return [
      ...own.map((one) => found.find(({ name }) => name === one.name) ?? one),
      ...found.filter(({ name }) => !names.has(name)),
    ]
  const [only, ...others] = own
  const [first, ...more] = found
  // Text that is written in another form is read as that form, which its name says.
  if (only && first && others.length === 0 && more.length === 0 && formOf(only) === formOf(first))
    return [{ name: only.name, text: first.text }]
  return found
}

function formOf({ name }: Source): string | undefined {
  return /\.bylaw(?:\.\w+)?$/u.exec(name)?.[0]
}

export async function bringLink(link: string): Promise<void> {
  const at = link.indexOf('#')
  const fragment = at < 0 ? '' : link.slice(at)
  if (!isShared(fragment)) return refuse('broken')
  const shared = await readFragment(fragment)
  if ('is' in shared) return refuse(shared.why)
  bring(say(words.linkName, { n: brought.value.length + 1 }), shared.policy)
}

function bring(name: string, sources: readonly Source[]): void {
  refused.value = undefined
  const id = `brought ${brought.value.length}`
  brought.value = [...brought.value, { id, name, policy: sources }]
  // What is edited here is compared with what was brought; where nothing is, what was brought is the new one.
  if (policy.value === base.value) afterId.value = id
  else beforeId.value = id
}

function refuse(why: Unreadable['why']): void {
  refused.value = why
}
