import type { Entry } from '../entry.ts'

/** Files, headings and rows. */
export const fileMessages = {
  BY729: {
    severity: 'error',
    title: { en: 'Full-width separators', 'zh-Hans': '全角分隔符', 'zh-Hant': '全形分隔符號' },
    message: {
      en: 'the headings of {file} are set apart by a full-width “{sign}”',
      'zh-Hans': '{file} 的标题以全角“{sign}”分隔',
      'zh-Hant': '{file} 的標題以全形「{sign}」分隔',
    },
    help: {
      en: 'Separate cells by a plain comma, in every row: full-width signs are part of the text.',
      'zh-Hans': '每一行都请用半角逗号分隔单元格；全角符号会被视为文字内容。',
      'zh-Hant': '每一列都請用半形逗號分隔儲存格；全形符號會被視為文字內容。',
    },
  },
  BY730: {
    severity: 'error',
    title: { en: 'No data for a record', 'zh-Hans': '缺少数据文件', 'zh-Hant': '缺少資料檔' },
    message: {
      en: '{record} has no file in the data folder',
      'zh-Hans': '数据文件夹中没有{record}的文件',
      'zh-Hant': '資料夾中沒有{record}的資料檔',
    },
    help: {
      en: 'Add one of {names}, or name the file in bylaw.yaml.',
      'zh-Hans': '请放入以下任一文件：{names}，或在 bylaw.yaml 中指定文件。',
      'zh-Hant': '請放入以下任一檔案：{names}，或在 bylaw.yaml 中指定檔案。',
    },
  },
  BY731: {
    severity: 'error',
    title: { en: 'A named file is not there', 'zh-Hans': '指定的文件不存在', 'zh-Hant': '指定的檔案不存在' },
    message: {
      en: '{file} is not in the data folder',
      'zh-Hans': '数据文件夹中没有 {file}',
      'zh-Hant': '資料夾中沒有 {file}',
    },
    help: {
      en: 'bylaw.yaml names it for {record}. The folder holds: {names}.',
      'zh-Hans': 'bylaw.yaml 为{record}指定了该文件。文件夹中有：{names}。',
      'zh-Hant': 'bylaw.yaml 為{record}指定了該檔案。資料夾中有：{names}。',
    },
  },
  BY732: {
    severity: 'error',
    title: { en: 'Unknown encoding', 'zh-Hans': '无法识别文件编码', 'zh-Hant': '無法辨識檔案編碼' },
    message: {
      en: '{file} is neither UTF-8 nor GB18030 text',
      'zh-Hans': '{file} 既不是 UTF-8 也不是 GB18030 文本',
      'zh-Hant': '{file} 既不是 UTF-8 也不是 GB18030 文字',
    },
    help: {
      en: 'Save it as “CSV UTF-8”, or name its `encoding` in bylaw.yaml.',
      'zh-Hans': '请另存为“CSV UTF-8”，或在 bylaw.yaml 中写明 `encoding`。',
      'zh-Hant': '請另存為「CSV UTF-8」，或在 bylaw.yaml 中寫明 `encoding`。',
    },
  },
  BY733: {
    severity: 'error',
    title: { en: 'Not a text file', 'zh-Hans': '不是文本文件', 'zh-Hant': '不是文字檔' },
    message: {
      en: '{file} is not a text file: it has a NUL byte',
      'zh-Hans': '{file} 不是文本文件：其中含有 NUL 字节',
      'zh-Hant': '{file} 不是文字檔：其中含有 NUL 位元組',
    },
    help: {
      en: 'Save the table as “CSV UTF-8”. A workbook (.xlsx) is not read.',
      'zh-Hans': '请将表格另存为“CSV UTF-8”；不能直接读取工作簿（.xlsx）。',
      'zh-Hant': '請將表格另存為「CSV UTF-8」；不能直接讀取活頁簿（.xlsx）。',
    },
  },
  BY734: {
    severity: 'error',
    title: { en: 'Empty file', 'zh-Hans': '文件为空', 'zh-Hant': '檔案空白' },
    message: {
      en: '{file} is empty: it has no headings',
      'zh-Hans': '{file} 是空文件，没有标题行',
      'zh-Hant': '{file} 是空檔案，沒有標題列',
    },
    help: {
      en: 'The first row names the columns. A table without rows still has its headings.',
      'zh-Hans': '第一行应为列标题；即使没有数据，也要保留标题行。',
      'zh-Hant': '第一列應為欄標題；即使沒有資料，也要保留標題列。',
    },
  },
  BY735: {
    severity: 'error',
    title: { en: 'No such column', 'zh-Hans': '缺少列', 'zh-Hant': '缺少欄' },
    message: {
      en: '{file} has no column for {field} of {record}',
      'zh-Hans': '{file} 中没有对应{record}的{field}的列',
      'zh-Hant': '{file} 中沒有對應{record}的{field}的欄',
    },
    help: {
      en: 'It was looked for as {name}. The headings are: {columns}. Name the column in bylaw.yaml if it is called otherwise.',
      'zh-Hans': '查找的列名为 {name}；现有标题：{columns}。若列名不同，请在 bylaw.yaml 中指定。',
      'zh-Hant': '查找的欄名為 {name}；現有標題：{columns}。若欄名不同，請在 bylaw.yaml 中指定。',
    },
  },
  BY736: {
    severity: 'warning',
    title: {
      en: 'No column for an optional field',
      'zh-Hans': '缺少选填字段的列',
      'zh-Hant': '缺少選填欄位的欄',
    },
    message: {
      en: '{file} has no column for {field} of {record}: it is empty in every row',
      'zh-Hans': '{file} 中没有对应{record}的{field}的列，每一行都视为空',
      'zh-Hant': '{file} 中沒有對應{record}的{field}的欄，每一列都視為空白',
    },
    help: {
      en: 'Right if nobody fills it in. Otherwise name the column in bylaw.yaml; the headings are: {columns}.',
      'zh-Hans': '如果确实无人填写，可以忽略；否则请在 bylaw.yaml 中指定列名。现有标题：{columns}。',
      'zh-Hant': '若確實無人填寫，可以忽略；否則請在 bylaw.yaml 中指定欄名。現有標題：{columns}。',
    },
  },
  BY737: {
    severity: 'error',
    title: { en: 'Two columns of one name', 'zh-Hans': '列名重复', 'zh-Hant': '欄名重複' },
    message: {
      en: '{file} has several columns that could be {field} of {record}: {columns}',
      'zh-Hans': '{file} 中有多列可能是{record}的{field}：{columns}',
      'zh-Hant': '{file} 中有多欄可能是{record}的{field}：{columns}',
    },
    help: {
      en: 'Rename or remove one, or name the right one in bylaw.yaml.',
      'zh-Hans': '请改名或删除其中一列，或在 bylaw.yaml 中指定正确的列。',
      'zh-Hant': '請改名或刪除其中一欄，或在 bylaw.yaml 中指定正確的欄。',
    },
  },
  BY738: {
    severity: 'error',
    title: { en: 'A quotation mark that never closes', 'zh-Hans': '引号未闭合', 'zh-Hant': '引號未閉合' },
    message: {
      en: 'a quotation mark opens in this row and never closes',
      'zh-Hans': '本行有引号开始后没有闭合',
      'zh-Hant': '本列有引號開始後沒有閉合',
    },
    help: {
      en: 'Close it. A quotation mark inside quoted text is doubled: "".',
      'zh-Hans': '请补上结束引号；引号内的引号要写成两个：""。',
      'zh-Hant': '請補上結束引號；引號內的引號要寫成兩個：""。',
    },
  },
  BY739: {
    severity: 'error',
    title: {
      en: 'Text after a closing quotation mark',
      'zh-Hans': '结束引号后还有文字',
      'zh-Hant': '結束引號後還有文字',
    },
    message: {
      en: 'text follows the closing quotation mark of a cell',
      'zh-Hans': '单元格的结束引号之后还有文字',
      'zh-Hant': '儲存格的結束引號之後還有文字',
    },
    help: {
      en: 'A quotation mark inside quoted text is doubled: "". It may also be that one above never closes.',
      'zh-Hans': '引号内的引号要写成两个：""。也可能是前面的引号没有闭合。',
      'zh-Hant': '引號內的引號要寫成兩個：""。也可能是前面的引號沒有閉合。',
    },
  },
  BY740: {
    severity: 'error',
    title: { en: 'Wrong number of cells', 'zh-Hans': '单元格数量不对', 'zh-Hant': '儲存格數量不對' },
    message: {
      en: 'the row has {found} cells, the headings are {expected}',
      'zh-Hans': '本行有 {found} 个单元格，而标题有 {expected} 列',
      'zh-Hant': '本列有 {found} 個儲存格，而標題有 {expected} 欄',
    },
    help: {
      en: 'Cells may have moved, so none of the row is read. Put text with a comma (also 1,234.50) in quotation marks.',
      'zh-Hans': '单元格可能错位，因此整行都不采用。含逗号的内容（包括 1,234.50）请加引号。',
      'zh-Hant': '儲存格可能錯位，因此整列都不採用。含逗號的內容（包括 1,234.50）請加引號。',
    },
  },
  BY741: {
    severity: 'notice',
    title: { en: 'More of the same', 'zh-Hans': '同类问题还有更多', 'zh-Hant': '同類問題還有更多' },
    message: {
      en: 'and {count} more of the kind {kind} in {file}',
      'zh-Hans': '{file} 中另有 {count} 处同类问题（{kind}）',
      'zh-Hant': '{file} 中另有 {count} 處同類問題（{kind}）',
    },
    help: {
      en: 'Only the first {shown} are listed; every one of them is held.',
      'zh-Hans': '只列出前 {shown} 处；未列出的同样暂不计算。',
      'zh-Hant': '只列出前 {shown} 處；未列出的同樣暫不計算。',
    },
  },
  BY742: {
    severity: 'notice',
    title: { en: 'Rows left out', 'zh-Hans': '未读取的行', 'zh-Hant': '未讀取的列' },
    message: {
      en: 'rows of {file} that `where` in bylaw.yaml leaves out: {count}',
      'zh-Hans': '按 bylaw.yaml 的 `where`，{file} 中有 {count} 行未读取',
      'zh-Hant': '依 bylaw.yaml 的 `where`，{file} 中有 {count} 列未讀取',
    },
    help: { en: '{read} rows were read.', 'zh-Hans': '已读取 {read} 行。', 'zh-Hant': '已讀取 {read} 列。' },
  },
  BY743: {
    severity: 'notice',
    title: { en: 'Empty rows', 'zh-Hans': '空行', 'zh-Hant': '空白列' },
    message: {
      en: 'empty rows of {file}, passed over: {count}',
      'zh-Hans': '{file} 中有 {count} 个空行，已跳过',
      'zh-Hant': '{file} 中有 {count} 個空白列，已略過',
    },
    help: { en: 'Nothing needs doing.', 'zh-Hans': '无需处理。', 'zh-Hant': '無需處理。' },
  },
  BY744: {
    severity: 'error',
    title: {
      en: 'Two files for one record',
      'zh-Hans': '一个档案对应多个文件',
      'zh-Hant': '對應多個資料檔',
    },
    message: {
      en: '{record} could be any of {names}',
      'zh-Hans': '{record}可能对应多个文件：{names}',
      'zh-Hant': '{record}可能對應多個資料檔：{names}',
    },
    help: {
      en: 'Name the right file in bylaw.yaml, or both of them if they belong together.',
      'zh-Hans': '请在 bylaw.yaml 中指定正确的文件；如果应合并读取，请全部列出。',
      'zh-Hant': '請在 bylaw.yaml 中指定正確的檔案；若應合併讀取，請全部列出。',
    },
  },
  BY745: {
    severity: 'error',
    title: { en: 'Unknown kind of file', 'zh-Hans': '不支持的文件类型', 'zh-Hant': '不支援的檔案類型' },
    message: {
      en: '{file} is no .csv, .json or .jsonl file',
      'zh-Hans': '{file} 不是 .csv、.json 或 .jsonl 文件',
      'zh-Hant': '{file} 不是 .csv、.json 或 .jsonl 檔',
    },
    help: {
      en: 'Save the table as “CSV UTF-8”.',
      'zh-Hans': '请将表格另存为“CSV UTF-8”。',
      'zh-Hant': '請將表格另存為「CSV UTF-8」。',
    },
  },
  BY746: {
    severity: 'error',
    title: { en: 'A file that cannot be read', 'zh-Hans': '文件无法读取', 'zh-Hant': '檔案無法讀取' },
    message: {
      en: '{file} cannot be read: {reason}',
      'zh-Hans': '无法读取 {file}：{reason}',
      'zh-Hant': '無法讀取 {file}：{reason}',
    },
    help: {
      en: 'Check that it is a file and that you may read it.',
      'zh-Hans': '请确认它是文件，并且有读取权限。',
      'zh-Hant': '請確認它是檔案，並且有讀取權限。',
    },
  },
  BY747: {
    severity: 'error',
    title: { en: 'Another encoding than said', 'zh-Hans': '编码与声明不符', 'zh-Hant': '編碼與宣告不符' },
    message: {
      en: '{file} is not {encoding} text',
      'zh-Hans': '{file} 不是 {encoding} 编码的文本',
      'zh-Hant': '{file} 不是 {encoding} 編碼的文字',
    },
    help: {
      en: 'Mend or remove `encoding` in bylaw.yaml.',
      'zh-Hans': '请更正或删除 bylaw.yaml 中的 `encoding`。',
      'zh-Hant': '請更正或刪除 bylaw.yaml 中的 `encoding`。',
    },
  },
  BY748: {
    severity: 'error',
    title: {
      en: 'A path outside the data folder',
      'zh-Hans': '路径超出数据文件夹',
      'zh-Hant': '路徑超出資料夾',
    },
    message: {
      en: '{file} lies outside the data folder',
      'zh-Hans': '{file} 不在数据文件夹内',
      'zh-Hant': '{file} 不在資料夾內',
    },
    help: {
      en: 'Copy the file into the folder. Links that lead out of it are not followed.',
      'zh-Hans': '请把文件复制到数据文件夹内；不会跟随指向外部的链接。',
      'zh-Hant': '請把檔案複製到資料夾內；不會跟隨指向外部的連結。',
    },
  },
  BY749: {
    severity: 'error',
    title: { en: 'Endless headings', 'zh-Hans': '标题行过长', 'zh-Hant': '標題列過長' },
    message: {
      en: 'the first row of {file} is longer than the headings of any table',
      'zh-Hans': '{file} 的第一行过长，不是表格的标题行',
      'zh-Hant': '{file} 的第一列過長，不是表格的標題列',
    },
    help: {
      en: 'Check that the file is a table with one row a line; at most 16,384 columns are read.',
      'zh-Hans': '请确认文件是每行一条记录的表格；最多读取 16,384 列。',
      'zh-Hant': '請確認檔案是每列一筆記錄的表格；最多讀取 16,384 欄。',
    },
  },
} as const satisfies { readonly [code: string]: Entry }
