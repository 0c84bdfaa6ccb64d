import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FloorEdit, HistoryAnswer, PreviewAnswer } from '../../../shared/wire/floor-edits.ts'
import { call, startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

const commented = smallFloorText
  .replace('playlists:\n', '# What is on\nplaylists:\n')
  .replace('{ board: revenue, seconds: 20 }, ', '{ board: revenue, seconds: 20 }, # the quarter\n      ')

let feed: TestFeed
beforeEach(async () => {
  feed = await startTestFeed({ firstFloorText: commented })
})
afterEach(() => feed.close())

const send = (path: string, body: unknown) =>
  feed.ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
const current = async () => (await feed.ask('/api/v1/floor')).body
const edit = async (...edits: Partial<FloorEdit>[]) => {
  const { version } = await current()
  const answer = await send('/api/v1/floor/edits', { version, edits })
  expect([answer.status, answer.text]).toEqual([200, expect.anything()])
  return answer.body.version
}
const undo = async (version: number) =>
  send(`/api/v1/history/${version}/undo`, { version: (await current()).version })
const history = async (query = '') => HistoryAnswer.parse((await feed.ask(`/api/v1/history${query}`)).body)

const day = (seconds: number, ...more: object[]) => ({
  do: 'set' as const,
  list: 'playlists' as const,
  id: 'day',
  fields: { items: [{ board: 'revenue', seconds }, { board: 'teams', seconds: 10 }, ...more] },
})

describe('the history', () => {
  test('[F76] says of every version by whom, when and what, newest first', async () => {
    await edit(day(30, { board: 'over', seconds: 5 }))
    await feed.postFacts(JSON.stringify({ facts: [call('a')] }))
    await edit({ do: 'move', list: 'screens', id: 'calls-wall', before: 'wall' })
    const { text } = await current()
    await feed.ask('/api/v1/floor', {
      method: 'PUT',
      body: text.replace('# What is on', '# What is on today'),
      headers: { 'content-type': 'application/yaml' },
    })
    const { versions, more } = await history()
    expect(more).toBe(false)
    expect(versions.map(({ version, textOnly }) => [version, textOnly])).toEqual([
      [5, true],
      [4, false],
      [2, false],
      [1, false],
    ])
    expect(versions[0]?.by).toEqual({ kind: 'local', name: 'somebody at the feed’s own machine' })
    expect(versions[1]?.changes).toEqual([
      { what: 'moved', list: 'screens', id: 'calls-wall', name: 'Calls', fields: [] },
    ])
    expect(versions[2]?.changes).toEqual([
      {
        what: 'changed',
        list: 'playlists',
        id: 'day',
        name: 'Day',
        fields: [
          { field: 'items › Over the line', before: null, after: '{ seconds: 5 }' },
          { field: 'items › Closed-won revenue › seconds', before: '20', after: '30' },
        ],
      },
    ])
    expect(versions[3]?.by.kind).toBe('start')
    expect((await history('?before=4')).versions.map(({ version }) => version)).toEqual([2, 1])
    expect((await feed.ask('/api/v1/history?after=1')).body.code).toBe('bad-query')
  })

  test('[F76] gives the text of each version', async () => {
    await edit(day(30))
    const first = await feed.ask('/api/v1/history/1')
    expect([first.text, first.headers.get('content-type')]).toEqual([
      commented,
      'application/yaml; charset=utf-8',
    ])
    expect((await feed.ask('/api/v1/history/3')).body.code).toBe('not-found')
    expect((await feed.ask('/api/v1/history/first')).body.code).toBe('not-found')
  })

  test('[F72] a stale edit is told what happened since', async () => {
    await edit({ do: 'floor', fields: { name: 'Renamed' } })
    const stale = await send('/api/v1/floor/edits', { version: 1, edits: [day(30)] })
    expect([stale.status, stale.body.code, stale.body.version]).toEqual([409, 'stale-floor', 2])
    expect(stale.body.history).toMatchObject([
      { version: 2, changes: [{ fields: [{ field: 'name', before: 'Small floor', after: 'Renamed' }] }] },
    ])
  })
})

describe('undoing', () => {
  test('[F77] the last version brings its text back, comments and all; undoing that does it again', async () => {
    const changed = await edit({ do: 'remove', list: 'playlists', id: 'day', everywhere: false }).catch(
      () => null,
    )
    expect(changed).toBeNull()
    await edit(day(30))
    const { text } = await current()
    expect((await undo(2)).body).toEqual({ version: 3 })
    expect((await current()).text).toBe(commented)
    expect((await undo(3)).body).toEqual({ version: 4 })
    expect((await current()).text).toBe(text)
    expect((await history()).versions.map(({ version }) => version)).toEqual([4, 3, 2, 1])
  })

  test('[F77] an earlier version leaves what came since', async () => {
    await edit(day(30))
    await edit({ do: 'set', list: 'screens', id: 'wall', fields: { calm: true } })
    await edit({ do: 'move', list: 'boards', id: 'over', before: 'revenue' })
    expect((await undo(2)).status).toBe(200)
    const { text, file } = await current()
    expect(file.playlists[0].items[0].seconds).toBe(20)
    expect([file.screens[0].calm, file.boards[0].id]).toEqual([true, 'over'])
    expect(text).toContain('# the quarter')
    expect((await undo(4)).status).toBe(200)
    expect((await current()).file.boards.at(-1).id).toBe('over')
    expect((await undo(3)).status).toBe(200)
    expect((await current()).text).toBe(commented)
  })

  test('[F77] what was changed again since, or is used by now, is refused and says by what', async () => {
    await edit(day(30))
    await edit(day(40))
    await edit({
      do: 'add',
      list: 'playlists',
      entry: { id: 'new', name: 'New', items: [{ board: 'over' }] },
    })
    await edit({ do: 'set', list: 'screens', id: 'wall', fields: { playlist: 'new' } })
    const again = await undo(2)
    expect([again.status, again.body.code, again.body.message]).toEqual([
      409,
      'not-undoable',
      '"Day" was changed again by somebody at the feed’s own machine (version 3).',
    ])
    const used = await undo(4)
    expect([used.status, used.body.message]).toEqual([409, '"New" is used by "Main wall" by now.'])
    expect((await undo(1)).body.message).toBe('There is nothing before the first version.')
    expect((await undo(77)).body.code).toBe('not-found')
    const { versions } = await history()
    expect(versions.map(({ undo: may }) => may === 'possible')).toEqual([true, false, true, false, false])
  })

  test('[F72] of a floor that is another by now is refused', async () => {
    await edit(day(30))
    const stale = await send('/api/v1/history/2/undo', { version: 1 })
    expect([stale.status, stale.body.code, stale.body.history.length]).toEqual([409, 'stale-floor', 1])
  })
})

describe('a preview', () => {
  const preview = async (body: string) =>
    PreviewAnswer.parse(
      (
        await feed.ask('/api/v1/floor/preview', {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/yaml' },
        })
      ).body,
    )

  test('[F78] says what a file would change, or what is wrong with it, and does nothing', async () => {
    const renamed = await preview(commented.replace('Small floor', 'Other'))
    expect(renamed).toMatchObject({ version: 1, errors: [], changes: [{ what: 'changed', list: 'floor' }] })
    const wrong = await preview(commented.replace('board: revenue', 'board: gone'))
    expect(wrong).toMatchObject({ changes: [], errors: [{ path: 'playlists[0].items[0].board' }] })
    expect((await current()).text).toBe(commented)
  })
})
