const policy = `policy example {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
`

const rep = `
record Rep {
  id text key
  city one of Suzhou, Wuxi
  quota money
}
`

const order = `
record Order {
  id text key
  rep Rep
  signed date posting
  amount money
  discount percent
}
`

const quote = `
record Person {
  id text key
  role one of rep, manager, director
  manager Person optional
}

record Quote {
  id text key
  person Person
  submitted date posting
  amount money
  discount percent
}
`

/** The declarations that most examples of findings begin with, so that each stands alone and yet says little. */
export const withPolicy = (rest: string): string => `${policy}\n${rest}`
export const withReps = (rest: string): string => `${policy}${rep}\n${rest}`
export const withOrders = (rest: string): string => `${policy}${rep}${order}\n${rest}`
export const withQuotes = (rest: string): string => `${policy}${quote}\n${rest}`
