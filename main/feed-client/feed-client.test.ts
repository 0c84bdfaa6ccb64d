import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import type { Fact } from '../../shared/wire/fact.ts'
import { eventually } from '../../test/eventually.ts'
import { sendFacts } from './facts.ts'
import { FeedProblem } from './feed-problem.ts'
import { fetchFloor, replaceFloor } from './floor.ts'
import { fetchTotal } from './numbers.ts'
import { askingOnce, backingOff, type Patience, untilAborted } from './patience.ts'

const closers: (() => Promise<void>)[] = []
const closeAll = async () => {
  for (const close of closers.splice(0)) await close()
}
afterEach(closeAll)

interface Asked {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** `cut`: the connection breaks in the middle of the answer; `silent`: it never comes. */
type Answer = readonly [status: number, body: string] | 'cut' | 'silent'

/** A server that gives these answers in turn, and the last of them ever after. */
const answering = async (...answers: readonly Answer[]) => {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const { method, url: path, headers } = request
    asked.push({ method, path, headers, body: await text(request) })
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? 'silent'
    if (answer === 'silent') return
    if (answer === 'cut') {
      response.writeHead(200, { 'content-length': 100 }).write('{"acc', () => request.socket.destroy())
      return
    }
    response.writeHead(answer[0], { 'content-type': 'application/json' }).end(answer[1])
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
  return { feed: `http://127.0.0.1:${port}`, asked }
}

const taken: Answer = [200, JSON.stringify({ accepted: 1, unchanged: 0, rejected: [], warnings: [], seq: 7 })]
const refusal = (status: number, code: string, message: string): Answer => [
  status,
  JSON.stringify({ code, message }),
]
const full = refusal(503, 'log-unavailable', 'The disk is full.')

/** Waits that are noted and not waited for. */
const patienceOf = (waitsMs: readonly number[]) => {
  const slept: number[] = []
  const said: string[] = []
  const patience: Patience = {
    waitsMs: () => waitsMs,
    sleep: async (ms) => void slept.push(ms),
    signal: null,
    onAway: (why) => said.push(why),
    onBack: () => said.push('back'),
  }
  return { patience, slept, said }
}

describe('a feed that is away', () => {
  test.each<[string, Answer]>([
    ['too busy', refusal(429, 'forbidden', 'Later.')],
    ['failing', refusal(500, 'internal', 'A bug.')],
    ['without a disk', full],
    ['behind a proxy', [502, '<html>']],
    ['cut off in the middle of its answer', 'cut'],
  ])('%s, is asked again; its going and its return are told once each', async (_, away) => {
    const { feed, asked } = await answering(away, away, taken, taken)
    const { patience, slept, said } = patienceOf([10, 20, 30])
    expect(await sendFacts({ feed }, [], patience)).toMatchObject({ accepted: 1, seq: 7 })
    expect(slept).toEqual([10, 20])
    expect(said).toEqual([expect.not.stringMatching('back'), 'back'])
    await sendFacts({ feed }, [], patience)
    expect(said).toHaveLength(2)
    expect(asked).toHaveLength(4)
  })

  test('is told with what it said', async () => {
    const { feed } = await answering(full, taken)
    const { patience, said } = patienceOf([1])
    await sendFacts({ feed }, [], patience)
    expect(said[0]).toBe('it answered 503')
  })

  test('is given up when the waits end, with the feed’s own words', async () => {
    const { feed, asked } = await answering(full)
    const { patience, slept } = patienceOf([1, 1])
    await expect(sendFacts({ feed }, [], patience)).rejects.toThrow('The feed refuses: The disk is full.')
    expect(slept).toEqual([1, 1])
    expect(asked).toHaveLength(3)
  })

  test('where nobody answers, is given up with why', async () => {
    const { feed } = await answering(taken)
    await closeAll()
    const asking = sendFacts({ feed }, [], patienceOf([1]).patience)
    await expect(asking).rejects.toThrow(`No feed answers at ${feed} (connect ECONNREFUSED`)
    await expect(asking).rejects.toMatchObject({ name: 'FeedProblem', code: 'away' })
  })

  test('is asked on and on until the signal, which ends a wait at once', async () => {
    const { feed, asked } = await answering(full)
    const stop = new AbortController()
    const said: string[] = []
    const told = { onAway: (why: string) => said.push(why), onBack: () => said.push('back') }
    const asking = sendFacts(
      { feed },
      [],
      untilAborted(stop.signal, () => 1, told),
    )
    await eventually(() => expect(asked.length).toBeGreaterThan(2))
    stop.abort(new Error('enough'))
    await expect(asking).rejects.toThrow(/enough|aborted/)
    expect(said).toEqual(['it answered 503'])
  })

  test('ends a request under way as well, and asks nothing afterwards', async () => {
    const { feed, asked } = await answering('silent')
    const stop = new AbortController()
    const patience = untilAborted(stop.signal, () => 0, patienceOf([]).patience)
    const asking = sendFacts({ feed }, [], patience)
    await eventually(() => expect(asked).toHaveLength(1))
    stop.abort(new Error('enough'))
    await expect(asking).rejects.toThrow('enough')
    await expect(sendFacts({ feed }, [], patience)).rejects.toThrow('enough')
    expect(asked).toHaveLength(1)
  })
})

describe('waits without end', () => {
  const first = (count: number, random: () => number): number[] => {
    const waits = backingOff(random)
    return Array.from({ length: count }, () => waits.next().value ?? Number.NaN)
  }

  test('double until a quarter of a minute', () => {
    expect(first(9, () => 0)).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
  })

  test('are shortened by up to a half, by chance', () => {
    expect(first(3, () => 1)).toEqual([125, 250, 500])
  })
})

describe('a request', () => {
  test('with facts is a line each, with the token there is', async () => {
    const { feed, asked } = await answering(taken)
    const fact: Fact = {
      source: 'crm',
      id: '1',
      type: 'activity',
      kind: 'call',
      at: '2026-11-20',
      credits: [{ rep: 'ana' }],
    }
    await sendFacts({ feed, token: 'secret' }, [fact, fact], askingOnce)
    await sendFacts({ feed }, [], askingOnce)
    expect(asked[0]).toMatchObject({
      method: 'POST',
      path: '/api/v1/facts',
      headers: { authorization: 'Bearer secret', 'content-type': 'application/x-ndjson' },
      body: `${JSON.stringify(fact)}\n`.repeat(2),
    })
    expect(asked[1]?.headers).not.toHaveProperty('authorization')
  })

  test('with a floor file names the version that it is to replace', async () => {
    const { feed, asked } = await answering([200, '{"version":4}'])
    expect(await replaceFloor({ feed }, 'floor: {}', 3)).toEqual({ version: 4, changes: [] })
    expect(await replaceFloor({ feed }, 'floor: {}', null)).toMatchObject({ version: 4 })
    expect(asked[0]).toMatchObject({ method: 'PUT', headers: { 'if-match': '"3"' }, body: 'floor: {}' })
    expect(asked[1]?.headers).not.toHaveProperty('if-match')
  })

  test('that is refused is not sent again, and says why and where', async () => {
    const places = [{ line: 2, path: 'people', message: 'is missing' }]
    const body = JSON.stringify({ code: 'bad-floor', message: 'The floor file has a fault.', errors: places })
    const { feed, asked } = await answering([422, body])
    const problem = await replaceFloor({ feed }, '', null).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(FeedProblem)
    expect(problem).toMatchObject({
      message: 'The feed refuses: The floor file has a fault.',
      code: 'bad-floor',
      places,
    })
    expect(asked).toHaveLength(1)
  })

  test('for a total tells an unknown number from a metric that is not there', async () => {
    const metric = { id: 'wins', name: 'Wins', unit: 'count', indicator: 'output', better: 'higher' }
    const answer = { metric, window: { start: null, end: null, label: 'all' }, rows: [], total: null }
    const { feed } = await answering(
      [200, JSON.stringify({ ...answer, total: 12 })],
      [200, JSON.stringify(answer)],
      refusal(404, 'unknown-metric', 'There is no metric "wins".'),
    )
    const total = () => fetchTotal({ feed }, 'wins', askingOnce)
    expect([await total(), await total(), await total()]).toEqual([12, null, undefined])
  })

  test('for a total that is not allowed is a refusal like any other', async () => {
    const { feed } = await answering(refusal(403, 'forbidden', 'This token sends facts.'))
    await expect(fetchTotal({ feed }, 'wins', askingOnce)).rejects.toMatchObject({ code: 'forbidden' })
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
    await expect(fetchFloor({ feed })).rejects.toMatchObject({ code: null })
  })
})
