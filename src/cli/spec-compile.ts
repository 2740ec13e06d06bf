import type { Words } from '../base/language.ts'
import type { CommandSpec, OptionSpec } from './command.ts'

/** `bylaw compile` as the help shows it; `common` are the options that every command has. */
export function compileSpec(policyIs: Words, common: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'compile',
    summary: {
      en: 'write a policy as rules that another rule engine loads',
      'zh-Hans': '把制度写成其他规则引擎可加载的规则集',
      'zh-Hant': '把制度寫成其他規則引擎可載入的規則集',
    },
    positionals: '[POLICY…]',
    maxPositionals: 1000,
    details: {
      en: `${policyIs.en}

json-rules-engine: one JSON with the rules (a row of a decision table is a rule, its tests are the conditions), the facts
they look at with their definitions, and in \`notSaid\` each clause that is no rule, with the reason. A service loads it with
\`register\` of bylaw/rules: \`register(engine, ruleSet, { Rep: rows })\`, then \`engine.run({ Quote: { … } })\`, or for results
of a person and period \`engine.run({ Rep: "R-17", quarter: "2026-Q3" })\`. Amounts are decimal text. What is not known gives
an event \`undecided\` with the reason, never an allow.`,
      'zh-Hans': `${policyIs['zh-Hans']}

json-rules-engine：一个 JSON，包含规则（决策表的每一行是一条规则，该行的条件即规则的条件）、规则所看的事实及其定义，
以及 \`notSaid\` 中不能成为规则的条款和理由。服务用 bylaw/rules 的 \`register\` 加载：\`register(engine, ruleSet, { 业务员: rows })\`，
再 \`engine.run({ 报价: { … } })\`；按人按期的结果用 \`engine.run({ 业务员: "R-17", 季度: "2026-Q3" })\`。金额为十进制文本。
有未知时事件为 \`undecided\` 并附理由，绝不放行。`,
      'zh-Hant': `${policyIs['zh-Hant']}

json-rules-engine：一個 JSON，包含規則（決策表的每一列是一條規則，該列的條件即規則的條件）、規則所看的事實及其定義，
以及 \`notSaid\` 中不能成為規則的條款和理由。服務用 bylaw/rules 的 \`register\` 載入：\`register(engine, ruleSet, { 業務員: rows })\`，
再 \`engine.run({ 報價: { … } })\`；按人按期的結果用 \`engine.run({ 業務員: "R-17", 季度: "2026-Q3" })\`。金額為十進位文字。
有未知時事件為 \`undecided\` 並附理由，絕不放行。`,
    },
    options: [
      {
        name: 'to',
        value: 'json-rules-engine',
        choices: ['json-rules-engine'],
        help: { en: 'what to write it for', 'zh-Hans': '目标引擎', 'zh-Hant': '目標引擎' },
      },
      {
        name: 'clause',
        value: 'NAME',
        repeats: true,
        help: {
          en: 'only this clause; may be written several times',
          'zh-Hans': '只写该条款；可写多次',
          'zh-Hant': '只寫該條款；可寫多次',
        },
      },
      {
        name: 'out',
        value: 'FILE',
        help: {
          en: 'write the rule set there (printed unless written)',
          'zh-Hans': '规则集写入该文件（不写则直接输出）',
          'zh-Hant': '規則集寫入該檔案（不寫則直接輸出）',
        },
      },
      ...common,
    ],
    examples: [
      {
        line: 'bylaw compile my-policy --to json-rules-engine --clause discount_authority --out rules.json',
        note: {
          en: 'exit code 1 when a clause that was named is no rule',
          'zh-Hans': '指明的条款不能成为规则时退出码为 1',
          'zh-Hant': '指明的條款不能成為規則時結束碼為 1',
        },
      },
    ],
    load: async () => (await import('./compile.ts')).compileCommand,
  }
}
