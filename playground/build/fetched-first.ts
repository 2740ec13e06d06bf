import { type Plugin, rolldown } from 'rolldown'
import { aliases, treeshake } from './bundling.ts'

/** The modules that a worker has before it fetches any part: found by a build of it without those. */
export async function fetchedFirst(entry: string, plugins: readonly Plugin[]): Promise<ReadonlySet<string>> {
  const later: Plugin = {
    name: 'later',
    resolveId: {
      order: 'pre',
      handler: (id, _, { kind }) => (kind === 'dynamic-import' ? { id, external: true } : undefined),
    },
  }
  const build = await rolldown({
    input: entry,
    plugins: [later, ...plugins],
    resolve: { alias: aliases },
    treeshake,
    platform: 'browser',
    checks: { bundlerTimings: false },
  })
  const { output } = await build.generate({ format: 'esm' })
  await build.close()
  return new Set(output.flatMap((one) => (one.type === 'chunk' ? one.moduleIds : [])))
}
