import { git } from './git.ts'
import { readRevision } from './read-revision.ts'

/** A commit that touched the policy's folder, as the page lists it. */
export type Revision = { readonly id: string; readonly day: string; readonly subject: string }

/** Commits that are listed, the newest first. */
const mostRevisions = 30

/** The last commits that touched a folder; none where it is in no repository, or there is no git. */
export async function revisionsOf(folder: string): Promise<readonly Revision[]> {
  const words = ['-c', 'log.showSignature=false', 'log', `--max-count=${mostRevisions}`]
  const found = await git(folder, [...words, '--format=%H%x1f%cs%x1f%s%x1e', '--', '.'])
  if (!found.ok) return []
  return found.out
    .toString('utf8')
    .split('\u001e')
    .flatMap((entry): readonly Revision[] => {
      const [id = '', day = '', subject = ''] = entry.trim().split('\u001f')
      return isCommit(id) ? [{ id, day, subject }] : []
    })
}

function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(text)
}

/**
 * The texts of the policy as one of these commits has them. What is asked for is compared with the list: no other word ever
 * reaches git, and nothing outside the folder is read.
 */
export async function textsAt(
  folder: string,
  only: string | undefined,
  id: string,
): Promise<readonly { readonly name: string; readonly text: string }[] | undefined> {
  if (!isCommit(id) || !(await revisionsOf(folder)).some((one) => one.id === id)) return undefined
  const found = await readRevision(id, { folder, command: 'play' }, only)
  return found.ok ? found.value.files.sources : undefined
}
