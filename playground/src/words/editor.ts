/** What the rich editor says by itself. */
export const words = {
  label: {
    en: 'Text of {name}. Control M makes Tab leave the editor.',
    'zh-Hans': '{name} 的条文。按 Control M 后，Tab 键可离开编辑器。',
    'zh-Hant': '{name} 的條文。按 Control M 後，Tab 鍵可離開編輯器。',
  },
  keyboard: {
    en: 'Ctrl+M: Tab leaves the editor · F8: next finding · Ctrl+.: mend · F2: rename · F12: definition',
    'zh-Hans': 'Ctrl+M：Tab 键离开编辑器 · F8：下一处 · Ctrl+.：修正 · F2：改名 · F12：定义',
    'zh-Hant': 'Ctrl+M：Tab 鍵離開編輯器 · F8：下一處 · Ctrl+.：修正 · F2：改名 · F12：定義',
  },
  write: { en: 'Keywords in', 'zh-Hans': '关键词语言', 'zh-Hant': '關鍵詞語言' },
  asWritten: { en: 'as written', 'zh-Hans': '保持原样', 'zh-Hant': '保持原樣' },
  format: { en: 'Tidy up', 'zh-Hans': '整理格式', 'zh-Hant': '整理格式' },
  inData: {
    en: 'Renamed in the policy. The data has this name too: its file, column or mapping needs the new one.',
    'zh-Hans': '制度里已改名。数据中也有此名称：请同样修改文件名、列名或对应关系。',
    'zh-Hant': '制度裡已改名。資料中也有此名稱：請同樣修改檔名、欄名或對應關係。',
  },
  cannot: {
    en: 'Mend the mistakes first: what cannot be read would be lost.',
    'zh-Hans': '请先改正错误：读不懂的部分会丢失。',
    'zh-Hant': '請先改正錯誤：讀不懂的部分會遺失。',
  },
  plain: { en: 'Plain text', 'zh-Hans': '纯文本', 'zh-Hant': '純文字' },
  people: { en: '{count} people', 'zh-Hans': '{count} 人', 'zh-Hant': '{count} 人' },
  rows: { en: '{count} results', 'zh-Hans': '{count} 项结果', 'zh-Hant': '{count} 項結果' },
  held: { en: '{count} held', 'zh-Hans': '{count} 项暂缓', 'zh-Hant': '{count} 項暫緩' },
  forPerson: { en: '({name})', 'zh-Hans': '（{name}）', 'zh-Hant': '（{name}）' },
} as const
