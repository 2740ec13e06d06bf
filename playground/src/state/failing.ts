import { signal } from '@preact/signals'

/** How many cases fail, as soon as they have been looked at: shown beside the name of their tab. */
export const failing = signal(0)
