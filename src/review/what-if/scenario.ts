import type { Source } from '../../base/span.ts'
import { readYaml, type Yaml } from '../../yaml/walk.ts'
import { type Findings, type Setting, settingOf } from './setting.ts'

/** Some parameters with other values, under a name: one `*.scenario.yaml`. */
export type Scenario = { readonly name: string; readonly settings: readonly Setting[] }

/** The keys of a scenario file in each language. */
const keys = {
  name: ['name', '名称', '名稱'],
  set: ['set', '设定', '設定'],
} as const

/**
 * `name: Higher base` and `set: { base_rate: 3.5%, "quota[R-17]": 120000 CNY }`. Without a name it is called as its file.
 * Undefined where it cannot be read; what is wrong is reported at its place.
 */
export function readScenario(source: Source, findings: Findings): Scenario | undefined {
  const { report } = findings
  const root = readYaml(source.text, source.name, report)
  if (!root) return undefined
  const expected = '{ name: …, set: { base_rate: 3.5% } }'
  if (root.is !== 'map') {
    report('BY754', { key: source.name, expected }, root.span)
    return undefined
  }
  let name = source.name.replace(/^.*[\\/]/u, '').replace(/\.scenario\.ya?ml$/u, '')
  const settings: Setting[] = []
  for (const { key, span, value } of root.entries) {
    if (isKey('name', key)) {
      if (value.is === 'text' && value.text.trim() !== '') name = value.text.trim()
      else report('BY754', { key, expected: 'text' }, value.span)
    } else if (isKey('set', key)) settings.push(...settingsIn(value, key, findings))
    else report('BY751', { key, names: keysOf(key).join(', ') }, span)
  }
  return { name, settings }
}

function settingsIn(yaml: Yaml, key: string, findings: Findings): readonly Setting[] {
  if (yaml.is !== 'map') {
    findings.report('BY754', { key, expected: '{ base_rate: 3.5% }' }, yaml.span)
    return []
  }
  return yaml.entries.flatMap(({ key: name, span, value }) => {
    if (value.is === 'text') return settingOf(name, span, value.text, value.span, findings)
    findings.report('BY971', { text: `${name}=` }, value.span)
    return []
  })
}

function isKey(key: keyof typeof keys, written: string): boolean {
  return keys[key].some((one) => one === written.toLowerCase())
}

/** The keys there are, in the language of the one that was written. */
function keysOf(written: string): readonly string[] {
  const at = /[\u4e00-\u9fff]/u.test(written) ? 1 : 0
  return Object.values(keys).map((words) => words[at])
}
