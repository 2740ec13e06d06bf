import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replaceFile, safeFileName, writeFolder } from '../../src/cli/write-files.ts'
import { inFolder } from './harness.ts'

function tree(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
    .sort()
}

describe('a folder of results', () => {
  test('is written with its sub-folders, and nothing else is left behind', async () => {
    await inFolder(async (folder) => {
      const out = join(folder, 'deep', 'out')
      await writeFolder(
        out,
        new Map([
          ['a.csv', 'A'],
          ['statements/x.txt', 'X'],
        ]),
      )
      expect(tree(folder)).toEqual(['deep/out/a.csv', 'deep/out/statements/x.txt'])
    })
  })

  test('replaces the results of the run before, statements of people who are gone too', async () => {
    await inFolder(async (folder) => {
      const out = join(folder, 'out')
      await writeFolder(
        out,
        new Map([
          ['a.csv', 'A'],
          ['statements/gone.txt', 'G'],
        ]),
      )
      await writeFolder(
        out,
        new Map([
          ['a.csv', 'B'],
          ['statements/new.txt', 'N'],
        ]),
      )
      expect(tree(folder)).toEqual(['out/a.csv', 'out/statements/new.txt'])
      expect(readFileSync(join(out, 'a.csv'), 'utf8')).toBe('B')
    })
  })

  test('leaves files alone that somebody else put there', async () => {
    await inFolder(async (folder) => {
      const out = join(folder, 'out')
      mkdirSync(out)
      writeFileSync(join(out, 'notes.txt'), 'mine')
      await writeFolder(
        out,
        new Map([
          ['a.csv', 'A'],
          ['statements/x.txt', 'X'],
        ]),
      )
      expect(tree(folder)).toEqual(['out/a.csv', 'out/notes.txt', 'out/statements/x.txt'])
    })
  })

  test('that cannot be written leaves the last good results', async () => {
    await inFolder(async (folder) => {
      const out = join(folder, 'out')
      await writeFolder(out, new Map([['a.csv', 'A']]))
      const tooLong = `${'x'.repeat(300)}.csv`
      await expect(
        writeFolder(
          out,
          new Map([
            ['a.csv', 'B'],
            [tooLong, 'X'],
          ]),
        ),
      ).rejects.toThrow()
      expect(tree(folder)).toEqual(['out/a.csv'])
      expect(readFileSync(join(out, 'a.csv'), 'utf8')).toBe('A')
    })
  })
})

test('a file that is replaced keeps its mode, and no temporary file stays', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'p.bylaw')
    writeFileSync(path, 'a')
    chmodSync(path, 0o640)
    await replaceFile(path, 'b')
    expect(readFileSync(path, 'utf8')).toBe('b')
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(tree(folder)).toEqual(['p.bylaw'])
  })
})

describe('the name of a statement', () => {
  test('is the key where the key is harmless', () => {
    const taken = new Set<string>()
    expect(['R-17', '业务员_3', 'a.b'].map((key) => safeFileName(key, taken))).toEqual([
      'R-17',
      '业务员_3',
      'a.b',
    ])
  })

  test('never leaves the folder, hides, names a device or hits another person’s', () => {
    const hostile = [
      '../../etc/passwd',
      '/etc/passwd',
      '..',
      '.',
      '',
      'CON',
      'nul.txt',
      'a/b',
      'a:b',
      'A',
      'a',
      'Ａ',
      '\u0000',
      'x'.repeat(5000),
    ]
    const taken = new Set<string>()
    const names = hostile.map((key) => safeFileName(key, taken))
    for (const name of names) {
      expect(name).toMatch(/^[\p{L}\p{N}_~-][\p{L}\p{N}._~-]*$/u)
      expect(name).not.toMatch(/^(con|nul)(\.|$)/i)
      expect(Buffer.byteLength(name)).toBeLessThan(250)
    }
    expect(new Set(names.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(names.length)
  })

  test('of any keys: all different, all plain', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (keys) => {
        const taken = new Set<string>()
        const names = keys.map((key) => safeFileName(key, taken))
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(keys.length)
        for (const name of names) expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|^$/u)
      }),
    )
  })
})
