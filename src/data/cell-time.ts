import { type NoInstant, readInstant } from '../base/local-time.ts'
import { unreachable } from '../base/unreachable.ts'
import type { Zone } from '../base/work-calendar.ts'
import type { CodeReading } from './cell-code.ts'
import { type Fault, fault, quoted } from './problem-log.ts'

/** A time of a cell: with its offset from UTC, or as clocks of the policy's zone show it. */
export function readTime(zone: Zone | undefined, field: string, text: string): CodeReading {
  const found = readInstant(zone, text.normalize('NFKC').trim())
  return typeof found === 'string' ? { fault: faultOf(found, zone, field, text) } : { value: found.at }
}

function faultOf(found: NoInstant, zone: Zone | undefined, field: string, written: string): Fault {
  const text = quoted(written)
  const at = { text, field, zone: zone?.id ?? '' }
  switch (found) {
    case 'no-time':
    case 'no-zone':
      return fault('BY790', at)
    case 'no-such-day':
    case 'no-such-clock':
      return fault('BY791', { text })
    case 'fraction':
      return fault('BY792', at)
    case 'offset':
      return fault('BY793', { text })
    case 'skipped':
      return fault('BY794', at)
    case 'twice':
      return fault('BY795', at)
    case 'outside':
      return fault('BY796', at)
    default:
      return unreachable(found)
  }
}
