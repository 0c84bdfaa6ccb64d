// Reads who is credited in a row. An empty column credits nobody; those who are named then share the whole.
import type { Credit } from '../../../../shared/wire/fact.ts'
import type { CreditCell, Mapping } from '../../../../shared/wire/mapping.ts'
import { type CellReader, type ColumnIndex, personReader, shown } from './cell-readers.ts'
import { readNumber } from './read-decimal.ts'
import type { Reading } from './reading.ts'

interface CreditPlan {
  readonly rep: CellReader<string>
  readonly role: CreditCell['role']
  /** The number in the mapping, a column, or null for equal shares. */
  readonly share: number | { readonly index: number; readonly column: string } | null
}

const readShare = (column: string, text: string): Reading<number> => {
  const written = text.trim()
  const isPercent = written.endsWith('%')
  const reading = readNumber(isPercent ? written.slice(0, -1) : written)
  if ('fault' in reading) return { fault: `${column} ${shown(text)} ${reading.fault}` }
  const share = isPercent ? reading.value / 100 : reading.value
  if (share > 0 && share <= 1) return { value: share }
  return { fault: `${column} ${shown(text)} is not a share such as 0.2 or 20 %` }
}

type Named = Reading<{ readonly plan: CreditPlan; readonly rep: string }[]>

const namedIn = (plans: readonly CreditPlan[], cells: readonly string[]): Named => {
  const named: { plan: CreditPlan; rep: string }[] = []
  for (const plan of plans) {
    const rep = plan.rep(cells)
    if ('fault' in rep) return rep
    if (rep.value !== null) named.push({ plan, rep: rep.value })
  }
  return { value: named }
}

export const createCreditReader = (
  mapping: Mapping,
  columns: ColumnIndex,
): ((cells: readonly string[]) => Reading<Credit[]>) => {
  const plans = mapping.credits.map(
    ({ rep, role, share }): CreditPlan => ({
      rep: personReader(rep, columns),
      role,
      share:
        typeof share === 'object'
          ? { index: columns.get(share.column) ?? -1, column: share.column }
          : (share ?? null),
    }),
  )

  const sources = mapping.credits.flatMap(({ rep }) => ('column' in rep && rep.column ? [rep.column] : []))
  const nobody = `credits nobody: ${sources.join(' and ')} ${sources.length > 1 ? 'are' : 'is'} empty`

  return (cells) => {
    const named = namedIn(plans, cells)
    if ('fault' in named) return named
    if (named.value.length === 0) return { fault: nobody }
    const fixed = named.value.reduce(
      (sum, { plan }) => sum + (typeof plan.share === 'number' ? plan.share : 0),
      0,
    )
    const credits: Credit[] = []
    for (const { plan, rep } of named.value) {
      const head = { rep, ...(plan.role && { role: plan.role }) }
      if (plan.share !== null && typeof plan.share === 'object') {
        const share = readShare(plan.share.column, cells[plan.share.index] ?? '')
        if ('fault' in share) return share
        credits.push({ ...head, share: share.value })
      } else if (named.value.length === 1) credits.push(head)
      else credits.push({ ...head, share: plan.share === null ? 1 / named.value.length : plan.share / fixed })
    }
    return { value: credits }
  }
}
