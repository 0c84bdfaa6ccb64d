// What a new TV answers to whoever sets it up: real servers on this machine.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { ChoiceAnswer } from '../../../shared/wire/kiosk.ts'
import { systemClock } from '../../feed/clock.ts'
import { fingerprintOf, ownCertificate } from '../../feed/own-certificate.ts'
import type { FeedSource } from '../feed-source.ts'
import { openSetUp } from './set-up.ts'
import type { SetUp } from './set-up-file.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endings.push(() => server.close())
  return (server.address() as AddressInfo).port
}
const answering =
  (status: number, text: string): RequestListener =>
  (_request, reply) => {
    reply.writeHead(status).end(text)
  }
const feed = answering(200, '{"reached":true}')

const sourceOf = (setUp: SetUp | null): FeedSource | null =>
  setUp && {
    origin: () => (setUp.kind === 'address' ? setUp.url : 'https://127.0.0.1:4400'),
    fingerprint: () => undefined,
    address: async () => ({ url: '', token: null }),
    newFloor: () => null,
    trouble: async () => null,
    close: async () => undefined,
  }

const open = async (before: SetUp | null = null) => {
  const saved: SetUp[] = []
  let chosen = 0
  const note = (): void => undefined
  const tv = await openSetUp({
    file: {
      load: async () => before,
      save: async (setUp) => {
        saved.push(setUp)
      },
    },
    open: async (setUp) => sourceOf(setUp),
    networkAddress: '127.0.0.1',
    journal: { info: note, warn: note, error: note },
    onChosen: () => {
      chosen += 1
    },
  })
  endings.push(tv.close)
  const choose = (text: string): Promise<ChoiceAnswer> => tv.choose({ kind: 'address', text })
  return { tv, saved, choose, chosen: () => chosen }
}

test('a feed in the clear is taken, kept, and shown', async () => {
  const port = await listening(createServer(feed))
  const { tv, saved, choose, chosen } = await open()
  expect([tv.takesKeys(), tv.origin()]).toEqual([true, null])
  expect(await choose(`127.0.0.1:${port}`)).toBe('taken')
  expect(saved).toEqual([{ kind: 'address', url: `http://127.0.0.1:${port}`, fingerprint: null }])
  expect([tv.takesKeys(), tv.origin(), chosen()]).toEqual([false, `http://127.0.0.1:${port}`, 1])
})

test('a feed with a certificate of its own is known by it from then on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-set-up-'))
  endings.push(() => rmSync(folder, { recursive: true }))
  const own = await ownCertificate(folder, [], systemClock)
  const port = await listening(createTlsServer(own, feed))
  const { saved, choose } = await open()
  expect(await choose(`127.0.0.1:${port}`)).toBe('taken')
  expect(saved).toEqual([
    { kind: 'address', url: `https://127.0.0.1:${port}`, fingerprint: fingerprintOf(own.cert) },
  ])
})

test('a feed that refuses is one all the same: the wall says what it said', async () => {
  const refusal = answering(403, '{"code":"forbidden","message":"This address is not of this feed."}')
  const port = await listening(createServer(refusal))
  expect(await (await open()).choose(`http://127.0.0.1:${port}`)).toBe('taken')
})

test.each([
  ['<!doctype html><h1>Printer</h1>', 'no-feed'],
  ['{"ok":true}', 'no-feed'],
  ['x'.repeat(100_000), 'no-feed'],
] as const)('what answers %.20s is no feed', async (text, wanted) => {
  const port = await listening(createServer(answering(200, text)))
  const { saved, choose, tv } = await open()
  expect(await choose(`127.0.0.1:${port}`)).toBe(wanted)
  expect([saved, tv.takesKeys()]).toEqual([[], true])
})

test('what is no address and what does not answer is told apart', async () => {
  const { choose } = await open()
  expect(await choose('two words')).toBe('no-address')
  expect(await choose('127.0.0.1:1')).toBe('no-answer')
})

test('a TV that is set up takes no keys and nothing else', async () => {
  const { tv, saved, choose } = await open({ kind: 'this-computer' })
  expect([tv.takesKeys(), tv.found()]).toEqual([false, []])
  await choose('127.0.0.1:1')
  expect(saved).toEqual([])
})
