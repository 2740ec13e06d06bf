import { spawn } from 'node:child_process'

/** What came of a call of git: its output, or why there is none. */
export type GitOutcome =
  | { readonly ok: true; readonly out: Buffer }
  /** `missing`: there is no git on this machine. */
  | { readonly ok: false; readonly missing: boolean; readonly err: string }

/**
 * Runs git in a folder, as a process of its own without a shell. It only reads: no lock is taken, nothing is asked and
 * nothing that the repository configures is run. INVARIANT: whoever passes on words of a user puts them behind `--` or
 * `--end-of-options`.
 */
export function git(folder: string, words: readonly string[], input?: string): Promise<GitOutcome> {
  return new Promise((settle) => {
    const child = spawn('git', ['--no-pager', '-c', 'core.fsmonitor=false', ...words], {
      cwd: folder,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => void out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => void err.push(chunk))
    child.stdin.on('error', () => {})
    child.on('error', (error: NodeJS.ErrnoException) =>
      settle({ ok: false, missing: error.code === 'ENOENT', err: error.message }),
    )
    child.on('close', (code) =>
      settle(
        code === 0
          ? { ok: true, out: Buffer.concat(out) }
          : { ok: false, missing: false, err: Buffer.concat(err).toString('utf8') },
      ),
    )
    child.stdin.end(input ?? '')
  })
}
