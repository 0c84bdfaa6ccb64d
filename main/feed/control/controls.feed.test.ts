import { io as connectTo, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Control, ControlAction } from '../../../shared/wire/control.ts'
import { BoardMessage, protocolVersion, StageMessage } from '../../../shared/wire/socket.ts'
import { eventually } from '../../../test/eventually.ts'
import { openTokens } from '../../../test/feed/make-token.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { testClock } from '../../../test/floors/open-test-floor.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'
import { createToken, keepToken } from '../access/token.ts'

const minute = 60_000
const withPay = smallFloorText.replace(
  'boards:\n',
  'boards:\n  - { id: pay, kind: wins, title: Pay, audience: managers }\n',
)

let feed: TestFeed
let clock: ReturnType<typeof testClock>
let dana: string
let siobhan: string
const sockets: Socket[] = []

const personWith = async (name: string): Promise<string> => {
  const token = createToken('admin')
  await openTokens(feed.folder).addToken(keepToken(token, 'admin', name, 0))
  return token
}

beforeEach(async () => {
  clock = testClock('2026-11-20T20:00:00Z')
  feed = await startTestFeed({ clock, firstFloorText: withPay })
  dana = await personWith('Dana Whitfield')
  siobhan = await personWith('Siobhán Ní Bhraonáin')
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect()
  await feed.close()
})

const as = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })

const controlOf = async (screen: string, token = dana): Promise<Control> =>
  (await feed.ask(`/api/v1/controls/${screen}`, { headers: as(token) })).body

const post = (token: string, body: object) =>
  feed.ask('/api/v1/controls', { method: 'POST', headers: as(token), body: JSON.stringify(body) })

/** With the version that stands. */
const act = async (token: string, action: ControlAction, screens: readonly string[] = ['wall']) => {
  const seen = await Promise.all(screens.map((screen) => controlOf(screen, token)))
  return post(token, { screens: seen.map(({ screen, version }) => ({ screen, version })), action })
}

interface Tv {
  readonly stages: StageMessage[]
  readonly boards: Set<string>
}

const openTv = (screen: string): Tv => {
  const socket = connectTo(`${feed.url}/tv`, {
    transports: ['websocket'],
    auth: { screen, token: dana, protocol: protocolVersion },
  })
  sockets.push(socket)
  const tv: Tv = { stages: [], boards: new Set() }
  socket.on('stage', (message) => tv.stages.push(StageMessage.parse(message)))
  socket.on('board', (message) => tv.boards.add(BoardMessage.parse(message).view.id))
  return tv
}

const pin: ControlAction = { do: 'pin', board: 'calls-today', forMs: 15 * minute }

test('[S70] a hold reaches every TV of its screen with the board it needs, and no other screen', async () => {
  const [one, two, other] = [openTv('wall'), openTv('wall'), openTv('calls-wall')]
  await eventually(() => expect([one, two, other].map(({ stages }) => stages.length)).toEqual([1, 1, 1]))
  const { status, body } = await act(dana, pin)
  expect([status, body.controls[0].hold]).toMatchObject([
    200,
    {
      kind: 'pin',
      board: 'calls-today',
      holder: { name: 'Dana Whitfield' },
      until: clock.now() + 15 * minute,
    },
  ])
  await eventually(() => {
    for (const tv of [one, two]) {
      expect(tv.stages.at(-1)?.hold).toEqual(body.controls[0].hold)
      expect(tv.boards).toContain('calls-today')
    }
  })
  expect(other.stages).toHaveLength(1)
  await act(dana, { do: 'release' })
  await eventually(() => expect(one.stages.at(-1)?.hold).toBeUndefined())
})

test('[S70] a hold ends by itself, also while nobody asks', async () => {
  const tv = openTv('wall')
  await act(dana, pin)
  await eventually(() => expect(tv.stages.at(-1)?.hold).toBeDefined())
  clock.forward(15 * minute)
  await eventually(() => expect(tv.stages.at(-1)?.hold).toBeUndefined())
  expect((await controlOf('wall')).hold).toBeNull()
})

describe('[S74] two people', () => {
  test('one is told who holds the screen, asks, and is handed it', async () => {
    await act(dana, pin)
    const refused = await act(siobhan, { do: 'next', board: 'revenue' })
    expect([refused.status, refused.body.code, refused.body.message]).toEqual([
      409,
      'wall-held',
      'Dana Whitfield holds this screen for 15 minutes more at most. Ask for it.',
    ])
    expect(refused.body.controls[0].hold.holder.name).toBe('Dana Whitfield')
    const asked = await act(siobhan, { do: 'ask' })
    const [{ id }] = asked.body.controls[0].asking
    const over = await act(dana, { do: 'hand-over', to: id })
    expect(over.body.controls[0]).toMatchObject({ asking: [], hold: { holder: { id } } })
    expect((await act(siobhan, { do: 'release' })).status).toBe(200)
  })

  test('an older version is refused, with who changed it and what stands', async () => {
    const { version } = await controlOf('wall')
    await act(siobhan, { do: 'hold', board: 'teams', forMs: minute })
    await act(siobhan, { do: 'release' })
    const late = await post(dana, { screens: [{ screen: 'wall', version }], action: pin })
    expect([late.status, late.body.code]).toEqual([409, 'stale-control'])
    expect(late.body.message).toMatch(/^Siobhán Ní Bhraonáin has changed/)
    const again = {
      screens: late.body.controls.map(({ screen, version: now }: Control) => ({ screen, version: now })),
    }
    expect((await post(dana, { ...again, action: pin })).status).toBe(200)
  })

  test('several screens are held together or not at all', async () => {
    await act(siobhan, pin, ['calls-wall'])
    expect((await act(dana, pin, ['wall', 'calls-wall'])).body.code).toBe('wall-held')
    expect((await controlOf('wall')).hold).toBeNull()
    await act(siobhan, { do: 'release' }, ['calls-wall'])
    expect((await act(dana, pin, ['wall', 'calls-wall'])).body.controls).toHaveLength(2)
  })
})

test('[S1] [S70] a board that is not for the floor is held on no wall, in words', async () => {
  const { status, body } = await act(dana, { do: 'pin', board: 'pay', forMs: minute })
  expect([status, body.code, body.message]).toEqual([
    403,
    'private-board',
    'This board is not for the floor, so a wall cannot show it.',
  ])
})

test('what makes no sense is refused with one code each', async () => {
  const ask = async (body: object) => {
    const answer = await post(dana, body)
    return [answer.status, answer.body.code]
  }
  expect(await ask({ screens: [{ screen: 'hall', version: 1 }], action: pin })).toEqual([
    404,
    'unknown-screen',
  ])
  expect(await ask({ screens: [], action: pin })).toEqual([400, 'bad-body'])
  const tooLong = { ...pin, forMs: 9 * 60 * minute }
  expect(await ask({ screens: [{ screen: 'wall', version: 1 }], action: tooLong })).toEqual([400, 'bad-body'])
  expect((await feed.ask('/api/v1/controls/hall', { headers: as(dana) })).status).toBe(404)
  expect((await feed.ask('/api/v1/controls/wall')).status).toBe(401)
})

test('[S76] a restart of the feed forgets no hold, and versions go on growing', async () => {
  const { body } = await act(dana, { do: 'huddle', playlist: 'day', forMs: 30 * minute })
  await act(dana, { do: 'discussed' })
  clock.forward(minute)
  await feed.restart()
  const control = await controlOf('wall')
  expect(control.hold).toMatchObject({ kind: 'huddle', board: 'teams', until: body.controls[0].hold.until })
  expect(control.hold?.huddle?.boards.map(({ discussed }) => discussed)).toEqual([true, false])
  expect(control.version).toBeGreaterThan(body.controls[0].version)
  clock.forward(30 * minute)
  await feed.restart()
  expect((await controlOf('wall')).hold).toBeNull()
})

test('[S75] an edit that takes the board away ends its hold', async () => {
  await act(dana, pin)
  const text = withPay.replace(/.*id: calls-today.*\n/, '')
  const put = await feed.ask('/api/v1/floor', {
    method: 'PUT',
    headers: { ...as(dana), 'content-type': 'application/yaml' },
    body: text,
  })
  expect(put.status).toBe(200)
  expect((await controlOf('wall')).hold).toBeNull()
})

test('[S71] next goes through the playlist that is on', async () => {
  const { body } = await act(dana, { do: 'next', board: 'revenue' })
  expect(body.controls[0].hold.board).toBe('teams')
})
