// What the columns of a pasted list of people are: by the words of its first line, else by what stands in them.
import { nameKey } from '../name-key.ts'

/** `alias`: a name, an address or an id by which sources know them; a list may have several. */
export type PastedField =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'alias'
  | 'team'
  | 'role'
  | 'startedOn'
  | 'endedOn'
  | 'shortName'

export const pastedFields: readonly PastedField[] = [
  'name',
  'firstName',
  'lastName',
  'alias',
  'team',
  'role',
  'startedOn',
  'endedOn',
  'shortName',
]

/** What a column is; null: it is left out. */
export type Columns = readonly (PastedField | null)[]

export interface RecognisedColumns {
  readonly columns: Columns
  /** Whether the first line names the columns. */
  readonly hasHeader: boolean
}

const words: Readonly<Record<PastedField, readonly string[]>> = {
  name: [
    'name',
    'full name',
    'person',
    'rep',
    'employee',
    'display name',
    'vollständiger name',
    'mitarbeiter',
    'mitarbeiterin',
    'verkäufer',
    'anzeigename',
    'agent',
    'sales agent',
    'sales rep',
    'representative',
    'sales representative',
    'salesperson',
    'seller',
    'account executive',
    'owner name',
    'verkäuferin',
    'vertriebler',
    'besitzer',
  ],
  firstName: ['first name', 'firstname', 'given name', 'forename', 'vorname'],
  lastName: ['last name', 'lastname', 'surname', 'family name', 'nachname', 'familienname'],
  alias: [
    'alias',
    'aliases',
    'e-mail',
    'email',
    'e-mail address',
    'email address',
    'mail',
    'e-mail-adresse',
    'user',
    'user name',
    'username',
    'login',
    'owner',
    'owner id',
    'crm id',
    'user id',
    'id',
    'benutzer',
    'benutzername',
    'kennung',
  ],
  team: [
    'team',
    'team name',
    'sales team',
    'group',
    'department',
    'squad',
    'office',
    'regional office',
    'sales office',
    'region',
    'territory',
    'branch',
    'gruppe',
    'abteilung',
    'büro',
    'standort',
    'niederlassung',
    'gebiet',
  ],
  role: ['role', 'title', 'job title', 'position', 'rolle', 'funktion', 'stelle'],
  startedOn: [
    'start',
    'started',
    'start date',
    'started on',
    'startedon',
    'hire date',
    'hired',
    'joined',
    'eintritt',
    'eintrittsdatum',
    'beginn',
    'startdatum',
    'seit',
    'dabei seit',
  ],
  endedOn: [
    'end',
    'ended',
    'end date',
    'ended on',
    'endedon',
    'left',
    'leave date',
    'last day',
    'austritt',
    'austrittsdatum',
    'ende',
    'enddatum',
    'letzter tag',
  ],
  shortName: ['short name', 'shortname', 'nickname', 'kurzname', 'rufname', 'spitzname'],
}

const fieldOf = new Map(
  pastedFields.flatMap((field) => words[field].map((word) => [nameKey(word), field] as const)),
)

/** A program writes `sales_agent` where a person writes “Sales agent”. */
const wordKey = (text: string): string => nameKey(text.replaceAll('_', ' '))

const cell = (text: string | undefined): string => (text ?? '').trim()
const dateLike = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/

/** So many lines say what a column holds. */
const looked = 200

interface Known {
  readonly teams: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
}

/** More than half of what stands in a column. */
const mostly = (values: readonly string[], is: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(is).length * 2 > values.length

const byContent = (values: readonly string[], { teams, roles }: Known): PastedField | null => {
  if (mostly(values, (value) => value.includes('@'))) return 'alias'
  if (mostly(values, (value) => dateLike.test(value))) return 'startedOn'
  if (mostly(values, (value) => teams.has(nameKey(value)))) return 'team'
  if (mostly(values, (value) => roles.has(nameKey(value)))) return 'role'
  return null
}

/** Each field once, but for aliases; the first column that is it. */
const onceEach = (fields: Columns): Columns =>
  fields.map((field, at) => (field !== 'alias' && fields.indexOf(field) < at ? null : field))

/** `teams`, `roles`: the floor's, by id and name. `said`: whether the first line names the columns, where somebody said so. */
export const recogniseColumns = (
  rows: readonly (readonly string[])[],
  known: { readonly teams: readonly string[]; readonly roles: readonly string[] },
  said?: boolean,
): RecognisedColumns => {
  const width = Math.max(0, ...rows.slice(0, looked).map((row) => row.length))
  const first = rows[0] ?? []
  const named = Array.from({ length: width }, (_, at) => fieldOf.get(wordKey(cell(first[at]))) ?? null)
  const isNamed = named.some((field) => field !== null)
  const hasHeader = said ?? isNamed
  if (hasHeader && isNamed) return { columns: onceEach(named), hasHeader }
  const lines = rows.slice(hasHeader ? 1 : 0, looked)
  const sets = {
    teams: new Set(known.teams.map(nameKey)),
    roles: new Set(known.roles.map(nameKey)),
  }
  const held = Array.from({ length: width }, (_, at) =>
    byContent(
      lines.map((row) => cell(row[at])).filter((value) => value !== ''),
      sets,
    ),
  )
  const free = held.indexOf(null)
  return { columns: onceEach(held.map((field, at) => (at === free ? 'name' : field))), hasHeader }
}
