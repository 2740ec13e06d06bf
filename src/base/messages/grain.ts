import type { Entry } from '../entry.ts'

/** Grain and time. */
export const grainMessages = {
  BY401: {
    severity: 'error',
    title: { en: 'Read at another grain', 'zh-Hans': '计算口径不一致', 'zh-Hant': '計算口徑不一致' },
    message: {
      en: '`{name}` is for {grain}, and cannot be read for {here}',
      'zh-Hans': '“{name}”按{grain}计算，不能直接用于{here}',
      'zh-Hant': '「{name}」按{grain}計算，不能直接用於{here}',
    },
    help: {
      en: 'Gather it first, for example with `sum(Order.amount)`.',
      'zh-Hans': '请先汇总，例如 `合计(订单.金额)`。',
      'zh-Hant': '請先彙總，例如 `合計(訂單.金額)`。',
    },
  },
  BY402: {
    severity: 'error',
    title: { en: 'No way between records', 'zh-Hans': '档案之间没有关联', 'zh-Hant': '檔案之間沒有關聯' },
    message: {
      en: 'no chain of references leads from {from} to {to}',
      'zh-Hans': '从“{from}”找不到通向“{to}”的引用',
      'zh-Hant': '從「{from}」找不到通往「{to}」的參照',
    },
    help: {
      en: 'Add a field that refers to it, for example `rep Rep`.',
      'zh-Hans': '请增加指向该档案的字段，例如 `业务员 业务员`。',
      'zh-Hant': '請增加指向該檔案的欄位，例如 `業務員 業務員`。',
    },
  },
  BY403: {
    severity: 'error',
    title: {
      en: 'Several ways between records',
      'zh-Hans': '档案之间有多条路径',
      'zh-Hant': '檔案之間有多條路徑',
    },
    message: {
      en: 'several references lead from {from} to {to}: {paths}',
      'zh-Hans': '从“{from}”到“{to}”有多条路径：{paths}',
      'zh-Hant': '從「{from}」到「{to}」有多條路徑：{paths}',
    },
    help: {
      en: 'Say which one counts with `via`, for example `sum(Receipt.amount, via order.rep)`.',
      'zh-Hans': '请用 `经由` 写明采用哪一条，例如 `合计(回款.金额, 经由 订单.业务员)`。',
      'zh-Hant': '請以 `經由` 寫明採用哪一條，例如 `合計(收款.金額, 經由 訂單.業務員)`。',
    },
  },
  BY404: {
    severity: 'error',
    title: { en: 'A record is no value', 'zh-Hans': '档案不能当作数值', 'zh-Hant': '檔案不能當作數值' },
    message: {
      en: '`{name}` is a record, not a value',
      'zh-Hans': '“{name}”是档案，不是数值',
      'zh-Hant': '「{name}」是檔案，不是數值',
    },
    help: {
      en: 'Gather its rows, each aggregate over one record: `sum(Receipt.amount)`, `count(Receipt)`.',
      'zh-Hans': '请汇总其记录，每个汇总只针对一个档案：`合计(回款.金额)`、`计数(回款)`。',
      'zh-Hant': '請彙總其紀錄，每個彙總只針對一個檔案：`合計(收款.金額)`、`計數(收款)`。',
    },
  },
  BY405: {
    severity: 'error',
    title: { en: 'Rows without a date', 'zh-Hans': '缺少入账日', 'zh-Hant': '缺少入帳日' },
    message: {
      en: 'rows of {record} have no date that places them in a period',
      'zh-Hans': '“{record}”没有入账日，无法归入期间',
      'zh-Hant': '「{record}」沒有入帳日，無法歸入期間',
    },
    help: {
      en: 'Mark one date of the record `posting`, or write `posting` and the date in the aggregate.',
      'zh-Hans': '请将该档案的一个日期字段标为 `入账日`，或在汇总中写明 `入账日`。',
      'zh-Hant': '請將該檔案的一個日期欄位標為 `入帳日`，或在彙總中寫明 `入帳日`。',
    },
  },
  BY406: {
    severity: 'error',
    title: { en: 'Circular reference', 'zh-Hans': '循环引用', 'zh-Hant': '循環參照' },
    message: {
      en: 'this refers to itself: {path}',
      'zh-Hans': '循环引用：{path}',
      'zh-Hant': '循環參照：{path}',
    },
    help: {
      en: 'Break the circle: one of them must be computed without the others.',
      'zh-Hans': '请断开循环：其中至少一项不得依赖其他各项。',
      'zh-Hant': '請斷開循環：其中至少一項不得依賴其他各項。',
    },
  },
  BY407: {
    severity: 'error',
    title: { en: 'Changes inside the period', 'zh-Hans': '期间内发生变动', 'zh-Hant': '期間內發生變動' },
    message: {
      en: '`{name}` changes on {day}, inside a {period}',
      'zh-Hans': '“{name}”在 {day} 变动，处于一个{period}之中',
      'zh-Hant': '「{name}」於 {day} 變動，處於一個{period}之中',
    },
    help: {
      en: 'Say which day counts: `as of first day`, `as of last day`, or `averaged by days`.',
      'zh-Hans': '请写明以哪天为准：`时点 期初`、`时点 期末`，或 `按日平均`。',
      'zh-Hant': '請寫明以哪天為準：`時點 期初`、`時點 期末`，或 `按日平均`。',
    },
  },
  BY408: {
    severity: 'error',
    title: { en: 'No date here', 'zh-Hans': '没有可用的日期', 'zh-Hant': '沒有可用的日期' },
    message: {
      en: '`{name}` depends on the date, and there is no date or period here',
      'zh-Hans': '“{name}”随日期而定，这里没有日期或期间',
      'zh-Hant': '「{name}」隨日期而定，這裡沒有日期或期間',
    },
    help: {
      en: 'Compute it `per month` or `per quarter`, or mark the record’s date as `posting`.',
      'zh-Hans': '请按期间计算（如 `每月`、`每季度`），或将档案的日期标为 `入账日`。',
      'zh-Hant': '請按期間計算（如 `每月`、`每季度`），或將檔案的日期標為 `入帳日`。',
    },
  },
  BY409: {
    severity: 'error',
    title: { en: 'Days without a value', 'zh-Hans': '部分日期没有取值', 'zh-Hant': '部分日期沒有值' },
    message: {
      en: '`{name}` has no value from {from} until {until}',
      'zh-Hans': '“{name}”自 {from} 至 {until} 没有取值',
      'zh-Hant': '「{name}」自 {from} 至 {until} 沒有值',
    },
    help: {
      en: 'Add a row for those days, or move the bounds of the rows beside them.',
      'zh-Hans': '请为这段日期增加一行，或调整相邻行的起止日期。',
      'zh-Hant': '請為這段日期增加一列，或調整相鄰列的起訖日期。',
    },
  },
  BY410: {
    severity: 'error',
    title: { en: 'Two values for one day', 'zh-Hans': '同一天有两个取值', 'zh-Hant': '同一天有兩個值' },
    message: {
      en: '`{name}` has two values for the same case {day}',
      'zh-Hans': '“{name}”对同一情形有两个取值 {day}',
      'zh-Hant': '「{name}」對同一情形有兩個值 {day}',
    },
    help: {
      en: '`until` is inclusive: end the earlier row one day before the later begins, or delete one.',
      'zh-Hans': '“至”包含当日：请让前一行在后一行开始的前一天结束，或删除其中一行。',
      'zh-Hant': '「至」包含當日：請讓前一列在後一列開始的前一天結束，或刪除其中一列。',
    },
  },
  BY411: {
    severity: 'error',
    title: {
      en: 'Periods overlap or do not ascend',
      'zh-Hans': '期间重叠或顺序不对',
      'zh-Hant': '期間重疊或順序不對',
    },
    message: {
      en: 'period `{name}` overlaps the one before it, or comes before it',
      'zh-Hans': '期间“{name}”与前一期间重叠，或早于前一期间',
      'zh-Hant': '期間「{name}」與前一期間重疊，或早於前一期間',
    },
    help: {
      en: 'Write the periods in the order of time; `until` is inclusive, so each begins on the day after.',
      'zh-Hans': '请按时间先后排列；“至”包含当日，下一期间从次日开始。',
      'zh-Hant': '請按時間先後排列；「至」包含當日，下一期間從次日開始。',
    },
  },
  BY412: {
    severity: 'error',
    title: { en: 'Ends before it begins', 'zh-Hans': '结束早于开始', 'zh-Hant': '結束早於開始' },
    message: {
      en: 'the end lies before the beginning',
      'zh-Hans': '结束日期早于开始日期',
      'zh-Hant': '結束日期早於開始日期',
    },
    help: {
      en: 'Exchange the two dates, or write `open` for no end.',
      'zh-Hans': '请对调两个日期；没有截止日请写 `长期`。',
      'zh-Hant': '請對調兩個日期；沒有截止日請寫 `長期`。',
    },
  },
  BY413: {
    severity: 'error',
    title: { en: 'Not a date to post by', 'zh-Hans': '不能作为入账日', 'zh-Hant': '不能作為入帳日' },
    message: {
      en: '`{name}` cannot be the posting date',
      'zh-Hans': '“{name}”不能作为入账日',
      'zh-Hant': '「{name}」不能作為入帳日',
    },
    help: {
      en: 'Mark one field of each record `posting`: a date or a period.',
      'zh-Hans': '每个档案只能有一个 `入账日` 字段，且须为日期或期间。',
      'zh-Hant': '每個檔案只能有一個 `入帳日` 欄位，且須為日期或期間。',
    },
  },
  BY414: {
    severity: 'error',
    title: {
      en: 'Not a date of the record',
      'zh-Hans': '不是本档案的日期字段',
      'zh-Hant': '不是本檔案的日期欄位',
    },
    message: {
      en: '`exists` needs date fields of the record, and `{name}` is none{near}',
      'zh-Hans': '`在册` 需要本档案的日期字段，“{name}”不是{near}',
      'zh-Hant': '`在冊` 需要本檔案的日期欄位，「{name}」不是{near}',
    },
    help: {
      en: 'Write for example `exists from hired until left`.',
      'zh-Hans': '请写例如 `在册 自 入职日 至 离职日`。',
      'zh-Hant': '請寫例如 `在冊 自 到職日 至 離職日`。',
    },
  },
  BY415: {
    severity: 'error',
    title: { en: 'Not a key', 'zh-Hans': '主键不合规定', 'zh-Hant': '主鍵不合規定' },
    message: {
      en: '`{name}` cannot be the key',
      'zh-Hans': '“{name}”不能作为主键',
      'zh-Hant': '「{name}」不能作為主鍵',
    },
    help: {
      en: 'Each record has one key, and it is never optional.',
      'zh-Hans': '每个档案只有一个主键，且不能为 `选填`。',
      'zh-Hant': '每個檔案只有一個主鍵，且不能為 `選填`。',
    },
  },
  BY416: {
    severity: 'error',
    title: {
      en: 'Pay per row without person or date',
      'zh-Hans': '逐笔计发未指明对象或日期',
      'zh-Hant': '逐筆計發未指明對象或日期',
    },
    message: {
      en: '`{name}` pays row by row, and nothing says whom or when',
      'zh-Hans': '“{name}”逐笔计发，但没有写明归于谁、何时入账',
      'zh-Hant': '「{name}」逐筆計發，但沒有寫明歸於誰、何時入帳',
    },
    help: {
      en: 'Say both, for example `for each Order to order.rep posting order.signed`.',
      'zh-Hans': '请写明两者，例如 `适用于 每笔 订单 归于 订单.业务员 入账日 订单.签约日`。',
      'zh-Hant': '請寫明兩者，例如 `適用於 每筆 訂單 歸於 訂單.業務員 入帳日 訂單.簽約日`。',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
