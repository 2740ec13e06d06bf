import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** A window over the page. The browser keeps the focus inside, closes it with Escape and gives the focus back. */
export function Dialog(props: {
  readonly title: string
  readonly close: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => ref.current?.showModal(), [])
  return (
    <dialog ref={ref} class="dialog" aria-label={props.title} onClose={props.onClose}>
      <div class="dialog-head">
        <h2>{props.title}</h2>
        <button
          type="button"
          aria-label={props.close}
          title={props.close}
          onClick={() => ref.current?.close()}
        >
          ✕
        </button>
      </div>
      {props.children}
    </dialog>
  )
}
