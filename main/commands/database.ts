// `floorboard database prepare`: makes the tables of a log in PostgreSQL, or brings an earlier version's to today's format.
import type { Command } from 'commander'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { prepareDatabase } from '../feed/store/postgres/prepare-database.ts'
import { databaseOption, type ExitCode, exitCodes, processTerminal, type Terminal } from './options.ts'

interface PrepareOptions {
  readonly database: string
}

const runPrepare = async ({ database }: PrepareOptions, { err }: Terminal): Promise<ExitCode> => {
  try {
    const { from, to, shown } = await prepareDatabase(database)
    if (from === to) err(`${shown} is prepared already.\n`)
    else if (from === 0) err(`${shown} is prepared.\n`)
    else err(`${shown} is brought from format ${from} to ${to}.\n`)
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof BadSetUp)) throw error
    err(`${error.message}\n`)
    return exitCodes.nothingDone
  }
}

export const addDatabaseCommand = (program: Command): void => {
  program
    .command('database')
    .description('look after the database of a log in PostgreSQL')
    .command('prepare')
    .description('make its tables, or bring those of an earlier version to today’s format')
    .addOption(databaseOption().makeOptionMandatory())
    .action(async (options: PrepareOptions) => {
      process.exitCode = await runPrepare(options, processTerminal)
    })
}
