import { toCsv } from './csv.ts'

export type Line = 'P1' | 'P2' | 'P3' | 'P4'
export type Product = { readonly sku: string; readonly name: string; readonly english: string }

/** Six articles of each product line. */
const names: { readonly [L in Line]: readonly (readonly [string, string])[] } = {
  P1: [
    ['单级离心泵', 'Single-stage pump'],
    ['多级离心泵', 'Multistage pump'],
    ['管道泵', 'In-line pump'],
    ['潜水排污泵', 'Submersible sewage pump'],
    ['磁力泵', 'Magnetic drive pump'],
    ['计量泵', 'Metering pump'],
  ],
  P2: [
    ['智能调节阀', 'Smart control valve'],
    ['智能球阀', 'Smart ball valve'],
    ['智能蝶阀', 'Smart butterfly valve'],
    ['智能截止阀', 'Smart globe valve'],
    ['智能减压阀', 'Smart reducing valve'],
    ['阀门定位器', 'Valve positioner'],
  ],
  P3: [
    ['加药成套机组', 'Dosing skid'],
    ['供水成套机组', 'Water supply skid'],
    ['反渗透成套机组', 'Reverse osmosis skid'],
    ['换热成套机组', 'Heat exchange skid'],
    ['真空成套机组', 'Vacuum skid'],
    ['消防成套机组', 'Fire-fighting skid'],
  ],
  P4: [
    ['机械密封', 'Mechanical seal'],
    ['叶轮', 'Impeller'],
    ['轴承组件', 'Bearing set'],
    ['年度维保', 'Yearly maintenance'],
    ['现场检修', 'Repair on site'],
    ['备件包', 'Spare parts kit'],
  ],
}

export const lines: readonly [Line, ...Line[]] = ['P1', 'P2', 'P3', 'P4']

export function sku(line: Line, index: number): string {
  return `${line}-${String(index + 1).padStart(2, '0')}`
}

export function productsCsv(): string {
  const rows = lines.flatMap((line) =>
    names[line].map(([name, english], i) => [sku(line, i), name, english, line]),
  )
  return toCsv(['sku', 'name', 'english_name', 'line'], rows)
}

/** Article 4: CNY for 1 USD by month, *illustrative*. December is not known yet: its receipts are held (S06). */
export const dollarRates =
  '7.1650 7.1580 7.1510 7.1402 7.1234 7.1310 7.1150 7.1020 7.0950 7.0910 7.0870'.split(' ')

export function exchangeRatesCsv(): string {
  const months = Array.from({ length: 12 }, (_, i) => [rateId(i + 1), dollarRates[i]])
  return toCsv(['id', 'rate'], [['CNY', '1.0000'], ...months])
}

export function rateId(month: number): string {
  return `USD-2026-${String(month).padStart(2, '0')}`
}

/** CNY cents for `cents` of USD, half-up, or undefined in the month without a rate. */
export function cnyCents(cents: bigint, month: number): bigint | undefined {
  const rate = dollarRates[month - 1]
  return rate === undefined ? undefined : (cents * BigInt(rate.replace('.', '')) + 5000n) / 10000n
}

/** US cents worth about `cents` of CNY: the generator's own way to size an export order. */
export function usdCents(cents: bigint): bigint {
  return (cents * 10n) / 71n
}
