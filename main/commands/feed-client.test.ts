import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { FeedProblem, fetchFloor, sendFacts } from './feed-client.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** A server that gives these answers in turn, and the last of them ever after. */
const answering = async (...answers: readonly (readonly [status: number, body: string])[]) => {
  let asked = 0
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const [status, body] = answers[Math.min(asked++, answers.length - 1)] ?? [500, '']
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  const { port } = server.address() as AddressInfo
  return { feed: `http://127.0.0.1:${port}`, asked: () => asked }
}

const taken = JSON.stringify({ accepted: 1, unchanged: 0, rejected: [], seq: 7 })
const away: readonly [number, string] = [
  503,
  JSON.stringify({ code: 'log-unavailable', message: 'The disk is full.' }),
]

describe('facts', () => {
  test('are sent again while the feed is away', async () => {
    const { feed, asked } = await answering(away, away, [200, taken])
    expect(await sendFacts({ feed }, [], [1, 1, 1])).toMatchObject({ accepted: 1, seq: 7 })
    expect(asked()).toBe(3)
  })

  test('are given up, with the feed’s own words, when it stays away', async () => {
    const { feed, asked } = await answering(away)
    await expect(sendFacts({ feed }, [], [1, 1])).rejects.toThrow('The feed refuses: The disk is full.')
    expect(asked()).toBe(3)
  })

  test('are not sent again when they are refused', async () => {
    const { feed, asked } = await answering([
      401,
      JSON.stringify({ code: 'unauthorized', message: 'This needs a token.' }),
    ])
    await expect(sendFacts({ feed }, [], [1])).rejects.toThrow(
      'The feed refuses: This needs a token. --token passes it.',
    )
    expect(asked()).toBe(1)
  })
})

describe('an address', () => {
  test.each([
    [404, '<html>', "It answered 404, which is not a Floorboard feed's way."],
    [200, '<html>', 'is not a Floorboard feed.'],
    [200, '{"version":"x"}', 'is not a Floorboard feed.'],
  ])('that answers %i %s is no feed', async (status, body, sentence) => {
    const { feed } = await answering([status, body])
    await expect(fetchFloor({ feed })).rejects.toThrow(sentence)
  })

  test('where nobody answers is told', async () => {
    const { feed } = await answering([200, ''])
    for (const close of closers.splice(0)) await close()
    await expect(fetchFloor({ feed })).rejects.toThrow(FeedProblem)
    await expect(fetchFloor({ feed })).rejects.toThrow(`No feed answers at ${feed} (connect ECONNREFUSED`)
  })
})
