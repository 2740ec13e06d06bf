import type { Entry } from '../entry.ts'
import { withReps } from './example.ts'

const shared = (pool: string): string =>
  withReps(`parameter pool = 100_000 CNY

bonus part for Rep per quarter {
  start ${pool} shared by quota
}
`)

/** What is shared out. */
export const tablePoolMessages = {
  BY549: {
    severity: 'error',
    title: {
      en: 'A pool that differs from row to row',
      'zh-Hans': '总额因行而异',
      'zh-Hant': '總額因列而異',
    },
    message: {
      en: 'what is shared out is one amount for all who share it: `{name}` differs from {record} to {record}',
      'zh-Hans': '被分配的总额对所有人只有一个，而“{name}”随每个{record}不同',
      'zh-Hant': '被分配的總額對所有人只有一個，而「{name}」隨每個{record}不同',
    },
    help: {
      en: 'Share out an amount of the whole period, or of the group that `within` names: `team_pool shared by score within team`.',
      'zh-Hans': '请分配整个期间的总额，或“同一”所指一组的总额：“团队奖池 分配按 得分 组内 团队”。',
      'zh-Hant': '請分配整個期間的總額，或「同一」所指一組的總額：「團隊獎池 分配按 得分 組內 團隊」。',
    },
    bad: shared('quota'),
    good: shared('pool'),
  },
} as const satisfies { readonly [code: string]: Entry }
