import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Locked = {
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: { readonly [name: string]: string }
  readonly hasInstallScript?: boolean
  readonly deprecated?: string
  readonly engines?: { readonly node?: string } | readonly string[]
}

function read(name: string) {
  return JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))
}

const manifest = read('package.json')
const locked: readonly (readonly [path: string, entry: Locked])[] = Object.entries(
  read('package-lock.json').packages,
)

describe('what npm ci installs', () => {
  test('names the binaries of every platform, so that a clone installs on each', () => {
    const paths = new Set(locked.map(([path]) => path))
    const lacking = locked.flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !paths.has(`node_modules/${name}`) && !paths.has(`${path}/node_modules/${name}`),
      ),
    )
    expect(lacking).toEqual([])
  })

  test('comes from no named host, runs no script of a library and is not deprecated', () => {
    const packages = locked.filter(([path]) => path !== '')
    expect(packages.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([])
    // fsevents is optional, and only for macOS.
    const scripts = packages.filter(([path, entry]) => entry.hasInstallScript && !path.endsWith('fsevents'))
    expect(scripts.map(([path]) => path)).toEqual([])
    expect(packages.filter(([, entry]) => entry.deprecated !== undefined)).toEqual([])
  })

  test('a user of the package installs nothing else: what it needs is bundled', () => {
    expect(manifest.dependencies).toBeUndefined()
    expect(manifest.bin).toEqual({ bylaw: 'dist/bylaw.js' })
    expect(manifest.engines.node).toBe('>=20.19')
  })
})
