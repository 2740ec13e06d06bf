import { type Decimal, power10 } from '../../base/decimal.ts'
import type { Language } from '../../base/language.ts'

/** From amounts to places of a picture: exact, in tenths of a point. */
export type Scale = { readonly at: (value: Decimal) => string; readonly ticks: readonly Decimal[] }

/** A mark of an axis: where it stands, and what it says. */
export type Tick = { readonly at: string; readonly text: string }

/** An axis from `from` to `to` points for values between two, with round ticks. */
export function scaleOf(least: Decimal, most: Decimal, from: number, to: number): Scale {
  const scale = Math.max(least.scale, most.scale)
  const low = whole(least, scale)
  const high = whole(most, scale) > low ? whole(most, scale) : low + power10(scale)
  const length = BigInt((to - from) * 10)
  return {
    at: (value) => {
      const own = Math.max(scale, value.scale)
      const more = power10(own - scale)
      const offset = whole(value, own) - low * more
      const tenths = (offset * length) / ((high - low) * more) + BigInt(from * 10)
      const size = tenths < 0n ? -tenths : tenths
      return `${tenths < 0n ? '-' : ''}${size / 10n}.${size % 10n}`
    },
    ticks: ticksOf(low, high, scale),
  }
}

function ticksOf(low: bigint, high: bigint, scale: number): readonly Decimal[] {
  const step = roundStep(high - low, 5n)
  const ticks: Decimal[] = []
  const first = low >= 0n ? ((low + step - 1n) / step) * step : -((-low / step) * step)
  for (let at = first; at <= high; at += step) ticks.push({ digits: at, scale })
  return ticks
}

/** 1, 2 or 5 with noughts, so that a length has so many steps at most. */
export function roundStep(length: bigint, most: bigint): bigint {
  for (let power = 1n; ; power *= 10n)
    for (const one of [1n, 2n, 5n]) if (length <= one * power * most) return one * power
}

export function whole({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * power10(wanted - scale)
}

type Unit = readonly [power: number, unit: string]
const units: { readonly [L in Language]: readonly Unit[] } = {
  en: [
    [9, 'B'],
    [6, 'M'],
    [3, 'k'],
  ],
  'zh-Hans': [
    [8, '亿'],
    [4, '万'],
  ],
  'zh-Hant': [
    [8, '億'],
    [4, '萬'],
  ],
}

/** `1.2M`, `35k`, `250`: how a tick is labelled; in Chinese by ten thousands. */
export function shortNumber({ digits, scale }: Decimal, language: Language): string {
  const negative = digits < 0n
  const size = negative ? -digits : digits
  const found = units[language].find(([power]) => size >= power10(power + scale))
  const [power, unit] = found ?? [0, '']
  // To two places, of which noughts are left out.
  const hundredths = (size * 100n) / power10(power + scale)
  const rest = String(hundredths % 100n)
    .padStart(2, '0')
    .replace(/0+$/u, '')
  const text = `${hundredths / 100n}${rest === '' ? '' : `.${rest}`}${unit}`
  return negative ? `−${text}` : text
}

/** `12.5%` of a share of 1. */
export function shortShare({ digits, scale }: Decimal, language: Language): string {
  return `${shortNumber({ digits: digits * 100n, scale }, language)}%`
}

/** A label that is no wider than so many points. A Chinese character is as wide as two Latin ones. */
export function shortened(label: string, points: number): string {
  const widest = Math.floor(points / 7.3)
  let width = 0
  let text = ''
  for (const character of label) {
    width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
    if (width > widest) return `${text}…`
    text += character
  }
  return text
}
