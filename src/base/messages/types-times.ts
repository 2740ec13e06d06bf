import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'

const inChina = (rest: string): string => `policy example {
  language en
  currency CNY
  effective from 2026-01-01 until open
  calendar cn
}

record Call {
  id text key
  asked time posting
  answered time optional
  signed date
}

${rest}`

/** Times: instants and hours of the day. */
export const timeTypeMessages = {
  BY325: {
    severity: 'error',
    title: { en: 'Times without a time zone', 'zh-Hans': '时刻缺少时区', 'zh-Hant': '時刻缺少時區' },
    message: {
      en: 'the policy has times, and no time zone says which hour and which day they are',
      'zh-Hans': '制度中有时刻，但没有时区说明它们是哪一天、几点',
      'zh-Hant': '制度中有時刻，但沒有時區說明它們是哪一天、幾點',
    },
    help: {
      en: 'Name a calendar in the policy: its times are in the zone of that calendar. `calendar cn` is China’s; one of your own says `zone Europe/Berlin`.',
      'zh-Hans':
        '请在制度中写明日历，时刻按该日历的时区理解。`日历 cn` 为中国日历；自定日历写 `时区 Asia/Shanghai`。',
      'zh-Hant':
        '請在制度中寫明日曆，時刻按該日曆的時區理解。`日曆 cn` 為中國日曆；自訂日曆寫 `時區 Asia/Shanghai`。',
    },
    bad: withPolicy(`record Call {
  id text key
  asked time posting
}

value late for each Call = asked > 2026-05-09 17:00
`),
    good: inChina(`value late for each Call = asked > 2026-05-09 17:00
`),
  },
  BY326: {
    severity: 'error',
    title: { en: 'A time as a key', 'zh-Hans': '时刻不能作主键', 'zh-Hant': '時刻不能作主鍵' },
    message: {
      en: '`{name}` is a time, which is no key: it can be written in many ways',
      'zh-Hans': '“{name}”是时刻，写法不止一种，不能作主键',
      'zh-Hant': '「{name}」是時刻，寫法不止一種，不能作主鍵',
    },
    help: {
      en: 'Let a text or a number name the row.',
      'zh-Hans': '请用文本或编号作主键。',
      'zh-Hant': '請用文字或編號作主鍵。',
    },
    bad: inChina(`record Event {
  at time key
}

value events = count(Event)
`),
    good: inChina(`record Event {
  id text key
  at time
}

value events = count(Event)
`),
  },
  BY327: {
    severity: 'error',
    title: { en: 'No such time of day', 'zh-Hans': '没有这个钟点', 'zh-Hant': '沒有這個鐘點' },
    message: {
      en: 'there is no time of day `{written}`',
      'zh-Hans': '没有“{written}”这个钟点',
      'zh-Hant': '沒有「{written}」這個鐘點',
    },
    help: {
      en: 'Write hours from 00 to 23 and minutes from 00 to 59: `17:30`.',
      'zh-Hans': '小时请写 00 至 23，分钟写 00 至 59，如 `17:30`。',
      'zh-Hant': '小時請寫 00 至 23，分鐘寫 00 至 59，如 `17:30`。',
    },
    bad: inChina(`value late for each Call = asked > 2026-05-09 17:60
`),
    good: inChina(`value late for each Call = asked > 2026-05-09 17:59
`),
  },
  BY328: {
    severity: 'error',
    title: { en: 'A time as programs write it', 'zh-Hans': '程序格式的时刻', 'zh-Hant': '程式格式的時刻' },
    message: {
      en: '`{written}` is how programs write a time',
      'zh-Hans': '“{written}”是程序使用的时刻写法',
      'zh-Hant': '「{written}」是程式使用的時刻寫法',
    },
    help: {
      en: 'Write the date, a space and the time of day, in the policy’s zone: `2026-05-09 17:00`.',
      'zh-Hans': '请写日期、空格和钟点，按制度的时区：`2026-05-09 17:00`。',
      'zh-Hant': '請寫日期、空格和鐘點，按制度的時區：`2026-05-09 17:00`。',
    },
    bad: inChina(`value late for each Call = asked > 2026-05-09T17:00
`),
    good: inChina(`value late for each Call = asked > 2026-05-09 17:00
`),
  },
  BY329: {
    severity: 'error',
    title: { en: 'A part of a span', 'zh-Hans': '时间长度不是整数', 'zh-Hant': '時間長度不是整數' },
    message: {
      en: '`{written}` is no whole number of days, months or seconds',
      'zh-Hans': '“{written}”不是整天、整月或整秒',
      'zh-Hant': '「{written}」不是整天、整月或整秒',
    },
    help: {
      en: 'Write a smaller unit: `36 hours` in place of `1.5 days`.',
      'zh-Hans': '请改用更小的单位，如以 `36小时` 代替 `1.5天`。',
      'zh-Hant': '請改用更小的單位，如以 `36小時` 代替 `1.5天`。',
    },
    bad: inChina(`value due for each Call = asked + 1.5 days
`),
    good: inChina(`value due for each Call = asked + 36 hours
`),
  },
  BY330: {
    severity: 'error',
    title: { en: 'One time less another', 'zh-Hans': '时刻相减', 'zh-Hant': '時刻相減' },
    message: {
      en: 'what lies between two times needs a unit',
      'zh-Hans': '两个时刻之间的长度需要单位',
      'zh-Hant': '兩個時刻之間的長度需要單位',
    },
    help: {
      en: 'Write `hours(a, b)`, `minutes(a, b)` or `seconds(a, b)`, from the earlier time to the later; `days(a, b)` counts days.',
      'zh-Hans':
        '请写 `小时数(甲, 乙)`、`分钟数(甲, 乙)` 或 `秒数(甲, 乙)`，先早后晚；`天数(甲, 乙)` 按日计算。',
      'zh-Hant':
        '請寫 `小時數(甲, 乙)`、`分鐘數(甲, 乙)` 或 `秒數(甲, 乙)`，先早後晚；`天數(甲, 乙)` 按日計算。',
    },
    bad: inChina(`value took for each Call = answered - asked
`),
    good: inChina(`value took for each Call = hours(asked, answered)
`),
  },
  BY331: {
    severity: 'error',
    title: { en: 'Hours from a date', 'zh-Hans': '日期加小时', 'zh-Hant': '日期加小時' },
    message: {
      en: 'a date has no hour to count hours from',
      'zh-Hans': '日期没有钟点，无法加减小时',
      'zh-Hant': '日期沒有鐘點，無法加減小時',
    },
    help: {
      en: 'Say which hour of that day is meant: `time(signed, 09:00) + 24 hours`.',
      'zh-Hans': '请写明当日的钟点，如 `时刻(签约日, 09:00) + 24小时`。',
      'zh-Hant': '請寫明當日的鐘點，如 `時刻(簽約日, 09:00) + 24小時`。',
    },
    bad: inChina(`value due for each Call = signed + 24 hours
`),
    good: inChina(`value due for each Call = time(signed, 09:00) + 24 hours
`),
  },
  BY332: {
    severity: 'error',
    title: { en: 'A time beside a date', 'zh-Hans': '时刻与日期比较', 'zh-Hant': '時刻與日期比較' },
    message: {
      en: 'a time is compared with a date',
      'zh-Hans': '时刻与日期不能直接比较',
      'zh-Hant': '時刻與日期不能直接比較',
    },
    help: {
      en: 'Compare days, `date(asked) <= signed`, or times, `asked <= time(signed, 18:00)`.',
      'zh-Hans': '请按日比较：`日期(来电) <= 签约日`；或按时刻比较：`来电 <= 时刻(签约日, 18:00)`。',
      'zh-Hant': '請按日比較：`日期(來電) <= 簽約日`；或按時刻比較：`來電 <= 時刻(簽約日, 18:00)`。',
    },
    bad: inChina(`value in_time for each Call = asked <= signed
`),
    good: inChina(`value in_time for each Call = date(asked) <= signed
`),
  },
  BY333: {
    severity: 'error',
    title: { en: 'A time that clocks skip', 'zh-Hans': '时钟跳过的时刻', 'zh-Hant': '時鐘跳過的時刻' },
    message: {
      en: 'clocks of {zone} never show {written}: they are set forward over it',
      'zh-Hans': '{zone} 的时钟不会显示 {written}：当时拨快了时钟',
      'zh-Hant': '{zone} 的時鐘不會顯示 {written}：當時撥快了時鐘',
    },
    help: {
      en: 'Write a time before or after the change of the clocks.',
      'zh-Hans': '请写拨钟之前或之后的时刻。',
      'zh-Hant': '請寫撥鐘之前或之後的時刻。',
    },
    bad: inChina(`value late for each Call = asked > 1986-05-04 02:30
`),
    good: inChina(`value late for each Call = asked > 1986-05-04 03:30
`),
  },
  BY334: {
    severity: 'error',
    title: { en: 'A time that comes twice', 'zh-Hans': '重复出现的时刻', 'zh-Hant': '重複出現的時刻' },
    message: {
      en: 'clocks of {zone} show {written} twice: they are set back over it',
      'zh-Hans': '{zone} 的时钟会两次显示 {written}：当时拨慢了时钟',
      'zh-Hant': '{zone} 的時鐘會兩次顯示 {written}：當時撥慢了時鐘',
    },
    help: {
      en: 'Write a time before or after the change of the clocks.',
      'zh-Hans': '请写拨钟之前或之后的时刻。',
      'zh-Hant': '請寫撥鐘之前或之後的時刻。',
    },
    bad: inChina(`value late for each Call = asked > 1986-09-14 01:30
`),
    good: inChina(`value late for each Call = asked > 1986-09-14 02:30
`),
  },
  BY335: {
    severity: 'error',
    title: { en: 'A name that is taken', 'zh-Hans': '名称已被占用', 'zh-Hant': '名稱已被占用' },
    message: {
      en: '`{name}` is the time at which a policy is run, so nothing else can have this name',
      'zh-Hans': '“{name}”表示运行制度的时刻，不能另作名称',
      'zh-Hant': '「{name}」表示執行制度的時刻，不能另作名稱',
    },
    help: {
      en: 'Give it another name.',
      'zh-Hans': '请改用别的名称。',
      'zh-Hant': '請改用別的名稱。',
    },
    bad: inChina(`value now for each Call = asked + 24 hours
`),
    good: inChina(`value due for each Call = asked + 24 hours
`),
  },
  BY336: {
    severity: 'error',
    title: {
      en: 'A part of a working day from a date',
      'zh-Hans': '日期加不足一个工作日',
      'zh-Hant': '日期加不足一個工作日',
    },
    message: {
      en: 'a date has no hour from which a part of a working day could be counted',
      'zh-Hans': '日期没有钟点，无法计算不足一个工作日的部分',
      'zh-Hant': '日期沒有鐘點，無法計算不足一個工作日的部分',
    },
    help: {
      en: 'Write whole working days, or count from an hour of that day: `time(signed, 09:00) + 1.5 working days`.',
      'zh-Hans': '请写整数个工作日，或从当日某一钟点起算：`时刻(签约日, 09:00) + 1.5个工作日`。',
      'zh-Hant': '請寫整數個工作日，或從當日某一鐘點起算：`時刻(簽約日, 09:00) + 1.5個工作日`。',
    },
    bad: inChina(`value due for each Call = signed + 1.5 working days
`),
    good: inChina(`value due for each Call = signed + 2 working days
`),
  },
  BY337: {
    severity: 'error',
    title: { en: 'A calendar without hours', 'zh-Hans': '日历没有工作时间', 'zh-Hant': '日曆沒有工作時間' },
    message: {
      en: 'the calendar `{name}` does not say at which hours work is done',
      'zh-Hans': '日历“{name}”没有写明每日的工作时间',
      'zh-Hant': '日曆「{name}」沒有寫明每日的工作時間',
    },
    help: {
      en: 'Declare a calendar with `zone`, `days` and `hours 09:00 to 18:00`, and name it in the policy.',
      'zh-Hans': '请声明含“时区”“工作日”和“工时”的日历，并在制度中写明。',
      'zh-Hant': '請宣告含「時區」「工作日」和「工時」的日曆，並在制度中寫明。',
    },
    bad: inChina(`value due for each Call = asked + 4 working hours
`),
    good: inChina(`calendar office {
  zone Asia/Shanghai
  days cn
  hours 09:00 to 12:00, 13:30 to 18:00
}

value due for each Call = asked + 4 working hours
`).replace('calendar cn', 'calendar office'),
  },
} as const satisfies { readonly [code: string]: Entry }
