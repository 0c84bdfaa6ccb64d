// Reads the users of another system from a CSV file. Which column is what is told by its name, in the words that CRMs use.
import type { User } from '../../../../shared/domain/people/people-of-users.ts'
import { bareName } from '../../../../shared/domain/words/look-alike.ts'
import { CsvProblem } from './csv-problem.ts'
import { openCsv } from './open-csv.ts'

export const userColumns = ['name', 'first', 'last', 'id', 'email', 'team', 'role', 'active'] as const
export type UserColumn = (typeof userColumns)[number]
/** By what it is, the name of the column. */
export type UserColumns = Partial<Record<UserColumn, string>>

/** As they are without capitals, spaces and hyphens; the first that a file has counts. */
const usualNames: Readonly<Record<UserColumn, readonly string[]>> = {
  name: ['name', 'fullname', 'displayname', 'username', 'user', 'owner', 'ownername', 'agent', 'salesagent'],
  first: ['firstname', 'givenname', 'vorname', 'prénom'],
  last: ['lastname', 'surname', 'familyname', 'nachname', 'nom'],
  id: ['id', 'userid', 'ownerid', 'recordid', 'extension'],
  email: ['email', 'emailaddress', 'mail', 'workemail', 'useremail'],
  team: ['team', 'teamname', 'group', 'department', 'division', 'abteilung'],
  role: ['role', 'rolename', 'userrole', 'jobtitle', 'title', 'position', 'profile'],
  active: ['active', 'isactive', 'status', 'state', 'enabled', 'aktiv'],
}

const gone: ReadonlySet<string> = new Set([
  'false',
  'no',
  '0',
  'n',
  'inactive',
  'deactivated',
  'disabled',
  'suspended',
  'terminated',
  'deleted',
  'nein',
  'falsch',
])

export interface UsersFile {
  readonly users: readonly User[]
  /** What was taken for what. */
  readonly columns: UserColumns
  /** Rows without a name, or that could not be read, by their lines. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[]
}

const columnsOf = (header: readonly string[], given: UserColumns): UserColumns => {
  const columns: { [K in UserColumn]?: string } = {}
  for (const what of userColumns) {
    const own = given[what]
    if (own !== undefined && !header.includes(own))
      throw new CsvProblem(`has no column "${own}"; its columns are: ${header.join(', ')}`)
    const usual = usualNames[what].flatMap(
      (name) => header.find((column) => bareName(column) === name) ?? [],
    )[0]
    const found = own ?? usual
    if (found !== undefined) columns[what] = found
  }
  // One word for a first and a last name is the whole of it.
  if (given.name === undefined && columns.first !== undefined && columns.last !== undefined)
    delete columns.name
  return columns
}

/** Throws `CsvProblem` where the file as a whole is no good. */
export const readUsers = async (path: string, given: UserColumns): Promise<UsersFile> => {
  const file = await openCsv(path, { wanted: Object.values(given) })
  const columns = columnsOf(file.header, given)
  if (columns.name === undefined && columns.last === undefined) {
    await file.rows.return(undefined)
    throw new CsvProblem(
      `has no column of names; say which it is with --column name="…"; its columns are: ${file.header.join(', ')}`,
    )
  }
  const places = new Map(file.header.map((name, index) => [name, index]))
  const users: User[] = []
  const refused: { line: number; reason: string }[] = []
  for await (const rows of file.rows) {
    for (const { line, cells, fault } of rows) {
      const cell = (what: UserColumn): string =>
        cells[places.get(columns[what] ?? '') ?? -1]?.trim().replace(/\s+/g, ' ') ?? ''
      const name = cell('name') || [cell('first'), cell('last')].filter((part) => part !== '').join(' ')
      if (fault !== null || name === '') {
        refused.push({ line, reason: fault ?? 'has no name' })
        continue
      }
      users.push({
        name: name.slice(0, 120),
        aliases: [cell('email'), cell('id')].filter((alias) => alias !== '' && alias.length <= 200),
        team: cell('team') || null,
        role: cell('role') || null,
        isActive: !gone.has(bareName(cell('active'))),
      })
    }
  }
  return { users, columns, refused }
}
