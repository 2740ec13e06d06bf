import type { Entry } from '../entry.ts'

/** What a run of the period before left behind. */
export const previousUsageMessages = {
  BY923: {
    severity: 'error',
    title: { en: 'No results file', 'zh-Hans': '不是结果文件', 'zh-Hant': '不是結果檔案' },
    message: {
      en: 'the results of the period before cannot be read from “{path}”: {reason}',
      'zh-Hans': '无法从“{path}”读取上期结果：{reason}',
      'zh-Hant': '無法從「{path}」讀取上期結果：{reason}',
    },
    help: {
      en: 'Name the results.json that `bylaw run … --out DIR` wrote for that period: --previous DIR/results.json',
      'zh-Hans':
        '请写明 `bylaw run … --out 文件夹` 为上期写出的 results.json：--previous 文件夹/results.json',
      'zh-Hant':
        '請寫明 `bylaw run … --out 資料夾` 為上期寫出的 results.json：--previous 資料夾/results.json',
    },
  },
  BY924: {
    severity: 'error',
    title: { en: 'Results of another policy', 'zh-Hans': '结果属于另一制度', 'zh-Hant': '結果屬於另一制度' },
    message: {
      en: '“{path}” holds results of the policy “{found}”, and this is “{policy}”',
      'zh-Hans': '“{path}”是制度“{found}”的结果，而本制度为“{policy}”',
      'zh-Hant': '「{path}」是制度「{found}」的結果，而本制度為「{policy}」',
    },
    help: {
      en: 'Name the results of this policy, or leave `--previous` out and run from its beginning.',
      'zh-Hans': '请写明本制度的结果文件，或不写 `--previous`，从制度生效之日起试算。',
      'zh-Hant': '請寫明本制度的結果檔案，或不寫 `--previous`，從制度生效之日起試算。',
    },
  },
  BY925: {
    severity: 'error',
    title: { en: 'Not the period before', 'zh-Hans': '不是上期的结果', 'zh-Hant': '不是上期的結果' },
    message: {
      en: '“{path}” says how things stood on {until}, and this run begins on {from}',
      'zh-Hans': '“{path}”载明的是 {until} 的余额，而本次试算自 {from} 开始',
      'zh-Hant': '「{path}」載明的是 {until} 的餘額，而本次試算自 {from} 開始',
    },
    help: {
      en: 'Name the results of a period that ended before this one begins.',
      'zh-Hans': '请写明在本期开始之前结束的期间的结果。',
      'zh-Hant': '請寫明在本期開始之前結束的期間的結果。',
    },
  },
  BY926: {
    severity: 'error',
    title: { en: 'A balance that nothing takes up', 'zh-Hans': '余额无处承接', 'zh-Hant': '餘額無處承接' },
    message: {
      en: '“{path}” brings forward `{name}`, and nothing of that name goes on in this policy',
      'zh-Hans': '“{path}”载有“{name}”的余额，而本制度没有承接它的条款',
      'zh-Hant': '「{path}」載有「{name}」的餘額，而本制度沒有承接它的條款',
    },
    help: {
      en: 'Give the clause or value the name that it had, or settle the balance and leave `--previous` out.',
      'zh-Hans': '请恢复该条款或数值原来的名称，或结清余额后不写 `--previous`。',
      'zh-Hant': '請恢復該條款或數值原來的名稱，或結清餘額後不寫 `--previous`。',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
