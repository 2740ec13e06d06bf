import type { Entry } from '../entry.ts'
import { worded, wordedThrough } from './worded.ts'

/** What a comparison of two versions needs: revisions, gates, a field to put people together by. */
export const impactMessages = {
  BY980: wordedThrough(
    'error',
    ['Not in a git repository', '不在 git 仓库中', '不在 git 儲存庫中'],
    [
      '“{path}” is not in a git repository, so it has no revisions',
      '“{path}”不在 git 仓库中，没有版本可比',
      '「{path}」不在 git 儲存庫中，沒有版本可比',
    ],
    [
      'Compare two folders: `bylaw {command} OLD NEW`; or run `git init` and commit the policy first.',
      '请比较两个文件夹：`bylaw {command} 旧 新`；或先 `git init` 并提交制度。',
      '請比較兩個資料夾：`bylaw {command} 舊 新`；或先 `git init` 並提交制度。',
    ],
  ),
  BY981: wordedThrough(
    'error',
    ['Unknown revision', '没有这个版本', '沒有這個版本'],
    [
      '“{revision}” is neither a file or folder here nor a revision that git knows',
      '“{revision}”既不是这里的文件或文件夹，也不是 git 认识的版本',
      '「{revision}」既不是這裡的檔案或資料夾，也不是 git 認得的版本',
    ],
    [
      'Write a commit, branch or tag: `bylaw {command} HEAD~1`, `bylaw {command} main..HEAD`. In CI, fetch the history (`fetch-depth: 0`).',
      '请写提交、分支或标签：`bylaw {command} HEAD~1`、`bylaw {command} main..HEAD`。在 CI 中请取全部历史（`fetch-depth: 0`）。',
      '請寫提交、分支或標籤：`bylaw {command} HEAD~1`、`bylaw {command} main..HEAD`。在 CI 中請取全部歷史（`fetch-depth: 0`）。',
    ],
  ),
  BY982: wordedThrough(
    'error',
    ['No git', '没有 git', '沒有 git'],
    ['git is not installed here', '这里没有安装 git', '這裡沒有安裝 git'],
    [
      'Install git, or compare two folders: `bylaw {command} OLD NEW`.',
      '请安装 git，或比较两个文件夹：`bylaw {command} 旧 新`。',
      '請安裝 git，或比較兩個資料夾：`bylaw {command} 舊 新`。',
    ],
  ),
  BY983: wordedThrough(
    'error',
    ['No policy in that revision', '该版本中没有制度', '該版本中沒有制度'],
    [
      'revision “{revision}” has no *.bylaw file in {path}',
      '版本“{revision}”的 {path} 中没有 *.bylaw 文件',
      '版本「{revision}」的 {path} 中沒有 *.bylaw 檔案',
    ],
    [
      'Name the folder that the policy lies in: `bylaw {command} HEAD~1 --policy DIR`. One that was moved is compared as two folders.',
      '请写制度所在的文件夹：`bylaw {command} HEAD~1 --policy DIR`。移动过的制度请作为两个文件夹比较。',
      '請寫制度所在的資料夾：`bylaw {command} HEAD~1 --policy DIR`。移動過的制度請作為兩個資料夾比較。',
    ],
  ),
  BY984: worded(
    'error',
    ['Not an amount', '不是金额', '不是金額'],
    ['{option} cannot be “{text}”', '{option} 不能是“{text}”', '{option} 不能是「{text}」'],
    [
      'Write an amount or a percentage: `--budget 50000`, `--budget "50000 CNY"`, `--budget 2.5%`.',
      '请写金额或百分比：`--budget 50000`、`--budget "50000 CNY"`、`--budget 2.5%`。',
      '請寫金額或百分比：`--budget 50000`、`--budget "50000 CNY"`、`--budget 2.5%`。',
    ],
  ),
  BY985: worded(
    'error',
    ['Not a field to put people together by', '不能按这个字段分组', '不能按這個欄位分組'],
    [
      '{record} has no field “{field}” to put people together by; it has: {choices}',
      '{record} 没有可用于分组的字段“{field}”；可用：{choices}',
      '{record} 沒有可用於分組的欄位「{field}」；可用：{choices}',
    ],
    [
      'Write a field, or a way to one: `--by team`, `--by manager.region`.',
      '请写字段，或通往字段的路径：`--by 部门`、`--by 经理.大区`。',
      '請寫欄位，或通往欄位的路徑：`--by 部門`、`--by 經理.大區`。',
    ],
  ),
  BY986: worded(
    'error',
    ['An amount without its currency', '金额没有写明币种', '金額沒有寫明幣別'],
    [
      '{option} is in no currency, and the policy pays in several: {currencies}',
      '{option} 没有写币种，而制度以多个币种发放：{currencies}',
      '{option} 沒有寫幣別，而制度以多個幣別發放：{currencies}',
    ],
    [
      'Write it for each: `--budget "50000 CNY"`. A percentage holds for all of them.',
      '请按币种分别写：`--budget "50000 CNY"`。百分比则对全部币种有效。',
      '請按幣別分別寫：`--budget "50000 CNY"`。百分比則對全部幣別有效。',
    ],
  ),
  BY987: worded(
    'error',
    ['Nothing to compare', '没有要比较的内容', '沒有要比較的內容'],
    [
      '`bylaw impact` needs the version to compare with',
      '`bylaw impact` 需要写明与哪个版本比较',
      '`bylaw impact` 需要寫明與哪個版本比較',
    ],
    [
      'Write a revision or a folder: `bylaw impact HEAD~1 --period 2026-Q3`, `bylaw impact old new --period 2026-Q3`.',
      '请写版本或文件夹：`bylaw impact HEAD~1 --period 2026-Q3`、`bylaw impact 旧 新 --period 2026-Q3`。',
      '請寫版本或資料夾：`bylaw impact HEAD~1 --period 2026-Q3`、`bylaw impact 舊 新 --period 2026-Q3`。',
    ],
  ),
  BY988: worded(
    'error',
    ['Not a form of the report', '没有这种报告形式', '沒有這種報告形式'],
    ['“{text}” is no form of the report', '“{text}”不是报告形式', '「{text}」不是報告形式'],
    [
      'Write pretty, markdown, json or html; with a file to write into, several at once: `--format markdown=comment.md --format json=impact.json`.',
      '请写 pretty、markdown、json 或 html；写明文件时可同时要几种：`--format markdown=comment.md --format json=impact.json`。',
      '請寫 pretty、markdown、json 或 html；寫明檔案時可同時要幾種：`--format markdown=comment.md --format json=impact.json`。',
    ],
  ),
  BY989: worded(
    'error',
    ['Not a gate', '没有这个关卡', '沒有這個關卡'],
    [
      '--fail-on does not know “{text}”; it knows: {choices}',
      '--fail-on 没有“{text}”；可用：{choices}',
      '--fail-on 沒有「{text}」；可用：{choices}',
    ],
    [
      'Write some of them with commas between: `--fail-on held,loss`.',
      '请写其中几项，用逗号分开：`--fail-on held,loss`。',
      '請寫其中幾項，用逗號分開：`--fail-on held,loss`。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
