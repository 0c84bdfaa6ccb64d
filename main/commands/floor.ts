// `floorboard floor`: the floors of a database, each with its own host name. Nodes that run find out within a second.
import { type Command, Option } from 'commander'
import { noLimits } from '../../shared/wire/floor-limits.ts'
import { consolePath } from '../feed/access/console-path.ts'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { measureFloor } from '../feed/store/postgres/floor-size.ts'
import {
  createFloor,
  findFloor,
  type ListedFloor,
  limitFloor,
  listFloors,
  removeFloor,
  renameFloor,
} from '../feed/store/postgres/floors.ts'
import { readDeploymentKey } from '../nodes/deployment-key.ts'
import { addFloorCopyCommands } from './floor-copies.ts'
import { bytesInWords, type LimitOptions, limitOptions, limitsInWords, limitsOf } from './floor-limits.ts'
import {
  databaseOption,
  type ExitCode,
  exitCodes,
  floorUrlOption,
  jsonOption,
  processTerminal,
  type Terminal,
} from './options.ts'
import { saying, withDatabase } from './with-database.ts'

export interface DatabaseOptions {
  readonly database: string
}

interface CreateOptions extends DatabaseOptions, LimitOptions {
  readonly key?: string | undefined
  readonly floorUrl: string
}

/** `key`: FLOORBOARD_SECRET_KEY of its nodes, where it is known here: the first admin's link comes of it. */
export const runCreate = (name: string, options: CreateOptions, { out, err }: Terminal): Promise<ExitCode> =>
  withDatabase(options.database, async (database) => {
    const key = options.key === undefined ? null : readDeploymentKey(options.key)
    const made = await createFloor(database, name, { ...noLimits, ...limitsOf(options) })
    err(`${made.name} is made, with ${limitsInWords({ ...noLimits, ...limitsOf(options) })}.\n`)
    if (key === null) {
      err(
        'Where its first admin signs up, its node says in its log; with FLOORBOARD_SECRET_KEY set as on the nodes, this command says it too.\n',
      )
      return exitCodes.done
    }
    const origin = options.floorUrl.replace('{floor}', made.name)
    out(`${origin}${consolePath('first-admin', key.firstAdminSecret(made.identity))}\n`)
    err('There its first admin signs up; whoever has the address can, until somebody did.\n')
    return exitCodes.done
  })

const heads = ['name', 'node', 'entries', 'facts', 'disk', 'limits', 'last entry'] as const

/** By the address that whoever started it gave it; what moves a floor is reached at none. */
const nodeWords = ({ owner, closed }: ListedFloor): string => {
  if (closed !== null) return `closed: ${closed}`
  return owner === null ? 'none' : owner.url || owner.name
}

const cellsOf = (floor: ListedFloor): readonly string[] => [
  floor.name,
  nodeWords(floor),
  floor.entries.toLocaleString('en'),
  floor.facts.toLocaleString('en'),
  bytesInWords(floor.bytes),
  limitsInWords(floor.limits),
  floor.lastAt === null ? 'none' : new Date(floor.lastAt).toISOString().replace(/\.\d+Z$/, 'Z'),
]

const tableOf = (rows: readonly (readonly string[])[]): string => {
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

export const runList = (
  { database: url, json }: DatabaseOptions & { readonly json?: boolean },
  { out, err }: Terminal,
): Promise<ExitCode> =>
  withDatabase(url, async (database) => {
    const listed = await listFloors(database)
    const floors: ListedFloor[] = []
    for (const each of listed) floors.push({ ...each, bytes: await measureFloor(database, each.floor) })
    if (json) out(`${JSON.stringify(floors.map(({ floor, identity, beside, ...shown }) => shown))}\n`)
    else if (floors.length > 0) out(tableOf([heads, ...floors.map(cellsOf)]))
    if (floors.length === 0) err('There are no floors yet; "floorboard floor create" makes one.\n')
    return exitCodes.done
  })

export const runLimits = (
  name: string,
  options: DatabaseOptions & LimitOptions,
  { out, err }: Terminal,
): Promise<ExitCode> =>
  withDatabase(options.database, async (database) => {
    const changed = limitsOf(options)
    if (Object.keys(changed).length === 0) {
      const { limits } = await findFloor(database, name)
      out(`${limitsInWords(limits)}\n`)
      return exitCodes.done
    }
    err(`${name} has ${limitsInWords(await limitFloor(database, name, changed))}.\n`)
    return exitCodes.done
  })

export const runRename = (
  name: string,
  to: string,
  { database: url }: DatabaseOptions,
  { err }: Terminal,
): Promise<ExitCode> =>
  withDatabase(url, async (database) => {
    const renamed = await renameFloor(database, name, to)
    err(`${name} is called ${renamed} now: its people and its TVs reach it by that name alone.\n`)
    return exitCodes.done
  })

export const runRemove = (
  name: string,
  { database: url, yes }: DatabaseOptions & { readonly yes?: boolean },
  terminal: Terminal,
): Promise<ExitCode> =>
  withDatabase(url, async (database) => {
    const found = await findFloor(database, name)
    const many = `${found.facts.toLocaleString('en')} facts`
    if (yes !== true) {
      const said = await terminal.askWords?.(
        `${found.name} goes with its ${many}, its people and its pictures, for good. Its name once more to remove it:`,
      )
      if (said === undefined)
        throw new BadSetUp(
          `Nobody is here to say yes to removing ${found.name}: give --yes if that is meant.`,
        )
      if (said?.toLowerCase() !== found.name) throw new BadSetUp('That is not its name: nothing was removed.')
    }
    await removeFloor(database, found.floor)
    terminal.err(`${found.name} is removed, with its ${many}.\n`)
    return exitCodes.done
  })

export const addFloorCommand = (program: Command): void => {
  const floor = program.command('floor').description('the floors of a database, each with its own host name')
  const database = () => databaseOption().makeOptionMandatory()
  const run = async (work: () => Promise<ExitCode>): Promise<void> => {
    process.exitCode = await saying(processTerminal, work)
  }
  const withLimits = (command: Command): Command =>
    limitOptions().reduce((sofar, option) => sofar.addOption(option), command)

  withLimits(
    floor
      .command('create <name>')
      .description('make a floor; its name is the host name by which people reach it')
      .addOption(database())
      .addOption(floorUrlOption()),
  ).action((name: string, options: CreateOptions) => {
    const { FLOORBOARD_SECRET_KEY: key } = process.env
    return run(() => runCreate(name, { ...options, key }, processTerminal))
  })
  floor
    .command('list')
    .description('list the floors: which node has each, how much it keeps, what it may')
    .addOption(database())
    .addOption(jsonOption())
    .action((options: DatabaseOptions & { readonly json?: boolean }) =>
      run(() => runList(options, processTerminal)),
    )
  withLimits(
    floor
      .command('limits <name>')
      .description('say what a floor may use, or change it')
      .addOption(database()),
  ).action((name: string, options: DatabaseOptions & LimitOptions) =>
    run(() => runLimits(name, options, processTerminal)),
  )
  floor
    .command('rename <name> <to>')
    .description('give a floor another host name')
    .addOption(database())
    .action((name: string, to: string, options: DatabaseOptions) =>
      run(() => runRename(name, to, options, processTerminal)),
    )
  floor
    .command('remove <name>')
    .description('remove a floor and all that it keeps')
    .addOption(database())
    .addOption(new Option('--yes', 'do not ask'))
    .action((name: string, options: DatabaseOptions & { readonly yes?: boolean }) =>
      run(() => runRemove(name, options, processTerminal)),
    )
  addFloorCopyCommands(floor, run)
}
