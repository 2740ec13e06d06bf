import { type MonarchTable, monarchTable } from '../../../../src/index.ts'
import type { monaco } from './monaco.ts'

/** The product's table as Monaco takes it. */
export function monarch(form: 'text' | 'document'): monaco.languages.IMonarchLanguage {
  const table: MonarchTable = monarchTable(form)
  const tokenizer = Object.fromEntries(
    Object.entries(table.tokenizer).map(([state, rules]) => [
      state,
      rules.map((rule) =>
        'include' in rule
          ? { include: rule.include }
          : ([new RegExp(rule[0], 'u'), ...rule.slice(1)] as never),
      ),
    ]),
  )
  return { ...table, keywords: [...table.keywords], words: [...table.words], tokenizer }
}
