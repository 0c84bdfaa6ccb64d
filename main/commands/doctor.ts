// `floorboard doctor`: looks at a data folder, and asks the feed that runs on it, and says what is wrong in plain words.
import type { Command } from 'commander'
import { FeedHealth } from '../../shared/wire/feed-health.ts'
import type { Finding } from '../feed/store/finding.ts'
import { examineFolder } from '../feed/store/sqlite/examine-folder.ts'
import {
  dataOption,
  type ExitCode,
  exitCodes,
  feedOption,
  jsonOption,
  processTerminal,
  type Terminal,
} from './options.ts'

export interface DoctorOptions {
  readonly data: string
  readonly feed: string
  readonly json?: boolean
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

export const runDoctor = async (options: DoctorOptions, terminal: Terminal): Promise<ExitCode> => {
  const { findings, inUse } = examineFolder(options.data)
  const found: readonly Diagnosis[] = inUse ? [...findings, ...(await askFeed(options.feed))] : findings
  const healthy = found.every(({ good }) => good)
  if (options.json) terminal.out(`${JSON.stringify({ healthy, findings: found })}\n`)
  else
    for (const { good, says, todo } of found)
      terminal.out(`${good ? 'good' : 'BAD '}  ${says}${todo === undefined ? '' : ` ${todo}`}\n`)
  return healthy ? exitCodes.done : exitCodes.someRefused
}

export const addDoctorCommand = (program: Command): void => {
  program
    .command('doctor')
    .description('say what is wrong with a data folder and the feed on it, and what to do')
    .addOption(dataOption())
    .addOption(feedOption())
    .addOption(jsonOption())
    .action(async (options: DoctorOptions) => {
      process.exitCode = await runDoctor(options, processTerminal)
    })
}
