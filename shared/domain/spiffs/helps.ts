// What of a fact somebody can be paid for as a help: a thanks that was confirmed, a part in a colleague's won deal, a handover.
import type { Fact } from '../../wire/fact.ts'
import { handoverKind, type SpiffFor } from '../../wire/spiffs.ts'
import { type ThanksHow, thanksSource } from '../../wire/thanks.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { createStandsAside } from '../counting/taken-from.ts'
import { closerIndex, isRefund } from '../counting/won-deals.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { thanksOf } from '../facts/thanks.ts'
import { createPlacing } from '../people/placing.ts'
import type { Member } from '../people/roster.ts'
import type { Day } from '../time/calendar-date.ts'

export interface Help {
  readonly for: Exclude<SpiffFor, 'metric'>
  readonly source: string
  readonly id: string
  readonly member: Member
  /** Whom they helped, by id; null where nobody is known. */
  readonly other: string | null
  /** Epoch ms; of a plain date its first instant where they are. */
  readonly at: number
  /** Their local date. */
  readonly day: Day
  readonly how: ThanksHow | null
  /** The words of a thanks; a deal’s name. */
  readonly what: string | null
  readonly account: string | null
}

/** Whether a fact can be one at all, before anything is known of the floor. */
export const couldHelp = (fact: Fact): boolean =>
  fact.type === 'deal'
    ? fact.status === 'won' && fact.credits.length > 1
    : fact.source === thanksSource || fact.kind === handoverKind

/** Of a fact as its source wrote it; none of one that counts nowhere on the floor, or of people whom it does not know. */
export const createHelpsIn = (model: FloorModel): ((written: StoredFact) => readonly Help[]) => {
  const { roster, corrections, file } = model
  const placing = createPlacing(roster)
  const standsAside = createStandsAside(file.floor.takenFrom, placing, roster)
  return (written) => {
    const { fact } = corrections.read(written)
    const members = fact.credits.map(({ rep }) => roster.find(rep))
    if (corrections.goesNowhere(fact) || standsAside(fact, members[0] ?? null)) return []
    const { source, id, account = null } = fact
    if (fact.type === 'deal') {
      if (fact.status !== 'won' || fact.closedAt == null || isRefund(fact)) return []
      const { closedAt, name = null } = fact
      const owner = members[closerIndex(fact)] ?? null
      const others = new Set(members.flatMap((member) => (member === owner ? [] : (member ?? []))))
      return [...others].map((member) => {
        const { ms, day } = placing.place(closedAt, member)
        const head = { for: 'shared-win', source, id, member, other: owner?.id ?? null } as const
        return { ...head, at: ms, day, how: null, what: name, account }
      })
    }
    const [member] = members
    if (member == null) return []
    const { ms, day } = placing.place(fact.at, member)
    const thanks = thanksOf(fact)
    if (thanks !== null) {
      const other = roster.find(thanks.helped)?.id ?? null
      // Whoever helps themselves is paid for nothing.
      if (other === null || other === member.id) return []
      const { words: what, how } = thanks
      return [{ for: 'help', source, id, member, other, at: ms, day, how, what, account }]
    }
    if (fact.kind !== handoverKind) return []
    return [{ for: 'handover', source, id, member, other: null, at: ms, day, how: null, what: null, account }]
  }
}
