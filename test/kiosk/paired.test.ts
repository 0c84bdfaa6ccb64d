// A kiosk on a feed with TLS of its own: paired, asked for a picture, and before a certificate that it was not told of.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../main/feed/clock.ts'
import { type Certificate, fingerprintOf, ownCertificate } from '../../main/feed/own-certificate.ts'
import { rendererFolder } from '../built.ts'
import { eventually } from '../eventually.ts'
import { makeToken } from '../feed/make-token.ts'
import { startTestFeed, type TestFeed, won } from '../feed/start-test-feed.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { displaySize } from './display.ts'
import { freePort } from './feed-process.ts'
import { type KioskApp, makeFolder, startKiosk, stopKiosks } from './kiosk-app.ts'
import { shown, shows } from './remote-control.ts'

const pictures = 'test-results/kiosk'
let feed: TestFeed
let own: Certificate
let other: Certificate
let admin: string

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  const folder = await makeFolder()
  other = await ownCertificate(await makeFolder(), [], systemClock)
  own = await ownCertificate(folder, [], systemClock)
  // From its first tokens on, the feed asks everybody who they are.
  await makeToken(folder, 'screen')
  admin = await makeToken(folder, 'admin')
  feed = await startTestFeed({
    dataDir: folder,
    clock: systemClock,
    port: await freePort(),
    transport: { kind: 'own' },
    // Of the kiosk's own build, for which no page loads itself anew.
    rendererDir: rendererFolder,
  })
})
afterEach(async () => {
  for (const kiosk of open.splice(0)) await kiosk.app.close().catch(() => undefined)
})
afterAll(async () => {
  await stopKiosks()
  await feed.close()
})

const open: KioskApp[] = []
const start = async (certificate: Certificate, userData?: string): Promise<KioskApp> => {
  const args = ['--feed', feed.url, '--feed-fingerprint', fingerprintOf(certificate.cert)]
  const kiosk = await startKiosk({ args, ...(userData !== undefined && { userData }) })
  open.push(kiosk)
  return kiosk
}

const asManager = (method: string, path: string, body?: object): Promise<{ status: number; body: Buffer }> =>
  new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${admin}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const asked = request(
      `${feed.url}${path}`,
      { method, headers, ca: own.cert, agent: false },
      async (answer) => {
        const parts: Buffer[] = []
        for await (const part of answer) parts.push(part)
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) })
      },
    )
    asked.once('error', reject)
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })

const codeOn = async (kiosk: KioskApp): Promise<string> => {
  const code = kiosk.page.locator('.pairing-code')
  return ((await code.textContent()) ?? '').replace(/\s/g, '')
}

/** Width and height out of the frame header of a JPEG. */
const sizeOf = (jpeg: Buffer): { width: number; height: number } => {
  for (let at = 2; at < jpeg.length - 8; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg.readUInt16BE(at)
    if (marker === 0xffc0 || marker === 0xffc2)
      return { width: jpeg.readUInt16BE(at + 7), height: jpeg.readUInt16BE(at + 5) }
  }
  throw new Error('no frame in this picture')
}

const changeCertificate = async ({ cert, key }: Certificate): Promise<void> => {
  writeFileSync(join(feed.folder, 'tls-cert.pem'), cert)
  writeFileSync(join(feed.folder, 'tls-key.pem'), key)
  await feed.restart()
}

test('[S140] a kiosk is paired by TLS, sends its picture, is wary of another certificate, and keeps its token', async () => {
  const now = new Date().toISOString()
  await asManager('POST', '/api/v1/facts', {
    facts: [won('first', 90_000, { createdAt: now, closedAt: now })],
  })
  const kiosk = await start(own)
  await kiosk.page.locator('.pairing-code').waitFor()
  const paired = await asManager('POST', `/api/v1/pairings/${await codeOn(kiosk)}`, {
    screen: { name: 'Kitchen' },
  })
  expect(paired.status).toBe(200)
  await shows(kiosk, /closed-won revenue/i)
  await eventually(() => expect(readFileSync(join(kiosk.userData, 'token.json'), 'utf8')).toContain(feed.url))

  const { screenshot } = JSON.parse(
    String((await asManager('POST', '/api/v1/screens/kitchen/commands', { command: 'screenshot' })).body),
  )
  const picture = await eventually(async () => {
    const answer = await asManager('GET', `/api/v1/screenshots/${screenshot}`)
    expect(answer.status).toBe(200)
    return answer.body
  })
  writeFileSync(`${pictures}/picture.jpg`, picture)
  expect(sizeOf(picture)).toEqual(displaySize)

  await changeCertificate(other)
  await shows(kiosk, 'Certificate refused', /closed-won revenue/i)
  await changeCertificate(own)
  await shows(kiosk, /updated/)
  expect(await shown(kiosk)).not.toContain('Certificate refused')

  await kiosk.app.close()
  const again = await start(own, kiosk.userData)
  await shows(again, /closed-won revenue/i, /updated/)
  const kept = join(again.userData, 'last-picture.jpg')
  writeFileSync(kept, picture)
  await asManager('DELETE', '/api/v1/screens/kitchen/tokens')
  await shows(again, 'This screen was taken off the wall by')
  // Nothing of it may be shown any more, however this wall breaks.
  await eventually(() => expect(existsSync(kept)).toBe(false))
  expect(await codeOn(again)).toMatch(/^[A-Z0-9]{6}$/)
})

test('[S140] a kiosk that was set up for another certificate says so, with what to compare', async () => {
  const kiosk = await start(other)
  await shows(kiosk, 'This is not the feed that this screen was set up for', '--feed-fingerprint')
  expect(await shown(kiosk)).toContain(fingerprintOf(own.cert))
  await pictureForPeople(kiosk.page, { path: `${pictures}/certificate.png` })
})

test('people sign in at the feed that a kiosk brings along: its hash of passwords runs in Electron', async () => {
  const kiosk = await startKiosk({ args: ['--port', '0', '--data', await makeFolder()] })
  open.push(kiosk)
  const url = await eventually(() => {
    const line = kiosk
      .journal()
      .split('\n')
      .find((each) => each.includes('the feed is ready'))
    return String(JSON.parse(line ?? '').url)
  })
  const post = (path: string, body: object) =>
    fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const maya = { email: 'maya@example.com', password: 'velvet orchard 1987 tram' }
  expect((await post('first-admin', { ...maya, name: 'Maya Brandt' })).status).toBe(200)
  expect((await post('sign-in', maya)).status).toBe(200)
  expect((await post('sign-in', { ...maya, password: 'another one' })).status).toBe(401)
})
