import { openSample } from '../open/open-packed.ts'
import { samples } from '../open/samples.ts'
import {
  base,
  cases,
  data,
  edited,
  now,
  type Opened,
  opened,
  period,
  policy,
  settings,
  settingsOpened,
} from '../state/workspace.ts'
import type { Shared } from './shared.ts'

/** What is open now, to be handed on or kept. */
export function currentShared(parts: { readonly cases: boolean; readonly sampleData: boolean }): Shared {
  const sample = opened.value?.sample
  // A sample is opened on its own data elsewhere: where somebody's own data stood is nobody else's business.
  const told = sample === undefined ? settings.value : settingsOpened.value
  return {
    name: opened.value?.name ?? '',
    policy: policy.value,
    cases: parts.cases ? cases.value : [],
    ...(parts.sampleData && sample !== undefined && { sample }),
    ...(sample === undefined && edited.value && { base: base.value }),
    ...(told && { settings: told }),
    ...(period.value !== undefined && { period: period.value }),
    ...(now.value !== undefined && { now: now.value }),
  }
}

/**
 * What was handed on as something to open: on the sample's data, and beside the sample's own text, where it is of one; else
 * on the data that is open here already.
 */
export async function openedOf(
  shared: Shared,
): Promise<{ readonly found: Opened; readonly base?: Opened['policy'] }> {
  const known = samples.find(({ id }) => id === shared.sample)
  const sample = known && (await openSample(known))
  const found: Opened = {
    name: shared.name,
    ...(known && { sample: known.id }),
    policy: shared.policy,
    cases: shared.cases,
    data: sample?.data ?? data.peek(),
    ...(shared.settings && { settings: shared.settings }),
    ...(shared.period !== undefined && { period: shared.period }),
    ...(shared.now !== undefined && { now: shared.now }),
  }
  const before = sample?.policy ?? shared.base
  return { found, ...(before && { base: before }) }
}
