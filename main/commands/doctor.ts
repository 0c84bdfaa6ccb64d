// `floorboard doctor`: looks at a data folder, and asks the feed that runs on it, and says what is wrong in plain words.
import { writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { FeedHealth } from '../../shared/wire/feed-health.ts'
import type { Finding } from '../feed/store/finding.ts'
import { examineFolder } from '../feed/store/sqlite/examine-folder.ts'
import { fileWords } from '../file-words.ts'
import {
  dataOption,
  type ExitCode,
  exitCodes,
  feedOption,
  jsonOption,
  processTerminal,
  type Terminal,
} from './options.ts'
import { supportBundle } from './support-bundle.ts'

export interface DoctorOptions {
  readonly data: string
  readonly feed: string
  readonly json?: boolean
  /** Where to put a file for whoever helps. */
  readonly bundle?: string
  /** The folder of a kiosk's settings. */
  readonly kiosk: string
}

interface Diagnosis {
  readonly about: Finding['about'] | 'feed'
  readonly good: boolean
  readonly says: string
  readonly todo?: string
}

const patienceMs = 5000

/** What the feed says of itself that has the log open. */
const askFeed = async (feed: string): Promise<readonly Diagnosis[]> => {
  let health: FeedHealth
  try {
    const answer = await fetch(`${feed}/healthz`, { signal: AbortSignal.timeout(patienceMs) })
    health = FeedHealth.parse(await answer.json())
  } catch {
    return [
      {
        about: 'feed',
        good: false,
        says: `A feed has the log open, and does not answer at ${feed}.`,
        todo: 'Name its address with --feed, or stop it and ask again.',
      },
    ]
  }
  const { status, reason, facts, checked, damaged } = health
  const extent = checked ? `; it has checked ${checked.checked} of ${checked.of} entries` : ''
  const state: Diagnosis =
    status === 'ready'
      ? { about: 'feed', good: true, says: `A feed runs on it at ${feed} with ${facts} facts${extent}.` }
      : {
          about: 'feed',
          good: false,
          says: `The feed at ${feed} shows what it has and takes nothing: ${reason ?? status}.`,
          todo: 'It goes on by itself once the disk takes its writes.',
        }
  if (!damaged || damaged.entries === 0) return [state]
  return [
    state,
    {
      about: 'entries',
      good: false,
      says: `It has found ${damaged.entries} damaged entries, which count nowhere: figures have a gap.`,
      todo: 'Its log names them, and so does this command once the feed is stopped. Let their sources send these facts again.',
    },
  ]
}

/** False where it cannot be written, which is said. */
const keepBundle = async (
  path: string,
  findings: string,
  { data, feed, kiosk }: DoctorOptions,
  terminal: Terminal,
): Promise<boolean> => {
  const bundle = await supportBundle({ findings, dataDir: data, kioskDir: kiosk, feed, now: Date.now() })
  const failed = await writeFile(path, bundle, { mode: 0o600 }).catch((error: Error) => error)
  if (failed instanceof Error) {
    terminal.err(`${path}, or its folder, ${fileWords(failed)}.\n`)
    return false
  }
  terminal.err(`${path} tells whoever helps of all this, and holds no fact, no token and nobody's name.\n`)
  return true
}

/** Where the shell keeps its settings, unless it was told otherwise. */
const kioskFolder = (): string => {
  const { APPDATA, XDG_CONFIG_HOME } = process.env
  if (process.platform === 'win32') return join(APPDATA ?? homedir(), 'floorboard')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'floorboard')
  return join(XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'floorboard')
}

export const runDoctor = async (options: DoctorOptions, terminal: Terminal): Promise<ExitCode> => {
  const { findings, inUse } = examineFolder(options.data)
  const found: readonly Diagnosis[] = inUse ? [...findings, ...(await askFeed(options.feed))] : findings
  const healthy = found.every(({ good }) => good)
  const told = found
    .map(
      ({ good, says, todo }) => `${good ? 'good' : 'BAD '}  ${says}${todo === undefined ? '' : ` ${todo}`}\n`,
    )
    .join('')
  terminal.out(options.json ? `${JSON.stringify({ healthy, findings: found })}\n` : told)
  if (options.bundle !== undefined && !(await keepBundle(options.bundle, told, options, terminal)))
    return exitCodes.nothingDone
  return healthy ? exitCodes.done : exitCodes.someRefused
}

export const addDoctorCommand = (program: Command): void => {
  program
    .command('doctor')
    .description('say what is wrong with a data folder and the feed on it, and what to do')
    .addOption(dataOption())
    .addOption(feedOption())
    .addOption(jsonOption())
    .addOption(
      new Option(
        '--bundle <file>',
        'also write one file for whoever helps, without secrets, such as support.zip',
      ).env('FLOORBOARD_BUNDLE'),
    )
    .addOption(
      new Option('--kiosk <dir>', 'where the kiosk on this machine keeps its settings and its log')
        .env('FLOORBOARD_KIOSK')
        .default(kioskFolder(), 'its usual place'),
    )
    .action(async (options: DoctorOptions) => {
      process.exitCode = await runDoctor(options, processTerminal)
    })
}
