import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/base/width.ts'
import { parse } from '../../src/syntax/parse.ts'
import { print } from '../../src/syntax/print.ts'

function format(text: string): string {
  const { file, diagnostics } = parse({ name: 'a', text })
  expect(diagnostics).toEqual([])
  return print(file)
}

describe('the formatter', () => {
  test('puts each field on its line and two spaces before it', () => {
    expect(format('record   Rep{id text key;name text}')).toBe(
      'record Rep {\n  id text key\n  name text\n}\n',
    )
  })

  test('keeps comments where they stood', () => {
    const text = `# The whole file.
# In two lines.
policy p {  # after the brace
  # Before the line.
  currency CNY  # on the line
  # At the end.
}  # after the block

# Before the value.
value x = 1  # beside it

# At the end of the file.
`
    expect(format(text)).toBe(text)
  })

  test('keeps the comment at the top of a file apart from what follows', () => {
    const text = '# About this file.\n\n# About the value.\nvalue x = 1\n'
    expect(format(text)).toBe(text)
    expect(format('# About\n\n\n\nvalue x = 1')).toBe('# About\n\nvalue x = 1\n')
    expect(format('# a\n\n# b\n')).toBe('# a\n\n# b\n')
  })

  test('keeps comments of a table where they stood', () => {
    const text = `parameter rate {  # dated
  # Before the headings.
  | from       | until | value |  # headings
  # Before the row.
  | 2026-01-01 | open  | 3%    |  # row
  # After the rows.
}
`
    expect(format(text)).toBe(text)
  })

  test('moves a comment inside a statement above it', () => {
    expect(format('value x = 1 +  # one\n  # and\n  2')).toBe('# one\n# and\nvalue x = 1 + 2\n')
  })

  test('writes a comment that says nothing as a sign alone', () => {
    expect(format('#\n#  indented\n#tight\nvalue x = 1')).toBe('#\n#  indented\n# tight\nvalue x = 1\n')
  })

  test('aligns the columns of a table by their width on the screen', () => {
    const printed = format('对照表 t {\n|产品|=>系数|\n|标准泵,阀|1.0|\n|-|0.8|\n}')
    expect(printed).toBe(
      '对照表 t 唯一 {\n  | 产品       | => 系数 |\n  | 标准泵, 阀 | 1.0     |\n  | -          | 0.8     |\n}\n',
    )
    const rows = printed.split('\n').filter((line) => line.includes('|'))
    expect(new Set(rows.map(displayWidth)).size).toBe(1)
  })

  test('leaves out the rule under the headings that Markdown has', () => {
    expect(format('table t {\n| a | => b |\n|---|:--:|\n| - | 1 |\n}')).toBe(
      'table t unique {\n  | a | => b |\n  | - | 1    |\n}\n',
    )
  })

  test('parts declarations with blocks by a blank line and leaves single lines as the author had them', () => {
    const text = 'value a = 1\nvalue b = 2\n\n\n\nvalue c = 3\nrecord R { id text key }\nvalue d = 4\n'
    expect(format(text)).toBe(
      'value a = 1\nvalue b = 2\n\nvalue c = 3\n\nrecord R {\n  id text key\n}\n\nvalue d = 4\n',
    )
  })

  test('keeps one blank line between the lines of a block', () => {
    expect(format('record R {\n\n  a text\n\n\n  b text\n  c text\n\n}')).toBe(
      'record R {\n  a text\n\n  b text\n  c text\n}\n',
    )
  })

  test('keeps the spelling of literals and writes full-width signs as plain ones', () => {
    expect(format('parameter x = （２０万元＋1_000 CNY）× 8折')).toBe(
      'parameter x = (20万元 + 1_000 CNY) * 8折\n',
    )
  })

  test('keeps the text inside quotation marks as it was written', () => {
    expect(format('value x "（１）＂" = “他说"好"” ')).toBe('value x "（１）＂" = "他说""好"""\n')
  })

  test('writes the file’s own language', () => {
    expect(format('制度 p {\n  language zh-Hant\n}\nvalue x = sum(a)')).toBe(
      '制度 p {\n  語言 zh-Hant\n}\n\n數值 x = 合計(a)\n',
    )
  })

  test('writes the words that Chinese says otherwise in one place', () => {
    const { file } = parse({
      name: 'a',
      text: 'bonus b for each Deal to deal.rep { start 1 CNY }\npayout p for Rep per month { cap 5 CNY lost over b }',
    })
    const chinese = print(file, 'zh-Hans')
    expect(chinese).toContain('适用于 每笔 Deal 归于 deal.rep')
    expect(chinese).toContain('封顶 5 CNY 不结转 针对 b')
  })

  test('gives an empty file for an empty file', () => {
    expect(format('')).toBe('')
    expect(format('\n\n \n')).toBe('')
    expect(format('# only this\n')).toBe('# only this\n')
  })

  test('reads CRLF, a byte order mark and ideographic spaces as plain ones', () => {
    expect(format('\uFEFFrecord　R {\r\n  id text key\r\n}\r\n')).toBe('record R {\n  id text key\n}\n')
  })
})
