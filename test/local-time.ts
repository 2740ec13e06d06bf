/** Seconds since 1970-01-01T00:00Z of a local time in China: `2026-07-07 12:00`. */
export function localTime(text: string): number {
  const [date = '', clock = '00:00'] = text.split(' ')
  return Date.parse(`${date}T${clock.length === 5 ? `${clock}:00` : clock}+08:00`) / 1000
}
