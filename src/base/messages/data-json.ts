import type { Entry } from '../entry.ts'

/** What JSON alone can get wrong. */
export const jsonMessages = {
  BY780: {
    severity: 'error',
    title: { en: 'Not JSON', 'zh-Hans': '不是有效的 JSON', 'zh-Hant': '不是有效的 JSON' },
    message: {
      en: '{file} is not valid JSON at line {line}, column {at}',
      'zh-Hans': '{file}第 {line} 行第 {at} 列处不是有效的 JSON',
      'zh-Hant': '{file}第 {line} 行第 {at} 欄處不是有效的 JSON',
    },
    help: {
      en: 'Write a list of objects, or one object a line in a .jsonl file.',
      'zh-Hans': '请写成由对象组成的列表；.jsonl 文件则每行一个对象。',
      'zh-Hant': '請寫成由物件組成的清單；.jsonl 檔則每行一個物件。',
    },
  },
  BY781: {
    severity: 'error',
    title: { en: 'Not a list of rows', 'zh-Hans': '不是行的列表', 'zh-Hant': '不是列的清單' },
    message: {
      en: '{file} is not a list of objects',
      'zh-Hans': '{file}不是由对象组成的列表',
      'zh-Hant': '{file}不是由物件組成的清單',
    },
    help: {
      en: 'Write a list of objects, or one object whose `records` is that list.',
      'zh-Hans': '请写成由对象组成的列表，或写成一个对象，其 `records` 为该列表。',
      'zh-Hant': '請寫成由物件組成的清單，或寫成一個物件，其 `records` 為該清單。',
    },
  },
  BY782: {
    severity: 'error',
    title: { en: 'A row that is no object', 'zh-Hans': '该行不是对象', 'zh-Hant': '該列不是物件' },
    message: {
      en: 'row {row} is not an object',
      'zh-Hans': '第 {row} 行不是对象',
      'zh-Hant': '第 {row} 列不是物件',
    },
    help: {
      en: 'Write each row as an object: field names with their values.',
      'zh-Hans': '请把每一行写成对象：字段名及其值。',
      'zh-Hant': '請把每一列寫成物件：欄位名稱及其值。',
    },
  },
  BY783: {
    severity: 'error',
    title: { en: 'Not one value', 'zh-Hans': '不是单个值', 'zh-Hant': '不是單一值' },
    message: {
      en: '{field} holds a list or an object',
      'zh-Hans': '{field}的内容是列表或对象',
      'zh-Hant': '{field}的內容是清單或物件',
    },
    help: {
      en: 'A cell is one text, one whole number, true, false or null.',
      'zh-Hans': '一个单元格只能是一个文本、整数、true、false 或 null。',
      'zh-Hant': '一個儲存格只能是一個文字、整數、true、false 或 null。',
    },
  },
  BY784: {
    severity: 'error',
    title: {
      en: 'A JSON number with a fraction',
      'zh-Hans': '带小数的 JSON 数字',
      'zh-Hant': '帶小數的 JSON 數字',
    },
    message: {
      en: '{text} is written as a JSON number',
      'zh-Hans': '{text} 写成了 JSON 数字',
      'zh-Hant': '{text} 寫成了 JSON 數字',
    },
    help: {
      en: 'Write it as a string, "1234.50": JSON numbers lose digits on the way through many programs.',
      'zh-Hans': '请写成字符串 "1234.50"：JSON 数字经过许多程序时会丢失位数。',
      'zh-Hant': '請寫成字串 "1234.50"：JSON 數字經過許多程式時會遺失位數。',
    },
  },
  BY785: {
    severity: 'error',
    title: { en: 'A field given twice', 'zh-Hans': '字段重复', 'zh-Hant': '欄位重複' },
    message: {
      en: '{field} is given twice in row {row}',
      'zh-Hans': '第 {row} 行中{field}出现了两次',
      'zh-Hant': '第 {row} 列中{field}出現了兩次',
    },
    help: {
      en: 'Keep one of the two.',
      'zh-Hans': '请只保留其中一个。',
      'zh-Hant': '請只保留其中一個。',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
