import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { get, request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ApiErrorBody } from '../../../shared/wire/api-error.ts'
import { MovedAnswer } from '../../../shared/wire/moved.ts'
import { MetricAnswer } from '../../../shared/wire/query.ts'
import { BoardView } from '../../../shared/wire/view.ts'
import { makeToken } from '../../../test/feed/make-token.ts'
import { call, startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'
import { feedForAll, feedForEach } from '../../../test/feed/use-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'
import { apiAccess } from '../access/route-access.ts'
import type { TokenRole } from '../store/tokens.ts'

let feed: TestFeed
const use = (started: TestFeed): void => {
  feed = started
}

/** `fetch` lets nobody choose Host. */
const statusWith = (headers: Record<string, string>, method = 'GET', path = '/healthz'): Promise<number> =>
  new Promise((resolve, reject) => {
    httpRequest(`${feed.url}${path}`, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

const expectRefusal = async (path: string, status: number, code: string, message: RegExp): Promise<void> => {
  const answer = await feed.ask(path)
  expect(ApiErrorBody.parse(answer.body)).toMatchObject({ code, message: expect.stringMatching(message) })
  expect(answer.status).toBe(status)
}

const sendThreeFacts = async (): Promise<void> => {
  const facts = [won('a', 60_000), won('b', 20_000, { credits: [{ rep: 'elena' }] }), call('c')]
  await feed.postFacts(JSON.stringify({ facts }))
}
const values = async (query: string): Promise<Record<string, number | null>> => {
  const { status, body } = await feed.ask(`/api/v1/metrics/revenue${query}`)
  expect(status).toBe(200)
  return Object.fromEntries(MetricAnswer.parse(body).rows.map(({ subject, value }) => [subject, value]))
}

describe('numbers out', () => {
  feedForAll(use)
  beforeAll(sendThreeFacts)

  test('a metric is answered by rep, team and org', async () => {
    expect(await values('')).toEqual({ priya: 60_000, elena: 20_000, marcus: 0 })
    expect(await values('?by=team&window=quarter')).toEqual({ east: 60_000, london: 20_000 })
    expect(await values('?by=org&window=year')).toEqual({ org: 80_000 })
  })

  test('[S122] what has moved today is told', async () => {
    const { awaits, since, moves } = MovedAnswer.parse((await feed.ask('/api/v1/moved')).body)
    expect([awaits, new Date(since).toISOString()]).toEqual([null, '2026-11-20T05:00:00.000Z'])
    expect(moves).toContainEqual(expect.objectContaining({ what: 'win', who: 'Priya Raman' }))
  })

  test('a window is a grain moved by an offset, a window’s text, or from and to', async () => {
    for (const window of [
      'quarter',
      'day',
      'last-28-days',
      'last+28+days',
      'last%2028%20days',
      '2026-11-20..2026-11-21',
    ])
      expect([window, (await values(`?window=${window}`))['priya']]).toEqual([window, 60_000])
    expect((await values('?window=quarter&offset=-1'))['priya']).toBe(0)
    expect((await values('?from=2026-11-20'))['priya']).toBe(60_000)
    expect((await values('?from=2026-11-01&to=2026-11-20'))['priya']).toBe(0)
    expect((await values('?window=day&at=2026-11-21T20:00:00Z'))['priya']).toBe(0)
  })

  test('filters keep the people of a team or a role', async () => {
    expect(Object.keys(await values('?team=london'))).toEqual(['elena'])
    expect(Object.keys(await values('?role=ae&team=east'))).toEqual(['priya', 'marcus'])
  })

  test.each([
    ['/api/v1/metrics/nonsense', 404, 'unknown-metric', /nonsense.* it has "revenue", "calls"/],
    ['/api/v1/metrics/__proto__', 404, 'unknown-metric', /__proto__/],
    ['/api/v1/metrics/revenue?colour=red', 400, 'unknown-filter', /colour.*window/],
    ['/api/v1/metrics/revenue?__proto__=x', 400, 'unknown-filter', /__proto__/],
    ['/api/v1/metrics/revenue?team=nobody', 400, 'unknown-filter', /nobody.* it has "east", "london"/],
    ['/api/v1/metrics/revenue?window=fortnight', 400, 'bad-window', /fortnight/],
    ['/api/v1/metrics/revenue?offset=1', 400, 'bad-window', /offset/],
    ['/api/v1/metrics/revenue?window=last-28-days&offset=1', 400, 'bad-window', /offset/],
    ['/api/v1/metrics/revenue?window=day&from=2026-01-01', 400, 'bad-window', /not both/],
    ['/api/v1/metrics/revenue?from=2026-02-01&to=2026-01-01', 400, 'bad-window', /end after/],
    ['/api/v1/metrics/revenue?from=2026-02-30', 400, 'bad-query', /^from: .*calendar/],
    ['/api/v1/metrics/revenue?by=colour', 400, 'bad-query', /^by: "colour" must be one of rep, team, org\.$/],
    ['/api/v1/metrics/revenue?by=rep&by=team', 400, 'bad-query', /^by: is given 2 times; say it once\.$/],
    ['/api/v1/metrics/revenue?window=day&window=week', 400, 'bad-query', /^window: is given 2 times/],
    ['/api/v1/metrics/revenue?at=yesterday', 400, 'bad-query', /^at: "yesterday" must be an instant/],
    ['/api/v1/metrics/revenue?offset=half', 400, 'bad-query', /^offset: "half" must be a whole number/],
    ['/api/v1/metrics/revenue?role=boss', 400, 'unknown-filter', /"boss"; it has only "ae"/],
    ['/api/v1/boards/nonsense', 404, 'unknown-board', /nonsense.* it has "revenue", "calls-today"/],
    ['/api/v2/nothing', 404, 'not-found', /GET \/api\/v2\/nothing/],
    ['/%E0%A4%A', 404, 'not-found', /address/],
    ['/media/x%00.png', 404, 'not-found', /media folder/],
  ])('%s is refused', expectRefusal)

  test('boards are listed, and served as TVs get them', async () => {
    const { boards } = (await feed.ask('/api/v1/boards')).body
    expect(boards.map(({ id }: { id: string }) => id)).toEqual(['revenue', 'calls-today', 'teams', 'over'])
    for (const { id, kind } of boards)
      expect(BoardView.parse((await feed.ask(`/api/v1/boards/${id}`)).body)).toMatchObject({ id, kind })
  })
})

describe('numbers of an edited floor', () => {
  feedForEach(use)
  beforeEach(sendThreeFacts)

  test('[B190] are told by a field that the floor breaks numbers down by, and by no other', async () => {
    await feed.ask('/api/v1/floor', {
      method: 'PUT',
      body: smallFloorText.replace('currency: USD', 'currency: USD\n  breakdowns: [product]'),
      headers: { 'content-type': 'application/yaml' },
    })
    await feed.postFacts(JSON.stringify({ facts: [won('d', 5000, { product: 'Plan A' })] }))
    expect(await values('?by=product')).toEqual({ '': 80_000, 'Plan A': 5000 })
    expect(await values('?by=product&team=london')).toEqual({ '': 20_000 })
    await expectRefusal(
      '/api/v1/metrics/revenue?by=account',
      400,
      'bad-query',
      /^by: "account" must be one of rep, team, org, product\.$/,
    )
    await expectRefusal('/api/v1/metrics/revenue?by=product&role=ae', 400, 'unknown-filter', /^role: .*team/)
  })
})

describe('boards that are not for the floor', () => {
  feedForEach(use)

  const idsFor = async (headers: Record<string, string> = {}): Promise<string[]> =>
    (await feed.ask('/api/v1/boards', { headers })).body.boards.map(({ id }: { id: string }) => id)
  const bearer = async (role: TokenRole) => ({
    authorization: `Bearer ${await makeToken(feed.folder, role)}`,
  })
  beforeEach(async () => {
    const body = smallFloorText
      .replace('{ id: revenue, kind', '{ id: revenue, audience: managers, kind')
      .replace('{ id: over, kind', '{ id: over, audience: leadership, kind')
    const headers = { 'content-type': 'application/yaml' }
    expect((await feed.ask('/api/v1/floor', { method: 'PUT', body, headers })).status).toBe(200)
  })

  test('are not there for a screen, in a list, by name, or in the words of a refusal', async () => {
    const headers = await bearer('screen')
    expect(await idsFor(headers)).toEqual(['calls-today', 'teams'])
    expect((await feed.ask('/api/v1/boards/teams', { headers })).status).toBe(200)
    const hidden = await feed.ask('/api/v1/boards/revenue', { headers })
    const unknown = await feed.ask('/api/v1/boards/nonsense', { headers })
    expect([hidden.status, hidden.body.code]).toEqual([404, 'unknown-board'])
    expect(hidden.body.message).toBe('the floor has no board "revenue"; it has "calls-today", "teams"')
    expect(unknown.text).toBe(hidden.text.replace('revenue', 'nonsense'))
  })

  test('are there for an admin, and for whoever sits at the machine until there is one', async () => {
    const all = ['revenue', 'calls-today', 'teams', 'over']
    expect(await idsFor()).toEqual(all)
    expect((await feed.ask('/api/v1/boards/over')).body.id).toBe('over')
    const headers = await bearer('admin')
    expect(await idsFor(headers)).toEqual(all)
    expect((await feed.ask('/api/v1/boards/over', { headers })).body.id).toBe('over')
    await expect.poll(() => idsFor()).toEqual(['calls-today', 'teams'])
  })
})

describe('the floor file', () => {
  feedForEach(use)

  const put = (body: string, headers: Record<string, string> = {}) =>
    feed.ask('/api/v1/floor', {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/yaml', ...headers },
    })

  test('comes back as it was written, with its version', async () => {
    const json = await feed.ask('/api/v1/floor')
    expect(json.body).toMatchObject({
      version: 1,
      text: smallFloorText,
      file: { floor: { name: 'Small floor' } },
    })
    expect(json.headers.get('etag')).toBe('"1"')
    const yaml = await feed.ask('/api/v1/floor', { headers: { accept: 'application/yaml' } })
    expect([yaml.text, yaml.headers.get('content-type')]).toEqual([
      smallFloorText,
      'application/yaml; charset=utf-8',
    ])
  })

  test('is replaced by YAML or by JSON, and outlives a restart', async () => {
    const renamed = smallFloorText.replace('Small floor', 'Renamed')
    const answer = await put(renamed, { 'if-match': '"1"' })
    const { changes, ...body } = answer.body
    expect(changes).toMatchObject([
      { what: 'changed', list: 'floor', fields: [{ field: 'name', after: 'Renamed' }] },
    ])
    expect([answer.status, body, answer.headers.get('etag')]).toEqual([200, { version: 2 }, '"2"'])
    const { file } = (await feed.ask('/api/v1/floor')).body
    const json = await put(JSON.stringify({ ...file, floor: { ...file.floor, name: 'From JSON' } }), {
      'content-type': 'application/json',
    })
    expect(json.status).toBe(200)
    await feed.restart()
    expect((await feed.ask('/api/v1/floor')).body).toMatchObject({
      version: 3,
      file: { floor: { name: 'From JSON' } },
    })
  })

  test('made from a version that is not the current one is refused', async () => {
    await put(smallFloorText, { 'if-match': '1' })
    const stale = await put(smallFloorText.replace('Small', 'Stale'), { 'if-match': '"1"' })
    expect([stale.status, stale.body.code]).toEqual([409, 'stale-floor'])
    expect((await put(smallFloorText, { 'if-match': 'tomorrow' })).body.code).toBe('bad-query')
    expect((await feed.ask('/api/v1/floor')).body.text).toBe(smallFloorText)
  })

  test('with faults is refused whole, each with its line', async () => {
    const dangling = smallFloorText
      .replace('team: london,', 'team: nowhere,')
      .replace('metric: calls, window: day, role', 'metric: gone, window: day, role')
    const { status, body } = await put(`${dangling}\nteams: []\n`)
    expect([status, body.code]).toEqual([422, 'bad-floor'])
    expect(body.errors.length).toBeGreaterThan(0)
    for (const error of body.errors) expect(error.line).toBeGreaterThan(0)
    const twice = await put(dangling)
    expect(twice.body.errors.map(({ path }: { path: string }) => path).join()).toMatch(/goals|people/)
    expect((await put('')).status).toBe(422)
    expect((await put('\u0000PNG')).status).toBe(422)
    expect((await feed.ask('/api/v1/floor')).body.version).toBe(1)
  })

  test('[F27] that would send facts to the unassigned is refused with their number, until that is confirmed', async () => {
    const by = (id: string, rep: string) => call(id, { credits: [{ rep }] })
    const facts = [by('1', 'priya@example.com'), by('2', 'PRIYA@example.com'), by('3', 'Marcus Oyelaran')]
    await feed.postFacts(JSON.stringify({ facts: [...facts, by('4', 'nobody')] }))
    const edited = smallFloorText
      .replace(', aliases: [priya@example.com]', '')
      .replace('Marcus Oyelaran', 'Marcus O.')
    const refused = await put(edited, { 'if-match': '"1"' })
    expect([refused.status, refused.body.code]).toEqual([409, 'unconfirmed-floor'])
    expect(refused.body).toMatchObject({
      message: expect.stringMatching(/^With this floor file 3 facts of known people would be unassigned/),
      version: 1,
      unassigned: [
        { facts: 1, because: 'renames Marcus Oyelaran to Marcus O.' },
        { facts: 1, because: 'removes alias "priya@example.com" of Priya Raman' },
        { facts: 1, because: 'removes alias "priya@example.com" of Priya Raman' },
      ],
    })
    expect((await feed.ask('/api/v1/floor')).body).toMatchObject({ version: 1, text: smallFloorText })
    const confirmed = await feed.ask('/api/v1/floor?confirm=unassigned', {
      method: 'PUT',
      body: edited,
      headers: { 'content-type': 'application/yaml', 'if-match': '"1"' },
    })
    expect(confirmed.status).toBe(200)
    expect((await feed.ask('/api/v1/unassigned')).body.unassigned).toHaveLength(4)
    const odd = await feed.ask('/api/v1/floor?confirm=all', {
      method: 'PUT',
      body: edited,
      headers: { 'content-type': 'application/yaml' },
    })
    expect(odd.body.code).toBe('bad-query')
  })

  test('may come as gzip, and is measured by what it unfolds to', async () => {
    const gzip = { 'content-encoding': 'gzip' }
    const putBytes = (body: Uint8Array<ArrayBuffer>) =>
      feed.ask('/api/v1/floor', {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/yaml', ...gzip },
      })
    expect((await putBytes(gzipSync(smallFloorText))).status).toBe(200)
    expect((await putBytes(gzipSync('#'.repeat(9_000_000)))).body.code).toBe('too-large')
    expect((await put(smallFloorText, gzip)).body.code).toBe('bad-encoding')
    expect((await put(smallFloorText, { 'content-encoding': 'br' })).body.code).toBe('unsupported-type')
    expect((await feed.ask('/api/v1/floor')).body).toMatchObject({ version: 2, text: smallFloorText })
  })

  test('of another type, or too large, is refused', async () => {
    expect((await put('x', { 'content-type': 'text/plain' })).body.code).toBe('unsupported-type')
    expect((await put('#'.repeat(9_000_000))).body.code).toBe('too-large')
  })
})

describe('what keeps pages of other sites out', () => {
  feedForAll(use)

  test('a name that was rebound to this machine is refused', async () => {
    expect(await statusWith({ host: 'evil.test' })).toBe(403)
    expect(await statusWith({ host: 'localhost:1' })).toBe(200)
  })

  test('a page of another origin may not write', async () => {
    const path = '/api/v1/facts/a/b'
    expect(await statusWith({ origin: 'https://evil.test' }, 'DELETE', path)).toBe(403)
    expect(await statusWith({ origin: 'null' }, 'DELETE', path)).toBe(403)
    expect(await statusWith({ origin: feed.url }, 'DELETE', path)).toBe(200)
    expect(await statusWith({ origin: 'https://evil.test' })).toBe(200)
  })
})

describe('what the feed says of itself', () => {
  feedForAll(use)

  test('OpenAPI names every route, and comes from the schemas', async () => {
    const { body } = await feed.ask('/api/v1/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const paths = Object.keys(apiAccess).map((name) =>
      name.split(' ')[1]?.replace(/:(\w+)|(?<=api.*)(\*)/g, '{$1$2}'),
    )
    const hidden = ['/api/v1/openapi.json', '/media/*', '/updates/*']
    expect(Object.keys(body.paths).sort()).toEqual(
      [...new Set(paths)].filter((path) => path !== undefined && !hidden.includes(path)).sort(),
    )
    expect(Object.keys(body.paths['/api/v1/facts'].post.requestBody.content)).toEqual([
      'application/json',
      'application/x-ndjson',
    ])
    expect(
      body.paths['/api/v1/metrics/{id}'].get.parameters.map(({ name }: { name: string }) => name),
    ).toContain('offset')
  })

  test('Prometheus hears of facts, commits, TVs and the event loop', async () => {
    await feed.postFacts(JSON.stringify({ facts: [call('a'), call('a'), {}] }))
    const { text } = await feed.ask('/metrics')
    expect(text).toContain('floorboard_facts_total{result="accepted"} 1')
    expect(text).toContain('floorboard_facts_total{result="unchanged"} 1')
    expect(text).toContain('floorboard_facts_total{result="rejected"} 1')
    expect(text).toContain('floorboard_commit_entries_count 2')
    expect(text).toContain('floorboard_tvs_connected 0')
    expect(text).toContain('nodejs_eventloop_lag_seconds')
  })
})

describe('files', () => {
  feedForEach(use)

  test('media are pictures, videos and sounds, and nothing that a browser would run', async () => {
    const media = join(feed.folder, 'media')
    mkdirSync(media, { recursive: true })
    writeFileSync(join(media, 'priya.png'), 'png')
    writeFileSync(join(media, 'page.html'), '<script>alert(1)</script>')
    writeFileSync(join(media, 'drawing.svg'), '<svg/>')
    const picture = await feed.ask('/media/priya.png')
    expect([picture.status, picture.headers.get('x-content-type-options')]).toEqual([200, 'nosniff'])
    expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    writeFileSync(join(media, 'walk-up.mp3'), 'mp3')
    const sound = await feed.ask('/media/walk-up.mp3', { headers: { origin: 'app://floorboard' } })
    expect([sound.status, sound.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'app://floorboard',
    ])
    for (const path of [
      'page.html',
      'drawing.svg',
      '../floor.db',
      '..%2Ffloor.db',
      '%2e%2e/tokens.json',
      'none.png',
    ])
      expect([path, (await feed.ask(`/media/${path}`)).status]).toEqual([path, 404])
  })

  test('a link out of the media folder, and what is no file, are not there', async () => {
    const media = join(feed.folder, 'media')
    mkdirSync(join(media, 'folder.png'), { recursive: true })
    writeFileSync(join(feed.folder, 'secret.png'), 'secret')
    writeFileSync(join(media, 'own.png'), 'own')
    writeFileSync(join(media, '.hidden.png'), 'hidden')
    symlinkSync(join(feed.folder, 'secret.png'), join(media, 'out.png'))
    symlinkSync(feed.folder, join(media, 'up'))
    symlinkSync('own.png', join(media, 'within.png'))
    symlinkSync('loop.png', join(media, 'loop.png'))
    expect((await feed.ask('/media/within.png')).text).toBe('own')
    for (const name of ['out.png', 'up/secret.png', 'loop.png', 'folder.png', '.hidden.png'])
      expect([name, (await feed.ask(`/media/${name}`)).status]).toEqual([name, 404])
  })

  test('media are read by whoever may read boards; a TV shows its token in the address', async () => {
    mkdirSync(join(feed.folder, 'media'), { recursive: true })
    writeFileSync(join(feed.folder, 'media', 'priya.png'), 'png')
    const statusOf = async (path: string, headers: Record<string, string> = {}) =>
      (await feed.ask(path, { headers })).status
    expect(await statusOf('/media/priya.png')).toBe(200)
    const screen = await makeToken(feed.folder, 'screen')
    const ingest = await makeToken(feed.folder, 'ingest')
    await expect.poll(() => statusOf('/media/priya.png')).toBe(401)
    expect(await statusOf('/media/none.png')).toBe(401)
    expect(await statusOf(`/media/priya.png?token=${ingest}`)).toBe(403)
    expect(await statusOf('/media/priya.png?token=fb_screen_made-up')).toBe(401)
    expect(await statusOf(`/media/priya.png?token=${screen}`)).toBe(200)
    expect(await statusOf('/media/priya.png', { authorization: `Bearer ${screen}` })).toBe(200)
    const { headers } = await feed.ask(`/media/priya.png?token=${screen}`)
    expect(headers.get('cache-control')).toBe('private, max-age=3600')
    // Nothing else is opened by an address.
    expect(await statusOf(`/api/v1/boards?token=${screen}`)).toBe(401)
  })
})

describe('the TV', () => {
  let root: string
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'floorboard-tv-'))
    mkdirSync(join(root, 'assets'))
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>Floorboard</title>')
    writeFileSync(join(root, 'build.txt'), 'b1')
    feed = await startTestFeed({ rendererDir: root })
  })
  afterEach(async () => {
    await feed.close()
    rmSync(root, { recursive: true })
  })

  /** As it stands: `fetch` takes dots out of an address before it sends it. */
  const statusOfRaw = (path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(feed.url)
      get({ hostname, port, path }, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).once('error', reject)
    })

  test('an address that climbs is not there, however it is written', async () => {
    const climbing = [
      '..',
      '../x',
      '..%2fx',
      '%2e%2e/x',
      '%2E%2e%2Fx',
      '..%5cx',
      '%5c..%5cx',
      '../../etc/passwd',
    ]
    const odd = ['a%00b', '%00', '//etc/passwd', '%2fetc/passwd', './x', 'x/..', 'x/../y', 'a'.repeat(3000)]
    for (const path of [...climbing, ...odd])
      for (const at of ['/tv/', '/media/', '/']) {
        for (const ending of ['', '.png'])
          expect([at, path, await statusOfRaw(`${at}${path}${ending}`)]).toEqual([at, path, 404])
      }
    expect(await statusOfRaw(`/${'a'.repeat(20_000)}`)).toBe(431)
  })

  test('is served under /tv, its hashed parts for good, itself never', async () => {
    writeFileSync(join(root, 'assets', 'wall-1a2b.js'), 'export {}')
    const bare = await feed.ask('/tv?screen=lobby')
    expect([bare.status, bare.headers.get('location')]).toEqual([302, '/tv/?screen=lobby'])
    for (const path of ['/gallery', '/gallery/', '/tv/gallery']) {
      const gallery = await feed.ask(path)
      expect([gallery.status, gallery.headers.get('location')]).toEqual([302, '/tv/gallery/index.html'])
    }
    const page = await feed.ask('/tv/?screen=lobby')
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(page.text).toContain('<title>Floorboard')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(page.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
    const part = await feed.ask('/tv/assets/wall-1a2b.js')
    expect([part.status, part.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    expect((await feed.ask('/tv/none.js')).body.code).toBe('not-found')
  })
})
