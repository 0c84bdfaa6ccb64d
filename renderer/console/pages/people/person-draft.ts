// A person as the form has them, and the edits that make the floor say the same.
import { z } from 'zod'
import { nameKey } from '../../../../shared/domain/people/name-key.ts'
import type { FloorFile, Person } from '../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'

/** A time on a team or in a role. `from` empty: all along, until the next one. */
const Step = z.object({ id: z.string(), from: z.string() })
export type Step = z.infer<typeof Step>

/** Texts as they stand in the fields; empty is nothing. */
export const PersonDraft = z.object({
  name: z.string(),
  shortName: z.string(),
  offWall: z.boolean(),
  photo: z.string(),
  walkUp: z.string(),
  teams: z.array(Step),
  roles: z.array(Step),
  startedOn: z.string(),
  endedOn: z.string(),
  /** Percent of the goal in the 1st, 2nd … month; null: that of the role. */
  ramp: z.array(z.number()).nullable(),
  leave: z.array(z.object({ from: z.string(), until: z.string() })),
  aliases: z.array(z.string()),
})
export type PersonDraft = z.infer<typeof PersonDraft>

const teamSteps = (person: Person | null, { teams }: Pick<FloorFile, 'teams'>): Step[] => {
  if (person === null) return []
  if (typeof person.team === 'object')
    return person.team.map(({ team, from }) => ({ id: team, from: from ?? '' }))
  const team = person.team ?? teams.find(({ members }) => members?.includes(person.id))?.id
  return team === undefined ? [] : [{ id: team, from: '' }]
}

const roleSteps = (person: Person | null): Step[] => {
  if (typeof person?.role === 'object')
    return person.role.map(({ role, from }) => ({ id: role, from: from ?? '' }))
  return person?.role === undefined ? [] : [{ id: person.role, from: '' }]
}

/** Null: somebody new. */
export const draftOf = (person: Person | null, file: FloorFile): PersonDraft => ({
  name: person?.name ?? '',
  shortName: person?.shortName ?? '',
  offWall: person?.offWall ?? false,
  photo: person?.photo ?? '',
  walkUp: person?.walkUp ?? '',
  teams: teamSteps(person, file),
  roles: roleSteps(person),
  startedOn: person?.startedOn ?? '',
  endedOn: person?.endedOn ?? '',
  ramp: person?.ramp?.map((share) => Math.round(share * 100)) ?? null,
  leave: person?.leave.map(({ from, until }) => ({ from, until })) ?? [],
  aliases: [...(person?.aliases ?? [])],
})

/** As the file writes it: one that holds all along by its id alone. */
const written = (what: 'team' | 'role', steps: readonly Step[]): unknown => {
  const chosen = steps.filter(({ id }) => id !== '')
  const [only] = chosen
  if (only === undefined) return null
  if (chosen.length === 1 && only.from === '') return only.id
  return chosen.map(({ id, from }) => ({ [what]: id, ...(from === '' ? {} : { from }) }))
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Sources that wrote the old name go on to mean them. */
const aliasesOf = (oldName: string, { name, aliases }: PersonDraft): readonly string[] => {
  const kept = aliases.map((alias) => alias.trim()).filter((alias) => alias !== '')
  if (oldName === '' || nameKey(oldName) === nameKey(name)) return kept
  return kept.some((alias) => nameKey(alias) === nameKey(oldName)) ? kept : [...kept, oldName]
}

const fieldsOf = (oldName: string, draft: PersonDraft): Readonly<Record<string, unknown>> => {
  const aliases = aliasesOf(oldName, draft)
  const leave = draft.leave.filter(({ from, until }) => from !== '' && until !== '')
  return {
    name: draft.name.trim(),
    shortName: orNull(draft.shortName),
    offWall: draft.offWall ? true : null,
    photo: orNull(draft.photo),
    walkUp: orNull(draft.walkUp),
    role: written('role', draft.roles),
    team: written('team', draft.teams),
    startedOn: orNull(draft.startedOn),
    endedOn: orNull(draft.endedOn),
    ramp: draft.ramp?.map((percent) => percent / 100) ?? null,
    leave: leave.length === 0 ? null : leave,
    aliases: aliases.length === 0 ? null : aliases,
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Only what was changed is written, since `base`: what others changed of the person meanwhile stays as they left it.
 */
export const personEdits = (
  person: Person | null,
  { base, draft }: { readonly base: PersonDraft; readonly draft: PersonDraft },
  file: FloorFile,
  newId: () => string,
): readonly FloorEdit[] => {
  const fields = fieldsOf(base.name, draft)
  if (person === null) {
    const set = Object.entries(fields).filter(([, value]) => value !== null)
    return [{ do: 'add', list: 'people', entry: { id: newId(), ...Object.fromEntries(set) }, before: null }]
  }
  const before = fieldsOf(base.name, base)
  const changed = Object.entries(fields).filter(([key, value]) => !isSame(value, before[key]))
  if (changed.length === 0) return []
  const listed = file.teams.find(({ members }) => members?.includes(person.id))
  const isMoved = changed.some(([key]) => key === 'team')
  return [
    // The team says it of them; from now on they say it themselves.
    ...(isMoved && listed
      ? [
          {
            do: 'set' as const,
            list: 'teams' as const,
            id: listed.id,
            fields: { members: listed.members?.filter((id) => id !== person.id) ?? [] },
          },
        ]
      : []),
    { do: 'set', list: 'people', id: person.id, fields: Object.fromEntries(changed) },
  ]
}
