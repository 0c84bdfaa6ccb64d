import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FloorEdit } from '../../../shared/wire/floor-edits.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

let feed: TestFeed
beforeEach(async () => {
  feed = await startTestFeed()
})
afterEach(() => feed.close())

const post = (body: unknown, query = '') =>
  feed.ask(`/api/v1/floor/edits${query}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
const edit = (...edits: Partial<FloorEdit>[]) => post({ version: 1, edits })
const current = async () => (await feed.ask('/api/v1/floor')).body

describe('an edit', () => {
  test('[F71] changes its lines of the file and no others', async () => {
    const answer = await edit(
      {
        do: 'set',
        list: 'playlists',
        id: 'day',
        fields: {
          items: [
            { board: 'revenue', seconds: 30 },
            { board: 'teams', seconds: 10 },
          ],
        },
      },
      { do: 'add', list: 'screens', entry: { id: 'lobby', name: 'Lobby', playlist: 'day' }, before: 'wall' },
    )
    expect([answer.status, answer.body]).toEqual([200, { version: 2 }])
    const { text, file } = await current()
    expect(text).toBe(
      smallFloorText
        .replace('{ board: revenue, seconds: 20 }', '{ board: revenue, seconds: 30 }')
        .replace('screens:\n', 'screens:\n  - { id: lobby, name: Lobby, playlist: day }\n'),
    )
    expect(file.screens[0].id).toBe('lobby')
  })

  test('[F72] is refused when the floor is another by now', async () => {
    await edit({ do: 'floor', fields: { name: 'Renamed' } })
    const stale = await edit({ do: 'floor', fields: { name: 'Late' } })
    expect([stale.status, stale.body.code, stale.body.version]).toEqual([409, 'stale-floor', 2])
    expect((await current()).file.floor.name).toBe('Renamed')
  })

  test('[F72] that is sent again by its id is made once, and answered as it was', async () => {
    const id = '0b6f2e9c-6f0e-4a0e-9d3b-0c1f5f0a7f11'
    const renamed = { version: 1, id, edits: [{ do: 'floor', fields: { name: 'Renamed' } }] }
    const [one, two] = await Promise.all([post(renamed), post(renamed)])
    expect([one.body, two.body, (await post(renamed)).body]).toEqual(Array(3).fill({ version: 2 }))
    const refused = {
      ...renamed,
      id: id.replace('0b', '1c'),
      edits: [{ do: 'floor', fields: { name: 'Late' } }],
    }
    expect([(await post(refused)).status, (await post(refused)).status]).toEqual([409, 409])
    expect((await current()).file.floor.name).toBe('Renamed')
  })

  test('[F71] that changes nothing leaves the version', async () => {
    expect((await edit({ do: 'floor', fields: { name: 'Small floor' } })).body).toEqual({ version: 1 })
  })

  test('[F73] of several, one that is wrong leaves all undone', async () => {
    const answer = await edit(
      { do: 'floor', fields: { name: 'Renamed' } },
      { do: 'set', list: 'screens', id: 'wall', fields: { safeArea: 3 } },
    )
    expect([answer.status, answer.body.code]).toEqual([422, 'bad-floor'])
    expect(answer.body.errors).toMatchObject([{ path: 'screens[0].safeArea' }])
    expect(await current()).toMatchObject({ version: 1, text: smallFloorText })
  })

  test.each<[Partial<FloorEdit>, string]>([
    [{ do: 'set', list: 'boards', id: 'gone', fields: {} }, 'The floor has no board "gone".'],
    [{ do: 'move', list: 'screens', id: 'wall', before: 'gone' }, 'The floor has no screen "gone".'],
    [{ do: 'remove', list: 'screenGroups', id: 'gone' }, 'The floor has no screen group "gone".'],
  ])('[F73] of an entry that is not there is refused: %j', async (wrong, message) => {
    const answer = await edit(wrong)
    expect([answer.status, answer.body.code, answer.body.message]).toEqual([404, 'unknown-entry', message])
  })

  test('that is none is refused with its fields', async () => {
    expect((await post('[')).body.code).toBe('bad-json')
    const { status, body } = await post({ version: 1, edits: [{ do: 'move', list: 'screens', id: 'A b' }] })
    expect([status, body.code, body.message]).toEqual([
      400,
      'bad-body',
      expect.stringMatching(/edits\.0\.id/),
    ])
    expect((await post('['.repeat(30_000))).body.code).toBe('bad-json')
  })
})

describe('a removal', () => {
  test('[F74] of what others use is refused with where', async () => {
    const { status, body } = await edit({ do: 'remove', list: 'boards', id: 'teams' })
    expect([status, body.code]).toEqual([409, 'in-use'])
    expect(body.uses).toEqual([{ list: 'playlists', id: 'day', name: 'Day' }])
    expect(body.message).toBe('The board "How are the teams doing?" is used by: "Day".')
  })

  test('[F74] everywhere takes what names it out as well', async () => {
    const answer = await edit({ do: 'remove', list: 'boards', id: 'teams', everywhere: true })
    expect(answer.status).toBe(200)
    const { file } = await current()
    expect(file.playlists[0].items).toEqual([{ board: 'revenue', seconds: 20 }])
    expect(file.boards.map(({ id }: { id: string }) => id)).not.toContain('teams')
  })

  test('[F74] that would leave a playlist with nothing, or a screen without a playlist, is refused', async () => {
    const emptied = await edit({ do: 'remove', list: 'boards', id: 'over', everywhere: true })
    expect([emptied.body.code, emptied.body.uses]).toEqual([
      'in-use',
      [{ list: 'playlists', id: 'evening', name: 'Evening' }],
    ])
    const dark = await edit({ do: 'remove', list: 'playlists', id: 'evening', everywhere: true })
    expect([dark.body.code, dark.body.uses]).toEqual([
      'in-use',
      [{ list: 'screens', id: 'calls-wall', name: 'Calls' }],
    ])
    const made = await edit({ do: 'remove', list: 'metrics', id: 'revenue', everywhere: true })
    expect([made.body.code, made.body.uses.map(({ id }: { id: string }) => id)]).toEqual([
      'in-use',
      ['revenue', 'teams', 'over'],
    ])
  })
})
