// Messages of every shape to every channel of the kiosk, from a page that has the whole of `ipcRenderer`, as one has that
// broke out of its world.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { channels } from '../../main/kiosk/channels.ts'
import { Heartbeat, LastGood, PairedToken } from '../../shared/wire/kiosk.ts'
import { HashedPin } from '../../shared/wire/service.ts'
import type { KioskApp } from './kiosk-app.ts'
import { isBack } from './still-wall.ts'

interface Message {
  readonly channel: string
  readonly way: 'send' | 'invoke'
  readonly args: readonly unknown[]
}

const token = `fb_screen_${'a'.repeat(32)}`
const hashed = { salt: 'a'.repeat(22), hash: 'b'.repeat(43) }
const good: readonly unknown[] = [
  { frames: 1, shows: 'picture', nextSceneInMs: null },
  { kind: 'address', text: 'floor.local' },
  { kind: 'this-computer' },
  { kind: 'pin', pin: '482913' },
  { kind: 'look' },
  { kind: 'act', act: 'restart' },
  '{"format":1}',
  token,
  hashed,
]

/** Something good with one thing wrong with it. */
const almost = fc
  .tuple(fc.constantFrom(...good), fc.string(), fc.jsonValue(), fc.nat(40))
  .map(([from, key, value, cut]) => {
    if (typeof from === 'string') return `${from.slice(0, cut)}${key}${from.slice(cut)}`
    return cut % 3 === 0 ? { ...Object(from), [key]: value } : { ...Object(from), kind: value, pin: key }
  })
const hostile = fc.constantFrom<unknown>(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  '\u0000',
  '\ud800',
  'x'.repeat(300_000),
  `{"a":${'['.repeat(5000)}`,
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  Array.from({ length: 5000 }, () => null),
  { kind: '__proto__', text: { toString: 'x' } },
)
const message: fc.Arbitrary<Message> = fc.record({
  channel: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...Object.values(channels)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('__proto__', 'constructor', '', 'ELECTRON_BROWSER_REQUIRE', 'nobody'),
    },
  ),
  way: fc.constantFrom('send', 'invoke'),
  args: fc.array(fc.oneof(almost, hostile, fc.jsonValue({ maxDepth: 4 })), { minLength: 0, maxLength: 3 }),
})

/** What the kiosk takes, and rightly acts upon: that is for other tests. */
const isTaken = ({ channel, args: [first, ...others] }: Message): boolean =>
  others.length === 0 &&
  ((channel === channels.saveLastGood && LastGood.safeParse(first).success) ||
    (channel === channels.keepToken && PairedToken.safeParse(first).success) ||
    (channel === channels.keepServicePin && HashedPin.safeParse(first).success) ||
    (channel === channels.heartbeat && Heartbeat.safeParse(first).success) ||
    // A picture takes its time, and is no message of a stranger's.
    (channel === channels.takePicture && first === undefined))

const rawPreload = `const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('raw', {
  send: (channel, args) => ipcRenderer.send(channel, ...args),
  invoke: (channel, args) => ipcRenderer.invoke(channel, ...args).then(() => 'answered', () => 'refused'),
})`

/** Has the page of a kiosk loaded anew with `window.raw`. */
export async function openRawIpc(kiosk: KioskApp): Promise<void> {
  const path = join(kiosk.userData, 'raw-preload.cjs')
  writeFileSync(path, rawPreload)
  await kiosk.app.evaluate(({ session, BrowserWindow }, preload) => {
    session.defaultSession.setPreloads([preload])
    BrowserWindow.getAllWindows()[0]?.webContents.reload()
  }, path)
  await kiosk.page.waitForFunction(() => 'raw' in window)
  await isBack(kiosk)
}

const batch = 250

/** Resolves with how many were sent, and how many of them were answered. */
export async function fuzzIpc(
  kiosk: KioskApp,
  seed: number,
  count: number,
): Promise<{ readonly sent: number; readonly answered: number }> {
  let [sent, answered] = [0, 0]
  for (let nth = 0; sent < count; nth += 1) {
    const messages = fc
      .sample(message, { seed: seed + nth, numRuns: batch })
      .filter((each) => !isTaken(each))
      .slice(0, count - sent)
    answered += await kiosk.page.evaluate(async (all) => {
      interface Raw {
        send(channel: string, args: readonly unknown[]): void
        invoke(channel: string, args: readonly unknown[]): Promise<'answered' | 'refused'>
      }
      const { raw } = window as unknown as { readonly raw: Raw }
      const outcomes = await Promise.all(
        all.map(({ channel, way, args }) => {
          if (way === 'invoke') return raw.invoke(channel, args)
          raw.send(channel, args)
          return 'sent'
        }),
      )
      return outcomes.filter((outcome) => outcome === 'answered').length
    }, messages)
    sent += messages.length
  }
  return { sent, answered }
}

/** What a kiosk keeps beside what Chromium keeps for itself. */
export const keptBy = ({ userData }: KioskApp): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(userData)
      .filter((name) => /\.json/.test(name) && name !== 'Local State')
      .sort()
      .map((name) => [name, readFileSync(join(userData, name), 'utf8')]),
  )

/** Of the shell itself, MB. */
export const shellMemory = ({ app }: KioskApp): Promise<number> =>
  app.evaluate(() => Math.round(process.memoryUsage().rss / 1e6))
