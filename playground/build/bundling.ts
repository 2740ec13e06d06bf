import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export const aliases = { chevrotain: join(root, 'rolldown.chevrotain.ts') }

/** Of the product only what the page names is taken: none of its files does anything when it is loaded. */
export const treeshake = {
  moduleSideEffects: (id: string) => !id.startsWith(join(root, 'src/')),
}
