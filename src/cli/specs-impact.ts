import type { CommandSpec, OptionSpec } from './command.ts'
import { data, now, period, previous } from './options.ts'

/** What a change of the policy does to a period; `shared` are the options that every command has. */
export function impactSpec(shared: readonly OptionSpec[]): CommandSpec {
  return {
    name: 'impact',
    summary: {
      en: 'say what a change of the policy does to a period: who gains, who loses, by which edit',
      'zh-Hans': '说明制度改动对某一期间的影响：谁增谁减，由哪项改动引起',
      'zh-Hant': '說明制度改動對某一期間的影響：誰增誰減，由哪項改動引起',
    },
    positionals: '[OLD] [NEW]',
    maxPositionals: 2,
    details: {
      en: [
        'OLD and NEW are folders or files, or revisions of the git repository that the policy lies in; OLD..NEW and',
        'OLD...NEW are revisions too. NEW is the policy as it lies here unless written. What is a path here is taken for one.',
        'Tables beside the policy and bylaw.yaml come from the revision; the data is that of --data for both.',
        '',
        'Every edit is counted on top of those above it: additions of whole declarations first, then in the order of the',
        'document, removals last. What does not compile alone is counted with what it needs. So the edits add up to each',
        'person’s change, to the cent. Layout, comments, spelling and the language of keywords are no edits.',
        '',
        'Both versions are run from the beginning of what is carried on, so that a change is counted as if it had always',
        'been in force. With --previous both begin with what earlier periods, paid by the version in force then, left.',
        '',
        'On the terminal people have their names; Markdown, HTML and JSON number them unless --names is written.',
        '',
        'Exit codes: 0 done, 1 a gate failed or a version has errors, 2 usage, or something cannot be read.',
      ].join('\n'),
      'zh-Hans': [
        'OLD 和 NEW 是文件夹或文件，或制度所在 git 仓库的版本；OLD..NEW 和 OLD...NEW 也是版本。不写 NEW 则为当前的制度。',
        '若这里有同名的路径，则视为路径。制度旁的表格和 bylaw.yaml 取自该版本；两个版本都用 --data 的数据。',
        '',
        '每项改动都在其上各项的基础上计算：先是整条的新增，再按文中顺序，最后是删除。不能单独成立的改动，与它所需的改动一并计算。',
        '因此各项改动合计与每个人的差额分毫不差。排版、注释、写法和关键字语言都不算改动。',
        '',
        '结转的余额由两个版本各自从头计算，改动视为一向有效；写了 --previous，则两个版本都由以前各期（按当时有效的版本）留下的余额开始。',
        '',
        '终端上显示姓名；Markdown、HTML 和 JSON 只写编号，除非写了 --names。',
        '',
        '退出码：0 完成；1 关卡未通过或某个版本有错误；2 用法有误，或无法读取。',
      ].join('\n'),
      'zh-Hant': [
        'OLD 和 NEW 是資料夾或檔案，或制度所在 git 儲存庫的版本；OLD..NEW 和 OLD...NEW 也是版本。不寫 NEW 則為目前的制度。',
        '若這裡有同名的路徑，則視為路徑。制度旁的表格和 bylaw.yaml 取自該版本；兩個版本都用 --data 的資料。',
        '',
        '每項改動都在其上各項的基礎上計算：先是整條的新增，再按文中順序，最後是刪除。不能單獨成立的改動，與它所需的改動一併計算。',
        '因此各項改動合計與每個人的差額分毫不差。排版、註解、寫法和關鍵字語言都不算改動。',
        '',
        '結轉的餘額由兩個版本各自從頭計算，改動視為一向有效；寫了 --previous，則兩個版本都由以前各期（按當時有效的版本）留下的餘額開始。',
        '',
        '終端上顯示姓名；Markdown、HTML 和 JSON 只寫編號，除非寫了 --names。',
        '',
        '結束碼：0 完成；1 關卡未通過或某個版本有錯誤；2 用法有誤，或無法讀取。',
      ].join('\n'),
    },
    options: [
      period,
      data,
      previous,
      {
        name: 'policy',
        value: 'DIR',
        help: {
          en: 'the policy’s folder or file, for revisions and for NEW (this folder unless written)',
          'zh-Hans': '制度的文件夹或文件，用于版本和 NEW（不写则为当前文件夹）',
          'zh-Hant': '制度的資料夾或檔案，用於版本和 NEW（不寫則為目前資料夾）',
        },
      },
      {
        name: 'by',
        value: 'FIELD',
        help: {
          en: 'put people together by this field of theirs (team, manager, region.name); one is chosen unless written',
          'zh-Hans': '按人员的这一字段分组（team、manager、region.name）；不写则自动选用',
          'zh-Hant': '按人員的這一欄位分組（team、manager、region.name）；不寫則自動選用',
        },
      },
      {
        name: 'budget',
        value: '50000|2%',
        repeats: true,
        help: {
          en: 'fail when the total rises by more; once for each currency: "50000 CNY"',
          'zh-Hans': '总额增加超过此数则不通过；可按币种分别写："50000 CNY"',
          'zh-Hant': '總額增加超過此數則不通過；可按幣別分別寫："50000 CNY"',
        },
      },
      {
        name: 'max-loss-per-person',
        value: '500|5%',
        repeats: true,
        help: {
          en: 'fail when somebody loses more',
          'zh-Hans': '有人减少超过此数则不通过',
          'zh-Hant': '有人減少超過此數則不通過',
        },
      },
      {
        name: 'fail-on',
        value: 'change,held,finding,loss,decision,cliff',
        repeats: true,
        help: {
          en: 'fail on any of these: anything changes, lines are newly held, new findings, somebody loses, decisions or time limits change, somebody crosses a cliff or a gate',
          'zh-Hans':
            '出现其中任一情况则不通过：有变化、新增暂缓项、新增问题、有人减少、评定或时限有变、有人越过断崖或门槛',
          'zh-Hant':
            '出現其中任一情況則不通過：有變化、新增暫緩項目、新增問題、有人減少、評定或時限有變、有人越過斷崖或門檻',
        },
      },
      {
        name: 'format',
        value: 'pretty|markdown|json|html[=FILE]',
        repeats: true,
        help: {
          en: 'for the terminal, a pull request, programs, or a page with charts; with FILE several at once',
          'zh-Hans': '给终端、合并请求、程序，或带图表的网页；写明 FILE 时可同时要几种',
          'zh-Hant': '給終端、合併請求、程式，或帶圖表的網頁；寫明 FILE 時可同時要幾種',
        },
      },
      {
        name: 'out',
        value: 'FILE',
        help: {
          en: 'where the report goes (standard output unless written)',
          'zh-Hans': '报告写入的文件（不写则为标准输出）',
          'zh-Hant': '報告寫入的檔案（不寫則為標準輸出）',
        },
      },
      {
        name: 'names',
        help: {
          en: 'name people also in Markdown, HTML and JSON',
          'zh-Hans': '在 Markdown、HTML 和 JSON 中也写出姓名',
          'zh-Hant': '在 Markdown、HTML 和 JSON 中也寫出姓名',
        },
      },
      now,
      ...shared,
    ],
    examples: [
      {
        line: 'bylaw impact HEAD~1 --period 2026-Q3',
        note: {
          en: 'what the last commit, and what is not committed yet, does',
          'zh-Hans': '上次提交以来（含未提交）的影响',
          'zh-Hant': '上次提交以來（含未提交）的影響',
        },
      },
      {
        line: 'bylaw impact main...HEAD --period 2026-Q3 --budget 50000 --fail-on held --format markdown=comment.md',
        note: {
          en: 'in CI: a comment for the pull request, exit code 1 when a gate fails',
          'zh-Hans': '在 CI 中：生成合并请求的评论，关卡未通过时退出码为 1',
          'zh-Hant': '在 CI 中：產生合併請求的評論，關卡未通過時結束碼為 1',
        },
      },
    ],
    load: async () => (await import('./impact.ts')).impact,
  }
}
