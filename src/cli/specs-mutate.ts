import { mutantKinds } from '../review/mutate/mutant.ts'
import type { CommandSpec, OptionSpec } from './command.ts'

/** `bylaw mutate`; `shared` are the options that every command has. */
export function mutateSpec(shared: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'mutate',
    summary: {
      en: 'change the policy in one place at a time, and say which changes no case would notice',
      'zh-Hans': '逐处改动制度，找出任何案例都发现不了的改动',
      'zh-Hant': '逐處更動制度，找出任何案例都發現不了的更動',
    },
    positionals: '[POLICY…]',
    maxPositionals: 1000,
    details: {
      en: [
        'Tries what could go wrong when a policy is edited: 6% → 6.01%, `>=` → `>`, a cap removed, a boundary moved by a step,',
        'another rounding, a working day for a day; one change at a time. The cases beside the policy (*.cases.yaml) are run on',
        'each. A change that none of them notices could be made by mistake, and everybody would be paid wrongly: the list says',
        'where, and which case would notice. Changes that `bylaw check` refuses, and those that change nothing, do not count.',
        'Nor do those that `accepted:` in a file of cases names with a reason; one that a case notices after all is an error.',
        '',
        `Kinds: ${mutantKinds.join(', ')}.`,
        '',
        'Exit codes: 0 fine, 1 less was noticed than --threshold asks for, or an error in the policy, 2 usage or cases.',
      ].join('\n'),
      'zh-Hans': [
        '逐一试验修改制度时可能出的差错：6% → 6.01%、`>=` → `>`、去掉封顶、分界移动一步、换一种取整、工作日换成自然日；',
        '每次只改一处。制度旁的案例（*.cases.yaml）对每处改动各运行一遍。没有案例发现的改动，一旦误改就会算错所有人的报酬：',
        '清单写明位置，以及什么样的案例能发现它。`bylaw check` 会拒绝的改动和不影响计算的改动不计入。',
        '案例文件“接受”一节附理由列出的改动也不计入；其实会被发现的，报错。',
        '',
        `种类：${mutantKinds.join('、')}（分界、比例、比较、逻辑、算式、方式、取整、步骤、表格、权重、时间、权限）。`,
        '',
        '退出码：0 正常；1 发现的比例低于 --threshold，或制度有错误；2 用法或案例有误。',
      ].join('\n'),
      'zh-Hant': [
        '逐一試驗修改制度時可能出的差錯：6% → 6.01%、`>=` → `>`、去掉封頂、分界移動一步、換一種取整、工作日換成日曆日；',
        '每次只改一處。制度旁的案例（*.cases.yaml）對每處更動各執行一遍。沒有案例發現的更動，一旦誤改就會算錯所有人的報酬：',
        '清單寫明位置，以及什麼樣的案例能發現它。`bylaw check` 會拒絕的更動和不影響計算的更動不計入。',
        '案例檔「接受」一節附理由列出的更動也不計入；其實會被發現的，報錯。',
        '',
        `種類：${mutantKinds.join('、')}（分界、比例、比較、邏輯、算式、方式、取整、步驟、表格、權重、時間、權限）。`,
        '',
        '結束碼：0 正常；1 發現的比例低於 --threshold，或制度有錯誤；2 用法或案例有誤。',
      ].join('\n'),
    },
    options: [
      {
        name: 'filter',
        value: 'CLAUSE',
        help: {
          en: 'only changes of clauses with this in their name or title',
          'zh-Hans': '只改名称或标题中含此文字的条款',
          'zh-Hant': '只改名稱或標題中含此文字的條款',
        },
      },
      {
        name: 'kind',
        value: 'boundary,rate,…',
        help: {
          en: 'only changes of these kinds',
          'zh-Hans': '只做这些种类的改动',
          'zh-Hant': '只做這些種類的更動',
        },
      },
      {
        name: 'max',
        value: 'N',
        help: {
          en: 'at most so many changes, evenly spread over the policy, the same ones every time',
          'zh-Hans': '最多改动几处，在制度中均匀抽取，每次相同',
          'zh-Hant': '最多更動幾處，在制度中均勻抽取，每次相同',
        },
      },
      {
        name: 'threshold',
        value: '95%',
        help: {
          en: 'exit code 1 when the cases notice less than this',
          'zh-Hans': '发现的比例低于此值时退出码为 1',
          'zh-Hant': '發現的比例低於此值時結束碼為 1',
        },
      },
      {
        name: 'format',
        value: 'pretty|json',
        choices: ['pretty', 'json'],
        help: {
          en: 'for people, or for programs: every change with the case that noticed it',
          'zh-Hans': '给人看，或给程序读：每处改动及发现它的案例',
          'zh-Hant': '給人看，或給程式讀：每處更動及發現它的案例',
        },
      },
      ...shared,
    ],
    examples: [
      {
        line: 'bylaw mutate my-policy',
        note: { en: 'every change', 'zh-Hans': '全部改动', 'zh-Hant': '全部更動' },
      },
      {
        line: 'bylaw mutate my-policy --filter commission --kind boundary,rate --threshold 95%',
        note: {
          en: 'boundaries and rates of one clause, as a gate in CI',
          'zh-Hans': '某一条款的分界和比例，用作 CI 的关卡',
          'zh-Hant': '某一條款的分界和比例，用作 CI 的關卡',
        },
      },
    ],
    load: async () => (await import('./mutate.ts')).mutate,
  }
}
