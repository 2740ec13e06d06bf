import type { Entry } from '../entry.ts'

/** Why a clause is no rule of a rule set. */
export const rulesMessages = {
  BY950: {
    severity: 'notice',
    title: {
      en: 'No rule: all periods of a run',
      'zh-Hans': '不成规则：涉及试算的全部期间',
      'zh-Hant': '不成規則：涉及試算的全部期間',
    },
    message: {
      en: '“{name}” looks at every {period} that a run has, and a request to a rule set names one',
      'zh-Hans': '“{name}”要看试算中的每一个期间（{period}），而向规则集提出的请求只指明一个',
      'zh-Hant': '「{name}」要看試算中的每一個期間（{period}），而向規則集提出的請求只指明一個',
    },
    help: {
      en: 'Say which periods it means: `in last 3 months`, `year to date`. Or run it: `bylaw run`.',
      'zh-Hans': '请写明所指的期间，如“最近 3 个月”“年初至今”；或用 `bylaw run` 试算。',
      'zh-Hant': '請寫明所指的期間，如「最近 3 個月」「年初至今」；或用 `bylaw run` 試算。',
    },
  },
  BY951: {
    severity: 'notice',
    title: {
      en: 'No rule: it goes on from no known day',
      'zh-Hans': '不成规则：结转没有起始日',
      'zh-Hant': '不成規則：結轉沒有起始日',
    },
    message: {
      en: '“{name}” goes on from period to period, and the policy says no day on which that begins',
      'zh-Hans': '“{name}”逐期结转，而制度没有写明从哪一天开始',
      'zh-Hant': '「{name}」逐期結轉，而制度沒有寫明從哪一天開始',
    },
    help: {
      en: 'Write `effective from DATE`, or `history from DATE`, in the policy.',
      'zh-Hans': '请在制度中写明“生效 自 日期”或“历史数据 自 日期”。',
      'zh-Hant': '請在制度中寫明「生效 自 日期」或「歷史資料 自 日期」。',
    },
  },
  BY952: {
    severity: 'notice',
    title: {
      en: 'No rule: a breakdown of all rows',
      'zh-Hans': '不成规则：全部行的分解',
      'zh-Hant': '不成規則：全部列的分解',
    },
    message: {
      en: 'the breakdown of `{name}` goes through all its rows at once; its parts are read by rules, and printed by `bylaw targets`',
      'zh-Hans': '“{name}”的分解一次涉及全部各行；规则可读取其中各部分，整表用 `bylaw targets` 输出',
      'zh-Hant': '「{name}」的分解一次涉及全部各列；規則可讀取其中各部分，整表用 `bylaw targets` 輸出',
    },
    help: {
      en: 'Write a clause that reads the part that is asked for, as `decision share for Rep per quarter { gives target = quota }`.',
      'zh-Hans': '请写一个读取所需部分的条款，如“判定 …… 给出 目标 = 定额”。',
      'zh-Hant': '請寫一個讀取所需部分的條款，如「判定 …… 給出 目標 = 定額」。',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
