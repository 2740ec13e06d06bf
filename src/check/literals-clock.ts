/** `17:00` or `17:00:30` as seconds since midnight; `24:00` is the end of the day. Undefined for anything else. */
export function clockSeconds(spelling: string): number | undefined {
  const m = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(spelling)
  if (!m) return undefined
  const [hours, minutes, seconds] = [Number(m[1]), Number(m[2]), Number(m[3] ?? '0')]
  const total = hours * 3600 + minutes * 60 + seconds
  return minutes > 59 || seconds > 59 || total > 86_400 ? undefined : total
}
