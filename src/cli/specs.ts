import type { Words } from '../base/language.ts'
import type { CommandSpec } from './command.ts'
import { data, dueOptions, help, language, now, period, previous } from './options.ts'
import { checkSpec } from './spec-check.ts'
import { compileSpec } from './spec-compile.ts'
import { caseSpecs } from './specs-cases.ts'
import { coverSpec } from './specs-cover.ts'
import { decideSpecs } from './specs-decide.ts'
import { diffSpecs } from './specs-diff.ts'
import { impactSpec } from './specs-impact.ts'
import { mutateSpec } from './specs-mutate.ts'
import { playSpec } from './specs-play.ts'
import { seekSpec } from './specs-seek.ts'
import { suggestSpec } from './specs-suggest.ts'
import { whatIfOptions } from './specs-what-if.ts'

const policyIs: Words = {
  en: 'POLICY is a folder (every *.bylaw file in it), one or more files, or - for standard input; this folder unless written.',
  'zh-Hans':
    'POLICY 可以是文件夹（其中全部 *.bylaw 文件）、一个或多个文件，或 -（标准输入）；不写则为当前文件夹。',
  'zh-Hant':
    'POLICY 可以是資料夾（其中全部 *.bylaw 檔案）、一個或多個檔案，或 -（標準輸入）；不寫則為目前資料夾。',
}

/** Every command, in the order in which a newcomer meets them. */
export const specs: readonly CommandSpec[] = [
  {
    name: 'init',
    summary: {
      en: 'write a small working policy with data to start from',
      'zh-Hans': '生成一份可直接运行的小制度和示例数据',
      'zh-Hant': '產生一份可直接執行的小制度和範例資料',
    },
    positionals: '[DIR]',
    maxPositionals: 1,
    details: {
      en: 'Writes a policy, its data and a bylaw.yaml into DIR (this folder unless written). A file that is there is never overwritten.',
      'zh-Hans': '在 DIR（不写则为当前文件夹）中写入制度、数据和 bylaw.yaml。已有的文件绝不覆盖。',
      'zh-Hant': '在 DIR（不寫則為目前資料夾）中寫入制度、資料和 bylaw.yaml。已有的檔案絕不覆寫。',
    },
    options: [language, help],
    examples: [
      {
        line: 'bylaw init my-policy',
        note: { en: 'in English', 'zh-Hans': '英文', 'zh-Hant': '英文' },
      },
      {
        line: 'bylaw init my-policy --language zh-Hans',
        note: { en: 'in simplified Chinese', 'zh-Hans': '简体中文', 'zh-Hant': '簡體中文' },
      },
    ],
    load: async () => (await import('./init.ts')).init,
  },
  checkSpec(policyIs, [language, help]),
  ...diffSpecs([language, help]),
  {
    name: 'run',
    summary: {
      en: 'pay a period: amounts, what is held and why, files for payroll',
      'zh-Hans': '试算一个期间：金额、暂缓项及原因、供发薪用的文件',
      'zh-Hant': '試算一個期間：金額、暫緩項目及原因、供發薪用的檔案',
    },
    positionals: '[POLICY…]',
    maxPositionals: 1000,
    details: policyIs,
    options: [
      period,
      data,
      now,
      previous,
      ...whatIfOptions,
      {
        name: 'out',
        value: 'DIR',
        help: {
          en: 'write payouts.csv, lines.csv, held.csv, problems.csv, results.json, statements/ and, where there are time limits, deadlines.csv there',
          'zh-Hans':
            '写出 payouts.csv、lines.csv、held.csv、problems.csv、results.json、statements/ 和（有时限时）deadlines.csv 的文件夹',
          'zh-Hant':
            '寫出 payouts.csv、lines.csv、held.csv、problems.csv、results.json、statements/ 和（有時限時）deadlines.csv 的資料夾',
        },
      },
      {
        name: 'format',
        value: 'table|csv|json',
        choices: ['table', 'csv', 'json'],
        help: {
          en: 'what to print: a table for people, the payouts as CSV, or all results as JSON',
          'zh-Hans': '输出形式：给人看的表格、发放 CSV，或全部结果 JSON',
          'zh-Hant': '輸出形式：給人看的表格、發放 CSV，或全部結果 JSON',
        },
      },
      language,
      help,
    ],
    examples: [
      {
        line: 'bylaw run my-policy --period 2026-Q3 --out out',
        note: {
          en: 'exit code 1 when a line is held or a row could not be placed',
          'zh-Hans': '有暂缓项或数据无法归属时退出码为 1',
          'zh-Hant': '有暫緩項目或資料無法歸屬時結束碼為 1',
        },
      },
      {
        line: 'bylaw run my-policy --period 2026-Q3 --set base_rate=3.5%',
        note: {
          en: 'a what-if: the results say so, and so does every file of them',
          'zh-Hans': '假设试算：结果及其每个文件都会注明',
          'zh-Hant': '假設試算：結果及其每個檔案都會註明',
        },
      },
    ],
    load: async () => (await import('./run.ts')).run,
  },
  {
    name: 'explain',
    summary: {
      en: 'show how one amount came about, down to the deal, or why it did not',
      'zh-Hans': '逐笔说明一项金额如何得出，或为何没有',
      'zh-Hant': '逐筆說明一項金額如何得出，或為何沒有',
    },
    positionals: '[POLICY…]',
    maxPositionals: 1000,
    details: policyIs,
    options: [
      {
        name: 'subject',
        value: 'KEY',
        help: {
          en: 'whose amount: a key (R-17) or a name',
          'zh-Hans': '对象的编号（R-17）或姓名',
          'zh-Hant': '對象的編號（R-17）或姓名',
        },
      },
      {
        name: 'clause',
        value: 'NAME',
        help: {
          en: 'one clause only; every clause unless written',
          'zh-Hans': '只说明一个条款；不写则说明全部',
          'zh-Hant': '只說明一個條款；不寫則說明全部',
        },
      },
      period,
      data,
      now,
      previous,
      {
        name: 'json',
        help: {
          en: 'the explanation as data',
          'zh-Hans': '以 JSON 数据输出',
          'zh-Hant': '以 JSON 資料輸出',
        },
      },
      language,
      help,
    ],
    examples: [
      {
        line: 'bylaw explain my-policy --subject R-02 --period 2026-Q3',
        note: {
          en: 'everything that R-02 earned',
          'zh-Hans': 'R-02 的全部所得',
          'zh-Hant': 'R-02 的全部所得',
        },
      },
    ],
    load: async () => (await import('./explain.ts')).explain,
  },
  playSpec,
  ...caseSpecs([language, help]),
  impactSpec([language, help]),
  coverSpec([language, help]),
  mutateSpec([language, help]),
  suggestSpec([language, help]),
  seekSpec([language, help]),
  ...decideSpecs([language, help]),
  {
    name: 'targets',
    summary: {
      en: 'show how the targets are broken down, and that every level makes up the one above',
      'zh-Hans': '列出目标分解的各层级，并核对各层级合计',
      'zh-Hant': '列出目標分解的各層級，並核對各層級合計',
    },
    positionals: '[POLICY…]',
    maxPositionals: 1000,
    details: policyIs,
    options: [
      period,
      data,
      {
        name: 'format',
        value: 'table|csv|json',
        choices: ['table', 'csv', 'json'],
        help: {
          en: 'what to print: the tree for people, its parts as CSV, or all of it as JSON',
          'zh-Hans': '输出形式：给人看的分解表、各部分 CSV，或全部 JSON',
          'zh-Hant': '輸出形式：給人看的分解表、各部分 CSV，或全部 JSON',
        },
      },
      language,
      help,
    ],
    examples: [
      {
        line: 'bylaw targets my-policy --period 2026',
        note: {
          en: 'exit code 1 when a part is held or a sum does not match',
          'zh-Hans': '有暂缓项或合计不符时退出码为 1',
          'zh-Hant': '有暫緩項目或合計不符時結束碼為 1',
        },
      },
    ],
    load: async () => (await import('./targets.ts')).targets,
  },
  {
    name: 'due',
    summary: {
      en: 'list what is running out, soonest first',
      'zh-Hans': '按先后列出即将到期的时限',
      'zh-Hant': '按先後列出即將到期的時限',
    },
    positionals: '[POLICY…]',
    maxPositionals: 1000,
    details: policyIs,
    options: dueOptions,
    examples: [
      {
        line: 'bylaw due my-policy --now 2026-11-23T10:00+08:00 --within "3 days"',
        note: {
          en: 'exit code 1 when a time limit is held',
          'zh-Hans': '有时限无法确定时退出码为 1',
          'zh-Hant': '有時限無法確定時結束碼為 1',
        },
      },
    ],
    load: async () => (await import('./due.ts')).due,
  },
  {
    name: 'fmt',
    summary: {
      en: 'lay out policies in the one standard way; translate their keywords',
      'zh-Hans': '按统一格式排版，并可转换关键字的语言',
      'zh-Hant': '按統一格式排版，並可轉換關鍵字的語言',
    },
    positionals: '[POLICY…]',
    maxPositionals: 1000,
    details: policyIs,
    options: [
      {
        name: 'check',
        help: {
          en: 'write nothing; exit code 1 when a file would change',
          'zh-Hans': '不写文件；有文件需要改动时退出码为 1',
          'zh-Hant': '不寫檔案；有檔案需要更動時結束碼為 1',
        },
      },
      {
        name: 'to',
        value: 'FORM',
        choices: ['text', 'literate', 'yaml'],
        help: {
          en: 'print it in another form: text, literate (a Markdown document), or yaml',
          'zh-Hans': '改用另一种形式输出：text 文本、literate（Markdown 文档）或 yaml',
          'zh-Hant': '改用另一種形式輸出：text 文字、literate（Markdown 文件）或 yaml',
        },
      },
      {
        ...language,
        help: {
          en: 'rewrite the keywords in this language (the file’s own unless written)',
          'zh-Hans': '把关键字改写为该语言（不写则保持文件自己的语言）',
          'zh-Hant': '把關鍵字改寫為該語言（不寫則保持檔案自己的語言）',
        },
      },
      help,
    ],
    examples: [
      {
        line: 'bylaw fmt my-policy --language zh-Hant',
        note: {
          en: 'the same policy, Chinese keywords',
          'zh-Hans': '同一份制度，繁体关键字',
          'zh-Hant': '同一份制度，繁體關鍵字',
        },
      },
    ],
    load: async () => (await import('./fmt.ts')).fmt,
  },
  compileSpec(policyIs, [language, help]),
  {
    name: 'show',
    summary: {
      en: 'print a stage of the pipeline as JSON: ast, checked or plan',
      'zh-Hans': '以 JSON 输出处理阶段：ast、checked 或 plan',
      'zh-Hant': '以 JSON 輸出處理階段：ast、checked 或 plan',
    },
    positionals: 'ast|checked|plan [POLICY…]',
    maxPositionals: 1001,
    details: policyIs,
    options: [language, help],
    examples: [
      {
        line: 'bylaw show plan my-policy',
        note: {
          en: 'what the engines run',
          'zh-Hans': '引擎实际执行的内容',
          'zh-Hant': '引擎實際執行的內容',
        },
      },
    ],
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'schema',
    summary: {
      en: 'print the JSON Schema of policies in YAML, for editors to check and offer keys',
      'zh-Hans': '输出 YAML 形式的 JSON Schema，供编辑器检查和提示',
      'zh-Hant': '輸出 YAML 形式的 JSON Schema，供編輯器檢查和提示',
    },
    positionals: '',
    maxPositionals: 0,
    details: {
      en: 'A policy may be written in YAML, *.bylaw.yaml, beside text and documents: `bylaw fmt --to yaml` shows how.',
      'zh-Hans': '制度也可以写成 YAML（*.bylaw.yaml），与文本、文档并用；`bylaw fmt --to yaml` 可查看写法。',
      'zh-Hant': '制度也可以寫成 YAML（*.bylaw.yaml），與文字、文件並用；`bylaw fmt --to yaml` 可查看寫法。',
    },
    options: [
      {
        name: 'cases',
        help: {
          en: 'that of regression cases (*.cases.yaml) instead',
          'zh-Hans': '改为输出回归案例（*.cases.yaml）的 JSON Schema',
          'zh-Hant': '改為輸出回歸案例（*.cases.yaml）的 JSON Schema',
        },
      },
      {
        ...language,
        help: {
          en: 'the language of the keys',
          'zh-Hans': '键所用的语言',
          'zh-Hant': '鍵所用的語言',
        },
      },
      help,
    ],
    examples: [
      {
        line: 'bylaw schema > policy.schema.json',
        note: {
          en: 'then, in the first line of a policy: # yaml-language-server: $schema=policy.schema.json',
          'zh-Hans': '再在制度首行写：# yaml-language-server: $schema=policy.schema.json',
          'zh-Hant': '再在制度首行寫：# yaml-language-server: $schema=policy.schema.json',
        },
      },
    ],
    load: async () => (await import('./schema.ts')).schema,
  },
  {
    name: 'demo',
    hidden: true,
    summary: {
      en: 'run the sample policy and explain one amount',
      'zh-Hans': '运行示例制度并说明一项金额',
      'zh-Hant': '執行範例制度並說明一項金額',
    },
    positionals: '',
    maxPositionals: 0,
    details: {
      en: 'Runs policies/tangyu-en (tangyu-zh with a Chinese --language) and writes the files into out/demo.',
      'zh-Hans': '运行 policies/tangyu-zh（--language en 时为 tangyu-en），文件写入 out/demo。',
      'zh-Hant': '執行 policies/tangyu-zh（--language en 時為 tangyu-en），檔案寫入 out/demo。',
    },
    options: [language, help],
    examples: [],
    load: async () => (await import('./demo.ts')).demo,
  },
]
