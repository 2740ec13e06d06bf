import type { ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import { say } from '../../state/language.ts'
import { words } from '../../words/share.ts'

type Dialog = ComponentType<{ readonly onClose: () => void }>

/** Opens the dialog, whose code is fetched when it is first wanted. */
export function ShareButton() {
  const [Shown, show] = useState<{ readonly dialog: Dialog } | undefined>(undefined)
  return (
    <>
      <button
        type="button"
        onClick={() =>
          void import('./share-dialog.tsx').then(({ ShareDialog }) => show({ dialog: ShareDialog }))
        }
      >
        {say(words.share)}
      </button>
      {Shown && <Shown.dialog onClose={() => show(undefined)} />}
    </>
  )
}
