// `floorboard floor backup`, `restore`, `export` and `move`: one floor, while it and others run.
import { createReadStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { floorBackup, restoreFloor } from '../feed/store/postgres/floor-backup.ts'
import { moveFloor } from '../feed/store/postgres/floor-move.ts'
import { floorText } from '../feed/store/postgres/floor-text.ts'
import { copiedWords } from './copied-words.ts'
import type { DatabaseOptions } from './floor.ts'
import { databaseOption, type ExitCode, exitCodes, processTerminal, type Terminal } from './options.ts'
import { withDatabase } from './with-database.ts'

const inWords = (count: number): string => count.toLocaleString('en')

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** What a disk says of a path; what else goes wrong is said as it is. */
const ofFile = (path: string, error: unknown): unknown =>
  /^(ENOENT|EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EISDIR|ENOTDIR)$/.test(codeOf(error))
    ? new BadSetUp(`${path} cannot be used (${codeOf(error)}): nothing was done.`, { cause: error })
    : error

export const runBackup = (
  name: string,
  { database: url, to }: DatabaseOptions & { readonly to: string },
  { err }: Terminal,
): Promise<ExitCode> =>
  withDatabase(url, async (database) => {
    if (existsSync(to)) throw new BadSetUp(`${to} is there already: give another name, or remove it first.`)
    const part = `${to}.part`
    try {
      // It holds people's addresses and the hashes of their passwords.
      const file = await open(part, 'w', 0o600)
      await pipeline(floorBackup(database, name, new Date()), file.createWriteStream({ flush: true }))
      await rename(part, to)
    } catch (error) {
      await rm(part, { force: true })
      throw ofFile(to, error)
    }
    err(
      `${name} is backed up in ${to}. Its secrets are sealed with FLOORBOARD_SECRET_KEY: keep that too, elsewhere.\n`,
    )
    return exitCodes.done
  })

export const runRestore = (
  name: string,
  { database: url, from }: DatabaseOptions & { readonly from: string },
  { err }: Terminal,
): Promise<ExitCode> =>
  withDatabase(url, async (database) => {
    if (!existsSync(from)) throw new BadSetUp(`There is no file ${from}.`)
    const restored = await restoreFloor(database, name, createReadStream(from)).catch((error) => {
      throw ofFile(from, error)
    })
    const { at, entries, facts, otherKey } = restored
    err(
      `${name} is restored as ${restored.from} was on ${new Date(at).toISOString()}: ${inWords(entries)} entries, with ${inWords(facts)} facts that stand.\n`,
    )
    if (otherKey)
      err(
        'It comes from nodes with another FLOORBOARD_SECRET_KEY: passwords of sources, mail and webhooks have to be entered anew.\n',
      )
    return exitCodes.done
  })

export const runFloorExport = (
  name: string,
  { database: url }: DatabaseOptions,
  { out }: Terminal,
): Promise<ExitCode> =>
  withDatabase(url, async (database) => {
    const text = await floorText(database, name)
    out(text.endsWith('\n') ? text : `${text}\n`)
    return exitCodes.done
  })

export const runFloorMove = (
  name: string,
  { from, to }: { readonly from: string; readonly to: string },
  terminal: Terminal,
): Promise<ExitCode> =>
  withDatabase(from, (source) =>
    withDatabase(to, async (target) => {
      const { err } = terminal
      const moved = await moveFloor(source, target, name, copiedWords(terminal))
      const many = `${inWords(moved.entries)} entries, with ${inWords(moved.facts)} facts that stand`
      if (moved.wasThere)
        err(`${moved.name} had come over already (${many}); what was left of it is removed.\n`)
      else
        err(`${moved.name} is moved: ${many}. It stood still for ${inWords(Math.round(moved.stoodMs))} ms.\n`)
      err(`Let what stands before the nodes lead ${moved.name} to those of the other database now.\n`)
      return exitCodes.done
    }),
  )

export const addFloorCopyCommands = (
  floor: Command,
  run: (work: () => Promise<ExitCode>) => Promise<void>,
): void => {
  const database = () => databaseOption().makeOptionMandatory()
  floor
    .command('backup <name>')
    .description('write all of a floor into one file, while it runs')
    .addOption(new Option('--to <file>', 'the file; it must not be there yet').makeOptionMandatory())
    .addOption(database())
    .action((name: string, options: DatabaseOptions & { readonly to: string }) =>
      run(() => runBackup(name, options, processTerminal)),
    )
  floor
    .command('restore <name>')
    .description('make a new floor of a backup')
    .addOption(new Option('--from <file>', 'what "floorboard floor backup" wrote').makeOptionMandatory())
    .addOption(database())
    .action((name: string, options: DatabaseOptions & { readonly from: string }) =>
      run(() => runRestore(name, options, processTerminal)),
    )
  floor
    .command('export <name>')
    .description('print the floor file of a floor as it stands')
    .addOption(database())
    .action((name: string, options: DatabaseOptions) =>
      run(() => runFloorExport(name, options, processTerminal)),
    )
  floor
    .command('move <name>')
    .description('move a floor into another database while it runs')
    .addOption(
      new Option('--from <address>', 'the database that has it')
        .env('FLOORBOARD_MOVE_FROM')
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--to <address>', 'the database that gets it')
        .env('FLOORBOARD_MOVE_TO')
        .makeOptionMandatory(),
    )
    .action((name: string, options: { readonly from: string; readonly to: string }) =>
      run(() => runFloorMove(name, options, processTerminal)),
    )
}
