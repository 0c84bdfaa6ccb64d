import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { applyPatch } from '../../../shared/domain/screens/patch.ts'
import type { LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'
import { Fact } from '../../../shared/wire/fact.ts'
import type { PatchMessage } from '../../../shared/wire/socket.ts'
import { eventually } from '../../../test/eventually.ts'
import {
  call,
  openTestFloor,
  type TestClock,
  type TestFloor,
  testClock,
  wonDeal,
} from '../../../test/floors/open-test-floor.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'
import { StaleFloor } from '../store/log.ts'
import { FloorRefused } from './live-floor.ts'

let clock: TestClock
let test: TestFloor

const leaderboard = (id: string): LeaderboardView => {
  const view = test.floor.boardView(id)
  if (!('kind' in view) || view.kind !== 'leaderboard') throw new Error(JSON.stringify(view))
  return view
}

const revenueByRep = (): Record<string, number | null> => {
  const answer = test.floor.queryMetric({
    metric: 'revenue',
    window: null,
    by: 'rep',
    at: clock.now(),
    team: null,
    role: null,
  })
  if (!('rows' in answer)) throw new Error(answer.message)
  return Object.fromEntries(answer.rows.map((row) => [row.subject, row.value]))
}

beforeEach(async () => {
  clock = testClock('2026-11-20T20:00:00Z')
  test = await openTestFloor(clock)
})
afterEach(async () => {
  vi.useRealTimers()
  await test.close()
})

describe('the fold', () => {
  it('shows a fact as soon as it is on disk, and nothing of it once it is withdrawn', async () => {
    await test.put(
      wonDeal('priya', 500, '2026-11-20T19:00:00Z', 'a'),
      wonDeal('nobody-known', 70, '2026-11-20T19:00:00Z', 'b'),
    )
    expect(revenueByRep()).toEqual({ priya: 50_000, marcus: 0, elena: 0, unassigned: 7_000 })
    expect(test.floor.status().unassigned).toEqual([{ rep: 'nobody-known', facts: 1 }])
    await test.withdraw('crm', 'a')
    await test.withdraw('crm', 'b')
    expect(revenueByRep()).toEqual({ priya: 0, marcus: 0, elena: 0 })
    expect(test.floor.status()).toMatchObject({ facts: 0, unassigned: [] })
  })

  it('[F26] tells of a source that a log from before holds in two spellings', async () => {
    const from = (source: string, id: string) => ({
      ...wonDeal('priya', 500, '2026-11-20T19:00:00Z', id),
      source,
    })
    await test.put(from('Salesforce', 'a'), from('Salesforce', 'b'), from('salesforce', 'a'))
    const told = [{ code: 'second-spelling', count: 1, first: null, latest: null }]
    expect(test.floor.faults()).toMatchObject({ faults: told, unlisted: 0 })
    await test.reopen()
    expect(test.floor.faults().faults).toMatchObject(told)
    await test.withdraw('salesforce', 'a')
    expect(test.floor.faults().faults).toEqual([])
  })

  it('makes the same numbers after a restart: from the log alone, and from a snapshot with a tail', async () => {
    await test.put(
      wonDeal('priya', 500, '2026-11-20T19:00:00Z', 'a'),
      wonDeal('marcus', 300, '2026-11-19T19:00:00Z', 'b'),
    )
    await test.reopen()
    expect(revenueByRep()).toMatchObject({ priya: 50_000, marcus: 30_000 })
    await test.floor.close()
    await test.put(
      wonDeal('priya', 900, '2026-11-20T19:00:00Z', 'a'),
      call('elena', '2026-11-20T19:00:00Z', 'c'),
    )
    await test.withdraw('crm', 'b')
    const before = leaderboard('revenue')
    await test.reopen()
    expect(revenueByRep()).toMatchObject({ priya: 90_000, marcus: 0 })
    expect(leaderboard('revenue')).toEqual(before)
  })

  it('counts anew when an edit of the floor changes what counts, while facts go on coming in', async () => {
    await test.put(wonDeal('hana', 100, '2026-11-20T19:00:00Z', 'a'))
    const edited = smallFloorText.replace(
      'metrics:\n',
      '  - { id: hana, name: Hana Sato, role: ae, team: london }\nmetrics:\n',
    )
    const edit = test.floor.replace(edited, test.floor.current().version, 'test')
    await test.put(wonDeal('hana', 11, '2026-11-20T19:00:00Z', 'b'))
    await edit
    await test.put(wonDeal('hana', 1, '2026-11-20T19:00:00Z', 'c'))
    expect(revenueByRep()).toEqual({ priya: 0, marcus: 0, elena: 0, hana: 11_200 })
    await test.reopen()
    expect(revenueByRep()).toMatchObject({ hana: 11_200 })
  })

  it('refuses an edit of a floor that somebody else has edited since', async () => {
    const { version, text } = test.floor.current()
    await test.floor.replace(`${text}\n# one`, version, 'test')
    await expect(test.floor.replace(`${text}\n# two`, version, 'test')).rejects.toThrow(StaleFloor)
    expect(test.floor.current().text).toContain('# one')
  })
})

describe('an edit', () => {
  const withRate = (rate: string) =>
    smallFloorText.replace('  currency: USD\n', `  currency: USD\n  rates: [${rate}]\n`)
  const euroDeal = {
    ...wonDeal('priya', 0, '2026-11-20T19:00:00Z', 'eur'),
    amount: { minor: 1000, currency: 'EUR' },
  }

  it('that would lose money which stands is refused, and nothing of it stays', async () => {
    await test.close()
    test = await openTestFloor(clock, withRate('{ currency: EUR, from: 2026-01-01, rate: 1.1 }'))
    await test.put(euroDeal)
    const { version } = test.floor.current()
    await expect(test.floor.replace(smallFloorText, version, 'test')).rejects.toThrow(FloorRefused)
    expect(test.floor.current().version).toBe(version)
    expect(test.log.floor?.seq).toBe(version)
    await test.reopen()
    expect(revenueByRep()).toMatchObject({ priya: 1100 })
    const dearer = withRate('{ currency: EUR, from: 2026-01-01, rate: 1.2 }')
    await test.floor.replace(dearer, version, 'test')
    expect(revenueByRep()).toMatchObject({ priya: 1200 })
  })

  const submit = async (...facts: readonly object[]) => {
    const writes = facts.map((each) => {
      const fact = Fact.parse(each)
      return { source: fact.source, id: fact.id, fact, receivedAt: clock.now(), by: 'test' }
    })
    return (await test.floor.submit(writes)).outcomes
  }
  const euros = '{ currency: EUR, from: 2026-01-01, rate: 1.1 }'

  it('[F40] that is in the log before a fact decides whether the fact is taken, whatever was said at the door', async () => {
    await test.close()
    test = await openTestFloor(clock, withRate(euros))
    expect(test.floor.refuse(Fact.parse(euroDeal))).toBeNull()
    const edit = test.log.appendFloor({ text: smallFloorText, at: clock.now(), by: 'test' }, null)
    const outcomes = await submit(euroDeal, wonDeal('priya', 5, '2026-11-20T19:00:00Z', 'usd'))
    const { seq } = await edit
    expect(outcomes).toEqual([
      { changed: false, seq, refused: expect.stringContaining('no rate for EUR') },
      { changed: true, seq: seq + 1 },
    ])
    expect(test.floor.status().facts).toBe(1)
    // An edit that came past the editor is counted anew first.
    await eventually(() => expect(revenueByRep()['priya']).toBe(500))
    await test.floor.replace(smallFloorText.replace('Priya Raman', 'Priya R'), null, 'test')
  })

  it('[F40] from full credit to split refuses what comes after it without shares', async () => {
    await test.close()
    test = await openTestFloor(clock, smallFloorText.replace('floor:\n', 'floor:\n  credit: full\n'))
    const shared = {
      ...wonDeal('priya', 8, '2026-11-20T19:00:00Z', 'two'),
      credits: [{ rep: 'priya' }, { rep: 'marcus' }],
    }
    expect(test.floor.refuse(Fact.parse(shared))).toBeNull()
    const edit = test.log.appendFloor({ text: smallFloorText, at: clock.now(), by: 'test' }, null)
    const [outcome] = await submit(shared)
    await edit
    expect(outcome).toMatchObject({ changed: false, refused: expect.stringContaining('share') })
    expect(test.floor.status().facts).toBe(0)
  })

  it('[F41] is refused by a deal that got into the log after the edit was checked', async () => {
    await test.close()
    test = await openTestFloor(clock, withRate(euros))
    const { appendFloor } = test.log
    const { version } = test.floor.current()
    let late: Promise<unknown> | null = null
    // In the one moment in which the edit is checked and not yet in the log.
    test.log.appendFloor = (...edit) => {
      late ??= submit(euroDeal)
      return appendFloor.apply(test.log, edit)
    }
    await expect(test.floor.replace(smallFloorText, version, 'test')).rejects.toThrow(/EUR/)
    expect(await late).toEqual([{ changed: true, seq: version + 1 }])
    expect(test.floor.current().version).toBe(version)
    expect(revenueByRep()).toMatchObject({ priya: 1100 })
  })

  it('[F41] is not refused by one that was withdrawn again by then', async () => {
    await test.close()
    test = await openTestFloor(clock, withRate(euros))
    const { appendFloor } = test.log
    let late: Promise<unknown> | null = null
    test.log.appendFloor = (...edit) => {
      late ??= Promise.all([submit(euroDeal), test.withdraw('crm', 'eur')])
      return appendFloor.apply(test.log, edit)
    }
    await test.floor.replace(smallFloorText, null, 'test')
    await late
    expect(test.floor.current().text).toBe(smallFloorText)
  })
})

describe('while history is coming in', () => {
  it('[G13] boards claim nothing, and do so anew when all is in', async () => {
    await test.put(wonDeal('priya', 500, '2026-11-20T19:00:00Z', 'a'))
    test.floor.desk.watch('revenue')
    const said: unknown[] = []
    test.floor.desk.listen({
      patch: ({ ops }) => void said.push(ops),
      board: () => undefined,
      error: () => undefined,
    })
    test.floor.noteHistory(true)
    expect(leaderboard('revenue')).toMatchObject({ awaits: 'history', rows: { priya: { rank: null } } })
    test.floor.noteHistory(false)
    expect(leaderboard('revenue')).toMatchObject({ awaits: null, rows: { priya: { rank: 1 } } })
    await eventually(() => expect(said.length).toBeGreaterThan(0))
  })
})

describe('the desk', () => {
  const patches: PatchMessage[] = []
  const listen = () =>
    test.floor.desk.listen({
      patch: (message) => patches.push(message),
      board: () => undefined,
      error: () => undefined,
    })
  beforeEach(() => {
    patches.length = 0
  })

  it('sends the first change at once and merges what follows within a tick', async () => {
    test.floor.desk.watch('revenue')
    const start = test.floor.desk.current('revenue')
    if (!start || !('view' in start)) throw new Error('no view')
    listen()
    await test.put(wonDeal('priya', 1, '2026-11-20T19:00:00Z'))
    expect(patches).toHaveLength(1)
    for (let i = 0; i < 20; i++) await test.put(wonDeal('marcus', 1, '2026-11-20T19:00:00Z'))
    await eventually(() => {
      const shown = patches.reduce<unknown>((view, patch) => applyPatch(view as never, patch.ops), start.view)
      expect(shown).toEqual(leaderboard('revenue'))
      expect(leaderboard('revenue').rows['marcus']?.value).toBe(2000)
    })
    expect(patches.length).toBeLessThan(20)
    for (const [index, patch] of patches.entries())
      expect(patch.from).toBe(index === 0 ? start.version : patches[index - 1]?.to)
  })

  it('shows what is so now, whoever asked before', async () => {
    expect(leaderboard('revenue').rows['priya']?.value).toBe(0)
    await test.put(wonDeal('priya', 1, '2026-11-20T19:00:00Z'))
    test.floor.desk.watch('revenue')
    const current = test.floor.desk.current('revenue')
    expect(current && 'view' in current && current.view).toMatchObject({ rows: { priya: { value: 100 } } })
  })

  it('[F43] answers with every write that was acknowledged, while the patch of a watched board waits for its tick', async () => {
    test.floor.desk.watch('revenue')
    const shown = test.floor.desk.current('revenue')
    listen()
    for (let deals = 1; deals <= 20; deals++) {
      await test.put(wonDeal('priya', 1, '2026-11-20T19:00:00Z'))
      expect(leaderboard('revenue').rows['priya']?.value).toBe(deals * 100)
    }
    // Whoever gets patches starts from what they were sent.
    const current = test.floor.desk.current('revenue')
    const version = (message: typeof current) => (message && 'version' in message ? message.version : null)
    expect(version(current)).toBe(patches.at(-1)?.to ?? version(shown))
  })

  it('says nothing of boards that nobody watches or that a fact does not touch', async () => {
    test.floor.desk.watch('over')
    test.floor.desk.current('over')
    listen()
    await test.put(call('priya', '2026-11-20T19:00:00Z', 'c1'))
    expect(patches).toHaveLength(0)
  })

  it('[W7][W13] rolls a board at the midnight of its own zone, with no event, and for everybody on it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    await test.close()
    clock.set('2026-11-20T23:59:30Z')
    test = await openTestFloor(clock)
    await test.put(call('priya', '2026-11-20T22:00:00Z', 'p'), call('elena', '2026-11-20T22:00:00Z', 'e'))
    test.floor.desk.watch('calls-today')
    test.floor.desk.current('calls-today')
    listen()
    clock.set('2026-11-21T00:00:00.400Z')
    vi.advanceTimersByTime(1000)
    expect(leaderboard('calls-today').rows).toMatchObject({ priya: { value: 1 }, elena: { value: 1 } })
    clock.set('2026-11-21T05:00:00.400Z')
    vi.advanceTimersByTime(1000)
    await eventually(() =>
      expect(patches.at(-1)?.ops.map(({ path }) => path)).toEqual(
        expect.arrayContaining(['/rows/priya/value', '/rows/elena/value', '/window/start']),
      ),
    )
    expect(leaderboard('calls-today').rows).toMatchObject({ priya: { value: 0 }, elena: { value: 0 } })
  })
})

describe('a stage', () => {
  it('says which playlist is on from when, in the time of the screen, for the days ahead', () => {
    const stage = test.floor.stage('wall', 'b1')
    expect(Object.keys(stage.playlists)).toEqual(['day', 'evening'])
    expect(stage.turns.slice(0, 3)).toEqual([
      { from: Date.parse('2026-11-20T05:00:00Z'), playlist: 'day' },
      { from: Date.parse('2026-11-20T22:00:00Z'), playlist: 'evening' },
      { from: Date.parse('2026-11-21T05:00:00Z'), playlist: 'day' },
    ])
    expect(test.floor.stage(null, 'b1').screen.id).toBe('wall')
  })
})
