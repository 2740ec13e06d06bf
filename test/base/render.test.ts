import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import { renderPretty } from '../../src/base/render.ts'
import { renderGithub } from '../../src/base/render-github.ts'
import { reportOf } from '../../src/base/render-json.ts'
import { indexLines } from '../../src/base/render-lines.ts'
import { plain } from '../../src/base/render-paint.ts'
import { positionAt } from '../../src/base/span.ts'
import { displayWidth } from '../../src/base/width.ts'

/** A finding about the first place where `marked` stands. The code does not matter here: its place does. */
function findingAt(text: string, marked: string, name = 'pay.bylaw'): Diagnostic {
  const from = text.indexOf(marked)
  return { code: 'BY905', args: { path: 'x' }, span: { source: name, from, to: from + marked.length } }
}

function pretty(text: string, diagnostics: readonly Diagnostic[], language: 'en' | 'zh-Hans' = 'en'): string {
  return renderPretty(diagnostics, [{ name: 'pay.bylaw', text }], { language, paint: plain })
}

/** The columns, as a terminal counts them, that the carets and the marked text take. */
function columnsOf(output: string, marked: string): { carets: [number, number]; text: [number, number] } {
  const lines = output.split('\n')
  const at = lines.findIndex((line) => /│ *\^+/.test(line))
  const carets = lines[at] ?? ''
  const source = lines[at - 1] ?? ''
  const first = carets.indexOf('^')
  const start = source.indexOf(marked)
  return {
    carets: [displayWidth(carets.slice(0, first)), carets.lastIndexOf('^') - first + 1],
    text: [displayWidth(source.slice(0, start)), displayWidth(marked)],
  }
}

describe('a finding as text', () => {
  test('carets stand right under Chinese, full-width and mixed text', () => {
    for (const [line, marked] of [
      ['  门槛 完成律 >= 40%', '完成律'],
      ['　　门槛　完成率　＞＝　４０％', '４０％'],
      ['gate attainmnt >= 40%', 'attainmnt'],
      ['提成 é́ 回款 x', '回款'],
      ['提成 😀 回款 x', '回款'],
    ] as const) {
      const { carets, text } = columnsOf(pretty(line, [findingAt(line, marked)]), marked)
      expect(carets).toEqual(text)
    }
  })

  test('a tab before the place moves the carets as far as it moves the text', () => {
    const line = '\tgate\tattainmnt >= 40%'
    const { carets, text } = columnsOf(pretty(line, [findingAt(line, 'attainmnt')]), 'attainmnt')
    expect(carets).toEqual(text)
  })

  test('the place is named as file, line and column, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['policy a {', '  currency XXX', '}'].join(end)
      expect(pretty(text, [findingAt(text, 'XXX')])).toContain('pay.bylaw:2:12')
    }
  })

  test('the whole block reads as one piece of text with code, help and page', () => {
    const text = '提成 甲 {\n  门槛 完成律 >= 40%\n}\n'
    expect(pretty(text, [findingAt(text, '完成律')], 'zh-Hans')).toBe(
      [
        '错误[BY905]：没有“x”这个文件或文件夹',
        '  ┌─ pay.bylaw:2:6',
        '2 │   门槛 完成律 >= 40%',
        '  │        ^^^^^^',
        '  = 建议：请检查路径（相对于运行 bylaw 的文件夹）。运行 `bylaw init` 可以生成一份起步用的制度。',
        '  = 参见：grammar/findings/BY905.md',
        '',
        '1 个错误',
        '',
      ].join('\n'),
    )
  })

  test('a place that spans lines shows its first and its last line', () => {
    const text = 'a {\n  b\n  c\n}\n'
    const output = pretty(text, [
      { code: 'BY905', args: { path: 'x' }, span: { source: 'pay.bylaw', from: 0, to: text.length - 1 } },
    ])
    expect(output).toContain('1 │ a {\n  │ ^^^\n  ⋮\n4 │ }\n  │ ^')
  })

  test('an empty place at the end of the text is still marked', () => {
    const output = pretty('policy a {', [
      { code: 'BY905', args: { path: 'x' }, span: { source: 'pay.bylaw', from: 10, to: 10 } },
    ])
    expect(output).toContain('1 │ policy a {\n  │           ^')
  })

  test('a line of a megabyte is cut around the place', () => {
    const line = `${'x'.repeat(500_000)} HERE ${'y'.repeat(500_000)}`
    const output = pretty(line, [findingAt(line, 'HERE')])
    expect(output.length).toBeLessThan(2000)
    const { carets, text } = columnsOf(output, 'HERE')
    expect(carets).toEqual(text)
  })

  test('control characters and direction marks of a hostile file never reach the terminal', () => {
    const line = 'gate \u001b[2J\u202e x'
    const output = pretty(line, [{ ...findingAt(line, 'x'), args: { path: 'a\u001b]0;t\u0007\nb' } }])
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
  })

  test('related places and cells of data files are shown', () => {
    const text = 'one\ntwo\n'
    const output = pretty(text, [
      {
        ...findingAt(text, 'two'),
        related: [{ span: { source: 'pay.bylaw', from: 0, to: 3 }, note: 'first' }],
      },
      { code: 'BY905', args: { path: 'x' }, cell: { file: 'orders.csv', row: 17, column: 'amount' } },
    ])
    expect(output).toContain('  ┌─ pay.bylaw:1:1\n1 │ one\n  │ --- first')
    expect(output).toContain('┌─ orders.csv, row 17, column amount')
    expect(output).toContain('2 errors')
  })

  test('findings come in the order of their places, each said once', () => {
    const text = 'one\ntwo\n'
    const two = findingAt(text, 'two')
    const output = pretty(text, [two, findingAt(text, 'one'), two])
    expect(output.indexOf(':1:1')).toBeLessThan(output.indexOf(':2:1'))
    expect(output).toContain('2 errors')
  })
})

describe('a finding for programs', () => {
  test('JSON gives lines, columns and offsets', () => {
    const text = 'a\n门 b\n'
    const report = reportOf([findingAt(text, 'b')], [{ name: 'pay.bylaw', text }], { language: 'en' })
    expect(report.findings[0]?.place).toEqual({
      file: 'pay.bylaw',
      from: { line: 2, column: 3, offset: 4 },
      to: { line: 2, column: 4, offset: 5 },
    })
    expect([report.version, report.errors, report.warnings, report.notices]).toEqual([1, 1, 0, 0])
  })

  test('GitHub annotations escape what would end a property or a line', () => {
    const text = 'a b'
    const output = renderGithub(
      [{ ...findingAt(text, 'b', 'a,b:c%.bylaw'), args: { path: '50%\r\n::error::x' } }],
      [{ name: 'a,b:c%.bylaw', text }],
      { language: 'en' },
    )
    expect(output).toMatch(
      /^::error file=a%2Cb%3Ac%25\.bylaw,line=1,col=3,endColumn=4,title=BY905 File or folder not found::/,
    )
    expect(output.trimEnd().split('\n')).toHaveLength(2)
    expect(output).toContain('50%25')
  })
})

test('an index of lines agrees with counting from the start', () => {
  const text = 'a\r\nb\rc\n\n门\r\n'
  const lines = indexLines(text)
  for (let offset = 0; offset <= text.length; offset++) {
    expect(lines.at(offset)).toEqual(positionAt(text, offset))
  }
  expect([1, 2, 3, 4, 5, 6].map((n) => lines.text(n))).toEqual(['a', 'b', 'c', '', '门', ''])
})
