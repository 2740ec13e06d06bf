import type { Words } from '../base/language.ts'

/** What the editor says by itself; findings and keywords have words of their own. */
export const words = {
  notAName: {
    en: 'There is no name here that can be changed.',
    'zh-Hans': '这里没有可以改的名称。',
    'zh-Hant': '這裡沒有可以改的名稱。',
  },
  inData: {
    en: 'The values of a list stand in the data as they are written. Change them there as well, by hand.',
    'zh-Hans': '选项的值在数据里也是这样写的，请连同数据一起手工修改。',
    'zh-Hant': '選項的值在資料裡也是這樣寫的，請連同資料一起手動修改。',
  },
  isLabel: {
    en: 'Results call a row by its field “name”; under another name its key would be shown instead.',
    'zh-Hans': '结果里以“姓名”“名称”这样的字段称呼一行；换了名称，就只显示主键了。',
    'zh-Hant': '結果裡以「姓名」「名稱」這樣的欄位稱呼一列；換了名稱，就只顯示主鍵了。',
  },
  badName: {
    en: '“{name}” cannot be a name: a name is one word, and none of the words that the language keeps for itself.',
    'zh-Hans': '“{name}”不能用作名称：名称须是一个词，且不是语言的保留词。',
    'zh-Hant': '「{name}」不能用作名稱：名稱須是一個詞，且不是語言的保留詞。',
  },
  broken: {
    en: 'Mend the mistakes in the text first: while there are any, not every place that uses the name is known.',
    'zh-Hans': '请先改正文中的错误：有错误时，无法确知哪些地方用到这个名称。',
    'zh-Hant': '請先改正文中的錯誤：有錯誤時，無法確知哪些地方用到這個名稱。',
  },
  clash: {
    en: '“{name}” already means something else in a place that this name is used in.',
    'zh-Hans': '用到此名称的地方，“{name}”已另有所指。',
    'zh-Hant': '用到此名稱的地方，「{name}」已另有所指。',
  },
  change: { en: 'Change to {text}', 'zh-Hans': '改为 {text}', 'zh-Hant': '改為 {text}' },
  remove: { en: 'Remove {text}', 'zh-Hans': '删除 {text}', 'zh-Hant': '刪除 {text}' },
  translate: {
    en: 'Write {text}, as the rest of the file',
    'zh-Hans': '改写为 {text}，与全文语言一致',
    'zh-Hant': '改寫為 {text}，與全文語言一致',
  },
  usedIn: { en: 'Used in', 'zh-Hans': '用于', 'zh-Hant': '用於' },
  usedNowhere: { en: 'Used nowhere', 'zh-Hans': '尚未使用', 'zh-Hant': '尚未使用' },
  now: { en: 'Now', 'zh-Hans': '当前', 'zh-Hant': '目前' },
} as const satisfies { readonly [key: string]: Words }

export function filled(text: string, args: { readonly [name: string]: string }): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => args[name] ?? whole)
}
