import type { OptionSpec } from './command.ts'

/** Runs with other values for some parameters. */
export const whatIfOptions: readonly OptionSpec[] = [
  {
    name: 'set',
    value: 'NAME=VALUE',
    repeats: true,
    help: {
      en: 'what if this parameter had another value: base_rate=3.5%, or one of several: "quota[R-17]=120000 CNY"',
      'zh-Hans': '假设某个参数为另一数值：基本比例=3.5%；有多个值的写 "任务[R-17]=12万元"',
      'zh-Hant': '假設某個參數為另一數值：基本比例=3.5%；有多個值的寫 "任務[R-17]=12萬元"',
    },
  },
  {
    name: 'scenario',
    value: 'FILE',
    repeats: true,
    help: {
      en: 'a file of such values (`name: …`, `set: { base_rate: 3.5% }`); several stand side by side with the policy',
      'zh-Hans': '写有这类数值的文件（`名称: …`、`设定: { 基本比例: 3.5% }`）；可写多个，与现行制度并列比较',
      'zh-Hant': '寫有這類數值的檔案（`名稱: …`、`設定: { 基本比例: 3.5% }`）；可寫多個，與現行制度並列比較',
    },
  },
]
