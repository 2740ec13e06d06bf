import type { ComponentType } from 'preact'
import { words as people } from '../words/people.ts'
import { words as tabs } from '../words/tabs.ts'
import { People } from './people/people.tsx'
import type { View } from './view.ts'

/** The tabs, in the order in which they stand. The first is part of the shell: it paints with it. */
export const views: readonly View[] = [
  { id: 'people', label: people.tab, load: async () => People },
  { id: 'charts', label: tabs.charts, load: async () => (await import('./charts/charts.tsx')).Charts },
  { id: 'compare', label: tabs.compare, load: async () => (await import('./compare/compare.tsx')).Compare },
  { id: 'decide', label: tabs.decide, load: async () => (await import('./decide/decide.tsx')).Decide },
  { id: 'cases', label: tabs.cases, load: async () => (await import('./cases/cases.tsx')).Cases },
  { id: 'data', label: tabs.data, load: async () => (await import('./data/data.tsx')).Data },
]

/** What lies over the right side while a person is chosen (`state/chosen.ts`). */
export const statement: (() => Promise<ComponentType>) | undefined = async () =>
  (await import('./statement/statement-over.tsx')).StatementOver
