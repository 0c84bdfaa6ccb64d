// Whose somebody is, by the raw file: the teams that they are on by date, whether they say so themselves or a team lists them.
import { entriesOf, idOf, isFields, type RawFields } from './raw-floor.ts'

/** A time on one team; `from` and `until`, not included, are dates, '' where it has no beginning or no end. */
export interface TeamSpell {
  readonly team: string
  readonly from: string
  readonly until: string
}

const stepsOf = (team: unknown): readonly { readonly team: string; readonly from: string }[] => {
  if (typeof team === 'string') return [{ team, from: '' }]
  if (!Array.isArray(team)) return []
  return team
    .flatMap((step: unknown) =>
      isFields(step) && typeof step['team'] === 'string'
        ? [{ team: step['team'], from: typeof step['from'] === 'string' ? step['from'] : '' }]
        : [],
    )
    .sort((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)))
}

/** Of a file, somebody's times in their order; none for who is on no team, or not there. */
export const createSpells = (raw: RawFields): ((person: string) => readonly TeamSpell[]) => {
  const people = new Map(entriesOf(raw, 'people').map((entry) => [idOf(entry), entry]))
  const listedBy = new Map<unknown, string>()
  for (const team of entriesOf(raw, 'teams')) {
    const [id, members] = [idOf(team), isFields(team) ? team['members'] : null]
    if (id === null || !Array.isArray(members)) continue
    for (const member of members) if (!listedBy.has(member)) listedBy.set(member, id)
  }
  return (person) => {
    const entry = people.get(person)
    if (!isFields(entry)) return []
    const steps = stepsOf(entry['team'] ?? listedBy.get(person))
    return steps.map((step, at) => ({ ...step, until: steps[at + 1]?.from ?? '' }))
  }
}

/** Those whom a team lists in one of two files and not in the other. */
export const listedAnew = (before: RawFields, after: RawFields): ReadonlySet<string> => {
  const listings = (raw: RawFields) =>
    new Set(
      entriesOf(raw, 'teams').flatMap((team): string[] => {
        const members = isFields(team) ? team['members'] : null
        return Array.isArray(members)
          ? members.map((member: unknown) => `${idOf(team)} ${String(member)}`)
          : []
      }),
    )
  const [was, is] = [listings(before), listings(after)]
  return new Set(
    [...[...was].filter((each) => !is.has(each)), ...[...is].filter((each) => !was.has(each))].map(
      (each) => each.split(' ')[1] ?? '',
    ),
  )
}
