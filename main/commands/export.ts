// `floorboard export`: the floor file as it stands in a running feed, comments and all.
import type { Command } from 'commander'
import { fetchFloor } from '../feed-client/floor.ts'
import {
  type ExitCode,
  exitCodes,
  feedOption,
  fingerprintOption,
  processTerminal,
  type Terminal,
  tokenOption,
} from './options.ts'
import { withProblems } from './with-problems.ts'

export interface ExportOptions {
  readonly feed: string
  readonly token?: string
  readonly feedFingerprint?: string
}

export const runExport = (options: ExportOptions, terminal: Terminal): Promise<ExitCode> =>
  withProblems(terminal, async () => {
    const { version, text } = await fetchFloor(options)
    terminal.out(text.endsWith('\n') ? text : `${text}\n`)
    terminal.err(`version ${version}\n`)
    return exitCodes.done
  })

export const addExportCommand = (program: Command): void => {
  program
    .command('export')
    .description('print the floor file of a running feed')
    .addOption(feedOption())
    .addOption(tokenOption())
    .addOption(fingerprintOption())
    .action(async (options: ExportOptions) => {
      process.exitCode = await runExport(options, processTerminal)
    })
}
