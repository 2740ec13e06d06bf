import type { CommandSpec, OptionSpec } from './command.ts'
import { data, now, period, previous } from './options.ts'

/** `bylaw seek`; `shared` are the options that every command has. */
export function seekSpec(shared: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'seek',
    summary: {
      en: 'find the value of a parameter that keeps a total, or what somebody must still sell for the next tier',
      'zh-Hans': '反求：参数取何值可守住总额，或某人还差多少到下一档',
      'zh-Hant': '反求：參數取何值可守住總額，或某人還差多少到下一檔',
    },
    positionals: '[PARAMETER]',
    maxPositionals: 1,
    details: {
      en: [
        'With a PARAMETER and --total: the values at which the total is no more than that. Each answer is proved: it is run, and',
        'so is the next step (a hundredth of a percent, a cent, the last written place, or --step), at which the total is more.',
        'A total that goes up and down crosses several times; all crossings found are listed, and how many values were computed.',
        '',
        'With --subject and --next-tier: how large one more row of the data must be for the next row of the tiers of that',
        'clause, like the last row that counts now (or --like). Shares, quotas and coefficients take part, as they would in the',
        'run; it is proved by running it, and a step less.',
        '',
        'What is found is a what-if: nothing is changed, and nothing of it is to be paid.',
        '',
        'Exit codes: 0 found, 1 there is no such value, 2 usage or input.',
      ].join('\n'),
      'zh-Hans': [
        '写 PARAMETER 和 --total：合计不超过该数的参数值。每个答案都经过试算，并试算了再多一步（万分之一、一分、',
        '所写的末位，或 --step）即会超过。合计有升有降时会多次越过，逐一列出，并说明试算了多少个值。',
        '',
        '写 --subject 和 --next-tier：再有一笔多大的数据才到该条款阶梯的下一档，与目前计入的最后一笔相同（或用 --like 指定）。',
        '份额、目标和系数都照实计算；试算该数和少一步的数作为证明。',
        '',
        '结果只是假设试算：不改动制度，也不得据此发放。',
        '',
        '退出码：0 找到；1 没有这样的值；2 用法或输入有误。',
      ].join('\n'),
      'zh-Hant': [
        '寫 PARAMETER 和 --total：合計不超過該數的參數值。每個答案都經過試算，並試算了再多一步（萬分之一、一分、',
        '所寫的末位，或 --step）即會超過。合計有升有降時會多次越過，逐一列出，並說明試算了多少個值。',
        '',
        '寫 --subject 和 --next-tier：再有一筆多大的資料才到該條款階梯的下一檔，與目前計入的最後一筆相同（或用 --like 指定）。',
        '份額、目標和係數都照實計算；試算該數和少一步的數作為證明。',
        '',
        '結果只是假設試算：不更動制度，也不得據此發放。',
        '',
        '結束碼：0 找到；1 沒有這樣的值；2 用法或輸入有誤。',
      ].join('\n'),
    },
    options: [
      {
        name: 'total',
        value: '8000000',
        help: {
          en: 'the most that may be paid; 800万 as well',
          'zh-Hans': '合计的上限；也可写 800万',
          'zh-Hant': '合計的上限；也可寫 800万',
        },
      },
      {
        name: 'clause',
        value: 'NAME',
        help: {
          en: 'of this clause alone (all that is paid unless written)',
          'zh-Hans': '只算这一条款（不写则为全部应发）',
          'zh-Hant': '只算這一條款（不寫則為全部應發）',
        },
      },
      {
        name: 'subject',
        value: 'KEY',
        help: { en: 'who: a key or a name', 'zh-Hans': '人员的编号或姓名', 'zh-Hant': '人員的編號或姓名' },
      },
      {
        name: 'next-tier',
        value: 'CLAUSE',
        help: {
          en: 'the clause whose tiers are climbed',
          'zh-Hans': '要升档的条款',
          'zh-Hant': '要升檔的條款',
        },
      },
      {
        name: 'field',
        value: 'Order.amount',
        help: {
          en: 'the number that grows (what the tiers add up unless written)',
          'zh-Hans': '增加的是哪个数（不写则为阶梯所合计的数）',
          'zh-Hant': '增加的是哪個數（不寫則為階梯所合計的數）',
        },
      },
      {
        name: 'like',
        value: 'ROW',
        help: {
          en: 'the row that one more would be like: its key',
          'zh-Hans': '新增的一笔与哪一行相同：写其编号',
          'zh-Hant': '新增的一筆與哪一列相同：寫其編號',
        },
      },
      {
        name: 'from',
        value: '1%',
        help: {
          en: 'the smallest value tried (0)',
          'zh-Hans': '试算的最小值（0）',
          'zh-Hant': '試算的最小值（0）',
        },
      },
      {
        name: 'to',
        value: '10%',
        help: {
          en: 'the largest value tried (twice what is written, then wider as needed)',
          'zh-Hans': '试算的最大值（先为所写的两倍，不够再放宽）',
          'zh-Hant': '試算的最大值（先為所寫的兩倍，不夠再放寬）',
        },
      },
      {
        name: 'step',
        value: '0.001%',
        help: { en: 'how fine the answer is', 'zh-Hans': '答案的精细程度', 'zh-Hant': '答案的精細程度' },
      },
      {
        name: 'most',
        value: '400',
        help: {
          en: 'how many values are computed at most',
          'zh-Hans': '最多试算多少个值',
          'zh-Hant': '最多試算多少個值',
        },
      },
      period,
      data,
      {
        name: 'policy',
        value: 'DIR',
        help: {
          en: 'the policy’s folder or file (this folder unless written)',
          'zh-Hans': '制度的文件夹或文件（不写则为当前文件夹）',
          'zh-Hant': '制度的資料夾或檔案（不寫則為目前資料夾）',
        },
      },
      now,
      previous,
      {
        name: 'format',
        value: 'pretty|json',
        choices: ['pretty', 'json'],
        help: {
          en: 'for people, or for programs',
          'zh-Hans': '给人看，或给程序读',
          'zh-Hant': '給人看，或給程式讀',
        },
      },
      ...shared,
    ],
    examples: [
      {
        line: 'bylaw seek base_rate --total 8000000 --period 2026-Q3',
        note: {
          en: 'the rate that keeps the quarter within 8,000,000',
          'zh-Hans': '使本季合计不超过 800 万的比例',
          'zh-Hant': '使本季合計不超過 800 萬的比例',
        },
      },
      {
        line: 'bylaw seek --subject R-17 --next-tier commission --period 2026-Q3',
        note: {
          en: 'what R-17 must still sell to reach the next tier',
          'zh-Hans': 'R-17 还差多少到下一档',
          'zh-Hant': 'R-17 還差多少到下一檔',
        },
      },
    ],
    load: async () => (await import('./seek.ts')).seek,
  }
}
