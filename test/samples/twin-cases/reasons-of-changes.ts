/** Why no case need notice a change of the Chinese handbook, in the words of the English one. */
export const reasonsOfChanges: Readonly<Record<string, string>> = {
  'S5 另有签约时限，到不了这一行': 'S5 has a time limit of its own, and this row is never met',
}
