import type { Unit } from '../../plan/plan.ts'
import { moneyText, plainMoney } from '../impact/told.ts'
import type { Point } from './curve-picture.ts'

/** The places of a curve as they are said: what is measured, and what is paid for it. */
export function curveTexts({
  unit,
  perBase,
  currency,
}: {
  readonly unit: Unit
  readonly perBase: boolean
  readonly currency: string
}): {
  readonly x: (point: Point | undefined) => string
  readonly y: (point: Point | undefined) => string
} {
  const isShare = unit === 'percent' || unit === 'ratio'
  const percent = ({ digits, scale }: Point['x']) => `${plainMoney({ digits: digits * 100n, scale }, '')}%`
  return {
    x: (point) => (point ? (isShare ? percent(point.x) : plainMoney(point.x, currency)) : ''),
    y: (point) => (point ? (perBase ? percent(point.y) : moneyText(point.y, currency)) : ''),
  }
}
