import { describe, expect, test } from 'vitest'
import { readPolicyFiles } from '../../playground/src/share/policy-files.ts'
import { toJson } from '../../playground/src/share/shared.ts'

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name)
const rates = '政策 甲 { 币种 CNY }\n表 税率 取自 "税率.csv"\n'

describe('files of a policy that somebody chose or dropped', () => {
  test('are told apart: texts, tables that they name, cases, settings, rows', async () => {
    const read = await readPolicyFiles([
      file('制度.bylaw', rates),
      file('税率.csv', '档,比例\n'),
      file('制度.cases.yaml', 'cases: []\n'),
      file('bylaw.yaml', 'data: data\n'),
      file('订单.csv', new Uint8Array([0xb1, 0xe0])),
    ])
    expect(read).toEqual({
      is: 'files',
      policy: [
        { name: '制度.bylaw', text: rates },
        { name: '税率.csv', text: '档,比例\n' },
      ],
      cases: [{ name: '制度.cases.yaml', text: 'cases: []\n' }],
      settings: { name: 'bylaw.yaml', text: 'data: data\n' },
      // Rows may be GB18030: their bytes are left to the reader of the data.
      data: new Map([['订单.csv', new Uint8Array([0xb1, 0xe0])]]),
    })
  })

  test('lose a mark at their start and keep their line ends', async () => {
    expect(await readPolicyFiles([file('a.bylaw', '\uFEFFpolicy a { }\r\n')])).toMatchObject({
      policy: [{ name: 'a.bylaw', text: 'policy a { }\r\n' }],
    })
  })

  test.each([
    ['no file', [], 'notPolicy'],
    ['no policy among them', [file('notes.txt', 'hello')], 'notPolicy'],
    ['a policy in GB18030', [file('a.bylaw', new Uint8Array([0xd5, 0xfe, 0xb2, 0xdf]))], 'encoding'],
    ['a table in GB18030', [file('制度.bylaw', rates), file('税率.csv', new Uint8Array([0xb5]))], 'encoding'],
    ['more than any policy', [file('a.bylaw', ' '.repeat(16_000_001))], 'large'],
    ['a saved file that was cut', [file('a.bylaw.json', '{"format":1,"pol')], 'broken'],
    ['a saved file of a later version', [file('a.bylaw.json', '{"format":2}')], 'later'],
  ])('are refused whole: %s', async (_, files, why) => {
    expect(await readPolicyFiles(files)).toEqual({ is: 'unreadable', why })
  })

  test('are the one that was saved here, whatever else is chosen with it', async () => {
    const shared = { name: 'a', policy: [{ name: 'a.bylaw', text: 'policy a { }' }], cases: [] }
    const saved = file('a.bylaw.json', toJson(shared, '0.1.0'))
    expect(await readPolicyFiles([file('b.bylaw', ''), saved])).toEqual(shared)
  })
})
