import { expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { approvalChain } from '../../../src/review/tables/approval-chain.ts'
import { decider } from '../../../src/targets/decide/decider.ts'

const people = (superior: string) => `
record Person {
  id text key; name text
  role one of rep, manager, director, finance, legal
  above Person optional
}
record Stand { giver Person; taker Person; begins date; ends date; in force from begins until ends by giver }
record Client { id text key; owner Person }
record Quote { id text key; person Person; client Client; asked date posting; discount percent; terms count }
authority grant "Grant" for each Quote {
  ranks rep, manager, director by person.role
  asked by person
  ${superior}
  own up to rep`

const english = (
  superior: string,
) => `policy p { language en; currency CNY; effective from 2026-01-01 until open }
${people(superior)}
  table "Discount" unique {
    | discount            | => verdict                                 |
    | up to 5%            | allow                                      |
    | over 5% up to 10%   | approval manager                           |
    | over 10% up to 20%  | approval in turn finance, director, legal  |
    | over 20% up to 30%  | approval one of director, finance          |
    | over 30%            | refuse                                     |
  }
  table "Terms" unique {
    | terms               | => verdict                                 |
    | up to 30            | allow                                      |
    | over 30 up to 60    | approval all of finance, legal             |
    | over 60 up to 90    | approval client.owner                      |
    | over 90             | approval in turn legal, finance            |
  }
}
`

const chief = { id: 'D', name: 'Di', role: 'director', above: null }
const manager = { id: 'M', name: 'Mo', role: 'manager', above: chief }
const rep = { id: 'R', name: 'Ada', role: 'rep', above: manager }
const owner = { id: 'O', name: 'Oz', role: 'rep', above: manager }

type Asked = { readonly discount: string; readonly terms: number; readonly taker?: object }

function chainOf(policy: string, { discount, terms, taker }: Asked): readonly string[] {
  const { plan, program, diagnostics } = compile([{ name: 'p.bylaw', text: policy }])
  if (!plan) throw new Error(JSON.stringify(diagnostics))
  const answer = decider(plan, 'grant').decide({
    id: 'Q',
    person: rep,
    client: { id: 'C', owner },
    asked: '2026-01-05',
    discount,
    terms,
    ...(policy.includes('substitute') && { Stand: { taker: taker ?? null } }),
  })
  expect(answer.problems).toEqual([])
  const steps = answer.explain().tree?.steps ?? []
  return approvalChain(program, 'grant', plan.policy.language, answer.values, steps).map(
    ({ how, steps: all }) => {
      const said = all.map(({ role, person, insteadOf, why }) => {
        return [role, person?.label ?? person?.key, insteadOf && `for ${insteadOf.label}`, why?.code]
          .filter(Boolean)
          .join(' ')
      })
      return `${how}: ${said.join(' > ')}`
    },
  )
}

const whole = english('superior person.above')

test('a rank alone is the nearest superior who has it', () => {
  expect(chainOf(whole, { discount: '7%', terms: 10 })).toEqual(['alone: manager Mo'])
})

test('what is signed in turn stands in the order that was written, the rank in its place', () => {
  expect(chainOf(whole, { discount: '15%', terms: 10 })).toEqual(['in-turn: finance > director Di > legal'])
})

test('one of several is a choice, and each of several are all', () => {
  expect(chainOf(whole, { discount: '25%', terms: 10 })).toEqual(['one: director Di > finance'])
  expect(chainOf(whole, { discount: '3%', terms: 40 })).toEqual(['all: finance > legal'])
  expect(chainOf(whole, { discount: '7%', terms: 40 })).toEqual(['all: manager Mo > finance > legal'])
})

test('what one table wants in turn and a rank of another are two groups, and both must agree', () => {
  expect(chainOf(whole, { discount: '7%', terms: 100 })).toEqual([
    'in-turn: legal > finance',
    'alone: manager Mo',
  ])
})

test('whom the row names is somebody', () => {
  expect(chainOf(whole, { discount: '3%', terms: 70 })).toEqual(['alone: client.owner O'])
})

test('who acts for somebody is named with him', () => {
  const policy = english('superior person.above\n  substitute Stand(approver).taker')
  const taker = { id: 'S', name: 'Su', role: 'manager', above: null }
  expect(chainOf(policy, { discount: '7%', terms: 10, taker })).toEqual(['alone: manager Su for Mo'])
  expect(chainOf(policy, { discount: '7%', terms: 10 })).toEqual(['alone: manager Mo'])
})

test('what is allowed or refused has nobody to approve it', () => {
  expect(chainOf(whole, { discount: '3%', terms: 10 })).toEqual([])
  expect(chainOf(whole, { discount: '40%', terms: 10 })).toEqual([])
})
