import type { Plugin, PluginOption } from 'vite'
import { shortCatalogue } from '../../rolldown.catalogue.ts'
import { fetchedFirst } from './fetched-first.ts'
import { partsApart } from './parts.ts'
import { textsApart } from './texts.ts'

/** All workers are built with the same plugins: the first knows which is being built. */
export function workerPlugins(): PluginOption[] {
  let calculates = false
  let first: ReadonlySet<string> = new Set()
  const apart = () => [textsApart(() => calculates), partsApart(() => calculates)]
  const asking: Plugin = {
    name: 'which-worker',
    async options({ input }) {
      if (typeof input !== 'string' || !input.includes('calculate.worker')) return
      calculates = true
      first = await fetchedFirst(input, apart())
    },
    // What is fetched first is one file: left alone, what parts have in common with it would be dozens.
    outputOptions: (options) => ({
      ...options,
      ...(calculates && {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'calculation', test: (id) => first.has(id) }],
        },
      }),
    }),
  }
  // The calculation fetches first what every policy needs. The other workers are asked later, and have everything.
  return [asking, ...apart(), shortCatalogue()]
}
