import type { Entry } from '../entry.ts'
import { sla, visit } from './time-sla.ts'
import { worded } from './worded.ts'

/** What rows of another record do to a clock. */
export const payClockMessages = {
  BY617: {
    ...worded(
      'error',
      ['Nothing that rows could have in common', '没有可以相同的记录', '沒有可以相同的紀錄'],
      [
        '`within` is not about rows of another record that have something in common with this one of {record}',
        '“同一”所说的不是与这一笔{record}有共同之处的其他记录',
        '「同一」所說的不是與這一筆{record}有共同之處的其他紀錄',
      ],
      [
        'Write `within` after a time of a record, and without `via`: `extend Visit.at within lead by 3 days`. A time of the row itself needs neither.',
        '“同一”写在某个记录的时间之后，不与“经由”并用：“延长 拜访.时间 同一 客户 按 3天”。本笔自己的时间两者都不写。',
        '「同一」寫在某個紀錄的時間之後，不與「經由」並用：「延長 拜訪.時間 同一 客戶 按 3天」。本筆自己的時間兩者都不寫。',
      ],
    ),
    bad: sla(['start arrived', 'stop answered within owner', 'within 4 working hours']),
    good: sla(
      ['start arrived', 'stop Visit.at within owner', 'within 4 working hours'],
      'for each Lead',
      visit.replace('  lead Lead\n', '  owner Person\n'),
    ),
  },
} as const satisfies { readonly [code: string]: Entry }
