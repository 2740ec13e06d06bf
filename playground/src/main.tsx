import { render } from 'preact'
import './style/colours.css'
import './style/base.css'
import './style/shell.css'
import './style/share.css'
import './style/table.css'
import './style/editor.css'
import { keepForOffline } from './offline.ts'
import { openFolder } from './open/open-folder.ts'
import { beginOpening } from './open/turn.ts'
import { goOnAfterReload } from './share/across-reload.ts'
import { beginKeeping } from './share/keeping.ts'
import { isShared } from './share/link.ts'
import { openFiles, openLink } from './share/opening.ts'
import { beginDropping } from './state/dropped.ts'
import { beginCalculating } from './state/outcome.ts'
import { open } from './state/workspace.ts'
import { App } from './views/app.tsx'
import { chooseSample, notOpened } from './views/header.tsx'

const root = document.getElementById('app')
if (root) render(<App />, root)
beginCalculating()
beginDropping((files) => void openFiles(files))
beginKeeping()
void begin()
// A link that is pasted while the page is open.
addEventListener('hashchange', () => {
  if (isShared(location.hash)) void openLink(location.hash)
})
keepForOffline()

/** What the link holds, else the folder that the page was served with, else the smallest sample. */
async function begin(): Promise<void> {
  const isWanted = beginOpening()
  if (!isShared(location.hash) || !(await openLink(location.hash, isWanted))) await openUsual(isWanted)
  await goOnAfterReload(isWanted)
}

async function openUsual(isWanted: () => boolean): Promise<void> {
  try {
    const folder = await openFolder()
    if (!isWanted()) return
    if (folder) open(folder)
    else await chooseSample('first-commission', isWanted)
  } catch (error) {
    // A file that went away meanwhile: another policy in its place would be taken for it.
    if (isWanted()) notOpened.value = error instanceof Error ? error.message : ''
  }
}
