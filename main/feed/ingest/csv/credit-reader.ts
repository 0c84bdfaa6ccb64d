// Reads who is credited in a row. An empty column credits nobody; those who are named then share the whole, and several who are
// named in one cell share what the cell has.
import type { Credit } from '../../../../shared/wire/fact.ts'
import type { CreditCell, Mapping } from '../../../../shared/wire/mapping.ts'
import { type CellReader, partsOf, peopleReader, type Surroundings } from './cell-readers.ts'
import { shown, textOf } from './cell-text.ts'
import { readNumber } from './numbers/read-decimal.ts'
import type { Reading } from './reading.ts'

interface ShareColumn {
  readonly index: number
  readonly column: string
  readonly isPercent: boolean
}

interface CreditPlan {
  readonly people: CellReader<readonly string[]>
  readonly role: CreditCell['role']
  /** The number in the mapping, a column, or null for equal shares. */
  readonly share: number | ShareColumn | null
  readonly separators: readonly string[]
}

interface NamedPeople {
  readonly plan: CreditPlan
  readonly people: readonly string[]
}

const readShare = ({ column, isPercent }: ShareColumn, text: string): Reading<number> => {
  const share = readNumber(text, undefined, isPercent)
  if ('fault' in share) return { fault: `${column} ${shown(text)} ${share.fault}` }
  if (share.value > 0 && share.value <= 1) return share
  const hint =
    share.value > 1 && share.value <= 100 ? '; for 20 of 100 say share: { column: …, as: percent }' : ''
  return { fault: `${column} ${shown(text)} is not a share such as 0.2 or 20 %${hint}` }
}

/** One share for all whom the cell names, or one for each of them. */
const sharesOf = (
  share: ShareColumn,
  { plan, people }: NamedPeople,
  cells: readonly string[],
): Reading<number[]> => {
  const text = textOf(cells, share.index)
  const parts = people.length > 1 ? partsOf(text, [...plan.separators, ';', '/', '\n']) : [text]
  if (parts.length === people.length && people.length > 1) {
    const shares: number[] = []
    for (const part of parts) {
      const one = readShare(share, part)
      if ('fault' in one) return one
      shares.push(one.value)
    }
    return { value: shares }
  }
  const whole = readShare(share, text)
  return 'fault' in whole ? whole : { value: people.map(() => whole.value / people.length) }
}

const namedIn = (plans: readonly CreditPlan[], cells: readonly string[]): Reading<NamedPeople[]> => {
  const named: NamedPeople[] = []
  for (const plan of plans) {
    const people = plan.people(cells)
    if ('fault' in people) return people
    if (people.value !== null && people.value.length > 0) named.push({ plan, people: people.value })
  }
  return { value: named }
}

const createPlan = ({ rep, role, share }: CreditCell, around: Surroundings): CreditPlan => ({
  people: peopleReader(rep, around),
  role,
  share:
    typeof share === 'object'
      ? { index: around.columns(share.column), column: share.column, isPercent: share.as === 'percent' }
      : (share ?? null),
  separators: ('separator' in rep && rep.separator) || [],
})

export const createCreditReader = (
  mapping: Mapping,
  around: Surroundings,
): ((cells: readonly string[]) => Reading<Credit[]>) => {
  const plans = mapping.credits.map((cell) => createPlan(cell, around))
  const sources = mapping.credits.flatMap(({ rep }) => ('column' in rep && rep.column ? [rep.column] : []))
  const nobody = `credits nobody: ${sources.join(' and ')} ${sources.length > 1 ? 'are' : 'is'} empty`

  return (cells) => {
    const named = namedIn(plans, cells)
    if ('fault' in named) return named
    const count = named.value.reduce((sum, { people }) => sum + people.length, 0)
    if (count === 0) return { fault: nobody }
    const fixed = named.value.reduce(
      (sum, { plan }) => sum + (typeof plan.share === 'number' ? plan.share : 0),
      0,
    )
    const credits: Credit[] = []
    for (const group of named.value) {
      const { plan, people } = group
      const role = plan.role && { role: plan.role }
      if (plan.share !== null && typeof plan.share === 'object') {
        const shares = sharesOf(plan.share, group, cells)
        if ('fault' in shares) return shares
        credits.push(...people.map((rep, index) => ({ rep, ...role, share: shares.value[index] ?? 0 })))
      } else if (count === 1) credits.push(...people.map((rep) => ({ rep, ...role })))
      else {
        const share = plan.share === null ? 1 / count : plan.share / fixed / people.length
        credits.push(...people.map((rep) => ({ rep, ...role, share })))
      }
    }
    return { value: credits }
  }
}
