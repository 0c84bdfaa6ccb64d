// `floorboard init`: a floor file to begin with, written from the playbook.
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { playbookFloorText } from '../../shared/playbook/floor-text.ts'
import type { PlaybookRole, Segment } from '../../shared/playbook/shape.ts'
import { TimeZone } from '../../shared/wire/text.ts'
import { fileWords } from '../file-words.ts'
import { initOptions } from './init-options.ts'
import { type ExitCode, exitCodes, processTerminal, switchOption, type Terminal } from './options.ts'

export interface InitOptions {
  readonly out: string
  readonly name: string
  readonly role: readonly PlaybookRole[]
  readonly segments: readonly Segment[]
  readonly currency?: string | undefined
  readonly timeZone?: string | undefined
  readonly locale: string
  readonly force: boolean
}

/** This machine's own; a machine that names none that a floor file knows has UTC. */
const ownTimeZone = (): string =>
  TimeZone.safeParse(new Intl.DateTimeFormat().resolvedOptions().timeZone).data ?? 'UTC'

const isThere = (error: Error): boolean => 'code' in error && error.code === 'EEXIST'

/** A sentence when it cannot be written. */
const write = async (path: string, text: string, force: boolean): Promise<string | null> => {
  const failed = await writeFile(path, text, { flag: force ? 'w' : 'wx' }).catch((error: Error) => error)
  if (!(failed instanceof Error)) return null
  if (isThere(failed)) return `${path} is there already; --force replaces it, --out names another.`
  return `${path}, or its folder, ${fileWords(failed)}.`
}

const tellDefaults = (
  { timeZone, currency }: { readonly timeZone: string; readonly currency: string },
  given: InitOptions,
  terminal: Terminal,
): void => {
  const taken = [
    ...(given.timeZone === undefined ? [`time zone ${timeZone} (--time-zone)`] : []),
    ...(given.currency === undefined ? [`currency ${currency} (--currency)`] : []),
  ]
  if (taken.length > 0) terminal.err(`Taken for granted: ${taken.join(', ')}.\n`)
}

export const runInit = async (options: InitOptions, terminal: Terminal): Promise<ExitCode> => {
  const { out, name, role: roles, segments, locale } = options
  const place = { timeZone: options.timeZone ?? ownTimeZone(), currency: options.currency ?? 'USD' }
  const text = playbookFloorText({ name, roles, segments, locale, ...place })
  const toTerminal = out === '-'
  const refusal = toTerminal ? null : await write(out, text, options.force)
  if (refusal !== null) {
    terminal.err(`${refusal}\n`)
    return exitCodes.nothingDone
  }
  if (toTerminal) terminal.out(text)
  tellDefaults(place, options, terminal)
  const file = toTerminal ? 'floor.yaml' : out
  terminal.err(
    `1. Write your people and goals into ${toTerminal ? 'it' : file}; docs/playbook.md says which facts it needs.\n`,
  )
  terminal.err(`2. floorboard apply ${file} --check, then floorboard apply ${file} to a running feed.\n`)
  return exitCodes.done
}

export const addInitCommand = (program: Command): void => {
  const command = program
    .command('init')
    .description('write a floor file to begin with: metrics, goals, boards and playlists of the playbook')
  for (const option of initOptions()) command.addOption(option)
  command
    .addOption(switchOption('--force', 'replace a file that is there', 'FLOORBOARD_FORCE'))
    .action(async (options: InitOptions) => {
      process.exitCode = await runInit(options, processTerminal)
    })
}
