// People out of a pasted list: who would be added, and line by line what is wrong, before anything is saved.
import type { FloorFile } from '../../../wire/floor.ts'
import type { FloorEdit } from '../../../wire/floor-edits.ts'
import { Name } from '../../../wire/text.ts'
import { indexNames } from '../name-index.ts'
import { foldedName, nameKey } from '../name-key.ts'
import type { Columns, PastedField } from './columns.ts'
import { type PastedDate, readPastedDates } from './pasted-dates.ts'

/** Beyond these nothing is read. */
export const mostPastedLines = 5000

/** What is wrong with a line; each of them keeps it out. */
export type PasteProblem =
  | { readonly is: 'no-name' }
  | { readonly is: 'bad-name'; readonly text: string }
  /** `line`: where they stand first. */
  | { readonly is: 'twice'; readonly line: number; readonly text: string }
  | { readonly is: 'here-already'; readonly name: string; readonly text: string }
  | { readonly is: 'unknown-team' | 'unknown-role' | 'no-date' | 'ambiguous-date'; readonly text: string }
  | { readonly is: 'ends-before'; readonly text: string }

export interface PastedLine {
  /** As a spreadsheet counts, from 1. */
  readonly line: number
  readonly name: string
  readonly problems: readonly PasteProblem[]
  /** What the floor would get; null where the line is kept out. */
  readonly person: PastedPerson | null
}

export interface PastedPerson {
  readonly id: string
  readonly name: string
  readonly role?: string
  readonly team?: string
  readonly startedOn?: string
  readonly endedOn?: string
  readonly shortName?: string
  readonly aliases?: readonly string[]
}

export interface PastedPeople {
  readonly lines: readonly PastedLine[]
  /** Lines beyond the most that are read. */
  readonly unread: number
  /** By name as it was first written. */
  readonly unknownTeams: readonly string[]
  readonly newTeams: readonly { readonly id: string; readonly name: string }[]
  /** Words of the column of roles that are no role of the floor, as they were first written; empty: lines without one. */
  readonly unknownRoles: readonly string[]
  /** Of teams that are made, then of the people. */
  readonly edits: readonly FloorEdit[]
}

export interface PasteOptions {
  readonly columns: Columns
  readonly hasHeader: boolean
  /** Whether teams that the floor does not have are made. */
  readonly makeTeams: boolean
  /** What words that are no role of the floor mean: a role's id, null for none; by what `unknownRoles` has. */
  readonly roleWords?: Readonly<Record<string, string | null>>
  /** Makes an id of a name; empty where it cannot. */
  readonly slugOf: (name: string) => string
}

type File = Pick<FloorFile, 'people' | 'teams' | 'roles'>

const reserved = ['org', 'unassigned', 'others']

/** An id that nobody has yet; it is taken then. */
const createFreeId = (taken: Set<string>, slugOf: (name: string) => string) => {
  const next = new Map<string, number>()
  return (name: string, fallback: string): string => {
    const slug = slugOf(name) || fallback
    let id = slug
    // A list may have thousands of one name: none is counted from the start again.
    for (let nth = next.get(slug) ?? 2; taken.has(id); nth += 1) {
      id = `${slug}-${nth}`
      next.set(slug, nth + 1)
    }
    taken.add(id)
    return id
  }
}

const indexById = (list: readonly { readonly id: string; readonly name: string }[]) => {
  const found = new Map<string, string>()
  for (const { id, name } of list) {
    found.set(nameKey(id), id)
    if (!found.has(nameKey(name))) found.set(nameKey(name), id)
  }
  return found
}

const isBlank = (row: readonly string[]): boolean => row.every((text) => text.trim() === '')

/** Several addresses in one cell are parted by a comma or a semicolon. */
const aliasesIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) =>
    text
      .split(/[,;]/)
      .map((each) => each.trim())
      .filter((each) => each !== '' && each.length <= 200),
  )

/** `rows`: the cells of each line. */
export const readPastedPeople = (
  rows: readonly (readonly string[])[],
  file: File,
  { columns, hasHeader, makeTeams, roleWords = {}, slugOf }: PasteOptions,
): PastedPeople => {
  const skipped = hasHeader ? 1 : 0
  const all = rows.map((cells, index) => ({ cells, line: index + 1 })).slice(skipped)
  const filled = all.filter(({ cells }) => !isBlank(cells))
  const read = filled.slice(0, mostPastedLines)
  const textsOf = (cells: readonly string[], field: PastedField): readonly string[] =>
    columns.flatMap((each, at) => (each === field ? [(cells[at] ?? '').trim()] : []))
  const textOf = (cells: readonly string[], field: PastedField): string => textsOf(cells, field)[0] ?? ''
  const [starts, ends] = (['startedOn', 'endedOn'] as const).map((field) =>
    readPastedDates(read.map(({ cells }) => textOf(cells, field))),
  )

  const find = indexNames(file.people)
  const teams = indexById(file.teams)
  const roles = indexById(file.roles)
  const freeId = createFreeId(
    new Set([...reserved, ...file.people.map(({ id }) => id), ...file.teams.map(({ id }) => id)]),
    slugOf,
  )
  const newTeams: { readonly id: string; readonly name: string }[] = []
  const unknownTeams = new Map<string, string>()
  const unknownRoles = new Map<string, string>()
  /** In which line each name and alias of the list stands first. */
  const seen = new Map<string, number>()

  const teamOf = (text: string, problems: PasteProblem[]): string | undefined => {
    if (text === '') return undefined
    const known = teams.get(nameKey(text))
    if (known !== undefined) return known
    if (!unknownTeams.has(nameKey(text))) unknownTeams.set(nameKey(text), text)
    if (!makeTeams || !Name.safeParse(text).success) {
      problems.push({ is: 'unknown-team', text })
      return undefined
    }
    const team = { id: freeId(text, 'team'), name: text }
    newTeams.push(team)
    teams.set(nameKey(text), team.id)
    return team.id
  }
  /** A floor without roles has none to give. */
  const roleOf = (text: string, problems: PasteProblem[]): string | undefined => {
    const known = roles.get(nameKey(text))
    if (known !== undefined || file.roles.length === 0) {
      if (known === undefined && text !== '') problems.push({ is: 'unknown-role', text })
      return known
    }
    const word = unknownRoles.get(nameKey(text)) ?? text
    unknownRoles.set(nameKey(text), word)
    const meant = Object.hasOwn(roleWords, word) ? roleWords[word] : undefined
    if (meant === undefined && text !== '') problems.push({ is: 'unknown-role', text })
    return meant ?? undefined
  }
  const dateOf = (
    date: PastedDate | undefined,
    text: string,
    problems: PasteProblem[],
  ): string | undefined => {
    if (date?.is === 'date') return date.date
    if (date?.is === 'no-date') problems.push({ is: 'no-date', text })
    if (date?.is === 'ambiguous') problems.push({ is: 'ambiguous-date', text })
    return undefined
  }

  const lines = read.map(({ cells, line }, index): PastedLine => {
    const problems: PasteProblem[] = []
    const parts = [textOf(cells, 'firstName'), textOf(cells, 'lastName')].filter((part) => part !== '')
    const written = textOf(cells, 'name') || parts.join(' ')
    const name = Name.safeParse(written)
    if (written === '') problems.push({ is: 'no-name' })
    else if (!name.success) problems.push({ is: 'bad-name', text: written.slice(0, 60) })
    const aliases = [...new Set(aliasesIn(textsOf(cells, 'alias')))].filter(
      (alias) => foldedName(alias) !== foldedName(written),
    )

    const known = [...aliases, written].map(find).find((each) => each !== null)
    const person = known === undefined || known === null ? undefined : file.people[known]
    if (person) {
      const text = [...aliases, written].find((each) => find(each) === known) ?? written
      problems.push({ is: 'here-already', name: person.name, text })
    }
    const keys = aliases.length > 0 ? aliases : written === '' ? [] : [written]
    const twice = keys.find((key) => seen.has(nameKey(key)))
    if (twice !== undefined)
      problems.push({ is: 'twice', line: seen.get(nameKey(twice)) ?? line, text: twice })
    for (const key of keys) if (!seen.has(nameKey(key))) seen.set(nameKey(key), line)

    const role = roleOf(textOf(cells, 'role'), problems)
    const startedOn = dateOf(starts?.[index], textOf(cells, 'startedOn'), problems)
    const endedOn = dateOf(ends?.[index], textOf(cells, 'endedOn'), problems)
    if (startedOn !== undefined && endedOn !== undefined && endedOn < startedOn)
      problems.push({ is: 'ends-before', text: endedOn })
    const short = Name.safeParse(textOf(cells, 'shortName'))
    // A team is made only for somebody who is added.
    const isOut = problems.length > 0
    const teamText = textOf(cells, 'team')
    const team = isOut && !teams.has(nameKey(teamText)) && makeTeams ? undefined : teamOf(teamText, problems)
    return {
      line,
      name: written,
      problems,
      person:
        problems.length > 0 || !name.success
          ? null
          : {
              id: freeId(name.data, 'person'),
              name: name.data,
              ...(role !== undefined && { role }),
              ...(team !== undefined && { team }),
              ...(startedOn !== undefined && { startedOn }),
              ...(endedOn !== undefined && { endedOn }),
              ...(short.success && { shortName: short.data }),
              ...(aliases.length > 0 && { aliases }),
            },
    }
  })
  const added = lines.flatMap(({ person }) => person ?? [])
  return {
    lines,
    unread: filled.length - read.length,
    unknownTeams: [...unknownTeams.values()],
    newTeams,
    unknownRoles: [...unknownRoles.values()],
    edits: [
      ...newTeams.map((entry): FloorEdit => ({ do: 'add', list: 'teams', entry, before: null })),
      ...added.map((entry): FloorEdit => ({ do: 'add', list: 'people', entry: { ...entry }, before: null })),
    ],
  }
}
