import type { Entry } from '../entry.ts'
import { worded } from './worded.ts'

/** Policies in YAML. Their examples are files of another form, so that they stand in the tests and not here. */
export const yamlMessages = {
  BY174: worded(
    'error',
    ['Not YAML', '不是有效的 YAML', '不是有效的 YAML'],
    ['this is no YAML: {reason}', '此处不是有效的 YAML：{reason}', '此處不是有效的 YAML：{reason}'],
    [
      'Mend the line: indentation is by spaces, and a text that begins with a sign stands in quotation marks.',
      '请更正该行：缩进使用空格；以符号开头的文字须加引号。',
      '請更正該行：縮排使用空格；以符號開頭的文字須加引號。',
    ],
  ),
  BY175: worded(
    'error',
    ['YAML too large', 'YAML 过大', 'YAML 過大'],
    [
      'this YAML is larger or deeper than a policy can be',
      '该 YAML 的大小或层数超出了制度所需',
      '該 YAML 的大小或層數超出了制度所需',
    ],
    [
      'Divide it into several files of one folder, and write out what aliases repeat.',
      '请拆分为同一文件夹中的多个文件，并写出别名所重复的内容。',
      '請拆分為同一資料夾中的多個檔案，並寫出別名所重複的內容。',
    ],
  ),
  BY176: worded(
    'error',
    ['No list of declarations', '不是声明的列表', '不是宣告的清單'],
    [
      'a policy in YAML is a list of declarations, each with its keys',
      'YAML 形式的制度是声明的列表，每项声明由若干键组成',
      'YAML 形式的制度是宣告的清單，每項宣告由若干鍵組成',
    ],
    [
      'Begin each declaration with `- `: `- policy: sales`, and its other keys below it.',
      '每项声明以 `- ` 开头，如 `- 制度: 销售`，其余的键写在其下。',
      '每項宣告以 `- ` 開頭，如 `- 制度: 銷售`，其餘的鍵寫在其下。',
    ],
  ),
  BY177: worded(
    'error',
    ['Nothing that is known here', '此处没有可识别的内容', '此處沒有可識別的內容'],
    [
      '`{written}` says nothing here; one of these must: {choices}',
      '“{written}”在此没有意义；应有其中之一：{choices}',
      '「{written}」在此沒有意義；應有其中之一：{choices}',
    ],
    [
      'Write exactly one of these words as a key, with the rest of the line as its value.',
      '请以其中一个词为键，该行的其余部分为值。',
      '請以其中一個詞為鍵，該行的其餘部分為值。',
    ],
  ),
  BY178: worded(
    'error',
    ['Another kind of value', '值的形式不符', '值的形式不符'],
    [
      '{expected} is wanted here, not {found}',
      '此处应为{expected}，而不是{found}',
      '此處應為{expected}，而不是{found}',
    ],
    [
      'Write one text; `rows` is a list of rows, each a list of cells; `steps`, `lines` and `fields` are lists.',
      '请写一段文字；“行”是行的列表，每行是单元格的列表；“步骤”“条目”“字段”也是列表。',
      '請寫一段文字；「列」是列的清單，每列是儲存格的清單；「步驟」「條目」「欄位」也是清單。',
    ],
  ),
  BY179: worded(
    'error',
    ['A sign that ends the line', '会截断该行的符号', '會截斷該行的符號'],
    [
      '`{sign}` cannot stand within a value: it would end the line in the text form',
      '值中不能有“{sign}”：它在文本形式中会结束该行',
      '值中不能有「{sign}」：它在文字形式中會結束該行',
    ],
    [
      'Put a name or text that contains it in quotation marks of its own, or give the rest its own key.',
      '含有该符号的名称或文字请另加引号，或把其后的内容写在自己的键下。',
      '含有該符號的名稱或文字請另加引號，或把其後的內容寫在自己的鍵下。',
    ],
  ),
  BY180: worded(
    'error',
    ['A key is missing', '缺少键', '缺少鍵'],
    ['`{key}` is missing here', '此处缺少“{key}”', '此處缺少「{key}」'],
    ['Add the key with its value.', '请补上该键及其值。', '請補上該鍵及其值。'],
  ),
  BY181: worded(
    'error',
    ['Unknown key', '未知的键', '未知的鍵'],
    [
      '`{key}` is no key of this; its keys are {known}{near}',
      '此处没有“{key}”这个键，可用的键有：{known}{near}',
      '此處沒有「{key}」這個鍵，可用的鍵有：{known}{near}',
    ],
    [
      'What stands behind a word in the text form stands in its value: `start: 500 EUR when sold > 0 EUR`. `bylaw schema` prints every key, for editors to offer.',
      '文本写法中跟在关键字后面的内容，都写在该键的值里：`起算: 500元 当 签约额 > 0元`。`bylaw schema` 列出全部的键，可供编辑器提示。',
      '文字寫法中跟在關鍵字後面的內容，都寫在該鍵的值裡：`起算: 500元 當 簽約額 > 0元`。`bylaw schema` 列出全部的鍵，可供編輯器提示。',
    ],
  ),
  BY182: worded(
    'error',
    ['Said twice', '重复写明', '重複寫明'],
    ['`{key}` says again what `{first}` says', '“{key}”与“{first}”重复', '「{key}」與「{first}」重複'],
    ['Keep one of the two keys.', '请只保留其中一个键。', '請只保留其中一個鍵。'],
  ),
} as const satisfies { readonly [code: string]: Entry }
