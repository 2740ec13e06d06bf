import { render } from 'preact'
import './style/colours.css'
import './style/base.css'
import './style/shell.css'
import './style/table.css'
import { openFolder } from './open/open-folder.ts'
import { beginCalculating } from './state/outcome.ts'
import { open } from './state/workspace.ts'
import { App } from './views/app.tsx'
import { chooseSample } from './views/header.tsx'

const root = document.getElementById('app')
if (root) render(<App />, root)
beginCalculating()
void begin()

/** The folder that the page was served with, else the smallest sample. */
async function begin(): Promise<void> {
  const folder = await openFolder().catch(() => undefined)
  if (folder) open(folder)
  else await chooseSample('first-commission')
}
