import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BoardsNow, minPageMs, type Rotation, sceneAt } from './rotation.ts'

const t0 = Date.UTC(2026, 10, 20, 14, 0)
const boards = (pages: Record<string, number> = {}, broken: string[] = []): BoardsNow => ({
  isHealthy: (board) => !broken.includes(board),
  pages: (board) => pages[board] ?? 1,
})
const floor = (scenes: [string, number][]): Rotation => ({
  playlists: { day: scenes.map(([board, seconds]) => ({ board, seconds })) },
  turns: [{ from: 0, playlist: 'day' }],
})

/** Every scene from `from` on, by following `nextChangeAt`. */
const follow = (rotation: Rotation, now: BoardsNow, from: number, count: number) => {
  const seen = []
  for (let at = from; seen.length < count; ) {
    const scene = sceneAt(rotation, now, at)
    seen.push(scene)
    at = scene.nextChangeAt
  }
  return seen
}

const rotations = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 3, max: 90 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map(floor)
const instants = fc.integer({ min: t0, max: t0 + 86_400_000 })
const states = fc.record({
  pages: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 9 })),
  broken: fc.subarray(['a', 'b', 'c', 'd']),
})

describe('rotation', () => {
  test('nothing changes before the instant that the scene names, and something does then', () => {
    fc.assert(
      fc.property(rotations, instants, states, (rotation, now, state) => {
        const look = (at: number) => sceneAt(rotation, boards(state.pages, state.broken), at)
        const scene = look(now)
        expect(scene.startedAt).toBeLessThanOrEqual(now)
        expect(scene.nextChangeAt).toBeGreaterThan(now)
        expect(scene.nextChangeAt).toBeLessThanOrEqual(scene.endsAt)
        expect(look(scene.nextChangeAt - 1)).toEqual(scene)
        expect(look(scene.nextChangeAt)).not.toEqual(scene)
      }),
    )
  })

  test('a broken board moves no slot: walls that see it and walls that do not stay in step', () => {
    fc.assert(
      fc.property(rotations, instants, states, (rotation, now, state) => {
        const all = sceneAt(rotation, boards(), now)
        const some = sceneAt(rotation, boards({}, state.broken), now)
        expect([some.slot, some.startedAt, some.endsAt]).toEqual([all.slot, all.startedAt, all.endsAt])
      }),
    )
  })

  test('a broken board is never shown; with none healthy the board is null and the slots go on', () => {
    fc.assert(
      fc.property(rotations, instants, states, (rotation, now, state) => {
        const scene = sceneAt(rotation, boards(state.pages, state.broken), now)
        const healthy = rotation.playlists['day']?.some((each) => !state.broken.includes(each.board))
        expect(scene.board === null).toBe(!healthy)
        if (scene.board !== null) expect(state.broken).not.toContain(scene.board)
      }),
    )
  })

  test('the next healthy board takes the slot', () => {
    const rotation = floor([
      ['a', 10],
      ['b', 10],
      ['c', 10],
    ])
    const shown = follow(rotation, boards({}, ['b']), t0 - (t0 % 30_000), 3).map((scene) => scene.board)
    expect(shown).toEqual(['a', 'c', 'c'])
  })

  test('every page of every healthy board comes up, one after the other', () => {
    fc.assert(
      fc.property(rotations, instants, states, (rotation, now, state) => {
        const scenes = follow(rotation, boards(state.pages, state.broken), now, 400)
        const last = new Map<string, number>()
        for (const { board, page, pages } of scenes) {
          if (board === null) continue
          const before = last.get(board)
          if (before !== undefined) expect(page).toBe((before + 1) % pages)
          last.set(board, page)
        }
      }),
    )
  })

  test('a page stays at least six seconds, unless its whole slot is shorter', () => {
    fc.assert(
      fc.property(rotations, instants, states, (rotation, now, state) => {
        const [first, second] = follow(rotation, boards(state.pages, state.broken), now, 2)
        if (!first || !second) throw new Error('the rotation stopped')
        const shownMs = second.nextChangeAt - first.nextChangeAt
        expect(shownMs).toBeGreaterThanOrEqual(Math.min(second.endsAt - second.startedAt, minPageMs))
      }),
    )
  })

  test('pages that fit all show in every turn, from the first', () => {
    const rotation = floor([
      ['a', 20],
      ['b', 10],
    ])
    const start = t0 - (t0 % 30_000)
    const scenes = follow(rotation, boards({ a: 3 }), start, 4)
    expect(scenes.map(({ board, page }) => `${board}${page}`)).toEqual(['a0', 'a1', 'a2', 'b0'])
    expect(scenes[3]?.startedAt).toBe(start + 20_000)
  })

  test('the playlist changes at its instant, in the middle of a scene', () => {
    const rotation: Rotation = {
      playlists: { day: [{ board: 'a', seconds: 20 }], evening: [{ board: 'b', seconds: 20 }] },
      turns: [
        { from: t0 - 1000, playlist: 'day' },
        { from: t0 + 7000, playlist: 'evening' },
      ],
    }
    const before = sceneAt(rotation, boards(), t0 + 6999)
    expect([before.board, before.nextChangeAt]).toEqual(['a', t0 + 7000])
    expect(sceneAt(rotation, boards(), t0 + 7000).board).toBe('b')
    expect(sceneAt(rotation, boards(), t0 + 9e9).board).toBe('b')
  })

  test('before the first turn its playlist is on already, and an unknown playlist is an empty one', () => {
    expect(
      sceneAt({ ...floor([['a', 5]]), turns: [{ from: t0, playlist: 'day' }] }, boards(), t0 - 5).board,
    ).toBe('a')
    expect(sceneAt({ playlists: {}, turns: [{ from: 0, playlist: 'x' }] }, boards(), t0).board).toBeNull()
  })

  test('[B111] a board that asks for longer pages shows fewer in a slot, and yet everyone in their turn', () => {
    const turns = { ...boards({ a: 24 }), pageMs: () => 12_000 }
    const rotation = floor([
      ['a', 20],
      ['b', 40],
    ])
    const seen = follow(rotation, turns, t0, 24 * 2).filter(({ board }) => board === 'a')
    expect(seen).toHaveLength(24)
    expect(new Set(seen.map(({ page }) => page)).size).toBe(24)
    const [two] = follow(floor([['a', 30]]), turns, t0, 1)
    expect((two?.nextChangeAt ?? 0) - (two?.startedAt ?? 0)).toBe(15_000)
  })
})

describe('[S70] a hold', () => {
  const playlist = floor([
    ['a', 20],
    ['b', 20],
  ])
  const start = t0 - (t0 % 40_000)
  const held = (more: object = {}): Rotation => ({
    ...playlist,
    hold: {
      kind: 'hold',
      holder: { id: 'dana', name: 'Dana' },
      board: 'c',
      page: null,
      since: start + 5000,
      until: start + 65_000,
      huddle: null,
      ...more,
    },
  })

  test('goes before the rotation until its time, and then the rotation is where it would have been', () => {
    const scene = sceneAt(held(), boards(), start + 30_000)
    expect(scene).toMatchObject({ held: true, board: 'c', playlist: 'day', nextChangeAt: start + 65_000 })
    expect(sceneAt(held(), boards(), start + 64_999)).toEqual(scene)
    expect(sceneAt(held(), boards(), start + 65_000)).toEqual(sceneAt(playlist, boards(), start + 65_000))
  })

  test('turns the pages of its board from the one that was on, in step on all screens', () => {
    const now = boards({ a: 3, b: 2, c: 2 })
    const pages = follow(held(), now, start + 5000, 5).map(({ page }) => page)
    expect(pages).toEqual([0, 1, 0, 1, 0])
    const own = held({ board: 'a', since: start + 8000 })
    expect(sceneAt(playlist, now, start + 8000)).toMatchObject({ board: 'a', page: 1 })
    expect(sceneAt(own, now, start + 8000)).toMatchObject({
      board: 'a',
      page: 1,
      nextChangeAt: start + 20_000,
    })
    expect(sceneAt(own, now, start + 20_000).page).toBe(2)
  })

  test('of one page stays on it', () => {
    const now = boards({ c: 3 })
    expect(sceneAt(held({ page: 2 }), now, start + 60_000)).toMatchObject({
      page: 2,
      nextChangeAt: start + 65_000,
    })
    expect(sceneAt(held({ page: 9 }), now, start + 60_000).page).toBe(2)
  })

  test('whose board is not there yet lets the rotation go on, and ends in time', () => {
    const scene = sceneAt(held({ until: start + 12_000 }), boards({}, ['c']), start + 6000)
    expect(scene).toMatchObject({ held: false, board: 'a', nextChangeAt: start + 12_000 })
  })
})
