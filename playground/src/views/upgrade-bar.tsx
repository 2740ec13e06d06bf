import { useState } from 'preact/hooks'
import { newerBuild, reloadNewer } from '../offline.ts'
import { keepForReload } from '../share/across-reload.ts'
import { keepsData } from '../share/keeping.ts'
import { say } from '../state/language.ts'
import { dataEdited } from '../state/workspace.ts'
import { words } from '../words/shell.ts'

/** A newer version of the page, which the browser has and which only waits to be asked for. */
export function UpgradeBar() {
  const [full, fail] = useState(false)
  const leave = async (): Promise<void> => {
    if (full || (await keepForReload())) reloadNewer()
    else fail(true)
  }
  const losing = dataEdited.value && !keepsData.value
  return (
    <div class="upgrade" role="status">
      {newerBuild.value && (
        <p>
          {say(full ? words.newerFull : words.newer)} {losing && say(words.newerData)}{' '}
          <button
            type="button"
            onClick={() => {
              void leave()
            }}
          >
            {say(words.reload)}
          </button>
        </p>
      )}
    </div>
  )
}
