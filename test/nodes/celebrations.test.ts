// Two nodes, and a deal that takes the wall over: the node that has the floor is killed around it, before the deal is in the log,
// between the deal and its celebration's record, and before or after TVs are told. Each is celebrated once all the same.
// FLOORBOARD_NODE_CELEBRATION_KILLS says how often (3; `npm run prove` says 36), FLOORBOARD_SEED repeats a run.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { topics } from '../../main/feed/celebrations/record-bodies.ts'
import { factKey, recordKey } from '../../main/feed/store/entry-key.ts'
import { createPlayer, type Player } from '../../renderer/tv/celebration/player/player.ts'
import { createShownIds } from '../../renderer/tv/celebration/player/shown-ids.ts'
import { CelebrationsAnswer } from '../../shared/wire/celebrations/api.ts'
import { CelebrateMessage, RetractMessage } from '../../shared/wire/celebrations/view.ts'
import { protocolVersion } from '../../shared/wire/socket.ts'
import { createDice } from '../durability/dice.ts'
import { eventually } from '../eventually.ts'
import { maya } from '../feed/feed-browser.ts'
import { sayFigures } from '../figures.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { type Deployment, type NodeProcess, startDeployment } from './deployment.ts'

const kills = Number(process.env['FLOORBOARD_NODE_CELEBRATION_KILLS'] ?? 3)
const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 1_000_000)
const acme = 'acme.example'
/** The longest that it is waited before a kill: on two busy processors all is told by then. */
const longestMs = 120

const floorText = `${smallFloorText.replace('currency: USD', 'currency: USD\n  celebrations: { perHour: 60 }')}celebrations:
  - { id: big, name: Big deal, on: { over: 100 }, seconds: 6, screens: [wall] }
`
const idOf = (nth: number): string => `big:crm:k${nth}`

let deployment: Deployment
beforeAll(async () => {
  deployment = await startDeployment([acme])
})
afterAll(() => deployment?.close())

const isBetweenOwners = (status: number): boolean => [502, 503, 504].includes(status)
/** Asked again while the floor is on its way from one node to another, as every page and source does. */
const ask: Deployment['ask'] = async (...words) => {
  for (const until = Date.now() + 60_000; ; await sleep(50)) {
    const answer = await deployment.ask(...words).catch(() => null)
    if (answer !== null && !isBetweenOwners(answer.status)) return answer
    if (Date.now() > until) throw new Error(`nobody answers: ${JSON.stringify(answer?.body)}`)
  }
}

/** A wall that stays where it is while owners change, with the player of every TV. */
const openTv = (token: string) => {
  const begun: string[] = []
  const told: string[] = []
  let on: string | null = null
  const player: Player = createPlayer({
    ...{ feedNow: Date.now, running: () => performance.now(), wallClock: Date.now },
    ...{
      shown: createShownIds(null),
      isAsleep: () => false,
      onFrame: (work: () => void) => void setImmediate(work),
    },
    play: () => null,
    show: (showing) => {
      const id = showing?.message.id ?? null
      if (id !== null && id !== on) begun.push(id)
      on = id
    },
    report: () => undefined,
  })
  const socket = deployment.connectTv(acme, { token, screen: 'wall', protocol: protocolVersion })
  socket.on('celebrate', (message) => {
    const celebration = CelebrateMessage.parse(message)
    told.push(celebration.id)
    player.celebrate(celebration)
  })
  socket.on('retract', (message) => player.retract(RetractMessage.parse(message).id))
  return { begun, told, socket }
}

/** How often the log has each deal, and the record of each celebration. */
const inLog = async (): Promise<ReadonlyMap<string, number>> => {
  const rows = await deployment.server.ask(
    'SELECT key, count(*)::int AS times FROM floorboard.entry GROUP BY key',
    'floorboard',
  )
  return new Map(rows.map(({ key, times }) => [String(key), Number(times)]))
}
const dealKey = (nth: number): string => factKey('crm', `k${nth}`)
const recordOf = (nth: number): string => recordKey(topics.decided, idOf(nth))

test(`[Q29] of ${kills} celebrations whose owner is killed around them each happens once (seed ${seed})`, {
  timeout: 120_000 + kills * 60_000,
}, async () => {
  const dice = createDice(seed)
  const nodes: NodeProcess[] = [await deployment.startNode(0), await deployment.startNode(1)]
  const { cookie } = await ask(acme, '/api/v1/first-admin', {
    method: 'POST',
    body: { ...maya, link: deployment.linkOf(acme) },
  })
  const { version } = (await ask(acme, '/api/v1/floor', { headers: { cookie } })).body
  const put = await ask(acme, '/api/v1/floor', {
    method: 'PUT',
    headers: { 'content-type': 'application/yaml', cookie, 'if-match': `"${version}"` },
    body: floorText,
  })
  expect([put.status, put.body]).toEqual([200, expect.anything()])
  const newToken = async (role: string): Promise<string> =>
    (await ask(acme, '/api/v1/tokens', { method: 'POST', headers: { cookie }, body: { name: role, role } }))
      .body.token
  const headers = { authorization: `Bearer ${await newToken('ingest')}` }
  const tv = openTv(await newToken('screen'))
  const listOf = async () =>
    CelebrationsAnswer.parse((await ask(acme, '/api/v1/celebrations', { headers: { cookie } })).body)
      .celebrations
  const deal = (nth: number, closedAt: string) => ({
    method: 'POST',
    headers,
    body: {
      facts: [
        {
          ...{ source: 'crm', id: `k${nth}`, type: 'deal', status: 'won', closedAt },
          ...{ amount: { minor: 60_000, currency: 'USD' }, credits: [{ rep: 'priya' }] },
        },
      ],
    },
  })
  const ownerOf = async (): Promise<number> => {
    const { out } = await deployment.run('floor', 'list', '--json')
    return nodes.findIndex(({ url }) => url === JSON.parse(out)[0].owner?.url)
  }
  const found = { 'before the deal': 0, 'before its record': 0, 'before the TV': 0, 'after it': 0 }

  for (let nth = 0; nth < kills; nth += 1) {
    await eventually(() => expect(tv.socket.connected).toBe(true))
    await eventually(async () => expect(await ownerOf()).not.toBe(-1))
    const dying = await ownerOf()
    const closedAt = new Date().toISOString()
    const sending = deployment.ask(acme, '/api/v1/facts', deal(nth, closedAt)).catch(() => null)
    await sleep(longestMs * dice() ** 2)
    await nodes[dying]?.end('SIGKILL')
    const log = await inLog()
    const isTold = tv.told.includes(idOf(nth))
    if (!log.has(dealKey(nth))) found['before the deal'] += 1
    else if (!log.has(recordOf(nth))) found['before its record'] += 1
    else if (isTold) found['after it'] += 1
    else found['before the TV'] += 1

    await sending
    expect((await ask(acme, '/api/v1/facts', deal(nth, closedAt))).status).toBe(200)
    const starting = deployment.startNode(dying)
    await eventually(() => expect(tv.begun).toContain(idOf(nth)))
    nodes[dying] = await starting
    // Some play to their end; the others make room for the next.
    if (dice() < 0.5)
      await ask(acme, `/api/v1/celebrations/${encodeURIComponent(idOf(nth))}/actions`, {
        ...{ method: 'POST', headers: { cookie }, body: { do: 'cancel' } },
      })
    await eventually(async () => {
      const celebration = (await listOf()).find(({ id }) => id === idOf(nth))
      expect(['shown', 'cancelled']).toContain(celebration?.state)
    }, 250)
  }

  const all = Array.from({ length: kills }, (_, nth) => idOf(nth))
  // Whatever was still to be told has been by now: a screen that comes anew is told what is on.
  tv.socket.disconnect().connect()
  await eventually(() => expect(tv.socket.connected).toBe(true))
  expect((await listOf()).map(({ id }) => id).toSorted()).toEqual(all.toSorted())
  const log = await inLog()
  const times = all.flatMap((_, nth) => [log.get(dealKey(nth)), log.get(recordOf(nth))])
  expect(times).toEqual(times.map(() => 1))
  expect(tv.begun).toEqual(all)
  sayFigures(
    `seed ${seed}: ${kills} owners killed, ${Object.entries(found)
      .map(([when, count]) => `${count} ${when}`)
      .join(', ')}; each celebrated once`,
  )
})
