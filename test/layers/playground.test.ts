import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { playgroundSources, resolveImport } from './sources.ts'

/** The packages that the page is made of. */
const packages = ['preact', 'preact/hooks', '@preact/signals', 'monaco-editor', 'read-excel-file']

const sources = playgroundSources()
const page = sources.filter(({ path }) => path.startsWith('playground/src/'))

describe('the layers of the page', () => {
  test('it takes the product by its public names alone, and its own packages', () => {
    const wrong = page.flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => {
          const target = resolveImport(path, specifier)
          if (target === undefined) return !packages.some((name) => `${specifier}/`.startsWith(`${name}/`))
          return !target.startsWith('playground/src/') && target !== 'src/index.ts'
        })
        .map((specifier) => `${path} → ${specifier}`),
    )
    expect(wrong).toEqual([])
  })

  test('what runs in the worker knows nothing of what is shown', () => {
    const worker = page.filter(
      ({ path }) => path.startsWith('playground/src/work/') && !path.endsWith('/client.ts'),
    )
    const shown = worker.flatMap(({ path, imports }) =>
      imports
        .filter((one) => /\/(?:views|ui|state|words|open)\/|^preact|^@preact/.test(one))
        .map((one) => `${path} → ${one}`),
    )
    expect(shown).toEqual([])
  })

  test('every import names a file that is there, with its ending', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .flatMap((one) => resolveImport(path, one.replace(/\?\w+$/, '')) ?? [])
        .filter((target) => !existsSync(new URL(`../../${target}`, import.meta.url)))
        .map((target) => `${path} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('every file of it is used by another, but for its entries', () => {
    const used = new Set(
      page.flatMap(({ path, imports }) => imports.flatMap((i) => resolveImport(path, i) ?? [])),
    )
    const workers = new Set(
      page.flatMap(({ path, text }) =>
        [...text.matchAll(/new URL\('([^']+)', import\.meta\.url\)/g)].flatMap(
          (m) => resolveImport(path, m[1] ?? '') ?? [],
        ),
      ),
    )
    const unused = page
      .map(({ path }) => path)
      .filter((path) => !used.has(path) && !workers.has(path) && path !== 'playground/src/main.tsx')
      // Read by what builds the page.
      .filter((path) => !sources.some((one) => one.imports.some((i) => resolveImport(one.path, i) === path)))
    expect(unused).toEqual([])
  })

  test('files are named in kebab case, export by name and have at most 400 lines', () => {
    const wrong = sources
      .filter(
        ({ path, code, text }) =>
          !/^[a-z0-9/.-]+\.tsx?$/.test(path) ||
          (/\bexport default\b/.test(code) && !path.endsWith('.config.ts')) ||
          text.trimEnd().split('\n').length > 400,
      )
      .map(({ path }) => path)
    expect(wrong).toEqual([])
  })

  test('no text becomes a program, and nothing is made of money in binary floating point', () => {
    const banned = /\beval\s*\(|\bnew Function\b|\bparseFloat\b|\.toFixed\b|\.toPrecision\b|\binnerHTML\b/
    const wrong = page.flatMap(({ path, code }) => {
      const found = banned.exec(code)
      return found ? [`${path}: ${found[0]}`] : []
    })
    expect(wrong).toEqual([])
  })
})
