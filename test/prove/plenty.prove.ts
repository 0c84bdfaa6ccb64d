// A source with FLOORBOARD_SOURCE_RECORDS deals (1,000,000) is read from its first one to its last, and then, as a person asks for
// it, once more with every id compared. Afterwards the feed holds no more than one to which the same facts were posted, and on the
// way never much more than that. HubSpot's stand-in answers as fast as it is asked: at HubSpot's own pace a million take an hour.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Child, startBuiltChild } from '../../bench/child.ts'
import { floorOfFifty } from '../../bench/floor-of-fifty.ts'
import type { PixelQuestion } from '../../bench/pixel-server.child.ts'
import { SourcesAnswer } from '../../shared/wire/sources.ts'
import { startHubSpotPlenty } from '../connectors/hubspot-plenty.ts'
import { goodKey } from '../connectors/hubspot-world.ts'
import { sayFigures } from '../figures.ts'
import { aConnectionOfItsOwn, type FeedMemory, feedMemory } from './feed-memory.ts'

const records = Number(process.env['FLOORBOARD_SOURCE_RECORDS'] ?? 1_000_000)
/** Of what a feed holds to which the facts were posted. */
const mostMore = 1.1
const slackMb = 25
/** While they come in, with everything that nobody holds any more: of what the process takes to which they are posted. */
const mostMoreOnTheWay = 1.25
/** While ids are compared each is held with its version, in a map whose old table stands beside the new one as it grows. */
const mostOfAnIdBytes = 330
const posted = 5000
const sampleMs = 1000
const dayMs = 86_400_000

interface Sample extends FeedMemory {
  readonly facts: number
}

const most = (samples: readonly Sample[], of: 'resident' | 'heap'): number =>
  Math.max(...samples.map((sample) => sample[of]))

test(`[N96] a source with ${records} deals takes no more memory than the same facts take that are posted`, async () => {
  const standIn = await startHubSpotPlenty({
    deals: records,
    until: Date.now() - dayMs,
    months: 23,
    people: floorOfFifty.people.map(({ name }) => name),
  })
  const feed: Child = startBuiltChild('./pixel-server.child.ts', standIn.url, 'unthrottled')
  const url = await feed.next<string>()
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: {
        ...aConnectionOfItsOwn,
        origin: url,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    expect([path, answer.status, answer.ok ? '' : text]).toEqual([path, 200, ''])
    return JSON.parse(text)
  }
  const sample = async (): Promise<Sample & { readonly isOver: boolean }> => {
    const [source] = SourcesAnswer.parse(await ask('GET', 'sources')).sources
    if (source === undefined) throw new Error('no source')
    const isOver = source.facts === records && source.past === null && source.calls.today > 0
    return { ...(await feedMemory(url)), facts: source.facts ?? 0, isOver }
  }
  /** Until it has been over for a while: ids are compared once the past is read. */
  const watch = async (quietMs: number): Promise<readonly Sample[]> => {
    const samples: Sample[] = []
    let answered = -1
    for (let quiet = 0; quiet < quietMs; ) {
      await sleep(sampleMs)
      const found = await sample()
      samples.push(found)
      // Without a change there are a few questions a minute.
      const isQuiet = found.isOver && standIn.answered() - answered < 20
      answered = standIn.answered()
      quiet = isQuiet ? quiet + sampleMs : 0
    }
    return samples
  }

  await ask('PUT', 'sources/crm/keys', { keys: { key: goodKey } })
  const startedAt = performance.now()
  const read = await watch(5000)
  const seconds = (performance.now() - startedAt) / 1000 - 5
  const total = await ask('GET', 'metrics/won-closedat-money?window=all&by=org')
  expect(total).toMatchObject({ total: records * standIn.eachMinor })

  await ask('POST', 'sources/crm/actions', { do: 'read-again', from: '2000-01-01' })
  // What stands here is gone through without a question, a million in less than a minute.
  const again = await watch(10_000 + records / 10)
  expect(await ask('GET', 'metrics/won-closedat-money?window=all&by=org')).toEqual(total)

  const holds = async (of: Child): Promise<number> =>
    (await of.ask<number>({ kind: 'heap' } satisfies PixelQuestion)) / 1e6
  const ours = await holds(feed)
  await feed.end()
  const other = startBuiltChild('./pixel-server.child.ts')
  const otherUrl = await other.next<string>()
  let postedMb = 0
  for (let first = 0; first < records; first += posted) {
    const answer = await fetch(`${otherUrl}/api/v1/facts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ facts: standIn.facts(first, posted) }),
    })
    expect(await answer.json()).toMatchObject({ accepted: Math.min(posted, records - first) })
    postedMb = Math.max(postedMb, (await feedMemory(otherUrl)).resident)
  }
  const bare = await holds(other)
  await other.end()
  await standIn.close()
  const mb = (value: number): string => value.toFixed(0)
  sayFigures(
    `${records} deals read in ${seconds.toFixed(0)} s (${Math.round(records / seconds)} a second); the feed then holds ${mb(ours)} MB, one to which the same were posted ${mb(bare)} MB; on the way its process took ${mb(most(read, 'resident'))} MB at most, where the same were posted ${mb(postedMb)} MB, and ${mb(most(again, 'resident'))} MB while all was read again and every id compared; ${standIn.answered()} questions`,
  )
  expect(ours).toBeLessThanOrEqual(bare * mostMore + slackMb)
  const onTheWay = postedMb * mostMoreOnTheWay
  expect(most(read, 'resident')).toBeLessThanOrEqual(onTheWay)
  const ids = (records * mostOfAnIdBytes) / 1e6
  expect(most(again, 'resident')).toBeLessThanOrEqual(onTheWay + ids)
}, 3_600_000)
