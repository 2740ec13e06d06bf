import type { DataRow } from '../reference/world.ts'
import { type Draw, several } from './draw.ts'

export type DataSet = { readonly [record: string]: readonly DataRow[] }

const days = [
  '2026-01-01',
  '2026-02-14',
  '2026-02-15',
  '2026-03-31',
  '2026-04-01',
  '2026-05-20',
  '2026-06-30',
  '2025-12-31',
  '2026-07-01',
]
const quotas = ['100000', '250000.50', '0', '33333.33', '1']

/** Amounts that land on thresholds, one cent beside them, and anywhere. */
const amounts = [
  '40000',
  '39999.99',
  '40000.01',
  '100000',
  '99999.99',
  '100000.01',
  '0',
  '0.01',
  '-0.01',
  '-40000',
  '12345.67',
  '80000',
  '13333.33',
  '250000',
  '1',
]

function sometimes(draw: Draw, percent: number, value: string): string | null {
  return draw.chance(percent) ? null : value
}

/** A cell that can, rarely, not be read. */
function mostly(draw: Draw, value: string, broken: string): string {
  return draw.chance(1) ? broken : value
}

/** The rows of a small sales force, with holes and with cells that cannot be read. */
export function data(draw: Draw): DataSet {
  const Team = ['T1', 'T2'].map((id) => ({ id, wage: sometimes(draw, 20, '5000') }))
  const Rep = ['R1', 'R2', 'R3'].slice(0, 1 + draw.upTo(2)).map((id) => ({
    id,
    team: sometimes(draw, 20, draw.of('T1', 'T2')),
    role: mostly(draw, draw.of('junior', 'senior'), 'chief'),
    hired: sometimes(draw, 3, draw.of('2025-01-01', '2026-02-10', '2026-04-01', '2026-03-31')),
    left: draw.of(null, null, '2026-03-31', '2026-04-01', '2025-12-31'),
    wage: sometimes(draw, 20, draw.of('8000', '6500.50')),
  }))
  const reps = Rep.map((rep) => rep.id)
  const Order = several(draw, 7, (index) => ({
    id: `O${index + 1}`,
    rep: sometimes(draw, 3, mostly(draw, draw.of(...reps), 'R9')),
    signed: sometimes(draw, 4, draw.of(...days)),
    delivered: sometimes(draw, 15, draw.of(...days)),
    amount: sometimes(draw, 4, mostly(draw, draw.of(...amounts), 'many')),
    margin: sometimes(draw, 15, draw.of('20%', '19.99%', '0%', '-5%', '15%', '100%')),
    paid: sometimes(draw, 3, draw.of('yes', 'no')),
    kind: draw.of('fresh', 'renewal', 'other'),
  }))
  const orders = Order.map((order) => order.id)
  const Receipt =
    orders.length === 0
      ? []
      : several(draw, 7, (index) => ({
          id: `C${index + 1}`,
          order: draw.of(...orders),
          received: sometimes(draw, 4, draw.of(...days)),
          amount: sometimes(draw, 4, draw.of(...amounts)),
        }))
  const Quota = reps.flatMap((rep) =>
    ['2026-Q1', '2026-Q2'].flatMap((period) =>
      Array.from({ length: draw.of(1, 1, 1, 1, 1, 1, 0, 2) }, () => ({
        rep,
        period,
        amount: sometimes(draw, 3, draw.of(...quotas)),
      })),
    ),
  )
  return { Team, Rep, Order, Receipt, Quota }
}

export const periods = ['2026-Q1', '2026-Q2']
