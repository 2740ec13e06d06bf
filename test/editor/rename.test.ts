import { describe, expect, test } from 'vitest'
import { rename } from '../../src/editor/rename.ts'
import { expectRenames } from './renames.ts'
import { atCaret, smallSamples } from './samples.ts'

describe('the policy means the same after a rename', () => {
  test.each(smallSamples)('of names of every kind in %s', (sample) => expectRenames(sample, 8), 30_000)
})

describe('a rename', () => {
  const policy = `policy p { currency CNY }
record Rep { id text key; level one of junior, senior; base money }
parameter top = 500 CNY
value twice for Rep = base * 2
commission pay for Rep { start twice when level = se│nior; cap top }
`
  const text = policy.replace('│', '')
  const at = (word: string) => {
    const documents = atCaret(`│${text}`)
    return [documents[0], documents[1], text.indexOf(word)] as const
  }

  test('of a value of a list is refused, for the data has it too', () => {
    expect(rename(...atCaret(policy), 'expert')).toMatchObject({ is: 'refused' })
  })

  test('to a name that another already has is refused', () => {
    for (const other of ['base', 'pay', 'Rep', 'level', 'top'])
      expect(rename(...at('twice'), other), other).toMatchObject({ is: 'refused' })
  })

  test('that would turn a value of a list into another thing is refused', () => {
    expect(rename(...at('twice'), 'senior')).toMatchObject({ is: 'refused' })
  })

  test('of the field that results call a row by is refused, for they would show its key', () => {
    const named = 'policy p { currency CNY }\nrecord Rep { id text key; na│me text }\n'
    expect(rename(...atCaret(named), 'called')).toMatchObject({ is: 'refused' })
  })

  test('to what can be no name is refused, and says so', () => {
    for (const name of ['and', '如果', 'two words', '', '7', 'a.b', 'now']) {
      const result = rename(...at('twice'), name)
      expect(result.is === 'refused' && result.why['zh-Hans'], name).toContain('不能用作名称')
    }
  })

  test('is refused while the text has mistakes', () => {
    const broken = atCaret(`${text}commission other for Rep { start nothing }`)
    expect(rename(broken[0], broken[1], text.indexOf('twice'), 'double')).toMatchObject({ is: 'refused' })
  })

  test('of a record renames what its row is called', () => {
    const source =
      'policy p { currency CNY }\nrecord Order { id text key; open yes/no; n money }\nvalue x for Order = sum(Order.n where open = order.open)\n'
    const documents = atCaret(`│${source}`)
    const result = rename(documents[0], documents[1], source.indexOf('Order'), 'Deal')
    const texts = result.is === 'edits' ? result.edits.map((edit) => edit.text) : []
    expect(texts).toContain('Deal')
    expect(result).toMatchObject({ is: 'edits', inData: true })
  })
})
