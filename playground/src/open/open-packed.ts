import type { Opened } from '../state/workspace.ts'
import type { Packed } from './packed.ts'
import type { Sample } from './samples.ts'

/** Fetches a sample and unpacks it. Throws where it cannot be had: without a network, one that was never opened. */
export async function openSample(sample: Sample): Promise<Opened> {
  const response = await fetch(`./samples/${sample.id}.pack`)
  if (!response.ok || !response.body) throw new Error(`${response.status}`)
  const text = await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text()
  const packed: Packed = JSON.parse(text)
  const encoder = new TextEncoder()
  return {
    name: sample.id,
    sample: sample.id,
    policy: packed.policy,
    ...(packed.settings && { settings: packed.settings }),
    data: new Map(packed.data.map((one) => [one.name, encoder.encode(one.text)])),
    cases: packed.cases,
    period: sample.period,
    ...(sample.now !== undefined && { now: sample.now }),
  }
}
