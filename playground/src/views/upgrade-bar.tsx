import { useState } from 'preact/hooks'
import { newerBuild, reloadNewer } from '../offline.ts'
import { keepForReload } from '../share/across-reload.ts'
import { say } from '../state/language.ts'
import { words } from '../words/shell.ts'

/** A newer version of the page, which the browser has and which only waits to be asked for. */
export function UpgradeBar() {
  const [full, fail] = useState(false)
  return (
    <div class="waiting" role="status">
      {newerBuild.value && (
        <p>
          {say(full ? words.newerFull : words.newer)}{' '}
          <button
            type="button"
            onClick={() => {
              if (full || keepForReload()) reloadNewer()
              else fail(true)
            }}
          >
            {say(words.reload)}
          </button>
        </p>
      )}
    </div>
  )
}
