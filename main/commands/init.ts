// `floorboard init`: a floor file to begin with, written from the playbook.
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { playbookFloorText } from '../../shared/playbook/floor-text.ts'
import { screensByNight } from '../../shared/playbook/playlists.ts'
import type { PlaybookRole, Segment, Shape } from '../../shared/playbook/shape.ts'
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

/** `file`: null for standard output. */
const tellNext = (file: string | null, shape: Shape, terminal: Terminal): void => {
  const path = file ?? 'floor.yaml'
  const { dark, lit } = screensByNight(shape)
  const list = new Intl.ListFormat('en')
  for (const line of [
    `1. Write your people and goals into ${file ?? 'it'}; docs/playbook.md says which facts it needs.`,
    `2. npx floorboard apply ${path} --check, then npx floorboard apply ${path} to a running feed.`,
    `3. Open /tv on the feed: ${list.format(lit)} never goes dark; ${list.format(dark)} (/tv?screen=${dark[0]}) show a dark clock at night and at weekends.`,
  ])
    terminal.err(`${line}\n`)
}

export const runInit = async (options: InitOptions, terminal: Terminal): Promise<ExitCode> => {
  const { out, name, role: roles, segments, locale } = options
  const place = { timeZone: options.timeZone ?? ownTimeZone(), currency: options.currency ?? 'USD' }
  const shape = { name, roles, segments, locale, ...place }
  const text = playbookFloorText(shape)
  const toTerminal = out === '-'
  const refusal = toTerminal ? null : await write(out, text, options.force)
  if (refusal !== null) {
    terminal.err(`${refusal}\n`)
    return exitCodes.nothingDone
  }
  if (toTerminal) terminal.out(text)
  tellDefaults(place, options, terminal)
  tellNext(toTerminal ? null : out, shape, terminal)
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
