import type { Plugin, PluginOption } from 'vite'
import { shortCatalogue } from '../../rolldown.catalogue.ts'
import { textsApart } from './texts.ts'

/** All workers are built with the same plugins: this one knows which is being built. */
export function workerPlugins(): PluginOption[] {
  let calculates = false
  const asking: Plugin = {
    name: 'which-worker',
    buildStart({ input }) {
      calculates = String(input).includes('calculate.worker')
    },
  }
  // The calculation fetches first what every policy needs. The other workers are asked later, and have everything.
  return [asking, textsApart(() => calculates), shortCatalogue()]
}
