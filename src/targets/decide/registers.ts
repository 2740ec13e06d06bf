/** The file of registers in which a value stands. */
export type File = 'number' | 'big' | 'text'

/** What a program works on; the value of a register stands in one of three files, its state beside it. */
export type Registers = {
  readonly numbers: Float64Array
  readonly bigs: bigint[]
  readonly texts: string[]
  readonly states: Int32Array
}
