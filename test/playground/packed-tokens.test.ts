import { expect, test } from 'vitest'
import { packedTokens } from '../../playground/src/editor/packed-tokens.ts'
import { documentsOf } from '../../src/editor/documents.ts'
import { semanticTokens, tokenKinds } from '../../src/editor/tokens.ts'
import { english } from '../syntax/samples.ts'

test.each(['\n', '\r\n'])(
  'the colours that the page is handed stand where the tokens do, lines ending with %j',
  (end) => {
    const text = `# 制度\n\n\`\`\`bylaw\n${english}\n\`\`\`\n`.replaceAll('\n', end)
    const tokens = semanticTokens(documentsOf([{ name: 'p.bylaw.md', text }]), 'p.bylaw.md')
    const lines = text.split(end)
    const packed = packedTokens(text, tokens)
    let line = 0
    let column = 0
    const found = Array.from({ length: packed.length / 5 }, (_, i) => {
      const [down = 0, along = 0, length = 0, kind = 0, declares] = packed.subarray(i * 5, i * 5 + 5)
      column = down === 0 ? column + along : along
      line += down
      return [lines[line]?.slice(column, column + length), tokenKinds[kind], declares === 1]
    })
    expect(found.length).toBeGreaterThan(200)
    expect(found).toEqual(
      tokens.map(({ from, to, kind, declares }) => [text.slice(from, to), kind, declares === true]),
    )
  },
)
