// `floorboard import people`: the users of a CRM become people of the floor, or known ones get their further names.
import { readFile, writeFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { type PeopleOfUsers, peopleOfUsers } from '../../shared/domain/people/people-of-users.ts'
import { readFloorFile } from '../feed/floor-file/read-floor-file.ts'
import { CannotRewrite } from '../feed/floor-file/rewrite/yaml-source.ts'
import { withPeople } from '../feed/floor-file/with-people.ts'
import { CsvProblem } from '../feed/ingest/csv/csv-problem.ts'
import { readUsers, type UserColumns, type UsersFile, userColumns } from '../feed/ingest/csv/read-users.ts'
import { slugOf } from '../feed/ingest/csv/slug.ts'
import { FeedProblem } from '../feed-client/feed-problem.ts'
import { fetchFloor } from '../feed-client/floor.ts'
import { fileWords } from '../file-words.ts'
import { entryNames } from './entry-names.ts'
import { FeedOptions } from './feed-options.ts'
import { writeLineErrors } from './line-errors.ts'
import {
  type ExitCode,
  exitCodes,
  feedOption,
  fingerprintOption,
  jsonOption,
  processTerminal,
  type Terminal,
  tokenOption,
} from './options.ts'
import { problemWords } from './problem-words.ts'
import { sendFloor } from './send-floor.ts'

const PeopleOptions = FeedOptions.extend({
  /** Into this file, instead of the feed's floor. */
  floor: z.string().optional(),
  column: z.partialRecord(z.enum(userColumns), z.string()).default({}),
  check: z.boolean().default(false),
  json: z.boolean().default(false),
})
export type PeopleOptions = z.input<typeof PeopleOptions>

type Asked = z.output<typeof PeopleOptions>

interface FloorText {
  readonly name: string
  readonly text: string
  /** Null: it is a file. */
  readonly version: number | null
}

/** Null, once it is told why. Throws `FeedProblem`. */
const floorText = async (options: Asked, { err }: Terminal): Promise<FloorText | null> => {
  if (options.floor === undefined) {
    const { version, text } = await fetchFloor(options)
    return { name: 'the floor', text, version }
  }
  const text = await readFile(options.floor, 'utf8').catch((error: Error) => error)
  if (!(text instanceof Error)) return { name: options.floor, text, version: null }
  err(`${options.floor} ${fileWords(text)}.\n`)
  return null
}

const howMany = (count: number): string => (count === 1 ? '1 user' : `${count} users`)

const tellUnknown = (what: string, unknown: ReadonlyMap<string, number>, { err }: Terminal): void => {
  for (const [name, count] of unknown)
    err(`The floor has no ${what} "${name}": ${howMany(count)} added without one.\n`)
}

const tell = ({ columns, refused }: UsersFile, people: PeopleOfUsers, terminal: Terminal): void => {
  const { out, err } = terminal
  const taken = Object.entries(columns).map(([what, column]) => `${what} from "${column}"`)
  err(`Read ${taken.join(', ')} (--column overrules).\n`)
  for (const { line, reason } of refused) err(`line ${line}: ${reason}\n`)
  for (const { id, name, team, role, aliases = [] } of people.added)
    out(`new ${id}: ${[name, ...(role ? [role] : []), ...(team ? [team] : []), ...aliases].join(', ')}\n`)
  for (const { id, aliases } of people.aliased) out(`also ${id}: ${aliases.join(', ')}\n`)
  tellUnknown('team', people.unknownTeams, terminal)
  tellUnknown('role', people.unknownRoles, terminal)
  if (people.left > 0)
    err(`${howMany(people.left)} who ${people.left === 1 ? 'has left was' : 'have left were'} passed over.\n`)
  if (people.known > 0)
    err(`${howMany(people.known)} ${people.known === 1 ? 'was' : 'were'} known already.\n`)
}

const importPeople = async (path: string, options: Asked, terminal: Terminal): Promise<ExitCode> => {
  const floor = await floorText(options, terminal)
  if (floor === null) return exitCodes.nothingDone
  const reading = readFloorFile(floor.text)
  if (!reading.ok) {
    writeLineErrors(floor.name, reading.errors, terminal, entryNames(floor.text))
    return exitCodes.nothingDone
  }
  const file = await readUsers(path, options.column)
  const people = peopleOfUsers(file.users, reading.file, slugOf)
  const { added, aliased, known, left } = people
  if (options.json)
    terminal.out(`${JSON.stringify({ added, aliased, known, left, refused: file.refused })}\n`)
  else tell(file, people, terminal)
  const ended = file.refused.length > 0 ? exitCodes.someRefused : exitCodes.done
  if (added.length + aliased.length === 0) {
    terminal.err('Nobody is new: nothing was changed.\n')
    return ended
  }
  const text = withPeople(reading.source, people)
  const after = readFloorFile(text)
  if (!after.ok) {
    terminal.err('With these people the floor file would be refused; nothing was changed.\n')
    writeLineErrors(floor.name, after.errors, terminal, entryNames(text))
    return exitCodes.nothingDone
  }
  if (options.check) {
    terminal.err('This was a check: nothing was changed.\n')
    return ended
  }
  if (floor.version === null) {
    await writeFile(floor.name, text)
    terminal.err(`${floor.name} is written; apply it to a feed.\n`)
    return ended
  }
  const sent = await sendFloor(options, { name: floor.name, text, onto: floor.version, yes: false }, terminal)
  if (!sent.ok) return exitCodes.nothingDone
  terminal.err(`The floor is at version ${sent.replaced.version} now.\n`)
  return ended
}

export const runImportPeople = async (
  path: string,
  given: PeopleOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  try {
    return await importPeople(path, PeopleOptions.parse(given), terminal)
  } catch (error) {
    if (error instanceof FeedProblem) terminal.err(`${problemWords(error)}\n`)
    else if (error instanceof CsvProblem) terminal.err(`${path} ${error.message}. Nothing was changed.\n`)
    else if (error instanceof CannotRewrite)
      terminal.err(`The floor file ${error.message}. Nothing was changed.\n`)
    else throw error
    return exitCodes.nothingDone
  }
}

const column = (text: string, before: UserColumns = {}): UserColumns => {
  const [, what = '', name = ''] = /^(\w+)=(.+)$/s.exec(text) ?? []
  const known = userColumns.find((each) => each === what)
  if (known === undefined)
    throw new InvalidArgumentError(
      `It must be such as name="Full name"; there are ${userColumns.join(', ')}.`,
    )
  return { ...before, [known]: name }
}

/** Below `floorboard import`. */
export const addImportPeopleCommand = (command: Command): void => {
  command
    .command('people')
    .description('add the users of a CSV file to the people of the floor')
    .argument('<file>', 'the CSV file, a row for each user')
    .addOption(
      new Option(
        '--column <what=name>',
        `which column is what, where its name does not say: ${userColumns.join(', ')}`,
      ).argParser(column),
    )
    .option('--floor <file>', 'write them into this floor file instead of the feed’s floor')
    .option('--check', 'only say whom it would add; nothing is done')
    .addOption(feedOption())
    .addOption(tokenOption())
    .addOption(fingerprintOption())
    .addOption(jsonOption())
    .action(async (file: string, options: PeopleOptions) => {
      process.exitCode = await runImportPeople(file, options, processTerminal)
    })
}
