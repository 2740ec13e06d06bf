import type { Handler } from './handler.ts'

// Deciding is a part of the worker of its own: whoever only looks at pay never waits for it.
const load = () => import('./decide.ts')

export const decideForm: Handler<'decideForm'> = async (session, ask) =>
  (await load()).decideForm(session, ask)
export const decide: Handler<'decide'> = async (session, ask) => (await load()).decide(session, ask)
export const decideFill: Handler<'decideFill'> = async (session, ask) =>
  (await load()).decideFill(session, ask)
export const decideHeat: Handler<'decideHeat'> = async (session, ask) =>
  (await import('./decide-heat.ts')).decideHeat(session, ask)

export const deadlines: Handler<'deadlines'> = async (session, ask) =>
  (await import('./deadlines.ts')).deadlines(session, ask)

export const deadlineCourse: Handler<'deadlineCourse'> = async (session, ask) =>
  (await import('./deadline-course.ts')).courseShown(session, ask)
