import { type Decimal, power10 } from '../../base/decimal.ts'

/** A text that is nothing but itself in HTML and SVG. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/gu, (character) => `&#${character.codePointAt(0)};`)
}

/** From amounts to places of a picture: exact, in tenths of a point. */
export type Scale = { readonly at: (value: Decimal) => string; readonly ticks: readonly Decimal[] }

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

/** A picture with its name and its description, which readers of screens say; `id` is its own on a page. */
export function picture(
  id: string,
  { title, desc }: { readonly title: string; readonly desc: string },
  width: number,
  height: number,
  content: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(desc)}</desc>`,
    ...content,
    '</svg>',
  ].join('\n')
}

/** `1.2M`, `35k`, `250`: how a tick is labelled; in Chinese by ten thousands. */
export function shortNumber({ digits, scale }: Decimal, chinese: boolean): string {
  const negative = digits < 0n
  const size = negative ? -digits : digits
  const units: readonly (readonly [power: number, unit: string])[] = chinese
    ? [
        [8, '亿'],
        [4, '万'],
      ]
    : [
        [9, 'B'],
        [6, 'M'],
        [3, 'k'],
      ]
  const found = units.find(([power]) => size >= power10(power + scale))
  const [power, unit] = found ?? [0, '']
  // To two places, of which noughts are left out.
  const hundredths = (size * 100n) / power10(power + scale)
  const rest = String(hundredths % 100n)
    .padStart(2, '0')
    .replace(/0+$/u, '')
  const text = `${hundredths / 100n}${rest === '' ? '' : `.${rest}`}${unit}`
  return negative ? `−${text}` : text
}
