import type { Words } from '../base/language.ts'

/** What the commands themselves say. Findings and reasons are in the catalogue. */
export const words = {
  formatted: { en: 'formatted', 'zh-Hans': '已排版', 'zh-Hant': '已排版' },
  total: { en: 'Total', 'zh-Hans': '合计', 'zh-Hant': '合計' },
  name: { en: 'name', 'zh-Hans': '姓名', 'zh-Hant': '姓名' },
  period: { en: 'period', 'zh-Hans': '期间', 'zh-Hant': '期間' },
  held: { en: 'held', 'zh-Hans': '暂缓', 'zh-Hant': '暫緩' },
  heldLines: { en: 'Held lines', 'zh-Hans': '暂缓项', 'zh-Hant': '暫緩項目' },
  noneHeld: { en: 'Nothing is held.', 'zh-Hans': '没有暂缓项。', 'zh-Hant': '沒有暫緩項目。' },
  notApplicable: { en: 'not applicable', 'zh-Hans': '不适用', 'zh-Hant': '不適用' },
  unplaced: {
    en: 'Rows that could not be placed',
    'zh-Hans': '无法归属的数据行',
    'zh-Hant': '無法歸屬的資料列',
  },
  problems: { en: 'Problems in the data', 'zh-Hans': '数据问题', 'zh-Hant': '資料問題' },
  files: { en: 'Files', 'zh-Hans': '文件', 'zh-Hant': '檔案' },
  clause: { en: 'clause', 'zh-Hans': '条款', 'zh-Hant': '條款' },
  reason: { en: 'reason', 'zh-Hans': '原因', 'zh-Hant': '原因' },
  seconds: { en: 's', 'zh-Hans': '秒', 'zh-Hant': '秒' },
  reading: { en: 'reading data', 'zh-Hans': '读取数据', 'zh-Hant': '讀取資料' },
  computing: { en: 'computing', 'zh-Hans': '计算', 'zh-Hant': '計算' },
  writing: { en: 'writing files', 'zh-Hans': '写出文件', 'zh-Hant': '寫出檔案' },
  rows: { en: 'rows', 'zh-Hans': '行数据', 'zh-Hant': '列資料' },
  next: { en: 'Next', 'zh-Hans': '下一步', 'zh-Hant': '下一步' },
  openAndChange: {
    en: 'Then change a rate in {file} and run it again.',
    'zh-Hans': '然后在 {file} 中改一个比例，再运行一次。',
    'zh-Hant': '然後在 {file} 中改一個比例，再執行一次。',
  },
  wrote: { en: 'wrote', 'zh-Hans': '已写入', 'zh-Hant': '已寫入' },
} as const satisfies { readonly [key: string]: Words }
