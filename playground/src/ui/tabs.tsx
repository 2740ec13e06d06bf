import type { ComponentChildren } from 'preact'

export type Tab = { readonly id: string; readonly label: string; readonly mark?: ComponentChildren }

/** A row of tabs: arrows, Home and End move between them, as in every tab list. `panel`: the id of what they switch. */
export function Tabs(props: {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly chosen: string
  readonly panel: string
  readonly choose: (id: string) => void
}) {
  const { tabs, chosen, panel, choose } = props
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === chosen)
    const to = target(event.key, at, tabs.length)
    const next = to === undefined ? undefined : tabs[to]
    if (!next) return
    event.preventDefault()
    choose(next.id)
    document.getElementById(`${panel}-${next.id}`)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={props.label} onKeyDown={move}>
      {tabs.map(({ id, label, mark }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${panel}-${id}`}
          aria-selected={id === chosen}
          aria-controls={panel}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
        >
          {label}
          {mark}
        </button>
      ))}
    </div>
  )
}

function target(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count
    case 'ArrowLeft':
      return (at + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
