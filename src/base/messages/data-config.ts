import type { Entry } from '../entry.ts'

/** What can be wrong in `bylaw.yaml`. */
export const configMessages = {
  BY750: {
    severity: 'error',
    title: { en: 'Not YAML', 'zh-Hans': '不是有效的 YAML', 'zh-Hant': '不是有效的 YAML' },
    message: {
      en: 'bylaw.yaml cannot be read here: {reason}',
      'zh-Hans': 'bylaw.yaml 此处无法解析：{reason}',
      'zh-Hant': 'bylaw.yaml 此處無法解析：{reason}',
    },
    help: {
      en: 'Mend the line; indentation is by spaces.',
      'zh-Hans': '请更正该行；缩进使用空格。',
      'zh-Hant': '請更正該行；縮排使用空格。',
    },
  },
  BY751: {
    severity: 'error',
    title: { en: 'Unknown key', 'zh-Hans': '未知的设置项', 'zh-Hant': '未知的設定項' },
    message: {
      en: '{key} is not known here',
      'zh-Hans': '此处没有 {key} 这个设置项',
      'zh-Hant': '此處沒有 {key} 這個設定項',
    },
    help: {
      en: 'Known: {names}.',
      'zh-Hans': '可用的设置项：{names}。',
      'zh-Hant': '可用的設定項：{names}。',
    },
  },
  BY752: {
    severity: 'error',
    title: { en: 'Unknown record', 'zh-Hans': '未定义的档案', 'zh-Hant': '未定義的檔案' },
    message: {
      en: 'the policy has no record {record}',
      'zh-Hans': '制度中没有定义“{record}”',
      'zh-Hant': '制度中沒有定義「{record}」',
    },
    help: {
      en: 'Its records: {names}.',
      'zh-Hans': '制度中的档案：{names}。',
      'zh-Hant': '制度已定義：{names}。',
    },
  },
  BY753: {
    severity: 'error',
    title: { en: 'Unknown field', 'zh-Hans': '未知的字段', 'zh-Hant': '未知的欄位' },
    message: {
      en: '{record} has no field {field}',
      'zh-Hans': '{record}没有字段“{field}”',
      'zh-Hant': '{record}沒有欄位「{field}」',
    },
    help: { en: 'Its fields: {names}.', 'zh-Hans': '它的字段：{names}。', 'zh-Hant': '它的欄位：{names}。' },
  },
  BY754: {
    severity: 'error',
    title: { en: 'Not what is expected here', 'zh-Hans': '内容不符合要求', 'zh-Hant': '內容不符要求' },
    message: {
      en: '{key} is not written as expected',
      'zh-Hans': '{key} 的写法不符合要求',
      'zh-Hant': '{key} 的寫法不符要求',
    },
    help: { en: 'Write {expected}.', 'zh-Hans': '应写成：{expected}。', 'zh-Hant': '應寫成：{expected}。' },
  },
  BY755: {
    severity: 'error',
    title: {
      en: '`as` on a field that is no share',
      'zh-Hans': '`as` 不适用于该字段',
      'zh-Hant': '`as` 不適用於該欄位',
    },
    message: {
      en: '{field} is no percentage or price ratio, so `as` says nothing',
      'zh-Hans': '{field}不是百分比或折数，不能使用 `as`',
      'zh-Hant': '{field}不是百分比或折數，不能使用 `as`',
    },
    help: { en: 'Remove `as`.', 'zh-Hans': '请删除 `as`。', 'zh-Hant': '請刪除 `as`。' },
  },
  BY756: {
    severity: 'error',
    title: { en: 'No such column', 'zh-Hans': '没有该列', 'zh-Hant': '沒有該欄' },
    message: {
      en: '{file} has no column {column}, which `where` tests',
      'zh-Hans': '{file} 中没有 `where` 所用的列 {column}',
      'zh-Hant': '{file} 中沒有 `where` 所用的欄 {column}',
    },
    help: {
      en: 'The headings are: {columns}.',
      'zh-Hans': '现有标题：{columns}。',
      'zh-Hant': '現有標題：{columns}。',
    },
  },
  BY757: {
    severity: 'error',
    title: { en: 'Too many aliases', 'zh-Hans': '别名过多', 'zh-Hant': '別名過多' },
    message: {
      en: 'bylaw.yaml repeats too much through aliases',
      'zh-Hans': 'bylaw.yaml 通过别名重复的内容过多',
      'zh-Hant': 'bylaw.yaml 透過別名重複的內容過多',
    },
    help: {
      en: 'Write the values out.',
      'zh-Hans': '请直接写出各项内容。',
      'zh-Hant': '請直接寫出各項內容。',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
