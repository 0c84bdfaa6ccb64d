// Loads a page that is well anew from time to time, when the page says that nobody misses anything.
import { app, type WebContents } from 'electron'
import type { Heartbeat } from '../../shared/wire/kiosk.ts'
import type { Journal } from './journal.ts'
import { createRecyclingJudge } from './judge-recycling.ts'
import type { Recovery } from './recovery.ts'

interface RecycledPage {
  readonly contents: WebContents
  readonly recovery: Pick<Recovery, 'recycle'>
  readonly journal: Journal
  readonly ceilingBytes: number
}

export interface Recycling {
  heartbeat(beat: Heartbeat): void
  betweenScenes(): void
}

export function recyclePage({ contents, recovery, journal, ceilingBytes }: RecycledPage): Recycling {
  const judge = createRecyclingJudge({
    running: () => performance.now(),
    hour: () => new Date().getHours(),
    ceilingBytes,
  })
  let isAsleep = false
  let recycled = 0
  contents.on('did-finish-load', judge.loaded)

  /** Of the page's own process; 0 where the system does not say. */
  const memoryBytes = (): number => {
    const pid = contents.getOSProcessId()
    return (app.getAppMetrics().find((each) => each.pid === pid)?.memory.workingSetSize ?? 0) * 1024
  }

  return {
    heartbeat({ shows }) {
      isAsleep = shows === 'black'
    },
    betweenScenes() {
      const bytes = memoryBytes()
      const why = judge.why({ memoryBytes: bytes, isAsleep })
      if (why === null) return
      // Its process is ended, with what it has not written yet.
      contents.session.flushStorageData()
      if (!recovery.recycle()) return
      recycled += 1
      judge.recycled(why)
      journal.info('recycled', { why, memoryMb: Math.round(bytes / 1e6), recycled })
    },
  }
}
