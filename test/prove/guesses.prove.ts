// Codes are guessed from many addresses at once, while TVs are paired: no guess hits, and every pairing goes through.
import { Agent, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { sayFigures } from '../figures.ts'

const guesses = Number(process.env['FLOORBOARD_GUESSES'] ?? 10_000)
const addresses = 200
const atOnce = 32
const characters = 'ACDEFGHJKLMNPQRTUVWXY34679'

let feed: TestFeed
const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
beforeAll(async () => {
  feed = await startTestFeed({ clock: { now: Date.now } })
})
afterAll(async () => {
  agent.destroy()
  await feed.close()
})

const ask = (path: string, localAddress: string, method = 'GET', body?: object) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const sent = request(`${feed.url}${path}`, { method, localAddress, headers, agent }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })

const someCode = (): string =>
  Array.from({ length: 6 }, () => characters[Math.floor(Math.random() * characters.length)]).join('')

/** A TV behind an address of its own, and a manager who makes no mistake. */
const pairOne = async (nth: number): Promise<number> => {
  const address = `127.0.1.${nth + 1}`
  const tv = { build: 'b1', shell: 'browser', width: 1920, height: 1080 }
  const begun = await ask('/api/v1/pairings', address, 'POST', tv)
  const { code } = JSON.parse(begun.text)
  return (await ask(`/api/v1/pairings/${code}`, address, 'POST', { screen: { name: `Screen ${nth}` } }))
    .status
}

test('guesses from many addresses hit nothing, and keep nobody from pairing', async () => {
  const statuses = new Map<number, number>()
  let left = guesses
  const guess = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const { status } = await ask(`/api/v1/pairings/${someCode()}`, `127.0.2.${(left % addresses) + 1}`)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  const guessing = Promise.all(Array.from({ length: atOnce }, guess))
  const paired: number[] = []
  for (let nth = 0; nth < 10; nth++) paired.push(await pairOne(nth))
  await guessing
  expect(paired).toEqual(paired.map(() => 200))
  expect(statuses.get(200) ?? 0).toBe(0)
  expect([...statuses.keys()].sort()).toEqual([404, 429])
  sayFigures(`${guesses} guesses from ${addresses} addresses: ${statuses.get(404)} were heard, none hit`)
})
