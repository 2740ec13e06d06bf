import type { Words } from '../base/language.ts'

/** What `bylaw seek` says. */
export const seekWords = {
  computing: { en: 'trying values', 'zh-Hans': '试算各值', 'zh-Hant': '試算各值' },
  head: {
    en: '{name}: which value keeps {what} of {period} at most {total}?',
    'zh-Hans': '{name} 取何值时，{period} 的{what}不超过 {total}？',
    'zh-Hant': '{name} 取何值時，{period} 的{what}不超過 {total}？',
  },
  all: { en: 'the total', 'zh-Hans': '合计', 'zh-Hant': '合計' },
  answer: {
    en: '{name} = {value}: {total}',
    'zh-Hans': '{name} = {value}：{total}',
    'zh-Hant': '{name} = {value}：{total}',
  },
  beyond: {
    en: 'at {value} it would be {total}, more than {target}',
    'zh-Hans': '取 {value} 时为 {total}，超过 {target}',
    'zh-Hant': '取 {value} 時為 {total}，超過 {target}',
  },
  plateau: {
    en: 'from {from} to {until} it is exactly {total}',
    'zh-Hans': '从 {from} 到 {until}，恰好为 {total}',
    'zh-Hant': '從 {from} 到 {until}，恰好為 {total}',
  },
  now: {
    en: 'as written, {value}: {total}',
    'zh-Hans': '现行 {value}：{total}',
    'zh-Hant': '現行 {value}：{total}',
  },
  several: {
    en: 'The total crosses {count} times:',
    'zh-Hans': '合计 {count} 次越过该数：',
    'zh-Hant': '合計 {count} 次越過該數：',
  },
  always: {
    en: 'Every value from {from} to {until} keeps within {target}: the most is {total}, at {value}.',
    'zh-Hans': '从 {from} 到 {until} 都不超过 {target}：最多为 {total}（取 {value} 时）。',
    'zh-Hant': '從 {from} 到 {until} 都不超過 {target}：最多為 {total}（取 {value} 時）。',
  },
  never: {
    en: 'No value from {from} to {until} keeps within {target}: the least is {total}, at {value}.',
    'zh-Hans': '从 {from} 到 {until} 没有一个值不超过 {target}：最少为 {total}（取 {value} 时）。',
    'zh-Hant': '從 {from} 到 {until} 沒有一個值不超過 {target}：最少為 {total}（取 {value} 時）。',
  },
  tried: {
    en: 'Computed {computed} of the {steps} values from {from} to {until}, wherever the total crosses or turns.',
    'zh-Hans': '从 {from} 到 {until} 的 {steps} 个值中试算了 {computed} 个，合计越过或转向之处都已逐步试算。',
    'zh-Hant': '從 {from} 到 {until} 的 {steps} 個值中試算了 {computed} 個，合計越過或轉向之處都已逐步試算。',
  },
  triedAll: {
    en: 'Computed all {steps} values from {from} to {until}.',
    'zh-Hans': '从 {from} 到 {until} 的 {steps} 个值全部试算过。',
    'zh-Hant': '從 {from} 到 {until} 的 {steps} 個值全部試算過。',
  },
  refused: {
    en: 'The policy refuses some of them, as {value}: {why}',
    'zh-Hans': '其中有些值制度不允许，如 {value}：{why}',
    'zh-Hant': '其中有些值制度不允許，如 {value}：{why}',
  },
  held: {
    en: 'Held and in no total: {count}',
    'zh-Hans': '暂缓、未计入合计：{count} 项',
    'zh-Hant': '暫緩、未計入合計：{count} 項',
  },
  standing: {
    en: '{clause}: {measure} stands in row {row} of the tiers, which pays {pays}',
    'zh-Hans': '{clause}：{measure}，在阶梯第 {row} 档，计发 {pays}',
    'zh-Hant': '{clause}：{measure}，在階梯第 {row} 檔，計發 {pays}',
  },
  reaches: {
    en: 'One more {record} like {like} with {field} {amount} reaches row {row}, {side} {from}:',
    'zh-Hans': '再有一笔与 {like} 相同的 {record}，{field} 为 {amount}，即到第 {row} 档（{side} {from}）：',
    'zh-Hant': '再有一筆與 {like} 相同的 {record}，{field} 為 {amount}，即到第 {row} 檔（{side} {from}）：',
  },
  from: { en: 'from', 'zh-Hans': '自', 'zh-Hant': '自' },
  over: { en: 'over', 'zh-Hans': '超过', 'zh-Hant': '超過' },
  proof: {
    en: 'with {amount}: {measure}, row {row}, pays {pays}',
    'zh-Hans': '{amount} 时：{measure}，第 {row} 档，计发 {pays}',
    'zh-Hant': '{amount} 時：{measure}，第 {row} 檔，計發 {pays}',
  },
  highest: {
    en: 'That is the highest row.',
    'zh-Hans': '已在最高一档。',
    'zh-Hant': '已在最高一檔。',
  },
  unreachable: {
    en: 'No {field} of one more {record} like {like} reaches the next row.',
    'zh-Hans': '再有一笔与 {like} 相同的 {record}，{field} 多大都到不了下一档。',
    'zh-Hant': '再有一筆與 {like} 相同的 {record}，{field} 多大都到不了下一檔。',
  },
} as const satisfies { readonly [key: string]: Words }
