// The real renderer in the real shell, on a real feed that dies and comes back.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { type FeedUnderTest, makeFeed } from './feed-process.ts'
import { inPage } from './in-page.ts'
import { type KioskApp, makeFolder, startKiosk, stopKiosks } from './kiosk-app.ts'

const feeds: FeedUnderTest[] = []
afterAll(async () => {
  await stopKiosks()
  for (const feed of feeds) await feed.kill()
})

/** A title above an answer is set in capitals. */
const text = async (kiosk: KioskApp) =>
  String(await inPage(kiosk.app, 'document.body.innerText')).toLowerCase()
const shows = (kiosk: KioskApp, ...words: string[]) =>
  eventually(async () => {
    const shown = await text(kiosk)
    for (const word of words) expect(shown).toContain(word.toLowerCase())
  })

async function startWithNumbers(): Promise<{ kiosk: KioskApp; feed: FeedUnderTest }> {
  const feed = await makeFeed(await makeFolder())
  feeds.push(feed)
  await feed.start()
  await feed.win('first', 'priya', 12_000)
  const kiosk = await startKiosk({ args: ['--feed', feed.url] })
  await shows(kiosk, 'Won so far', 'Priya', '$12')
  return { kiosk, feed }
}

// Side by side: each waits most of its time, and none looks at the display.
describe.concurrent('a wall and its feed', () => {
  test('the wall shows the board, outlives the feed with its last numbers and their age, and is live again after', async () => {
    const { kiosk, feed } = await startWithNumbers()

    await feed.kill()
    await shows(kiosk, 'Numbers from', 'Priya', '$12')

    await feed.start()
    await feed.win('second', 'hana', 31_000)
    await shows(kiosk, 'Hana', '$31', 'updated')
    expect(await text(kiosk)).not.toContain('numbers from')
  })

  test('a wall that is switched on while its feed is away starts with the numbers it showed last', async () => {
    const { kiosk, feed } = await startWithNumbers()
    await eventually(
      () => expect(readFileSync(join(kiosk.userData, 'last-good.json'), 'utf8')).toContain('Priya'),
      200,
    )
    await feed.kill()
    const gone = new Promise((resolve) => kiosk.process.once('exit', resolve))
    kiosk.process.kill('SIGKILL')
    await gone

    const again = await startKiosk({ args: ['--feed', feed.url], userData: kiosk.userData })
    await shows(again, 'Won so far', 'Priya', '$12', 'Numbers from')
  })

  test('a wall whose page is killed shows its numbers again', async () => {
    const { kiosk } = await startWithNumbers()
    const page = await kiosk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    )
    process.kill(page ?? 0, 'SIGKILL')
    await eventually(() => expect(kiosk.journal()).toContain('the page is gone'))
    await shows(kiosk, 'Won so far', 'Priya', '$12')
  })

  test('[S170] a wall whose page was emptied shows its numbers again, and one that stands is left alone', async () => {
    const { kiosk } = await startWithNumbers()
    // Five heartbeats of the real page.
    await new Promise((resolve) => setTimeout(resolve, 10_000))
    expect(kiosk.journal()).not.toContain('"warn"')
    await inPage(kiosk.app, "document.body.innerHTML = ''")
    await eventually(() => expect(kiosk.journal()).toContain('the page shows nothing'))
    await shows(kiosk, 'Won so far', 'Priya', '$12')
  })

  test('the real page breaks no rule of its own policy', async () => {
    const { kiosk } = await startWithNumbers()
    const broken = await kiosk.page.evaluate(
      () =>
        new Promise<{ blockedURL: string }[]>((resolve) => {
          new ReportingObserver(
            (reports) => resolve(JSON.parse(JSON.stringify(reports.map((each) => each.body)))),
            {
              types: ['csp-violation'],
              buffered: true,
            },
          ).observe()
          setTimeout(() => resolve([]), 500)
        }),
    )
    // The schema library asks once whether it may compile its checks. It may not, and does without.
    expect(broken.filter(({ blockedURL }) => blockedURL !== 'eval')).toEqual([])
  })
})
