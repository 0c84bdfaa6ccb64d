// A live floor whose celebrations are judged and shown, on a real log, with a clock that tests turn.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCelebratedFacts } from '../../main/feed/celebrations/celebrated-facts.ts'
import { type CelebrationDesk, openCelebrationDesk } from '../../main/feed/celebrations/celebration-desk.ts'
import type { CelebrationOutbox } from '../../main/feed/celebrations/celebration-outbox.ts'
import { createCelebrationJudge } from '../../main/feed/celebrations/entry-judge.ts'
import type { DeskMessage } from '../../main/feed/celebrations/takeovers.ts'
import { createWords } from '../../main/feed/celebrations/words.ts'
import { createFloorReader } from '../../main/feed/floor-file/floor-reader.ts'
import { createDecide } from '../../main/feed/fold/decide-write.ts'
import type { LiveFloor } from '../../main/feed/fold/live-floor.ts'
import { openLiveFloor } from '../../main/feed/fold/open-live-floor.ts'
import { type Log, LogUnavailable } from '../../main/feed/store/log.ts'
import { createMemoryScreenStore } from '../../main/feed/store/memory-screen-store.ts'
import { openSqliteStore } from '../../main/feed/store/sqlite/open-sqlite-store.ts'
import { Fact } from '../../shared/wire/fact.ts'
import type { TestClock } from './open-test-floor.ts'

export interface CelebratingFloor {
  readonly desk: CelebrationDesk
  readonly floor: LiveFloor
  readonly log: Log
  readonly errors: string[]
  /** Everything that screens were told. */
  readonly told: DeskMessage[]
  put(...facts: unknown[]): Promise<void>
  withdraw(source: string, id: string): Promise<void>
  edit(text: string): Promise<void>
  /** Whether the disk takes records. */
  takeRecords(takes: boolean): void
  /** `quietly`: as a process that is killed, which writes nothing any more. */
  restart(quietly: boolean): Promise<void>
  close(): Promise<void>
}

/** A feed that tells nobody. */
const noOutbox: CelebrationOutbox = {
  celebrate: async () => undefined,
  takeBack: async () => undefined,
  write: async () => undefined,
}

export const openCelebratingFloor = async (
  clock: TestClock,
  text: string,
  outbox: CelebrationOutbox = noOutbox,
  createJudge = createCelebrationJudge,
): Promise<CelebratingFloor> => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-celebrating-'))
  const errors: string[] = []
  const told: DeskMessage[] = []
  const readFloor = createFloorReader()
  const onError = (what: string, error: unknown): void => void errors.push(`${what}: ${error}`)
  const screens = createMemoryScreenStore()
  let takes = true

  const open = async () => {
    const store = await openSqliteStore({ folder, decide: createDecide(readFloor), clock })
    const { log } = store
    if (log.floor === null) await log.appendFloor({ text, at: clock.now(), by: 'test' }, 0)
    const words = createWords([], () => false)
    for await (const entries of log.entriesAfter(0)) words.take(entries)
    log.onCommit(words.take)
    const judge = createJudge(clock)
    const facts = createCelebratedFacts(log)
    const floor = await openLiveFloor({ store, readFloor, clock, judge, onError })
    const desk = await openCelebrationDesk({
      floor,
      log: {
        recordsOf: log.recordsOf,
        entriesAfter: log.entriesAfter,
        appendRecords: async (writes) => {
          if (!takes) throw new LogUnavailable('the disk is full')
          return await log.appendRecords(writes)
        },
      },
      facts,
      judge,
      outbox,
      words,
      store: screens,
      clock,
      elapsed: clock.now,
      onError,
    })
    desk.listen((message) => told.push(message))
    return { log, floor, desk }
  }
  let opened = await open()

  return {
    get desk() {
      return opened.desk
    },
    get floor() {
      return opened.floor
    },
    get log() {
      return opened.log
    },
    errors,
    told,
    put: async (...facts) => {
      const writes = facts
        .map((fact) => Fact.parse(fact))
        .map((fact) => ({
          source: fact.source,
          id: fact.id,
          fact,
          receivedAt: clock.now(),
          by: 'test',
        }))
      await opened.floor.submit(writes)
    },
    withdraw: async (source, id) => {
      await opened.floor.submit([{ source, id, fact: null, receivedAt: clock.now(), by: 'test' }])
    },
    edit: async (edited) => {
      await opened.floor.replace(edited, null, 'test', true)
    },
    takeRecords: (now) => {
      takes = now
    },
    restart: async (quietly) => {
      if (quietly) {
        // Whatever it still wants to write goes nowhere.
        takes = false
        await opened.desk.close()
      } else {
        await opened.desk.close()
        await opened.floor.close()
      }
      await opened.log.close()
      takes = true
      opened = await open()
    },
    close: async () => {
      await opened.desk.close()
      await opened.floor.close()
      await opened.log.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
