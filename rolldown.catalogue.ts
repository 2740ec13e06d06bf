import type { Plugin } from 'rolldown'
import { catalogue } from './src/base/catalogue.ts'
import type { Entry } from './src/base/entry.ts'

/**
 * The catalogue of messages without the examples of the reference pages, which nothing that runs shows, and each entry
 * made when it is asked for. Making all of them is a tenth of what a start costs.
 */
export function shortCatalogue(): Plugin {
  const entries: readonly (readonly [string, Entry])[] = Object.entries(catalogue)
  const getters = entries.map(([code, { severity, title, message, help }]) => {
    return `get ${code}() { return ${JSON.stringify({ severity, title, message, help })} }`
  })
  return {
    name: 'short-catalogue',
    load: {
      filter: { id: /[\\/]src[\\/]base[\\/]catalogue\.ts$/ },
      handler: () => ({ code: `export const catalogue = {\n${getters.join(',\n')}\n}\n`, moduleType: 'js' }),
    },
  }
}
