import { defineConfig } from 'rolldown'

export default defineConfig([
  {
    input: { bylaw: 'src/cli/main.ts' },
    platform: 'node',
    output: {
      dir: 'dist',
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
  },
  {
    input: { index: 'src/index.ts' },
    platform: 'neutral',
    output: { dir: 'dist', format: 'esm', entryFileNames: '[name].js' },
  },
])
