/** Ends an exhaustive `switch`: a new variant becomes a type error here. */
export function unreachable(value: never): never {
  throw new Error(`not reachable: ${JSON.stringify(value)}`)
}
