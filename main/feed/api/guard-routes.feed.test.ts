import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AccountRole } from '../../../shared/wire/accounts.ts'
import { keepNewToken, makeToken, openIdentity, openTokens } from '../../../test/feed/make-token.ts'
import { floorWith, openTestOutbox, type TestOutbox } from '../../../test/feed/open-test-outbox.ts'
import { openTestScreens } from '../../../test/feed/open-test-screens.ts'
import { quiet } from '../../../test/feed/start-test-feed.ts'
import { openTestFloor, type TestFloor, testClock } from '../../../test/floors/open-test-floor.ts'
import type { Identity } from '../access/identity.ts'
import { byOf } from '../access/principal.ts'
import { apiAccess, pageAccess, type RouteAccess } from '../access/route-access.ts'
import { keepToken } from '../access/token.ts'
import { createTalkDesk } from '../coaching-notes/talk-desk.ts'
import { openControls } from '../control/controls.ts'
import { readFloorFile } from '../floor-file/read-floor-file.ts'
import { yamlSourceInSteps } from '../floor-file/read-yaml-source.ts'
import { createMakePhoto } from '../media/make-photo.ts'
import { openMediaFolder } from '../media/media-folder.ts'
import { createReportDesk } from '../reports/report-desk.ts'
import { createPairing } from '../screens/pairing/pairing.ts'
import { createScreenshots } from '../screens/screenshots.ts'
import { noTalks } from '../store/talk-store.ts'
import { plainTransport } from '../transport.ts'
import { atOnce, createTurns } from '../turns.ts'
import { openUpdateDesk } from '../updates/update-desk.ts'
import { answerErrors } from './answer-errors.ts'
import { createApi } from './create-api.ts'
import { createFeedMetrics } from './feed-metrics.ts'
import { guardRoutes } from './guard-routes.ts'
import { createLinkGuesses } from './link-guesses.ts'

const clock = testClock('2026-11-20T20:00:00Z')
const ephemeral = 'fb_admin_of-this-process'
const noSpiff = { shown: null, name: '', due: [], decided: [], moreDue: 0, moreDecided: 0, currency: 'USD' }
const declared: RouteAccess = { ...apiAccess, ...pageAccess }

let folder: string
let floor: TestFloor
let outbox: TestOutbox
const apis = new Map<string, FastifyInstance>()

/** `no tokens` has none, so that at this machine all doors stand open; `tokens` has one of each role. */
const folderOf = (place: string): string => join(folder, place)

const openApi = async (data: string, loopback: boolean): Promise<FastifyInstance> => {
  const rendererDir = join(folder, 'tv')
  const identity = openIdentity(folderOf(data), { loopback, ephemeralToken: ephemeral })
  return createApi(
    {
      floor: floor.floor,
      identity,
      screens: openTestScreens({ floor: floor.floor, tokens: identity.tokens, clock }),
      screenshots: createScreenshots(clock),
      servicePin: { pin: () => '482913', renew: async () => '482914' },
      plays: { shown: () => [] },
      pairing: createPairing(),
      noteHowGuess: createLinkGuesses(clock, 'how'),
      noteCongratulateGuess: createLinkGuesses(clock, 'congratulate'),
      updates: openUpdateDesk({
        dataDir: folderOf(data),
        live: () => [],
        screens: () => [],
        clock,
        onError: (what) => expect.unreachable(what),
      }),
      outbox: outbox.outbox,
      limits: { admitFacts: () => undefined, admitBytes: () => undefined },
      refused: { note: () => undefined },
      reports: createReportDesk({ floor: floor.floor, turns: createTurns(), clock }),
      celebrations: {
        list: () => [],
        begin: () => Promise.reject(new Error('nobody begins one')),
        cancel: () => null,
        replay: async () => null,
        write: async () => null,
        tryRule: () => Promise.reject(new Error('nobody tries one')),
        play: async () => undefined,
      },
      sheetFontsDir: null,
      meetings: {
        of: () => [],
        openOf: () => null,
        holdOf: () => null,
        begin: () => null,
        step: () => null,
        move: () => null,
        end: () => undefined,
        addNote: () => 'done',
        changeNote: () => 'done',
        addAction: () => 'done',
        changeAction: () => 'done',
        remove: () => 'done',
        erase: () => 0,
        close: () => undefined,
      },
      plans: {
        coached: () => [],
        list: () => [],
        answer: () => null,
        replan: async () => ({ kind: 'no plan' }),
      },
      contests: {
        list: () => ({ contests: [], ended: [] }),
        tryOut: async () => ({ refused: 'is refused' }),
        payouts: () => ({ columns: [], rows: [] }),
      },
      spiffs: {
        list: async () => ({
          ...{ spiffs: [], own: [], ownSums: { approvedMinor: 0, dueMinor: 0 }, isPerson: false },
          currency: 'USD',
        }),
        one: async () => noSpiff,
        decide: async () => ({ done: 0, changed: 0, already: 0, answer: noSpiff }),
        tryOut: async () => ({ refused: 'is refused' }),
        payouts: async () => ({ columns: [], rows: [] }),
      },
      seasons: {
        shelf: () => ({ person: null, season: null, standing: null, teams: [], past: [] }),
        list: async () => ({ seasons: [], ended: [] }),
        tryOut: async () => ({ refused: 'is refused' }),
      },
      exceptions: {
        list: async () => ({
          rules: [],
          open: [],
          cleared: [],
          waits: false,
          mail: 'nowhere' as const,
          now: 0,
        }),
        lifetimes: () => ({ days: 90, teams: [] }),
        seen: async () => undefined,
        write: async () => 'unknown',
        snooze: async () => 'unknown',
      },
      talks: createTalkDesk({
        floor: { numbers: () => Promise.reject(new Error('nobody is coached')) as never },
        store: noTalks('nobody writes one'),
        clock: { now: Date.now },
        nameOfBy: async () => ({ kind: 'unknown', name: '' }),
      }),
      hands: {
        answer: () => Promise.reject(new Error('nobody enters anything')),
        put: () => Promise.reject(new Error('nobody enters anything')),
        withdraw: () => Promise.reject(new Error('nobody enters anything')),
      },
      thanks: {
        answer: () => {
          throw new Error('nobody thanks anybody')
        },
        say: () => Promise.reject(new Error('nobody thanks anybody')),
        confirm: () => Promise.reject(new Error('nobody thanks anybody')),
        takeBack: () => Promise.reject(new Error('nobody thanks anybody')),
      },
      awards: {
        answer: () => {
          throw new Error('nobody is nominated')
        },
        nominate: () => {
          throw new Error('nobody is nominated')
        },
        takeBack: () => {
          throw new Error('nobody is nominated')
        },
        vote: () => {
          throw new Error('nobody votes')
        },
      },
      doubts: {
        add: () => ({ at: 0 }),
        answer: async () => ({ doubts: [], open: 0 }),
        reply: () => false,
        remove: () => false,
      },
      inbox: {
        answer: async () => ({ version: 0, items: [], unlisted: 0, open: 0 }),
        behind: async () => null,
      },
      fixes: { list: async () => ({ fixes: [] }), mend: async () => 'gone', undo: async () => 'gone' },
      sources: {
        answer: () => ({ tiles: [], sources: [] }),
        tryOut: () => Promise.reject(new Error('nobody tries one')),
        setKeys: async () => undefined,
        removeKeys: async () => false,
        act: async () => false,
        difference: async () => null,
      },
      explain: {
        metric: () => Promise.reject(new Error('nobody asks how')),
        board: () => {
          throw new Error('nobody asks how')
        },
        figure: () => Promise.reject(new Error('nobody asks how')),
        shownBoard: () => {
          throw new Error('nobody asks how')
        },
        shownFigure: () => Promise.reject(new Error('nobody asks how')),
        doubted: () => null,
      },
      boardLinks: { of: () => '', read: () => null },
      beginFloor: () => Promise.reject(new Error('nobody begins one')),
      tables: {
        answer: () => ({ folder: '', tables: [] }),
        tryOut: () => Promise.reject(new Error('nobody tries one')),
        setPassword: async () => undefined,
        removePassword: async () => false,
        act: async () => false,
        difference: async () => null,
      },
      forecasts: { answer: () => expect.unreachable('nobody asks for one') },
      imports: {
        begin: async () => '00000000',
        target: async () => ({ floor: floor.floor, by: 'test', kept: true }),
        end: () => Promise.reject(new Error('nobody ends one')),
        withdraw: () => Promise.reject(new Error('nobody withdraws')),
        list: async () => [],
        undo: () => Promise.reject(new Error('nobody undoes one')),
      },
      importFiles: {
        list: async () => [],
        begin: () => Promise.reject(new Error('nobody drops one')),
        append: () => Promise.reject(new Error('nobody sends a piece')),
        tryOut: () => Promise.reject(new Error('nobody tries one')),
        run: () => Promise.reject(new Error('nobody runs one')),
        stop: () => expect.unreachable('nobody stops one'),
        remove: async () => undefined,
        read: () => Promise.reject(new Error('nobody reads one')),
        mappings: {
          list: () => [],
          keep: async () => undefined,
          forget: async () => false,
          madeFor: () => null,
        },
      },
      inbound: {
        take: () => 'taken',
        list: () => ({ sources: [] }),
        deliveries: () => null,
        body: () => null,
        again: () => null,
        setSecret: async () => null,
        tryOut: () => ({ rows: [], fault: null }),
        settled: async () => undefined,
        close: async () => undefined,
      },
      controls: openControls({
        file: join(folderOf(data), 'control.json'),
        floor: floor.floor,
        build: '',
        clock,
        onError: (what) => expect.unreachable(what),
      }),
      clock,
      metrics: createFeedMetrics(),
      readFloorFile: async (text) => readFloorFile(text),
      readSource: async (text) => atOnce(yamlSourceInSteps(text)),
      floorsBefore: async () => [],
      nameOfBy: async () => ({ kind: 'unknown', name: '' }),
      rightsOf: async () => ({ administers: true, teams: null }),
      turns: createTurns(),
      listenHost: loopback ? '127.0.0.1' : '0.0.0.0',
      isOwnName: () => true,
      publicOrigin: null,
      transport: plainTransport,
      mediaDir: join(folder, 'media'),
      media: openMediaFolder({ folder: join(folder, 'media') }),
      makePhoto: createMakePhoto(),
      effectsOf: () => Promise.reject(new Error('nobody asks')),
      drafts: {
        count: () => Promise.reject(new Error('nobody asks')),
        fields: () => Promise.reject(new Error('nobody asks')),
      },
      rendererDir,
      version: 'test',
    },
    quiet,
  )
}

type Headers = Readonly<Record<string, string>>
const bearer = (token: string) => async (): Promise<Headers> => ({ authorization: `Bearer ${token}` })

/** What each of them comes with to a request of a method. */
const given = new Map<string, (method: string) => Promise<Headers>>([
  ['nobody', async () => ({})],
  ['process', bearer(ephemeral)],
  ['made up', bearer('fb_admin_made-up')],
  ['made up session', async () => ({ cookie: 'floorboard=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })],
])

/** An account, and its session. What is not only read may end it: the next request then comes with another. */
const addPerson = async ({ accounts, sessions }: Identity, role: AccountRole): Promise<void> => {
  const about = { id: role, name: role, email: `${role}@northwind.test`, role, teams: [], person: null }
  await accounts.addAccount({ ...about, password: null, subject: null, createdAt: 0, lastSeen: null })
  let session: string | null = null
  given.set(`person: ${role}`, async (method) => {
    session ??= await sessions.open(role, { address: '127.0.0.1', device: 'a test' })
    const cookie = `floorboard=${session}`
    if (method !== 'GET' && method !== 'HEAD') session = null
    return { cookie }
  })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-guard-'))
  for (const name of ['tv', 'media', 'tokens', 'no tokens', 'outbox', 'tv/congratulate'])
    mkdirSync(folderOf(name))
  writeFileSync(join(folderOf('tv'), 'index.html'), '<!doctype html>')
  for (const role of ['ingest', 'screen', 'report', 'admin'] as const)
    given.set(role, bearer(await makeToken(folderOf('tokens'), role)))
  const identity = openIdentity(folderOf('tokens'))
  for (const role of AccountRole.options) await addPerson(identity, role)
  const ofScreen = keepToken('fb_screen_of-the-lobby', 'screen', 'Lobby', 0, 'main-wall')
  await openTokens(folderOf('tokens')).addToken(ofScreen)
  given.set('one screen', bearer('fb_screen_of-the-lobby'))
  floor = await openTestFloor(clock)
  outbox = await openTestOutbox({
    file: floorWith({}),
    clock: { ms: clock.now() },
    folder: folderOf('outbox'),
  })
  apis.set('elsewhere', await openApi('tokens', false))
  apis.set('here, with tokens', await openApi('tokens', true))
  apis.set('here, without tokens', await openApi('no tokens', true))
})
afterAll(async () => {
  for (const api of apis.values()) await api.close()
  await outbox.close()
  floor.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The status of a request that is right but for who sends it: anything but 401 and 403 means that it was let in. */
const ask = async (api: string, name: string, who: string): Promise<number | 'let in'> => {
  const [method = '', path = ''] = name.split(' ')
  const answer = await apis.get(api)?.inject({
    method: method as 'GET',
    url: path.replace(':id', 'revenue').replace(':source', 'crm').replace('*', 'index.html'),
    headers: {
      host: '127.0.0.1:4400',
      origin: 'http://127.0.0.1:4400',
      ...(await given.get(who)?.(method)),
    },
  })
  const status = answer?.statusCode ?? 0
  return status === 401 || status === 403 ? status : 'let in'
}

const names = Object.keys(declared).flatMap((name) =>
  name.startsWith('GET ') ? [name, name.replace('GET', 'HEAD')] : [name],
)
const needOf = (name: string) => declared[name.replace('HEAD', 'GET')] ?? ''

/** Written out, and not taken from the code under test. */
const letIn: Readonly<Record<string, readonly string[]>> = {
  person: ['person: admin', 'person: manager', 'person: leader', 'person: viewer'],
  write: ['ingest', 'admin', 'process', 'person: admin'],
  read: [
    ...['screen', 'one screen', 'admin', 'process'],
    ...['person: admin', 'person: manager', 'person: leader', 'person: viewer'],
  ],
  look: ['admin', 'process', 'person: admin', 'person: manager', 'person: leader'],
  report: ['report', 'admin', 'process', 'person: admin', 'person: manager', 'person: leader'],
  control: ['admin', 'process', 'person: admin', 'person: manager'],
  edit: ['admin', 'process', 'person: admin', 'person: manager'],
  administer: ['admin', 'process', 'person: admin'],
}

const strangers = ['nobody', 'made up', 'made up session']

describe.each(names)('%s', (name) => {
  test.each(['elsewhere', 'here, with tokens'])('%s lets in who may', async (api) => {
    const answered: Record<string, number | 'let in'> = {}
    for (const who of given.keys()) answered[who] = await ask(api, name, who)
    const wanted = [...given.keys()].map((who) => {
      const refused = strangers.includes(who) ? 401 : 403
      const isIn = needOf(name) === 'anybody' || letIn[needOf(name)]?.includes(who)
      return [who, isIn ? 'let in' : refused]
    })
    expect(answered).toEqual(Object.fromEntries(wanted))
  })

  test('at the machine itself, before there is a token or an admin, lets in everybody', async () => {
    const isIn = needOf(name) === 'person' ? 401 : 'let in'
    for (const who of strangers)
      expect([who, await ask('here, without tokens', name, who)]).toEqual([who, isIn])
  })
})

const bare = (table: RouteAccess): FastifyInstance => {
  const app = Fastify()
  answerErrors(app)
  guardRoutes(app, openIdentity(folderOf('tokens')), table)
  return app
}

test('a route that nothing is said of does not start, in a plugin neither', async () => {
  expect(() => bare({}).get('/api/v1/secrets', async () => 'all of them')).toThrow(
    /^Nothing says who may call GET \/api\/v1\/secrets: add it to main\/feed\/access\/route-access\.ts\.$/,
  )
  const app = bare({})
  app.register(async (inner) => void inner.post('/api/v1/secrets', async () => 'all of them'))
  await expect(app.ready()).rejects.toThrow(/POST \/api\/v1\/secrets/)
  const named = bare({ 'GET /constructor': 'anybody' })
  expect(() => named.get('/toString', async () => '')).toThrow(/GET \/toString/)
})

test('a route that was there before the guard answers nobody', async () => {
  const app = Fastify()
  answerErrors(app)
  app.get('/early', async () => 'all of them')
  guardRoutes(app, openIdentity(folderOf('no tokens')), {})
  const answer = await app.inject({ url: '/early' })
  expect([answer.statusCode, answer.body.includes('all of them')]).toEqual([500, false])
})

test('a line of the table without a route does not start either', async () => {
  const app = bare({ 'GET /here': 'anybody', 'GET /gone': 'read' })
  app.get('/here', async () => 'here')
  await expect(app.ready()).rejects.toThrow(/^There is no route GET \/gone/)
})

test('a handler has at hand who asks', async () => {
  const app = bare({ 'GET /who': 'anybody' })
  app.get('/who', async (request) => byOf(request.principal))
  const { token, stored } = await keepNewToken(folderOf('tokens'), 'ingest')
  const who = async (headers = {}) => (await app.inject({ url: '/who', headers })).body
  expect(await who({ authorization: `Bearer ${token}` })).toBe(`token:${stored.id}`)
  expect(await who()).toBe('local')
})

test('an address that is no route says so to everybody', async () => {
  expect((await apis.get('elsewhere')?.inject({ url: '/nothing' }))?.statusCode).toBe(404)
})
