import type { Language, Words } from '../base/language.ts'
import type { Paint } from '../base/render-paint.ts'
import { colon } from '../base/render-words.ts'
import { padToWidth } from '../base/width.ts'
import { usageLine } from './arguments.ts'
import type { CommandSpec } from './command.ts'
import { specs } from './specs.ts'

const words = {
  what: {
    en: 'bylaw runs a sales policy written as text: exact amounts, each with its reason.',
    'zh-Hans': 'bylaw 运行以文本写成的销售管理制度：金额精确，每一笔都说明理由。',
    'zh-Hant': 'bylaw 執行以文字寫成的銷售業務管理制度：金額精確，每一筆都說明理由。',
  },
  usage: { en: 'Usage', 'zh-Hans': '用法', 'zh-Hant': '用法' },
  commands: { en: 'Commands', 'zh-Hans': '命令', 'zh-Hant': '命令' },
  options: { en: 'Options', 'zh-Hans': '选项', 'zh-Hant': '選項' },
  example: { en: 'For example', 'zh-Hans': '例如', 'zh-Hant': '例如' },
  start: {
    en: 'Start here',
    'zh-Hans': '从这里开始',
    'zh-Hant': '從這裡開始',
  },
  more: {
    en: '`bylaw help COMMAND` shows its options and an example. `bylaw --version` prints the version.',
    'zh-Hans': '`bylaw help 命令` 显示该命令的选项和示例。`bylaw --version` 显示版本。',
    'zh-Hant': '`bylaw help 命令` 顯示該命令的選項和範例。`bylaw --version` 顯示版本。',
  },
  codes: {
    en: 'Exit codes: 0 fine, 1 findings (errors, held lines), 2 usage or input.',
    'zh-Hans': '退出码：0 正常；1 有问题（错误、暂缓项）；2 用法或输入有误。',
    'zh-Hant': '結束碼：0 正常；1 有問題（錯誤、暫緩項目）；2 用法或輸入有誤。',
  },
} as const satisfies { readonly [key: string]: Words }

/** What `bylaw` alone and `bylaw help` print. */
export function overview(language: Language, paint: Paint): string {
  const visible = specs.filter((spec) => !spec.hidden)
  const width = Math.max(...visible.map((spec) => spec.name.length)) + 3
  return [
    words.what[language],
    '',
    `${paint('strong', words.usage[language])}${colon(language)}bylaw COMMAND [POLICY] [OPTIONS]`,
    '',
    paint('strong', words.commands[language]),
    ...visible.map((spec) => `  ${padToWidth(spec.name, width)}${spec.summary[language]}`),
    '',
    paint('strong', words.start[language]),
    `  bylaw init my-policy${language === 'en' ? '' : ` --language ${language}`}`,
    '  bylaw check my-policy',
    '  bylaw run my-policy --period 2026-Q3 --out out',
    '',
    words.more[language],
    words.codes[language],
    '',
  ].join('\n')
}

/** The help of one command: what it does, its options, an example. */
export function commandHelp(spec: CommandSpec, language: Language, paint: Paint): string {
  const left = spec.options.map((option) => {
    const short = option.short === undefined ? '' : `-${option.short}, `
    return `${short}--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`
  })
  const width = Math.min(32, Math.max(...left.map((text) => text.length)) + 3)
  const examples = spec.examples.flatMap((example) => [
    `  ${example.line}`,
    `      ${paint('dim', `# ${example.note[language]}`)}`,
  ])
  return [
    `bylaw ${spec.name}${colon(language)}${spec.summary[language]}`,
    '',
    `${paint('strong', words.usage[language])}${colon(language)}${usageLine(spec)}`,
    '',
    spec.details[language],
    '',
    paint('strong', words.options[language]),
    ...spec.options.map((option, i) => {
      const name = left[i] ?? ''
      const gap = name.length >= width ? `\n  ${' '.repeat(width)}` : ''
      return `  ${padToWidth(name, gap === '' ? width : 0)}${gap}${option.help[language]}`
    }),
    ...(examples.length === 0 ? [] : ['', paint('strong', words.example[language]), ...examples]),
    '',
  ].join('\n')
}
