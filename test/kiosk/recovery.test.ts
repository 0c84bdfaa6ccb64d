// A page that breaks comes back by itself. It is asked through the shell: Playwright loses a page with its process.
import { afterEach, expect, test, vi } from 'vitest'
import { inPage, pageProcess } from './in-page.ts'
import { type KioskApp, startKiosk, stillPage, stopKiosks } from './kiosk-app.ts'

afterEach(stopKiosks)

const isBack = (kiosk: KioskApp, within: number) =>
  vi.waitFor(
    async () => {
      expect(await inPage(kiosk.app, 'document.querySelector("#feed")?.textContent ?? ""')).toContain(
        '127.0.0.1',
      )
      return performance.now()
    },
    { timeout: within, interval: 50 },
  )

async function start(): Promise<KioskApp> {
  const kiosk = await startKiosk({ page: stillPage, args: ['--feed', 'http://127.0.0.1:9'] })
  await isBack(kiosk, 10_000)
  return kiosk
}

test('a page whose process is killed is back within three seconds, three times over', async () => {
  const kiosk = await start()
  for (let round = 0; round < 3; round += 1) {
    const killed = performance.now()
    process.kill(await pageProcess(kiosk.app), 'SIGKILL')
    await vi.waitFor(() => expect(kiosk.journal().split('the page is gone').length - 1).toBe(round + 1), {
      timeout: 5_000,
    })
    expect((await isBack(kiosk, 5_000)) - killed).toBeLessThan(3_000)
  }
})

test('after the third time in a row the wall says that it recovers, instead of flickering', async () => {
  const kiosk = await start()
  for (let round = 0; round < 4; round += 1) {
    process.kill(await pageProcess(kiosk.app), 'SIGKILL')
    await vi.waitFor(() => expect(kiosk.journal().split('the page is gone').length - 1).toBe(round + 1), {
      timeout: 5_000,
    })
    if (round < 3) await isBack(kiosk, 5_000)
  }
  await vi.waitFor(
    async () =>
      expect(await inPage(kiosk.app, 'document.body.innerText')).toContain('This wall is recovering'),
    { timeout: 5_000, interval: 50 },
  )
  const ground = await inPage(kiosk.app, 'getComputedStyle(document.body).backgroundColor')
  expect(ground).toBe('rgb(11, 16, 32)')
})

test('a page that hangs is ended and back within twenty seconds, although nobody touches it', async () => {
  const kiosk = await start()
  const hung = performance.now()
  void inPage(kiosk.app, 'for (;;);').catch(() => undefined)
  await vi.waitFor(() => expect(kiosk.journal()).toContain('no heartbeat'), { timeout: 20_000 })
  expect((await isBack(kiosk, 20_000)) - hung).toBeLessThan(20_000)
})

test('the death of the graphics process is survived', async () => {
  const kiosk = await start()
  for (let round = 0; round < 7; round += 1) {
    const gpu = await vi.waitFor(
      async () => {
        const pid = await kiosk.app.evaluate(
          ({ app }) => app.getAppMetrics().find((each) => each.type === 'GPU')?.pid,
        )
        if (pid === undefined) throw new Error('no graphics process yet')
        return pid
      },
      { timeout: 10_000 },
    )
    process.kill(gpu, 'SIGKILL')
    await vi.waitFor(
      async () => {
        const pids = await kiosk.app.evaluate(({ app }) => app.getAppMetrics().map((each) => each.pid))
        expect(pids).not.toContain(gpu)
      },
      { timeout: 10_000 },
    )
  }
  await isBack(kiosk, 10_000)
})
