import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { say } from '../state/language.ts'
import { words } from '../words/shell.ts'

const known = new Map<string, ComponentType>()

/** A part of the page that is fetched when it is first shown. */
export function Lazy({ name, load }: { name: string; load: () => Promise<ComponentType> }) {
  const [, redraw] = useState(0)
  const [broken, fail] = useState(false)
  useEffect(() => {
    fail(false)
    if (known.has(name)) return
    let gone = false
    load().then(
      (found) => {
        known.set(name, found)
        redraw((n) => n + 1)
      },
      () => {
        if (!gone) fail(true)
      },
    )
    return () => {
      gone = true
    }
  }, [name, load])
  const Found = known.get(name)
  if (Found) return <Found />
  return <p class="quiet pad">{broken ? say(words.notOpened, { name }) : say(words.opening)}</p>
}
