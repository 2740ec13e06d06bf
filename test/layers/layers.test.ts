import { describe, expect, test } from 'vitest'
import { layerOf, readSources, resolveImport, type SourceFile, testFiles } from './sources.ts'

/** Who may import whom, besides itself: the table of the architecture. */
const mayImport: { readonly [layer: string]: readonly string[] } = {
  'src/base': [],
  'src/syntax': ['src/base'],
  'src/check': ['src/base', 'src/syntax'],
  'src/plan': ['src/base', 'src/syntax', 'src/check'],
  'src/calendar': ['src/base', 'src/plan'],
  'src/targets/evaluate': ['src/base', 'src/plan', 'src/calendar'],
  'src/targets/rules': ['src/base', 'src/plan', 'src/calendar'],
  'src/targets/decide': ['src/base', 'src/plan', 'src/calendar', 'src/targets/evaluate', 'src/data'],
  'src/yaml': ['src/base'],
  'src/yaml-form': ['src/base', 'src/syntax', 'src/yaml'],
  'src/data': ['src/base', 'src/plan', 'src/calendar', 'src/yaml'],
  'src/engines': ['src/base', 'src/plan', 'src/data', 'src/targets/evaluate'],
  'src/review': [
    'src/base',
    'src/syntax',
    'src/check',
    'src/plan',
    'src/calendar',
    'src/targets/evaluate',
    'src/yaml',
    'src/data',
    'src/engines',
    'src/analyse.ts',
    'src/compile.ts',
  ],
  'src/analyse.ts': ['src/base', 'src/syntax', 'src/check', 'src/calendar'],
  'src/compile.ts': ['src/base', 'src/syntax', 'src/plan', 'src/analyse.ts'],
  'src/editor': ['src/base', 'src/syntax', 'src/check', 'src/analyse.ts'],
  'src/index.ts': [
    'src/base',
    'src/syntax',
    'src/check',
    'src/plan',
    'src/calendar',
    'src/targets/evaluate',
    'src/targets/rules',
    'src/targets/decide',
    'src/data',
    'src/yaml-form',
    'src/review',
    'src/editor',
    'src/analyse.ts',
    'src/compile.ts',
  ],
  'src/cli': [
    'src/base',
    'src/syntax',
    'src/check',
    'src/plan',
    'src/calendar',
    'src/targets/evaluate',
    'src/targets/rules',
    'src/targets/decide',
    'src/data',
    'src/engines',
    'src/review',
    'src/yaml-form',
    'src/analyse.ts',
    'src/compile.ts',
  ],
}

/** The packages that a folder may use; Node's own modules only where files and terminals are met. */
const packages: { readonly [layer: string]: readonly string[] } = {
  'src/syntax': ['chevrotain'],
  'src/editor': ['chevrotain'],
  'src/calendar': ['chinese-days'],
  'src/targets/rules': ['json-rules-engine'],
  'src/review': ['yaml'],
  'src/yaml': ['yaml'],
  'src/yaml-form': ['yaml'],
  'src/data': ['node:'],
  'src/cli': ['node:'],
}

/** The core runs the same everywhere, also in a browser's worker: no Node, no clock, no chance, no evaluated text. */
const core = [
  'src/base',
  'src/syntax',
  'src/check',
  'src/plan',
  'src/calendar',
  'src/targets/evaluate',
  'src/targets/rules',
  'src/targets/decide',
  'src/yaml',
  'src/yaml-form',
  'src/review',
  'src/editor',
  'src/analyse.ts',
  'src/compile.ts',
  'src/index.ts',
]

/** Files over 400 lines, each with the reason why cutting it would make it harder to read. */
const longFiles: { readonly [path: string]: string } = {
  'src/syntax/generated/cst-types.ts': 'written by a program',
  'src/syntax/ast.ts': 'the whole shape of a policy on one page, without a line of behaviour',
  'src/syntax/keywords.ts': 'every word of the language in one table, which a translator reads as a whole',
  'src/plan/plan.ts': 'the whole shape of a plan on one page, without a line of behaviour',
}

/** Exported so that a test can go through them, or as an entry of the package. */
const forTests = [
  'src/base/decimal.ts roundingModes',
  'src/cli/io.ts hasColour',
  'src/syntax/parser.ts StatementParser',
  'src/targets/rules/register.ts register',
]

const sources = readSources()

describe('the layers of the source', () => {
  test('every folder stands in the table', () => {
    const unknown = new Set(sources.map((s) => layerOf(s.path)).filter((layer) => !(layer in mayImport)))
    expect([...unknown]).toEqual([])
  })

  test('a folder imports only what the table lets it', () => {
    const wrong: string[] = []
    for (const source of sources) {
      const layer = layerOf(source.path)
      for (const specifier of source.imports) {
        const target = resolveImport(source.path, specifier)
        if (target !== undefined) {
          const to = layerOf(target)
          if (to !== layer && !mayImport[layer]?.includes(to)) wrong.push(`${source.path} → ${target}`)
        } else if (!packages[layer]?.some((name) => specifier === name || specifier.startsWith(name))) {
          wrong.push(`${source.path} → ${specifier}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  test('no file imports itself through others, types counted', () => {
    const graph = new Map(
      sources.map((s) => [s.path, s.imports.flatMap((i) => resolveImport(s.path, i) ?? [])]),
    )
    expect(cyclesOf(graph)).toEqual([])
  })

  test('every import names a file that is there, with its ending', () => {
    const paths = new Set(sources.map((s) => s.path))
    const wrong = sources.flatMap((s) =>
      s.imports
        .map((i) => resolveImport(s.path, i))
        .filter((target) => target !== undefined && !paths.has(target))
        .map((target) => `${s.path} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('every file is used by another, but for the three entries', () => {
    const used = new Set(sources.flatMap((s) => s.imports.flatMap((i) => resolveImport(s.path, i) ?? [])))
    const entries = ['src/cli/main.ts', 'src/index.ts', 'src/targets/rules/register.ts']
    expect(sources.map((s) => s.path).filter((path) => !used.has(path) && !entries.includes(path))).toEqual(
      [],
    )
  })

  test('a function or a constant is exported for another file of the source, or for the tests by name', () => {
    const imported = new Set(sources.flatMap(namesImported))
    const wholly = new Set(sources.flatMap(filesImportedWhole))
    const unused = sources
      .filter((s) => s.path !== 'src/index.ts' && !s.path.includes('/generated/') && !wholly.has(s.path))
      .flatMap((s) =>
        [...s.code.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(
          (m) => `${s.path} ${m[1]}`,
        ),
      )
      .filter((name) => !imported.has(name))
    expect(unused).toEqual(forTests)
  })

  test('the core has no clock, no chance, no evaluated text and no terminal', () => {
    const banned =
      /\bnew Date\b|\bDate\s*[.(]|\bMath\.random\b|\beval\s*\(|\bnew Function\b|\bFunction\s*\(|\bprocess\.|\bconsole\.|\bperformance\.|\bsetTimeout\b|\bfetch\s*\(|\bglobalThis\b|\brequire\s*\(/
    const wrong = sources
      .filter((s) => core.includes(layerOf(s.path)))
      .flatMap((s) => {
        const found = banned.exec(s.code)
        return found ? [`${s.path}: ${found[0]}`] : []
      })
    expect(wrong).toEqual([])
  })

  test('no binary floating point is made of money: parseFloat and toFixed are not used', () => {
    const wrong = sources.filter((s) => /\bparseFloat\b|\.toFixed\b|\.toPrecision\b/.test(s.code))
    expect(wrong.map((s) => s.path)).toEqual([])
  })

  test('files are named in kebab case, export by name and are no barrels', () => {
    const wrong = sources
      .filter(
        (s) =>
          !/^[a-z0-9/-]+\.ts$/.test(s.path) ||
          /\bexport default\b/.test(s.code) ||
          (s.path.endsWith('/index.ts') && s.path !== 'src/index.ts'),
      )
      .map((s) => s.path)
    expect(wrong).toEqual([])
  })

  test('a file has at most 400 lines, or a reason', () => {
    const long = sources
      .map((s) => ({ path: s.path, lines: s.text.trimEnd().split('\n').length }))
      .filter((s) => s.lines > 400)
    expect(long.filter((s) => !(s.path in longFiles))).toEqual([])
    expect(Object.keys(longFiles).filter((path) => !long.some((s) => s.path === path))).toEqual([])
  })

  test('and so has a file of the tests', () => {
    expect(testFiles().filter(({ lines }) => lines > 400)).toEqual([])
  })
})

/** `src/base/day.ts addMonths` for each name that a file imports, or hands on, from another. */
function namesImported({ path, text }: SourceFile): readonly string[] {
  return [...text.matchAll(/^(?:import|export) (?:type )?\{([^}]*)\} from '([^']+)'/gm)].flatMap((m) => {
    const from = resolveImport(path, m[2] ?? '')
    const names = (m[1] ?? '').split(',').map(
      (name) =>
        name
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0],
    )
    return from === undefined ? [] : names.map((name) => `${from} ${name}`)
  })
}

/** Under one name, or where a command is asked for. */
function filesImportedWhole({ path, text }: SourceFile): readonly string[] {
  return [...text.matchAll(/\* as \w+ from '([^']+)'|\bimport\('([^']+)'\)/g)].flatMap(
    (m) => resolveImport(path, m[1] ?? m[2] ?? '') ?? [],
  )
}

/** Each cycle once, as the path that closes it. */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    state.set(path, 'open')
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of graph.keys()) visit(path, [])
  return cycles
}
