import { computed, effect, signal, untracked } from '@preact/signals'
import { ask, keep } from '../work/client.ts'
import type { CalculateAsk, Calculated, Failed, Outcome } from '../work/protocol.ts'
import { language } from './language.ts'
import { base, data, now, opened, period, policy, settings } from './workspace.ts'

/** Whether a calculation is under way. */
export const busy = signal(false)
/** What the newest calculation came to. */
export const outcome = signal<Outcome | undefined>(undefined)
/** The newest results there are; those of an earlier text while the text is wrong. */
export const results = signal<Calculated | undefined>(undefined)
export const failure = computed<Failed | undefined>(() =>
  outcome.value?.is === 'failed' ? outcome.value : undefined,
)
/** Whether the results shown are not those of the text shown. */
export const stale = computed(() => outcome.value?.is === 'failed' && results.value !== undefined)
/** For who waits for it, tests among them. */
export const state = computed(() =>
  busy.value ? 'busy' : stale.value ? 'stale' : results.value ? 'current' : 'none',
)
export const findings = computed(() => outcome.value?.findings ?? [])

/** From here on every change of the workspace is calculated. */
export function beginCalculating(): void {
  let of: typeof opened.value
  let good: CalculateAsk | undefined
  effect(() => {
    const [files, told] = [data.value, settings.value]
    untracked(() => {
      // Of another policy nothing may be left; what was edited in a table is seen to change.
      if (of !== opened.value) results.value = undefined
      of = opened.value
      keep({ files, ...(told && { settings: told }) })
    })
  })
  effect(() => {
    if (policy.value.length === 0) return
    void data.value
    void settings.value
    const asked: CalculateAsk = {
      policy: policy.value,
      base: base.value,
      language: language.value,
      ...(period.value !== undefined && { period: period.value }),
      ...(now.value !== undefined && { now: now.value }),
    }
    const wanted = ask('calculate', asked)
    busy.value = true
    const from = performance.now()
    void wanted.then((reply) => {
      if (reply.is === 'outdated') return
      busy.value = false
      outcome.value =
        reply.is === 'answer' ? reply.answer : { is: 'failed', why: reply.is, findings: [], problems: [] }
      if (outcome.value.is === 'calculated') {
        results.value = outcome.value
        good = asked
      } else if (good && results.value) void restore(good, outcome.value)
      // To the first frame that shows it; `npm run bench:page` reads this.
      const detail = outcome.value.is === 'calculated' ? outcome.value.took : {}
      requestAnimationFrame(() => performance.measure('payouts', { start: from, detail }))
    })
  })
}

/** What is still shown is what is asked about, also where the worker was replaced or the data was: then on that data. */
async function restore(good: CalculateAsk, failed: Failed): Promise<void> {
  const reply = await ask('restore', { ...good, language: language.peek() })
  if (reply.is === 'answer' && reply.answer && outcome.value === failed) results.value = reply.answer
}
