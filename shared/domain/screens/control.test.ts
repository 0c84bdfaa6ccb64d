import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { ControlAction, Holder } from '../../wire/control.ts'
import {
  afterEdit,
  type ControlDecision,
  type ControlledWall,
  type ControlState,
  decideControl,
  decideMeeting,
  decideMeetingStep,
  freeControl,
  longestHoldMs,
  nextChangeOf,
  settled,
  stepHoldMs,
} from './control.ts'

const t0 = Date.UTC(2026, 10, 23, 9)
const minute = 60_000
const dana: Holder = { id: 'dana', name: 'Dana Whitfield' }
const siobhan: Holder = { id: 'siobhan', name: 'Siobhán Ní Bhraonáin' }

const scenes = (...boards: string[]) => boards.map((board) => ({ board, seconds: 20 }))

const wallOf = (boards: readonly string[] = ['a', 'b', 'c']): ControlledWall => ({
  boards,
  board: (id) => (id === 'pay' ? 'private' : boards.includes(id) ? 'floor' : 'unknown'),
  playlist: (id) => {
    if (id === 'review') return { name: 'Monday review', scenes: scenes(...boards) }
    return id === 'secret' ? { name: 'Pay', scenes: [] } : null
  },
})

const free = freeControl('wall', 1)

interface Step {
  readonly who?: Holder
  readonly now?: number
  readonly version?: number
  readonly wall?: ControlledWall
}

const decide = (
  state: ControlState,
  action: ControlAction,
  { who = dana, now = t0, version = state.version, wall = wallOf() }: Step = {},
): ControlDecision => decideControl(state, action, who, { version, wall, now })

const accepted = (state: ControlState, action: ControlAction, step: Step = {}): ControlState => {
  const decision = decide(state, action, step)
  if (!decision.ok) throw new Error(decision.refusal.message)
  return decision.state
}

const refusal = (state: ControlState, action: ControlAction, step: Step = {}) => {
  const decision = decide(state, action, step)
  if (decision.ok) throw new Error('not refused')
  return decision.refusal
}

const hold: ControlAction = { do: 'hold', board: 'b', forMs: 15 * minute }
const held = accepted(free, hold)
const huddle = accepted(free, { do: 'huddle', playlist: 'review', forMs: 30 * minute })

describe('[S70] a hold', () => {
  test('shows its board until its time, with pages that turn by themselves unless one is held', () => {
    expect(held.hold).toEqual({
      kind: 'hold',
      holder: dana,
      board: 'b',
      page: null,
      since: t0,
      until: t0 + 15 * minute,
      huddle: null,
    })
    expect(accepted(free, { do: 'pin', board: 'c', page: 2, forMs: minute }).hold).toMatchObject({
      kind: 'pin',
      page: 2,
    })
  })

  test('ends by itself, also when its holder says nothing any more', () => {
    expect(nextChangeOf(held)).toBe(t0 + 15 * minute)
    expect(settled(held, t0 + 15 * minute - 1)).toBe(held)
    const over = settled(held, t0 + 15 * minute)
    expect([over.hold, over.version, nextChangeOf(over)]).toEqual([null, held.version + 1, null])
  })

  test('is extended by its holder, to eight hours at most, and released', () => {
    expect(accepted(held, { do: 'extend', forMs: 5 * minute }).hold?.until).toBe(t0 + 20 * minute)
    expect(accepted(held, { do: 'extend', forMs: longestHoldMs }).hold?.until).toBe(t0 + longestHoldMs)
    expect(accepted(held, { do: 'release' }).hold).toBeNull()
    expect(accepted(free, { do: 'release' })).toBe(free)
    expect(refusal(free, { do: 'extend', forMs: minute }).code).toBe('not-held')
  })

  test('is of a board for the floor only', () => {
    expect(refusal(free, { do: 'pin', board: 'pay', forMs: minute })).toEqual({
      code: 'private-board',
      message: 'This board is not for the floor, so a wall cannot show it.',
    })
    expect(refusal(free, { do: 'huddle', playlist: 'secret', forMs: minute }).code).toBe('private-board')
    expect(refusal(free, { do: 'show', playlist: 'secret' }).code).toBe('private-board')
    expect(refusal(free, { do: 'hold', board: 'gone', forMs: minute }).code).toBe('unknown-board')
    expect(refusal(free, { do: 'show', playlist: 'gone' }).code).toBe('unknown-playlist')
  })
})

describe('[S71] steps', () => {
  test('go from the board that the remote saw, round the playlist that is on', () => {
    expect(accepted(free, { do: 'next', board: 'a' }).hold).toMatchObject({
      board: 'b',
      until: t0 + stepHoldMs,
    })
    expect(accepted(free, { do: 'next', board: 'c', forMs: minute }).hold).toMatchObject({
      board: 'a',
      until: t0 + minute,
    })
    expect(accepted(free, { do: 'back', board: 'a' }).hold?.board).toBe('c')
    expect(accepted(free, { do: 'next', board: 'of another playlist' }).hold?.board).toBe('a')
    expect(refusal(free, { do: 'next', board: 'a' }, { wall: wallOf([]) }).code).toBe('private-board')
  })

  test('go from the board that is held, and keep its time', () => {
    const next = accepted(held, { do: 'next', board: 'b' }, { now: t0 + minute })
    expect(next.hold).toMatchObject({ board: 'c', since: t0 + minute, until: t0 + 15 * minute })
  })
})

describe('[S72] a playlist that is shown', () => {
  const shown = accepted(free, { do: 'show', playlist: 'review' })

  test('is gone through once, by the seconds of its boards', () => {
    expect([shown.hold?.board, shown.hold?.until]).toEqual(['a', t0 + 60_000])
    expect(nextChangeOf(shown)).toBe(t0 + 20_000)
    const second = settled(shown, t0 + 20_000)
    expect(second.hold).toMatchObject({ board: 'b', since: t0 + 20_000, until: t0 + 60_000 })
    expect(settled(shown, t0 + 59_999).hold?.board).toBe('c')
    expect(settled(shown, t0 + 60_000).hold).toBeNull()
  })

  test('is stepped through, and over after its last board', () => {
    const second = accepted(shown, { do: 'next', board: 'a' }, { now: t0 + 5000 })
    expect(second.hold).toMatchObject({ board: 'b', until: t0 + 45_000 })
    expect(accepted(second, { do: 'back', board: 'b' }).hold?.board).toBe('a')
    const third = accepted(second, { do: 'next', board: 'b' })
    expect(accepted(third, { do: 'next', board: 'c' }).hold).toBeNull()
  })

  test('stays on its board once it is extended', () => {
    const longer = accepted(shown, { do: 'extend', forMs: 5 * minute })
    expect(settled(longer, t0 + 3 * minute).hold?.board).toBe('a')
  })
})

describe('[L19] [L20] a meeting on a screen', () => {
  const plan = { title: 'Monday review', boards: ['a', 'pay', 'c'], board: 'c', forMs: 30 * minute }
  const seen = { wall: wallOf(), now: t0 }
  const begun = decideMeeting(free, plan, dana, seen)
  const state = begun.ok ? begun.state : free
  const step = (more: object, who = dana) =>
    decideMeetingStep(state, { to: null, discussed: null, forMs: 30 * minute, ...more }, who, t0 + minute)

  test('has what is for the floor of its boards, from the board that is on', () => {
    expect(state.hold).toMatchObject({ kind: 'huddle', board: 'c', until: t0 + 30 * minute })
    expect(state.hold?.huddle?.boards.map(({ board }) => board)).toEqual(['a', 'c'])
    const inHand = decideMeeting(free, { ...plan, board: 'pay' }, dana, seen)
    expect(inHand).toMatchObject({ ok: true, state: { hold: { board: 'a' } } })
    expect(decideMeeting(free, { ...plan, boards: ['pay'] }, dana, seen)).toMatchObject({
      ok: false,
      refusal: { code: 'private-board' },
    })
    expect(decideMeeting(state, plan, siobhan, seen)).toMatchObject({ refusal: { code: 'wall-held' } })
  })

  test('ticks off and goes on in one change, and stays for what it does not have', () => {
    expect(step({ to: 'a', discussed: 'c' })).toMatchObject({
      state: {
        version: state.version + 1,
        hold: {
          board: 'a',
          until: t0 + 31 * minute,
          huddle: {
            boards: [
              { board: 'a', discussed: false },
              { board: 'c', discussed: true, spentMs: minute },
            ],
          },
        },
      },
    })
    expect(step({ to: 'pay', discussed: 'c' })).toMatchObject({ state: { hold: { board: 'c', since: t0 } } })
    expect(step({ to: 'a' }, siobhan)).toMatchObject({ refusal: { code: 'wall-held' } })
    expect(decideMeetingStep(free, { to: 'a', discussed: null, forMs: minute }, dana, t0)).toMatchObject({
      refusal: { code: 'not-held' },
    })
  })
})

describe('[S73] a huddle', () => {
  const boardsOf = (state: ControlState) => state.hold?.huddle?.boards

  test('goes through a playlist, counts how long each board is on, and marks what was discussed', () => {
    expect(huddle.hold).toMatchObject({ kind: 'huddle', board: 'a', until: t0 + 30 * minute })
    const second = accepted(huddle, { do: 'discussed' }, { now: t0 + 4 * minute })
    expect(second.hold?.board).toBe('b')
    const back = accepted(second, { do: 'back', board: 'b' }, { now: t0 + 6 * minute })
    expect(boardsOf(accepted(back, { do: 'next', board: 'a' }, { now: t0 + 7 * minute }))).toEqual([
      { board: 'a', discussed: true, spentMs: 5 * minute },
      { board: 'b', discussed: false, spentMs: 2 * minute },
      { board: 'c', discussed: false, spentMs: 0 },
    ])
  })

  test('does not go round: its last board stays', () => {
    const last = accepted(huddle, { do: 'hold', board: 'c', forMs: 20 * minute })
    expect(last.hold).toMatchObject({ kind: 'huddle', board: 'c', until: t0 + 20 * minute })
    expect(accepted(last, { do: 'next', board: 'c' })).toBe(last)
    const discussed = accepted(last, { do: 'discussed' })
    expect([discussed.hold?.board, boardsOf(discussed)?.[2]?.discussed]).toEqual(['c', true])
    expect(accepted(huddle, { do: 'back', board: 'a' })).toBe(huddle)
  })

  test('only a huddle is discussed', () => {
    expect(refusal(held, { do: 'discussed' }).code).toBe('not-held')
    expect(refusal(free, { do: 'discussed' }).code).toBe('not-held')
  })
})

describe('[S74] two people', () => {
  const next: ControlAction = { do: 'next', board: 'b' }

  test('never fight silently: while one holds, the other is told who and for how long', () => {
    expect(refusal(held, next, { who: siobhan, now: t0 + 9 * minute })).toEqual({
      code: 'wall-held',
      message: 'Dana Whitfield holds this screen for 6 minutes more at most. Ask for it.',
    })
    expect(refusal(held, { do: 'release' }, { who: siobhan }).code).toBe('wall-held')
  })

  test('who comes late is told who was first', () => {
    const released = accepted(held, { do: 'release' })
    expect(refusal(released, hold, { who: siobhan, version: free.version })).toEqual({
      code: 'stale-control',
      message: 'Dana Whitfield has changed what this screen shows meanwhile. Look, and try again.',
    })
    const over = settled(held, t0 + 15 * minute)
    expect(
      refusal(over, hold, { who: siobhan, version: held.version, now: t0 + 16 * minute }).message,
    ).toMatch(/^This screen has gone on by itself/)
  })

  test('devices of one person are one, and only their steps depend on what they saw', () => {
    expect(refusal(held, next, { version: free.version }).code).toBe('stale-control')
    expect(accepted(held, { do: 'release' }, { version: free.version }).hold).toBeNull()
  })

  test('the wall is asked for, and handed over or not yet', () => {
    const asked = accepted(held, { do: 'ask' }, { who: siobhan, version: 0 })
    expect(asked.asking).toEqual([siobhan])
    expect(accepted(asked, { do: 'ask' }, { who: siobhan })).toBe(asked)
    expect(accepted(asked, { do: 'not-yet', to: 'siobhan' })).toMatchObject({ asking: [], hold: held.hold })
    const over = accepted(asked, { do: 'hand-over', to: 'siobhan' })
    expect(over).toMatchObject({ asking: [], hold: { ...held.hold, holder: siobhan } })
    expect(refusal(over, next).code).toBe('wall-held')
    expect(refusal(held, { do: 'hand-over', to: 'siobhan' }).code).toBe('stale-control')
    expect(refusal(free, { do: 'ask' }).code).toBe('not-held')
  })

  test('only the holder hands over', () => {
    const asked = accepted(held, { do: 'ask' }, { who: siobhan })
    expect(refusal(asked, { do: 'hand-over', to: 'siobhan' }, { who: siobhan }).code).toBe('wall-held')
  })
})

describe('[S75] a board that an edit takes from the floor', () => {
  test('ends its hold', () => {
    expect(afterEdit(held, wallOf(['a', 'c']), t0).hold).toBeNull()
    expect(afterEdit(held, wallOf(), t0)).toBe(held)
  })

  test('leaves a huddle, which goes on to the next board, else to the one before, and ends with its last', () => {
    const without = afterEdit(huddle, wallOf(['b', 'c']), t0 + minute)
    expect(without.hold).toMatchObject({ board: 'b', since: t0 + minute })
    expect(without.hold?.huddle?.boards.map(({ board }) => board)).toEqual(['b', 'c'])
    const onLast = accepted(huddle, { do: 'hold', board: 'c', forMs: minute })
    expect(afterEdit(onLast, wallOf(['a', 'b']), t0).hold?.board).toBe('b')
    expect(afterEdit(huddle, wallOf([]), t0).hold).toBeNull()
    const other = afterEdit(huddle, wallOf(['a', 'b']), t0 + minute)
    expect(other.hold).toMatchObject({ board: 'a', since: t0 })
  })

  test('leaves a playlist that is shown', () => {
    const shown = accepted(free, { do: 'show', playlist: 'review' })
    const without = afterEdit(shown, wallOf(['b', 'c']), t0 + 5000)
    expect(without.hold).toMatchObject({ board: 'b', until: t0 + 45_000 })
    expect(afterEdit(shown, wallOf([]), t0).hold).toBeNull()
  })
})

const boards = fc.constantFrom('a', 'b', 'c', 'pay', 'gone')
const times = fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * minute)
const to = fc.constantFrom('dana', 'siobhan')
const actions: fc.Arbitrary<ControlAction> = fc.oneof(
  fc.record({ do: fc.constantFrom('hold' as const, 'pin' as const), board: boards, forMs: times }),
  fc.record({ do: fc.constantFrom('next' as const, 'back' as const), board: boards }),
  fc.record({ do: fc.constant('show' as const), playlist: fc.constantFrom('review', 'secret') }),
  fc.record({ do: fc.constant('huddle' as const), playlist: fc.constant('review'), forMs: times }),
  fc.record({ do: fc.constantFrom('discussed' as const, 'release' as const, 'ask' as const) }),
  fc.record({ do: fc.constant('extend' as const), forMs: times }),
  fc.record({ do: fc.constantFrom('hand-over' as const, 'not-yet' as const), to }),
)
const steps = fc.array(
  fc.record({
    action: actions,
    who: fc.constantFrom(dana, siobhan),
    waitMs: fc.integer({ min: 0, max: 20 * minute }),
    behind: fc.constantFrom(0, 0, 0, 1),
    wall: fc.constantFrom(wallOf(), wallOf(), wallOf(), wallOf(['a', 'b'])),
  }),
  { maxLength: 40 },
)

test('[S70] [S74] whatever two people do: nothing is taken from a holder, and nothing private is held', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let state = free
      let now = t0
      for (const { action, who, waitMs, behind, wall } of all) {
        now += waitMs
        const standing = afterEdit(settled(state, now), wall, now)
        const decision = decideControl(standing, action, who, {
          version: standing.version - behind,
          wall,
          now,
        })
        const next = decision.ok ? decision.state : standing
        const { hold: before } = standing
        if (before && before.holder.id !== who.id) expect(next.hold).toBe(before)
        if (next !== standing) expect(next.version).toBe(standing.version + 1)
        if (next.hold) {
          expect(wall.board(next.hold.board)).toBe('floor')
          expect(next.hold.until).toBeGreaterThan(now)
          expect(next.hold.until).toBeLessThanOrEqual(now + longestHoldMs)
          expect(nextChangeOf(next)).toBeGreaterThan(now)
        } else expect([next.asking, next.show]).toEqual([[], null])
        expect(next.version).toBeGreaterThanOrEqual(state.version)
        state = next
      }
    }),
    { numRuns: propertyRuns(300) },
  )
})
