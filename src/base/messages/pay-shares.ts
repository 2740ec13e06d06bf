import type { Entry } from '../entry.ts'
import { withOrders } from './example.ts'
import { worded } from './worded.ts'

const head = `parameter pool = 10_000 CNY

value sold for Rep per quarter = sum(Order.amount)

`

/** Pools that are shared out in whole units, and among periods. */
export const shareMessages = {
  BY670: {
    ...worded(
      'error',
      ['A remainder of nothing', '没有可归的余额', '沒有可歸的餘額'],
      [
        'what is left over belongs to amounts that are `shared by` something and rounded down',
        '余额只产生于按权重分配并舍去的金额',
        '餘額只產生於按權重分配並捨去的金額',
      ],
      [
        'Write `pool shared by sold rounded down to 1 CNY, remainder to largest`; other modes could give out too much.',
        '请写作“总额 分配按 业绩 尾数 舍去 到 1元, 余额 归于 最大者”；其他取整方式可能超分。',
        '請寫作「總額 分配按 業績 尾數 無條件捨去 到 1元, 餘額 歸於 最大者」；其他取整方式可能超分。',
      ],
    ),
    bad: withOrders(
      `${head}value part for Rep per quarter = pool shared by sold rounded half-up to 1 CNY, remainder to largest\n`,
    ),
    good: withOrders(
      `${head}value part for Rep per quarter = pool shared by sold rounded down to 1 CNY, remainder to largest\n`,
    ),
  },
  BY671: {
    ...worded(
      'error',
      ['A unit finer than a cent', '单位小于分', '單位小於分'],
      [
        'parts are whole cents of the pool, and this unit is finer',
        '各份须为总额最小单位的整数倍，此单位更小',
        '各份須為總額最小單位的整數倍，此單位更小',
      ],
      ['Round down to 0.01 or to more.', '请舍去到 0.01 或更大的单位。', '請捨去到 0.01 或更大的單位。'],
    ),
    bad: withOrders(
      `${head}value part for Rep per quarter = pool shared by sold rounded down to 0.001, remainder to largest\n`,
    ),
    good: withOrders(
      `${head}value part for Rep per quarter = pool shared by sold rounded down to 0.01, remainder to largest\n`,
    ),
  },
  BY672: {
    ...worded(
      'error',
      ['Nothing finer to share among', '没有更细的期间可分', '沒有更細的期間可分'],
      [
        'the periods of one {kind} share here, but this is {here}',
        '此处应在一个{kind}的各期间之间分配，但当前为：{here}',
        '此處應在一個{kind}的各期間之間分配，但目前為：{here}',
      ],
      [
        'Write it in a value of finer periods: `per quarter` for parts of a year.',
        '请写在更细期间的数值中：把一年分到各季度用“每季度”。',
        '請寫在更細期間的數值中：把一年分到各季度用「每季度」。',
      ],
    ),
    bad: withOrders(`${head}value part for Rep per quarter = pool shared by sold within quarter\n`),
    good: withOrders(`${head}value part for Rep per quarter = pool shared by sold within year\n`),
  },
  BY673: {
    ...worded(
      'error',
      ['No order', '无法排序', '無法排序'],
      [
        'the first or last is found by a date or a number, not by {found}',
        '先后须按日期或数字排列，而不是 {found}',
        '先後須按日期或數字排列，而不是 {found}',
      ],
      [
        'Name a date or a number; without `by`, the key decides.',
        '请写日期或数字；不写“按”时以主键为序。',
        '請寫日期或數字；不寫「按」時以主鍵為序。',
      ],
    ),
    bad: withOrders(
      `${head}value part for Rep per quarter = pool shared by sold rounded down to 1 CNY, remainder to first by city\n`,
    ),
    good: withOrders(
      `${head}value part for Rep per quarter = pool shared by sold rounded down to 1 CNY, remainder to first by quota\n`,
    ),
  },
} as const satisfies { readonly [code: string]: Entry }
