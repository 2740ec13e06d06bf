import type { Entry } from '../entry.ts'

/** Files beside a policy, as they are read. */
export const attachedMessages = {
  BY770: {
    severity: 'error',
    title: {
      en: 'A file outside the policy’s folder',
      'zh-Hans': '文件不在制度文件夹内',
      'zh-Hant': '檔案不在制度資料夾內',
    },
    message: {
      en: '{file} does not lie in the folder of the policy',
      'zh-Hans': '{file} 不在制度所在的文件夹内',
      'zh-Hant': '{file} 不在制度所在的資料夾內',
    },
    help: {
      en: 'Put the file itself into the folder: a link that leads out of it is not followed. Of policy files in several folders, check each folder by itself.',
      'zh-Hans':
        '请把文件本身放进文件夹：指向文件夹之外的链接不会被读取。制度文件分在几个文件夹时，请逐个文件夹检查。',
      'zh-Hant':
        '請把檔案本身放進資料夾：指向資料夾之外的連結不會被讀取。制度檔案分在幾個資料夾時，請逐個資料夾檢查。',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
