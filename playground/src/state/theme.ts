import { effect, signal } from '@preact/signals'
import { store, stored } from './stored.ts'

export const themes = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

/** What was chosen before, else what the system asks for. */
export const theme = signal<Theme>(themes.find((one) => one === stored('theme')) ?? systemTheme())

effect(() => {
  document.documentElement.dataset.theme = theme.value
})

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen
  store('theme', chosen)
}

function systemTheme(): Theme {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast'
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
