import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FactsAnswer } from '../../../shared/wire/fact.ts'
import { FaultsAnswer } from '../../../shared/wire/faults.ts'
import { call, startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

let feed: TestFeed
beforeEach(async () => {
  feed = await startTestFeed()
})
afterEach(() => feed.close())

const send = async (...facts: readonly object[]) =>
  FactsAnswer.parse((await feed.postFacts(JSON.stringify({ facts }))).body)
const faults = async () => FaultsAnswer.parse((await feed.ask('/api/v1/faults')).body)
const apply = async (text: string) =>
  (
    await feed.ask('/api/v1/floor?confirm=unassigned', {
      method: 'PUT',
      body: text,
      headers: { 'content-type': 'application/yaml' },
    })
  ).status

describe('warnings', () => {
  test('[F30] are told of facts that are accepted, most facts first, with the first fact of each', async () => {
    const answer = await send(
      call('a', { kind: 'Call' }),
      won('b', 100, { closedAt: null }),
      call('c', { kind: 'Call', credits: [{ rep: 'Priya Ramann' }] }),
      call('d'),
    )
    expect(answer).toMatchObject({ accepted: 4, rejected: [] })
    expect(answer.warnings).toEqual([
      {
        what: 'no metric counts activities of the kind "Call"; did you mean "call"?',
        count: 2,
        first: 'a',
      },
      {
        what: 'a won deal without its closing date (closedAt) counts in no period',
        count: 1,
        first: 'b',
      },
      {
        what: 'the floor knows nobody called "Priya Ramann"; did you mean "Priya Raman"?',
        count: 1,
        first: 'c',
        unknown: 'Priya Ramann',
      },
    ])
  })

  test('[F30] are told again of the same facts, and not of those that are refused', async () => {
    await send(call('a', { kind: 'Call' }))
    const answer = await send(call('a', { kind: 'Call' }), call('b', { kind: 'Call', at: 'yesterday' }))
    expect(answer).toMatchObject({ accepted: 0, unchanged: 1, rejected: [{ id: 'b' }] })
    expect(answer.warnings).toMatchObject([{ count: 1, first: 'a' }])
  })

  test('[F30] are 100 at most', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => call(`${index}`, { kind: `kind ${index}` }))
    expect((await send(...many)).warnings).toHaveLength(100)
  })
})

describe('GET /api/v1/faults', () => {
  test('[F39] tells what stands, how often, where to look and what to do', async () => {
    await send(call('a', { kind: 'Call' }), call('b', { kind: 'Call' }), call('c', { kind: 'Call' }))
    const receivedAt = '2026-11-20T20:00:00.000Z'
    expect(await faults()).toEqual({
      faults: [
        {
          code: 'unused-kind',
          what: 'no metric counts activities of the kind "Call"; did you mean "call"?',
          todo: 'Have the source send a kind that a metric counts, or name this one in a metric.',
          count: 3,
          first: { source: 'dialer', id: 'a', receivedAt },
          latest: { source: 'dialer', id: 'c', receivedAt },
        },
      ],
      unlisted: 0,
    })
  })

  test('[F39] a fault goes when its facts are mended or withdrawn, also after a restart', async () => {
    await send(call('a', { kind: 'Call' }), call('b', { kind: 'Call' }))
    await feed.restart()
    expect((await faults()).faults).toMatchObject([{ count: 2 }])
    await send(call('a'))
    expect((await faults()).faults).toMatchObject([{ count: 1, first: { id: 'b' } }])
    await feed.ask('/api/v1/facts/dialer/b', { method: 'DELETE' })
    expect((await faults()).faults).toEqual([])
  })

  test('[F39] a fault goes with an edit of the floor that mends it, and comes with one that makes it', async () => {
    await send(
      call('a', { kind: 'Call' }),
      call('b', { credits: [{ rep: 'Nina' }] }),
      won('c', 100, { status: 'open', stage: 'Trial', closedAt: null }),
    )
    const codes = async () => (await faults()).faults.map(({ code }) => code)
    expect(await codes()).toEqual(['unknown-person', 'unknown-stage', 'unused-kind'])
    const mended = smallFloorText
      .replace('is: call', 'in: [call, Call]')
      .replace('[New, Proposal, Closed]', '[New, Trial, Proposal, Closed]')
      .replace('aliases: [priya@example.com]', 'aliases: [priya@example.com, Nina]')
    expect(await apply(mended)).toBe(200)
    expect(await codes()).toEqual([])
    expect(await apply(smallFloorText.replace('[New, Proposal, Closed]', '[]'))).toBe(200)
    expect(await codes()).toEqual(['unknown-person', 'unused-kind'])
  })

  test('[F39] lists 200 at most, and says how many more there are', async () => {
    await send(...Array.from({ length: 250 }, (_, index) => call(`${index}`, { kind: `kind ${index}` })))
    const answer = await faults()
    expect([answer.faults.length, answer.unlisted]).toEqual([200, 50])
  })
})
