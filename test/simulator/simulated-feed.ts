// The feed of the simulator: the real log, fold, boards and namespace of the TVs, put together as feed.ts does, on a
// simulated disk and network. It can be killed at any step.

import { Server } from 'socket.io'
import { Decoder } from 'socket.io-parser'
import { createSessionCookie } from '../../main/feed/access/session-cookie.ts'
import { createCelebratedFacts } from '../../main/feed/celebrations/celebrated-facts.ts'
import { type CelebrationDesk, openCelebrationDesk } from '../../main/feed/celebrations/celebration-desk.ts'
import type { CelebrationOutbox } from '../../main/feed/celebrations/celebration-outbox.ts'
import { createCelebrationJudge } from '../../main/feed/celebrations/entry-judge.ts'
import type { DeskMessage } from '../../main/feed/celebrations/takeovers.ts'
import { createWords } from '../../main/feed/celebrations/words.ts'
import type { Clock } from '../../main/feed/clock.ts'
import type { ReadFloor } from '../../main/feed/floor-file/floor-reader.ts'
import { createDecide } from '../../main/feed/fold/decide-write.ts'
import type { LiveFloor } from '../../main/feed/fold/live-floor.ts'
import { openLiveFloor } from '../../main/feed/fold/open-live-floor.ts'
import { BoardEncoder } from '../../main/feed/socket/board-encoder.ts'
import { openTvNamespace } from '../../main/feed/socket/tv-namespace.ts'
import type { Log, LogEntry } from '../../main/feed/store/log.ts'
import { createMemoryScreenStore } from '../../main/feed/store/memory-screen-store.ts'
import { noServicePin } from '../feed/no-service-pin.ts'
import type { CelebrationBook } from './celebration-book.ts'
import type { Ledger } from './ledger.ts'
import type { ShownViews } from './shown-views.ts'
import type { SimulatedDisk } from './simulated-disk.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import { type FeedPairing, type KeptTvs, openFeedPairing } from './simulated-pairing.ts'
import { openSimulatedStore } from './simulated-store.ts'
import type { Machine } from './virtual-time.ts'

export interface SimulatedFeed {
  readonly machine: Machine
  readonly floor: LiveFloor
  readonly desk: CelebrationDesk
  readonly log: Log
  readonly pairing: FeedPairing
  /** As on SIGTERM: saves what is to be saved. */
  stop(): Promise<void>
}

export interface FeedParts {
  readonly machine: Machine
  readonly disk: SimulatedDisk
  readonly network: SimulatedNetwork
  readonly ledger: Ledger
  readonly shown: ShownViews
  readonly book: CelebrationBook
  readonly kept: KeptTvs
  readonly readFloor: ReadFloor
  readonly firstFloor: string
  /** Takes what a damaged log still holds. */
  readonly salvage: boolean
  /** Whether the disk may have lost what it had said was safe. */
  readonly mayHaveLost: boolean
  readonly onError: (what: string, error: unknown) => void
}

export const buildOfFeed = 'b1'

/** Logs are short here, and feeds are to die with snapshots of every age. */
const snapshotTail = { worthSaving: 10, longest: 40 }

/** Remotes are not simulated. */
const nobodyHolds = { holdOf: () => null, onChange: () => () => undefined }

const noPlays = { take: () => true }

/** Messages out are not simulated. */
const noOutbox: CelebrationOutbox = {
  celebrate: async () => undefined,
  takeBack: async () => undefined,
  write: async () => undefined,
}

const allEntries = async (log: Log): Promise<LogEntry[]> => {
  const entries: LogEntry[] = []
  for await (const page of log.entriesAfter(0)) entries.push(...page)
  return entries
}

/** Runs on its machine. Rejects as the feed does, with `BadSetUp` on a damaged log. */
export const startFeed = async (parts: FeedParts): Promise<SimulatedFeed> => {
  const { machine, disk, network, ledger, shown, book, readFloor, onError } = parts
  const clock: Clock = { now: () => Math.round(machine.wall()) }
  const store = await openSimulatedStore(disk, createDecide(readFloor), {
    salvage: parts.salvage,
    pageRows: 20,
  })
  const { log } = store
  ledger.reopen(await allEntries(log), parts.mayHaveLost)
  if (parts.mayHaveLost) book.noteLoss()
  log.onCommit((entries) => {
    if (machine.alive) ledger.announce(entries)
  })
  if (log.floor === null) {
    ledger.sendFloor(parts.firstFloor)
    await log.appendFloor({ text: parts.firstFloor, at: clock.now(), by: 'start' }, 0)
  }
  const judge = createCelebrationJudge(clock)
  const facts = createCelebratedFacts(log)
  const opened = await openLiveFloor({ store, readFloor, clock, judge, snapshotTail, onError })
  const floor: LiveFloor = { ...opened, desk: shown.watching(opened.desk, clock.now) }
  const desk = await openCelebrationDesk({
    floor,
    log,
    facts,
    judge,
    outbox: noOutbox,
    words: createWords([], () => false),
    store: createMemoryScreenStore(),
    clock,
    onError,
  })
  const telling = book.newFeed()
  const hear = (message: DeskMessage): void => {
    if (machine.alive) telling.hear(message, clock.now(), floor.status().seq, floor.current().file)
  }
  // What began while the desk was opened is told to whoever comes.
  for (const { id } of floor.current().file.screens)
    for (const celebrate of desk.showingOn(id)) hear({ screens: [id], celebrate })
  desk.listen(hear)

  const pairing = openFeedPairing({ kept: parts.kept, floor, clock, build: buildOfFeed, onError })
  const io = new Server({ serveClient: false, parser: { Encoder: BoardEncoder, Decoder } })
  io.bind(network.listen(machine))
  const tvs = openTvNamespace({
    io,
    identity: { access: pairing.access, cookie: createSessionCookie(false) },
    floor,
    screens: pairing.screens,
    plays: noPlays,
    celebrations: desk,
    controls: nobodyHolds,
    servicePin: noServicePin,
    clock,
    build: buildOfFeed,
    limits: { mayShowOn: () => true },
    codesOf: () => null,
  })
  return {
    machine,
    floor,
    desk,
    log,
    pairing,
    stop: async () => {
      network.stopListening()
      tvs.close()
      pairing.screens.close()
      io.of('/tv').disconnectSockets(true)
      await desk.close()
      await floor.close()
      await log.close()
    },
  }
}
