/** One contender: its time for all orders, and what that is of plain JavaScript's and of bylaw's. */
export type Row = {
  readonly name: string
  readonly milliseconds: number
  readonly ratio: number
  /** The same of processor time. */
  readonly processor: number
  readonly ofOwn: number
  readonly peak: number
  /** How many orders were really run, when not all: the time is extrapolated. */
  readonly sampled: number | undefined
}

export type Goal = {
  readonly what: string
  readonly value: number
  /** Absent where the figure is shown without a goal. */
  readonly most?: number
}

export function printRows(rows: readonly Row[]): void {
  const cells = rows.map((row) => [
    row.name,
    digits(row.ratio),
    digits(row.processor),
    digits(row.ofOwn),
    String(Math.round(row.milliseconds)),
    String(Math.round(row.peak)),
    row.sampled === undefined ? '' : `sampled: ${row.sampled} orders, rules only, without reading`,
  ])
  printTable([['', '÷ plain', 'its CPU', '÷ bylaw', 'ms', 'peak MB', ''], ...cells])
}

export function printGoals(goals: readonly Goal[]): void {
  const cells = goals.map((goal) => [
    goal.what,
    digits(goal.value),
    goal.most === undefined ? '' : `≤ ${goal.most}`,
    goal.most === undefined ? '' : goal.value <= goal.most ? 'met' : 'missed',
  ])
  printTable([['', 'measured', 'goal', ''], ...cells])
}

function digits(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100)
}

/** The first column to the left, numbers to the right, a last column of words to the left. */
function printTable(rows: readonly (readonly string[])[]): void {
  const columns = rows[0]?.length ?? 0
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(...rows.map((row) => row[c]?.length ?? 0)),
  )
  for (const row of rows) {
    const cells = row.map((cell, c) =>
      c === 0 || c === columns - 1 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0),
    )
    console.log(cells.join('  ').trimEnd())
  }
  console.log('')
}
