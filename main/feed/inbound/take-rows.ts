// What the rows of a delivery become: facts that the floor takes, withdrawals, and sentences about the others.
import type { FactWarning } from '../../../shared/wire/fact.ts'
import type { DeliveryOutcome } from '../../../shared/wire/inbound.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { RowReading } from '../ingest/csv/row-to-fact.ts'
import { createFactWarnings } from '../ingest/fact-warnings.ts'
import type { By, FactWrite } from '../store/log.ts'

/** Sentences of one kind that are kept of a delivery: the next ones seldom say anything new. */
const mostSentences = 20

export interface TakeRowsParts {
  readonly floor: Pick<LiveFloor, 'refuse' | 'submit' | 'faultWords'>
  readonly source: string
  readonly by: By
  /** Epoch ms: when the delivery came. */
  readonly receivedAt: number
}

export const nothingTaken: DeliveryOutcome = {
  accepted: 0,
  unchanged: 0,
  withdrawn: 0,
  passedOver: 0,
  refused: [],
  refusedCount: 0,
  warnings: [],
}

const inWords = ({ what, count }: FactWarning): string => (count === 1 ? what : `${what} (${count} times)`)

/** Throws `LogUnavailable`. */
export const takeRows = async (
  { floor, source, by, receivedAt }: TakeRowsParts,
  rows: readonly RowReading[],
): Promise<DeliveryOutcome> => {
  const refused: string[] = []
  const notes = new Set<string>()
  const writes: FactWrite[] = []
  const refuse = (id: string | null, reason: string): void => {
    refused.push(id === null ? reason : `${id}: ${reason}`)
  }
  for (const row of rows) {
    if (row.kind === 'refused') refuse(row.id, row.reason)
    if (row.kind === 'withdrawal') {
      const { id, version } = row.withdrawal
      writes.push({ source, id, fact: null, receivedAt, by, version })
    }
    if (row.kind !== 'fact') continue
    const { fact } = row
    const reason = floor.refuse(fact)
    if (reason === null) writes.push({ source, id: fact.id, fact, receivedAt, by })
    else refuse(fact.id, reason)
    for (const note of row.notes) notes.add(note)
  }

  const counts = { accepted: 0, unchanged: 0, withdrawn: 0 }
  const warnings = createFactWarnings(floor)
  if (writes.length > 0) {
    const { outcomes, faults } = await floor.submit(writes)
    outcomes.forEach(({ changed, late, refused: reason }, at) => {
      const id = writes[at]?.id ?? ''
      if (reason !== undefined) refuse(id, reason)
      else if (!changed) counts.unchanged += 1
      else if (writes[at]?.fact === null) counts.withdrawn += 1
      else counts.accepted += 1
      if (late) warnings.noteOlder(id)
    })
    for (const [at, wrong] of faults) warnings.note(wrong, writes[at]?.id ?? '')
  }
  return {
    ...counts,
    passedOver: rows.filter(({ kind }) => kind === 'passed over').length,
    refused: refused.slice(0, mostSentences),
    refusedCount: refused.length,
    warnings: [...notes, ...warnings.list().map(inWords)].slice(0, mostSentences),
  }
}
