// A kiosk that shows the still page, and when it shows it again. It is asked through the shell: Playwright loses a page with
// its process.
import { expect } from 'vitest'
import { eventually } from '../eventually.ts'
import { inPage } from './in-page.ts'
import { type KioskApp, type KioskOptions, startKiosk, stillPage } from './kiosk-app.ts'

/** Resolves when the page stands again. */
export const isBack = (kiosk: KioskApp): Promise<void> =>
  eventually(async () => {
    const shown = await inPage(kiosk.app, 'document.querySelector("#feed")?.textContent ?? ""')
    expect(shown).toContain('127.0.0.1')
  })

/** Nobody listens on this port. */
const nowhere = 'http://127.0.0.1:9'

interface StillWall extends Pick<KioskOptions, 'args' | 'userData' | 'display'> {
  /** Left out, its feed is not there. */
  readonly feed?: string
}

export async function startStill({ feed = nowhere, args = [], ...more }: StillWall = {}): Promise<KioskApp> {
  const kiosk = await startKiosk({ ...more, page: stillPage, args: ['--feed', feed, ...args] })
  await isBack(kiosk)
  return kiosk
}

/** Waits until the journal says it, or says it once more. */
export const journalSays = (kiosk: KioskApp, words: string, times = 1): Promise<void> =>
  eventually(() => expect(kiosk.journal().split(words).length - 1).toBeGreaterThanOrEqual(times))

/** Of a process of Chromium's, by its type or the name of its service. */
export const processOf = (kiosk: KioskApp, name: string): Promise<number> =>
  eventually(async () => {
    const pid = await kiosk.app.evaluate(
      ({ app }, wanted) =>
        app.getAppMetrics().find(({ type, serviceName }) => type === wanted || serviceName === wanted)?.pid,
      name,
    )
    if (pid === undefined) throw new Error(`there is no process ${name} yet`)
    return pid
  })
