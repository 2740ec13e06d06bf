import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse.ts'
import { type Documents, documentsOf, withText } from '../../src/editor/documents.ts'
import { editedText } from '../../src/editor/edits.ts'
import { findings, mistakes, translations } from '../../src/editor/findings.ts'
import { format } from '../../src/editor/format.ts'
import { yamlForm } from '../../src/yaml-form/form.ts'
import { atCaret, sampleDocuments, sampleSources } from './samples.ts'

const fileOf = (documents: Documents) => documents.sources[0]?.name ?? ''

describe('a version of a text', () => {
  test('is worked out once, however often it is asked', () => {
    const documents = sampleDocuments('tangyu-zh')
    expect(documents.analysed()).toBe(documents.analysed())
    expect(documents.names()).toBe(documents.names())
    expect(withText(documents, fileOf(documents), '').version).toBe(documents.version + 1)
  })

  test('knows after every keystroke what a fresh reading of the same text would', () => {
    const [source] = sampleSources('handbook-zh').filter(({ name }) => name.endsWith('.md'))
    if (!source) throw new Error('no handbook')
    let documents = documentsOf([source], [yamlForm])
    documents.analysed()
    const first = source.text.indexOf('```bylaw') + 9
    const last = source.text.lastIndexOf('```bylaw') + 9
    for (const [at, put] of [
      [first, '# 说明\n'],
      [last, '数值 错 = 没有\n'],
      [10, '字'],
      [last, '}'],
    ] as const) {
      const { text } = documents.source(source.name) ?? source
      documents = withText(documents, source.name, text.slice(0, at) + put + text.slice(at))
      const fresh = analyse(documents.sources, [yamlForm])
      expect(documents.analysed().diagnostics).toEqual(fresh.diagnostics)
      expect(documents.analysed().program).toEqual(fresh.program)
    }
  }, 60_000)

  test('reads a table anew when the file beside it changes', () => {
    const sources = sampleSources('deductions-zh')
    const csv = sources.find(({ name }) => name.endsWith('.csv'))
    if (!csv) throw new Error('no file beside it')
    const documents = documentsOf(sources)
    expect(documents.analysed().diagnostics.filter(({ code }) => code === 'BY543')).toEqual([])
    const without = withText(documents, csv.name, undefined)
    expect(without.analysed().diagnostics.map(({ code }) => code)).toContain('BY543')
  })
})

describe('a finding', () => {
  const fixed = (text: string, language: 'en' | 'zh-Hans' = 'zh-Hans') => {
    const [documents, file] = atCaret(`│${text}`)
    const [found] = findings(documents, language, file)
    const source = documents.source(file)
    const [fix] = found?.fixes ?? []
    return [found?.code, fix?.title, fix && source && editedText(source, fix.edits)]
  }

  test('comes with its mend, said in the language of the reader', () => {
    expect(fixed('policy p { currency CNY }\nrecrod Rep { id text key }\n')).toEqual([
      'BY111',
      '改为 “record”',
      'policy p { currency CNY }\nrecord Rep { id text key }\n',
    ])
    expect(fixed('policy p { currency CNY }\nvalue top = 1,000 CNY\n', 'en')).toEqual([
      'BY133',
      'Change to “1_000”',
      'policy p { currency CNY }\nvalue top = 1_000 CNY\n',
    ])
  })

  test('of the writing alone is known without what names mean', () => {
    const [documents, file] = atCaret('│policy p { currency CNY }\nvalue x = nothing\nvalue y = 1,000 CNY\n')
    expect(mistakes(documents, 'en', file).map(({ code }) => code)).not.toContain('BY201')
    expect(findings(documents, 'en', file).map(({ code }) => code)).toContain('BY201')
  })

  test('is told of the file that it stands in', () => {
    const documents = documentsOf([
      { name: 'a.bylaw', text: 'policy p { currency CNY }\n' },
      { name: 'b.bylaw', text: 'value x = nothing\n' },
    ])
    expect(findings(documents, 'en', 'a.bylaw')).toEqual([])
    expect(findings(documents, 'en', 'b.bylaw')).toHaveLength(1)
  })
})

describe('the language of a file', () => {
  test('is kept by a word that is written in another one', () => {
    const [documents, file, offset] = atCaret('制度 甲 { 币种 CNY }\nre│cord 员工 { 工号 文本 主键 }\n')
    expect(translations(documents, file, offset, offset, 'zh-Hans')).toMatchObject([
      { edits: [{ text: '记录' }] },
    ])
  })

  test.each(['tangyu-zh', 'first-commission', 'handbook-zh'])(
    'of %s switches to each other and back, names and comments kept',
    (sample) => {
      for (const { name } of sampleDocuments(sample).sources.filter((s) => /\.bylaw(\.md)?$/u.test(s.name))) {
        const documents = sampleDocuments(sample)
        const written = (set: Documents, language: 'en' | 'zh-Hans' | 'zh-Hant') => {
          const source = set.source(name)
          const edits = format(set, name, language)
          if (!source || !edits) throw new Error(`${name} cannot be written in ${language}`)
          return withText(set, name, editedText(source, edits))
        }
        const own = documents.reads().get(name)?.file.language ?? 'en'
        const english = written(documents, 'en')
        const traditional = written(english, 'zh-Hant')
        expect(traditional.source(name)?.text).not.toBe(documents.source(name)?.text)
        expect(written(traditional, own).source(name)?.text).toBe(documents.source(name)?.text)
      }
    },
    30_000,
  )

  test('cannot be switched, nor the layout mended, while the text has mistakes that would be lost', () => {
    const [documents, file] = atCaret('│policy p { currency CNY }\nvalue = 3\n')
    expect(format(documents, file)).toBeUndefined()
  })
})

test('formatting changes only what differs', () => {
  const [documents, file] = atCaret('│policy p {\n  currency   CNY\n}\n\nvalue x = 1 CNY\n')
  expect(format(documents, file)).toEqual([{ span: { source: file, from: 22, to: 24 }, text: '' }])
})
