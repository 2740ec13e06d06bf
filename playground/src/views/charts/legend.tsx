import { say } from '../../state/language.ts'
import { words } from '../../words/charts.ts'

/** Both versions, told apart by line and shape as well as by colour. */
export function Legend({ compared, bars }: { readonly compared: boolean; readonly bars?: boolean }) {
  if (!compared) return null
  return (
    <p class="legend">
      {(['before', 'after'] as const).map((side) => (
        <span key={side}>
          <svg width="40" height="14" viewBox="0 0 40 14" aria-hidden="true">
            {bars ? (
              <rect class={`bin ${side}`} x="4" y="2" width="32" height="10" />
            ) : (
              <>
                <line class={`curve ${side}`} x1="0" x2="40" y1="7" y2="7" />
                <circle class={`dot ${side}`} cx="20" cy="7" r="4" />
              </>
            )}
          </svg>{' '}
          {say(words[side])}
        </span>
      ))}
    </p>
  )
}
