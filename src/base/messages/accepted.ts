import type { Entry } from '../entry.ts'
import { worded, wordedThrough } from './worded.ts'

/** What a person has accepted as not covered by any case. */
export const acceptedMessages = {
  BY991: worded(
    'error',
    ['An acceptance that lacks something', '接受项缺少内容', '接受項缺少內容'],
    ['“{key}” is not said here', '此处没有写“{key}”', '此處沒有寫「{key}」'],
    [
      'What is accepted names its clause, the points or changes, and the reason why no case need show them.',
      '接受项要写明条款、要点或改动，以及为何不需要案例的理由。',
      '接受項要寫明條款、要點或更動，以及為何不需要案例的理由。',
    ],
  ),
  BY992: wordedThrough(
    'error',
    ['There is no such point to accept', '没有可接受的该要点', '沒有可接受的該要點'],
    ['“{clause}” has no point “{point}”', '“{clause}”没有要点“{point}”', '「{clause}」沒有要點「{point}」'],
    [
      'Write it as `bylaw cover` says it, or by its id. Not covered there: {names}.',
      '请照 `bylaw cover` 的文字或编号填写。该条款未覆盖的要点：{names}。',
      '請照 `bylaw cover` 的文字或編號填寫。該條款未涵蓋的要點：{names}。',
    ],
  ),
  BY993: worded(
    'error',
    ['What is accepted is covered after all', '已接受的要点其实已有案例', '已接受的要點其實已有案例'],
    [
      '“{point}” is accepted as not covered, but the case “{case}” meets it',
      '“{point}”列为不需要案例，但案例“{case}”已走到',
      '「{point}」列為不需要案例，但案例「{case}」已走到',
    ],
    [
      'Its reason no longer holds: take it out of what is accepted.',
      '其理由已不成立，请从接受项中删去。',
      '其理由已不成立，請從接受項中刪去。',
    ],
  ),
  BY994: wordedThrough(
    'error',
    ['Several points read like this', '有多个要点文字相同', '有多個要點文字相同'],
    [
      '“{clause}” has several points “{point}”',
      '“{clause}”有多个要点“{point}”',
      '「{clause}」有多個要點「{point}」',
    ],
    [
      'Write the id of the one that is meant: {names}.',
      '请改写所指要点的编号：{names}。',
      '請改寫所指要點的編號：{names}。',
    ],
  ),
  BY995: wordedThrough(
    'error',
    ['There is no such change to accept', '没有可接受的该改动', '沒有可接受的該更動'],
    [
      '`bylaw mutate` makes no change “{change}” of “{clause}”',
      '`bylaw mutate` 不会对“{clause}”作“{change}”的改动',
      '`bylaw mutate` 不會對「{clause}」作「{change}」的更動',
    ],
    [
      'Write it as `bylaw mutate` says it, without its line. Most like it: {names}.',
      '请照 `bylaw mutate` 的文字填写，不含行号。最接近的：{names}。',
      '請照 `bylaw mutate` 的文字填寫，不含行號。最接近的：{names}。',
    ],
  ),
  BY996: worded(
    'error',
    [
      'A change that is accepted is noticed after all',
      '已接受的改动其实会被发现',
      '已接受的更動其實會被發現',
    ],
    [
      '“{change}” is accepted as unnoticed, but the case “{case}” notices it',
      '“{change}”列为无需发现，但案例“{case}”会发现它',
      '「{change}」列為無需發現，但案例「{case}」會發現它',
    ],
    [
      'Its reason no longer holds: take it out of what is accepted.',
      '其理由已不成立，请从接受项中删去。',
      '其理由已不成立，請從接受項中刪去。',
    ],
  ),
  BY997: worded(
    'warning',
    ['Data run through what is accepted', '实际数据走到已接受的要点', '實際資料走到已接受的要點'],
    [
      '“{point}” is accepted as not covered, but {rows} rows of {period} run through it',
      '“{point}”列为不需要案例，但 {period} 有 {rows} 条数据走到',
      '「{point}」列為不需要案例，但 {period} 有 {rows} 筆資料走到',
    ],
    [
      'It happens: a case should show what comes of it.',
      '这种情形确实存在，应当有案例说明结果。',
      '這種情形確實存在，應當有案例說明結果。',
    ],
  ),
  BY998: worded(
    'error',
    ['Accepted twice', '重复接受', '重複接受'],
    [
      '“{point}” is accepted already, at {place}',
      '“{point}”已在 {place} 接受',
      '「{point}」已在 {place} 接受',
    ],
    [
      'One of the two reasons is enough: take the other out.',
      '保留一处理由即可，请删去另一处。',
      '保留一處理由即可，請刪去另一處。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
