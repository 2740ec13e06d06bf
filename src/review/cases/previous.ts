import { formatDecimal } from '../../base/decimal.ts'
import type { Column, Plan } from '../../plan/plan.ts'
import type { Balance } from '../../targets/evaluate/balances.ts'
import type { Yaml, YamlEntry } from '../../yaml/walk.ts'
import type { Expecting } from './expect.ts'
import { filled } from './fill.ts'
import { offered } from './notes.ts'
import { rowNames } from './row-names.ts'
import { targetNamed } from './target.ts'
import { readWant } from './want.ts'

type PreviousBalance = Omit<Balance, 'until'>

/** `{ draw.owed: { R-1: 400.00 } }`; where the whole company has one, `{ pool: 400.00 }`. */
export function readPrevious(yaml: Yaml | undefined, reading: Expecting): readonly PreviousBalance[] {
  if (!yaml || yaml.is === 'empty') return []
  if (yaml.is !== 'map') {
    reading.report('BY754', { key: 'previous', expected: '{ draw.owed: { R-1: 400.00 } }' }, yaml.span)
    return []
  }
  return yaml.entries.flatMap((entry) => {
    const written = filled({ text: entry.key, span: entry.span }, reading.row, reading)
    const carrier = carrierNamed(reading.plan, written.text)
    if (carrier) return balancesAt(carrier, entry, reading)
    const ids = carriersOf(reading.plan).map(({ id }) => id)
    const { more } = offered(written.text, ids, entry.span)
    reading.report('BY926', { path: written.span.source, name: written.text }, entry.span, more)
    return []
  })
}

function balancesAt(
  carrier: Column,
  { key, value }: YamlEntry,
  reading: Expecting,
): readonly PreviousBalance[] {
  const relation = reading.plan.grains.find(({ id }) => id === carrier.grain)?.relation
  if (value.is === 'text' && relation === undefined) return balanceAt(carrier, '', value, reading)
  if (value.is !== 'map') {
    reading.report('BY754', { key, expected: `${key}: { R-1: 400.00 }` }, value.span)
    return []
  }
  return value.entries.flatMap((entry) => {
    const whose = filled({ text: entry.key, span: entry.span }, reading.row, reading)
    const known =
      relation === undefined || !reading.given ? [] : rowNames(reading.plan, relation, reading.given)
    const keyed = known.find(({ names }) => names.includes(whose.text))
    if (known.length > 0 && !keyed) {
      const { names, more } = offered(
        whose.text,
        known.flatMap((one) => one.names),
        entry.span,
      )
      reading.report('BY956', { name: whose.text, names }, entry.span, more)
      return []
    }
    return balanceAt(carrier, keyed?.key ?? whose.text, entry.value, reading)
  })
}

function balanceAt(
  carrier: Column,
  subject: string,
  value: Yaml,
  reading: Expecting,
): readonly PreviousBalance[] {
  if (value.is !== 'text') {
    reading.report('BY754', { key: subject, expected: `${subject}: 400.00` }, value.span)
    return []
  }
  const want = readWant(carrier.type, carrier.id, filled(value, reading.row, reading), reading)
  switch (want?.is) {
    case 'number':
      return [{ of: carrier.id, subject, value: formatDecimal(want.value.digits, want.value.scale) }]
    case 'text':
      return [{ of: carrier.id, subject, value: want.text }]
    case 'held':
      return [{ of: carrier.id, subject, value: null }]
    default:
      return []
  }
}

/** What goes on from period to period. */
function carriersOf(plan: Plan): readonly Column[] {
  return plan.columns.filter(({ id, recurrence }) => recurrence === id)
}

function carrierNamed(plan: Plan, name: string): Column | undefined {
  const carriers = carriersOf(plan)
  const own = carriers.find(({ id }) => id === name)
  if (own) return own
  const target = targetNamed(plan, name)?.target
  const column =
    target?.is === 'value'
      ? target.column
      : plan.outputs
          .find(({ id }) => id === target?.clause)
          ?.also.find(({ label }) => label === target?.result)?.column
  return carriers.find(({ id }) => id === column)
}
