/** Of one text, in UTF-16 code units. The largest handbook is a hundredth of it. */
export const maxLength = 4 * 1024 * 1024
