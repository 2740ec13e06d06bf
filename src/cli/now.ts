import { type Instant, readInstant } from '../base/local-time.ts'
import type { Plan } from '../plan/plan.ts'
import { type Arguments, failed, type Outcome } from './command.ts'
import { usageFinding } from './usage.ts'

/** What `--now` says: in the policy's zone, or with an offset of its own. The clock is never asked. */
export function nowOf(args: Arguments, plan: Plan): Outcome<Instant | undefined> {
  const text = args.options.get('now')
  if (text === undefined) return { ok: true, value: undefined }
  const found = readInstant(plan.zone, text.normalize('NFKC').trim())
  if (typeof found !== 'string') return { ok: true, value: found.at }
  // A policy without a zone has no times that could hang on it.
  if (found === 'no-zone') return { ok: true, value: undefined }
  return failed(usageFinding('BY927', { text }))
}
