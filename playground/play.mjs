// `npm run play -- [POLICY] [options]`: as `bylaw play`, built first where it is not yet.
import { execSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const dist = join(import.meta.dirname, '../dist')
if (!existsSync(join(dist, 'play/index.html')))
  execSync('npm run build', { cwd: join(dist, '..'), stdio: 'inherit' })
const { status } = spawnSync(process.execPath, [join(dist, 'bylaw.js'), 'play', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
