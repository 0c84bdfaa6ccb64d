// Whether an activity or a deal counts, or stands aside because the floor takes such from another source: so that a call which
// the dialer and the CRM report, and a deal that was entered by hand and is in the CRM, count once.
import type { Deal, Fact } from '../../wire/fact.ts'
import type { Metric } from '../../wire/floor.ts'
import { dealsTaken, type TakenFrom } from '../../wire/taken-from.ts'
import { foldedName } from '../people/name-key.ts'
import type { Placing } from '../people/placing.ts'
import type { Member, Roster, Stay } from '../people/roster.ts'
import { type Day, parseDay } from '../time/calendar-date.ts'

/** `first`: who is credited first, null where the floor does not know them. It decides for all of them, as the fact counts once. */
export type StandsAside = (fact: Fact, first: Member | null) => boolean

interface Rule {
  readonly source: string
  readonly since: Day
}

/** Rules of one kind and one scope, the latest first. */
type Scopes = ReadonlyMap<string, readonly Rule[]>

/** Ids of people and teams are slugs, so that these are no two’s. */
const scopeOf = ({ rep, team }: TakenFrom): string =>
  rep !== undefined ? `rep ${rep}` : team !== undefined ? `team ${team}` : ''

const never: StandsAside = () => false

const dateOfDeal = ({ closedAt, expectedCloseOn, createdAt }: Deal): string | null =>
  closedAt ?? expectedCloseOn ?? createdAt ?? null

/** The nearest rule decides: a person’s, else that of their team of the day, of the teams above it, the floor’s. */
export const createStandsAside = (
  rules: readonly TakenFrom[],
  placing: Placing,
  { teamAt, idOf }: Pick<Roster, 'teamAt' | 'idOf'>,
): StandsAside => {
  if (rules.length === 0) return never
  const byKind = new Map<string, Map<string, Rule[]>>()
  for (const rule of rules) {
    const since = rule.since === undefined ? Number.NEGATIVE_INFINITY : parseDay(rule.since)
    for (const kind of new Set(rule.kinds.map(foldedName))) {
      const scopes = byKind.get(kind) ?? new Map<string, Rule[]>()
      byKind.set(kind, scopes)
      const scope = scopeOf(rule)
      scopes.set(scope, [...(scopes.get(scope) ?? []), { source: foldedName(rule.source), since }])
    }
  }
  for (const scopes of byKind.values())
    for (const list of scopes.values()) list.sort((a, b) => (a.since < b.since ? 1 : -1))

  const inForce = (scopes: Scopes, scope: string, day: Day): Rule | undefined =>
    scopes.get(scope)?.find(({ since }) => since <= day)

  /** A deal is of the day on which it closed, else is expected to, else came to be; without any it is of today’s rules. */
  const whenOf = (fact: Fact): string | null => (fact.type === 'activity' ? fact.at : dateOfDeal(fact))

  const placeOf = (
    fact: Fact,
    first: Member | null,
  ): { readonly day: Day; readonly stay: Stay | null | undefined } => {
    const when = whenOf(fact)
    return when === null
      ? { day: Number.POSITIVE_INFINITY, stay: first?.stays.at(-1) }
      : placing.place(when, first)
  }

  return (fact, first) => {
    const scopes = byKind.get(fact.type === 'deal' ? dealsTaken : foldedName(fact.kind))
    if (scopes === undefined) return false
    const { day, stay } = placeOf(fact, first)
    const chain = stay?.team == null ? [] : (teamAt(stay.team)?.chain ?? [])
    const names = [
      ...(first === null ? [] : [`rep ${first.id}`]),
      ...chain.map((team) => `team ${idOf(team)}`),
      '',
    ]
    for (const name of names) {
      const rule = inForce(scopes, name, day)
      if (rule !== undefined) return rule.source !== foldedName(fact.source)
    }
    return false
  }
}

/** Rules that decide over what a metric counts itself; those of its parts are theirs. */
export const rulesFor = (rules: readonly TakenFrom[], { of, earlier = [] }: Metric): readonly TakenFrom[] => {
  if (rules.length === 0 || !('from' in of)) return []
  const bases = [of, ...earlier.map((each) => each.of)]
  /** Events of a deal’s history are activities too, and stand aside with their deal. */
  const isOf = (kind: string, asked: string): boolean =>
    asked === kind || (kind === dealsTaken && asked.startsWith('deal.'))
  const counts = (kind: string): boolean =>
    bases.some(({ from, where }) => {
      if (from === 'deal') return kind === dealsTaken
      return where.every(({ field, is, in: among }) => {
        if (field !== 'kind') return true
        if (is === undefined && among === undefined) return kind !== dealsTaken
        return [is, ...(among ?? [])].some(
          (each) => each !== undefined && isOf(kind, foldedName(String(each))),
        )
      })
    })
  return rules.filter(({ kinds }) => kinds.map(foldedName).some(counts))
}
