/** The place of a clause in the statement. A share link stands in the address, so that is left as it is. */
export function goTo(event: Event, clause: string): void {
  event.preventDefault()
  const found = document.getElementById(`clause-${clause}`)
  found?.scrollIntoView({ block: 'start' })
  found?.querySelector<HTMLElement>('h3 button')?.focus({ preventScroll: true })
}
