import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BoardFiguresAnswer, FigureAnswer, ShownFigure, ShownFigures } from '../../../shared/wire/figures.ts'
import { protocolVersion, StageMessage } from '../../../shared/wire/socket.ts'
import { type FeedBrowser, openAdmin, openFeedBrowser } from '../../../test/feed/feed-browser.ts'
import { call, startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

const floorText = smallFloorText
  .replace('  currency: USD\n', '  currency: USD\n  boardCodes: true\n')
  .replace('name: Priya Raman,', 'name: Priya Raman, shortName: Peacock,')
  .replace(
    'playlists:\n',
    `  - { id: coach, kind: accountability, title: Coaching, metrics: [calls], audience: managers }
  - { id: wins, kind: wins, title: Wins }
playlists:
`,
  )
  .replace(
    'items: [{ board: revenue, seconds: 20 },',
    'items: [{ board: wins, seconds: 5 }, { board: revenue, seconds: 20 },',
  )

let now = Date.parse('2026-11-20T20:00:00Z')
let feed: TestFeed
let admin: FeedBrowser
let codes: Readonly<Record<string, string>>

/** What a wall is told: of a TV that nobody has asked for a token yet. */
const stageOf = async (): Promise<StageMessage> => {
  const socket = io(`${feed.url}/tv`, {
    auth: { protocol: protocolVersion, screen: 'wall' },
    transports: ['websocket'],
    reconnection: false,
  })
  try {
    return await new Promise<StageMessage>((resolve, reject) => {
      socket.on('connect_error', reject)
      socket.on('stage', (message) => resolve(StageMessage.parse(message)))
    })
  } finally {
    socket.close()
  }
}

beforeEach(async () => {
  now = Date.parse('2026-11-20T20:00:00Z')
  feed = await startTestFeed({ firstFloorText: floorText, clock: { now: () => now } })
  await feed.postFacts(
    JSON.stringify({
      facts: [
        won('big', 1200_00, { name: 'Northwind', account: 'Northwind' }),
        won('=1+1', 300_00, { name: '=cmd()', credits: [{ rep: 'priya' }], account: 'Evil' }),
        won('hers', 500_00, { credits: [{ rep: 'elena' }], account: 'Castor' }),
        call('c1'),
        call('c2', { credits: [{ rep: 'marcus' }] }),
      ],
    }),
  )
  codes = (await stageOf()).codes ?? {}
  admin = await openAdmin(feed)
})
afterEach(() => feed.close())

const figuresOf = async (board: string): Promise<BoardFiguresAnswer> => {
  const { status, body, text } = await admin.get(`/api/v1/boards/${board}/figures`)
  expect(status, text).toBe(200)
  return BoardFiguresAnswer.parse(body)
}
const linkOf = (board: string): string =>
  new URL(codes[board] ?? 'http://none/').pathname.split('/').at(-1) ?? ''

describe('every number of a board', () => {
  test('[H110] is listed with whose it is, as the wall writes it, and in full', async () => {
    const { groups, board } = await figuresOf('revenue')
    expect(board).toEqual({
      id: 'revenue',
      title: 'Closed-won revenue',
      kind: 'leaderboard',
      scope: 'Small floor',
    })
    expect(groups.map(({ name }) => name)).toEqual([
      'Peacock',
      'Elena Voss',
      'Marcus Oyelaran',
      'Calls, Fri, Nov 20',
      'Small floor',
      'At the foot',
    ])
    const own = Object.fromEntries((groups[0]?.figures ?? []).map(({ name, display }) => [name, display]))
    expect(own).toMatchObject({ 'Closed-won revenue': '$1.5K', Goal: '$1.0K', 'Of goal': '150%', Place: '1' })
  })

  test('[H110] [H111] a number of facts has them, one that is worked out its terms', async () => {
    const { status, body } = await admin.get('/api/v1/boards/revenue/figures/priya.value')
    expect(status).toBe(200)
    const answer = FigureAnswer.parse(body)
    expect(answer).toMatchObject({
      group: 'Peacock',
      figure: {
        value: 1500_00,
        about: { metric: 'revenue', window: '2026-10-01..2027-01-01', rep: 'priya' },
      },
      explained: { value: 1500_00, of: { kind: 'rep', name: 'Peacock' } },
    })
    expect(answer.explained?.parts[0]?.lines.map(({ id }) => id).sort()).toEqual(['=1+1', 'big'])
    expect(answer.explained?.window).toMatchObject({
      startAt: '2026-10-01T04:00:00.000Z',
      endAt: '2027-01-01T05:00:00.000Z',
    })
    const share = await admin.get('/api/v1/boards/revenue/figures/priya.of-goal')
    expect(share.body.figure.working).toEqual({
      by: 'quotient',
      says: 'Closed-won revenue ÷ Goal',
      terms: [
        { name: 'Closed-won revenue', value: 1500_00, display: '$1,500', figure: 'priya.value' },
        { name: 'Goal', value: 1000_00, display: '$1,000', figure: 'priya.goal' },
      ],
    })
    expect(share.body.explained).toBe(null)
  })

  test('[H112] the facts come as a table whose cells are no formulas', async () => {
    const { status, text, headers } = await admin.get('/api/v1/boards/revenue/figures/priya.value/facts.csv')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    const lines = text.trim().split('\r\n')
    expect(lines[0]).toBe('metric,date,source,id,name,amount,currency,rate,credits,share,adds')
    expect(lines.slice(1).sort()).toEqual([
      `Closed-won revenue,2026-11-20T19:00:00Z,crm,"'=1+1","'=cmd()",300,USD,,priya,1,300`,
      'Closed-won revenue,2026-11-20T19:00:00Z,crm,big,Northwind,1200,USD,,priya,1,1200',
    ])
    const same = await admin.get('/api/v1/metrics/revenue/facts.csv?window=quarter&rep=priya')
    expect(same.text.trim().split('\r\n').length).toBe(3)
  })

  test('[H110] what is not there is refused in words', async () => {
    for (const [path, code] of [
      ['boards/none/figures', 'unknown-board'],
      ['boards/revenue/figures/nobody.value', 'unknown-figure'],
      ['boards/revenue/figures/priya.goal/facts.csv', 'unknown-figure'],
    ])
      expect((await admin.get(`/api/v1/${path}`)).body.code, path).toBe(code)
    expect((await feed.ask('/api/v1/boards/revenue/figures')).status).toBe(401)
  })
})

describe('the code at a board’s foot', () => {
  const phone = () => openFeedBrowser(feed)

  test('[H114] is on walls for boards that everybody sees, and on no other', async () => {
    expect(Object.keys(codes).sort()).toEqual(['over', 'revenue', 'teams', 'wins'])
    for (const address of Object.values(codes))
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/h\/[\w-]{16}$/)
  })

  test('[H115] opens the board’s numbers without signing in, and names nobody whom the board does not name', async () => {
    const { status, body, text } = await phone().get(`/api/v1/how/${linkOf('revenue')}`)
    expect(status, text).toBe(200)
    const seen = ShownFigures.parse(body)
    expect(seen.groups[0]?.name).toBe('Peacock')
    const value = seen.groups[0]?.figures.find(({ name }) => name === 'Closed-won revenue')
    const one = await phone().get(`/api/v1/how/${linkOf('revenue')}/figures/${value?.id}`)
    const shown = ShownFigure.parse(one.body)
    expect(shown.figure).toMatchObject({ full: '$1,500', about: null })
    expect(shown.made?.parts[0]?.lines.map(({ name, people, adds }) => [name, people, adds])).toEqual([
      ['A deal', ['Peacock'], 300_00],
      ['A deal', ['Peacock'], 1200_00],
    ])
    for (const said of [text, one.text])
      for (const secret of ['Raman', 'priya', 'Evil', 'cmd', 'crm', '"big"'])
        expect(said).not.toContain(secret)
  })

  test('[H115] a board that shows accounts may name them, and one of teams names nobody', async () => {
    const wins = ShownFigures.parse((await phone().get(`/api/v1/how/${linkOf('wins')}`)).body)
    const total = wins.groups[0]?.figures.find(({ unit }) => unit === 'money')
    const made = ShownFigure.parse(
      (await phone().get(`/api/v1/how/${linkOf('wins')}/figures/${total?.id}`)).body,
    ).made
    expect(made?.parts[0]?.display).toBe('$2,000')
    const teams = ShownFigures.parse((await phone().get(`/api/v1/how/${linkOf('teams')}`)).body)
    const east = teams.groups.find(({ name }) => name === 'East')?.figures[0]
    const ofEast = await phone().get(`/api/v1/how/${linkOf('teams')}/figures/${east?.id}`)
    expect(
      ShownFigure.parse(ofEast.body).made?.parts[0]?.lines.map(({ people, others }) => [people, others]),
    ).toEqual([
      [[], 1],
      [[], 1],
    ])
    expect(ofEast.text).not.toMatch(/Peacock|Elena|Northwind/)
  })

  test('[H114] ends after a week, opens one board alone, and is nothing that could be guessed', async () => {
    const link = linkOf('revenue')
    for (const wrong of [`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`, 'revenue', ''])
      expect((await phone().get(`/api/v1/how/${wrong}`)).status, wrong).toBeGreaterThanOrEqual(404)
    now += 7 * 86_400_000
    expect((await phone().get(`/api/v1/how/${link}`)).status).toBe(200)
    now += 86_400_000
    expect((await phone().get(`/api/v1/how/${link}`)).body.code).toBe('link-gone')
  })

  test('[H116] what looks wrong goes to whoever runs the floor, with the number and whose it is', async () => {
    const link = linkOf('revenue')
    const { groups } = ShownFigures.parse((await phone().get(`/api/v1/how/${link}`)).body)
    const figure = groups[0]?.figures.find(({ name }) => name === 'Of goal')?.id
    const doubt = {
      id: '6c1f0d76-4a3c-4d0a-9f5e-0c3a5f1e2b3d',
      figure,
      words: 'Half of Northwind is Elena’s.',
    }
    expect((await phone().post(`/api/v1/how/${link}/doubts`, doubt)).status).toBe(200)
    const { doubts } = (await admin.get('/api/v1/doubts')).body
    expect(doubts).toMatchObject([
      {
        by: null,
        metric: { id: 'revenue' },
        of: { kind: 'rep', id: 'priya' },
        shown: 'Peacock, Of goal: 150%',
        counted: '$1,500',
        words: doubt.words,
        board: { id: 'revenue' },
      },
    ])
    expect((await phone().post(`/api/v1/how/${link}/doubts`, { ...doubt, figure: 'none' })).status).toBe(404)
  })

  test('[H114] a floor that wants none has none', async () => {
    await feed.close()
    feed = await startTestFeed({ firstFloorText: floorText.replace('  boardCodes: true\n', '') })
    // Nobody but this machine reaches it.
    expect((await stageOf()).codes).toBeUndefined()
  })
})
