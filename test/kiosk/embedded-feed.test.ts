// One machine, one program: the kiosk and the feed that it brings along.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, rename, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { type KioskApp, makeFolder, startKiosk, stopKiosks } from './kiosk-app.ts'
import { shows } from './remote-control.ts'

const pictures = 'test-results/kiosk'

const readyUrls = (kiosk: KioskApp): string[] =>
  kiosk
    .journal()
    .split('\n')
    .filter((line) => line.includes('the feed is ready'))
    .map((line) => JSON.parse(line).url)

const feedProcess = (kiosk: KioskApp): Promise<number> =>
  kiosk.app.evaluate(
    ({ app }) => app.getAppMetrics().find((each) => each.name === 'Floorboard feed')?.pid ?? 0,
  )

async function start(): Promise<KioskApp> {
  const kiosk = await startKiosk({ args: ['--port', '0', '--data', await makeFolder()] })
  await eventually(() => expect(readyUrls(kiosk)).toHaveLength(1))
  return kiosk
}

const showsTheFloor = (kiosk: KioskApp) => shows(kiosk, 'New floor')

describe('a feed of its own', () => {
  afterEach(stopKiosks)

  test('a feed of its own answers, and the wall shows its floor', async () => {
    const kiosk = await start()
    const answer = await fetch(`${readyUrls(kiosk)[0]}/healthz`)
    expect(answer.status).toBe(200)
    await showsTheFloor(kiosk)
  })

  test('the wall takes its feed along when it ends', async () => {
    const kiosk = await start()
    const feed = await feedProcess(kiosk)
    const gone = once(kiosk.process, 'exit')
    kiosk.process.kill('SIGTERM')
    expect((await gone)[0]).toBe(0)
    expect(isAlive(feed)).toBe(false)
  })

  test('a feed whose wall was killed does not stay behind', async () => {
    const kiosk = await start()
    const feed = await feedProcess(kiosk)
    kiosk.process.kill('SIGKILL')
    await eventually(() => expect(isAlive(feed)).toBe(false))
  })
})

// Side by side: each waits most of its time, and none looks at the display.
describe.concurrent('what befalls it', () => {
  afterAll(stopKiosks)

  test('a feed that is killed comes back on the same port, and the wall never left', async () => {
    const kiosk = await start()
    await showsTheFloor(kiosk)
    for (let round = 2; round <= 3; round += 1) {
      process.kill(await feedProcess(kiosk), 'SIGKILL')
      await eventually(() => expect(readyUrls(kiosk)).toHaveLength(round))
    }
    expect(new Set(readyUrls(kiosk)).size).toBe(1)
    expect(kiosk.journal()).not.toContain('the page is gone')
    await showsTheFloor(kiosk)
  })

  test('[S178] a feed that does not start says why on the wall', async () => {
    const data = await makeFolder()
    await mkdir(join(data, 'floor.db'))
    const kiosk = await startKiosk({ args: ['--port', '0', '--data', data] })
    await shows(kiosk, 'The feed on this machine does not start')
    await shows(kiosk, 'floor.db is not a file')
    await pictureForPeople(kiosk.page, { path: `${pictures}/feed-does-not-start.png` })
  })

  test('[S178] last numbers stay while its log is missing, with a note, and it goes on when that is back', async () => {
    const data = await makeFolder()
    const kiosk = await startKiosk({ args: ['--port', '0', '--data', data] })
    await showsTheFloor(kiosk)
    await rename(join(data, 'floor.db'), join(data, 'away.db'))
    await mkdir(join(data, 'floor.db'))
    process.kill(await feedProcess(kiosk), 'SIGKILL')
    await shows(kiosk, 'Feed does not start · numbers from')
    await pictureForPeople(kiosk.page, { path: `${pictures}/feed-does-not-start-again.png` })

    await rmdir(join(data, 'floor.db'))
    await rename(join(data, 'away.db'), join(data, 'floor.db'))
    await shows(kiosk, 'no numbers yet')
  })

  test('[S178] a feed that takes nothing new is noted on the wall', async () => {
    const data = await makeFolder()
    const kiosk = await startKiosk({ args: ['--port', '0', '--data', data] })
    await showsTheFloor(kiosk)
    await rename(data, `${data}-away`)
    await shows(kiosk, 'new numbers refused')
    await pictureForPeople(kiosk.page, { path: `${pictures}/takes-nothing.png` })
    await rename(`${data}-away`, data)
    await shows(kiosk, 'no numbers yet')
  })
})

/** A process that has ended and waits to be collected counts as gone. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
