import type { Draw } from './draw.ts'

/** The names that an expression of a grain may use, by what they are. */
export type Names = {
  readonly money: readonly string[]
  readonly share: readonly string[]
  readonly count: readonly string[]
  readonly truth: readonly string[]
  readonly day: readonly string[]
}

export const amounts = ['0 CNY', '100 CNY', '40_000 CNY', '100_000 CNY', '99_999.99 CNY', '12.34 CNY']
export const shares = ['0%', '2.5%', '40%', '80%', '99.99%', '100%', '120%']

function conditionOnOrder(draw: Draw): string {
  return draw.of(
    'paid',
    'kind = fresh',
    'kind in (fresh, renewal)',
    'margin >= 20%',
    'amount > 0 CNY',
    'margin present',
    'not paid',
    'margin if missing 0% < 10%',
    'kind <> fresh and amount >= 40_000 CNY',
    'paid or margin > 15%',
  )
}

/** An aggregate of orders or receipts, seen from a representative and a quarter. */
export function aggregateOfMoney(draw: Draw): string {
  const where = draw.chance(40) ? ` where ${conditionOnOrder(draw)}` : ''
  const late = draw.chance(15) ? ', posting Receipt.received' : ''
  return draw.of(
    `sum(Order.amount${where})`,
    `sum(Receipt.amount${late})`,
    'only(Quota.amount)',
    `max(Order.amount${where})`,
    `min(Order.amount${where})`,
    `avg(Order.amount${where})`,
    `last(Order.amount${where})`,
    `first(Receipt.amount${late})`,
    'sum(Order.net)',
    'sum(Order.amount * Order.margin)',
    'sum(Receipt.amount where Receipt.order.paid)',
    'sum(Order.amount, posting Order.delivered)',
  )
}

export function aggregateOfCount(draw: Draw): string {
  return draw.of(
    'count(Order)',
    `count(Order where ${conditionOnOrder(draw)})`,
    'count(Receipt)',
    'count(Quota)',
  )
}

export function money(draw: Draw, names: Names, depth: number): string {
  const leaf = () => draw.of(...names.money, ...amounts)
  if (depth === 0) return leaf()
  const part = () => money(draw, names, depth - 1)
  switch (draw.upTo(9)) {
    case 0:
    case 1:
      return leaf()
    case 2:
      return `(${part()} + ${part()})`
    case 3:
      return `(${part()} - ${part()})`
    case 4:
      return `(${leaf()} * ${share(draw, names, depth - 1)})`
    case 5:
      return `larger of ${part()}, ${leaf()}`.replace(/^(.*)$/, '($1)')
    case 6:
      return `(${part()} if missing ${draw.of(...amounts)})`
    case 7:
      return `(if ${truth(draw, names, depth - 1)} then ${part()} else ${part()})`
    case 8:
      return `(${part()} rounded ${draw.of('half-up', 'half-even', 'down', 'up', 'floor', 'ceiling', 'half-down')} to ${draw.of('1 CNY', '0.01 CNY', '0.5 CNY')})`
    default:
      return `-${leaf()}`.replace(/^-(\d)/, '$1')
  }
}

export function share(draw: Draw, names: Names, depth: number): string {
  const leaf = () => draw.of(...names.share, ...shares)
  if (depth === 0) return leaf()
  switch (draw.upTo(6)) {
    case 0:
    case 1:
      return leaf()
    case 2:
      return `(${draw.of(...names.money)} / ${draw.of(...names.money)})`
    case 3:
      return `(${share(draw, names, depth - 1)} clamp 40% to 120%)`
    case 4:
      return `(${share(draw, names, depth - 1)} rounded ${draw.of('down', 'half-up', 'half-even')} to ${draw.of('1%', '2%', '0.01%')})`
    case 5:
      return `(smaller of ${share(draw, names, depth - 1)}, ${leaf()})`
    default:
      return `(${share(draw, names, depth - 1)} if missing ${draw.of(...shares)})`
  }
}

export function truth(draw: Draw, names: Names, depth: number): string {
  const leaf = () => {
    switch (draw.upTo(4)) {
      case 0:
        return draw.of(...names.truth)
      case 1:
        return `${draw.of(...names.count)} ${draw.of('>', '>=', '=', '<>', '<')} ${draw.of('0', '1', '2')}`
      case 2:
        return `${draw.of(...names.money)} ${draw.of('>', '>=', '<', '<=', '=')} ${draw.of(...amounts)}`
      case 3:
        return `${draw.of(...names.money, ...names.share)} ${draw.of('present', 'missing', 'applicable', 'not applicable')}`
      default:
        return `${draw.of(...names.share)} ${draw.of('>', '>=', '<', '<=', '=', '<>')} ${draw.of(...shares)}`
    }
  }
  if (depth === 0) return leaf()
  switch (draw.upTo(4)) {
    case 0:
      return `(${truth(draw, names, depth - 1)} and ${leaf()})`
    case 1:
      return `(${truth(draw, names, depth - 1)} or ${leaf()})`
    case 2:
      return `not ${leaf()}`
    default:
      return leaf()
  }
}
