// What every store of screens must do, whatever it is kept in.
import { afterEach, describe, expect, test } from 'vitest'
import { mostRevocations, type ScreenStore, type ShownPiece } from './screen-store.ts'

/** A place to keep it in; opened again, it holds what it held. */
export interface ScreensHome {
  open(): ScreenStore
  /** Whether what it holds outlives the process. */
  readonly lasts: boolean
  remove(): void
}

const piece = (nth: number, more: Partial<ShownPiece> = {}): ShownPiece => ({
  tv: 'tv-1',
  nth,
  screen: 'wall',
  board: 'revenue',
  day: '2026-11-20',
  times: 1,
  ms: 20_000,
  ...more,
})
const all = { screen: null, from: '2000-01-01', to: '2199-12-31' }

export const describeScreenStore = (name: string, createHome: () => ScreensHome) =>
  describe(`screens in ${name}`, () => {
    const homes: ScreensHome[] = []
    const home = (): ScreensHome => {
      const created = createHome()
      homes.push(created)
      return created
    }
    afterEach(() => {
      for (const place of homes.splice(0)) place.remove()
    })
    const again = (place: ScreensHome, store: ScreenStore): ScreenStore => {
      if (!place.lasts) return store
      store.close()
      return place.open()
    }

    test('what is known of a screen comes back', () => {
      const place = home()
      const first = place.open()
      first.noteSeen(
        new Map([
          ['wall', 7],
          ['kitchen', 8],
        ]),
      )
      first.noteSeen(new Map([['wall', 9]]))
      first.notePairing('wall', { by: 'Dana', at: 5 })
      first.noteRevocation('ab', { screen: 'wall', by: 'Dana', at: 6 })
      const store = again(place, first)
      expect([...store.seen()].sort()).toEqual([
        ['kitchen', 8],
        ['wall', 9],
      ])
      expect([...store.pairings()]).toEqual([['wall', { by: 'Dana', at: 5 }]])
      expect(store.revocation('ab')).toEqual({ screen: 'wall', by: 'Dana', at: 6 })
      expect(store.revocation('cd')).toBeNull()
      store.close()
    })

    test('so many revocations are kept, the latest', () => {
      const store = home().open()
      for (let at = 0; at < mostRevocations + 3; at++)
        store.noteRevocation(`${at}`, { screen: 'wall', by: 'Dana', at })
      expect(store.revocation('2')).toBeNull()
      expect(store.revocation('3')).not.toBeNull()
      store.close()
    })

    test('what was shown adds up by day, screen and board, and is counted once however often it is sent', () => {
      const place = home()
      const first = place.open()
      const sent = [piece(1), piece(2, { board: 'wins' }), piece(3, { times: 0, ms: 5000 })]
      first.addShown(sent, 1)
      first.addShown(sent, 2)
      const store = again(place, first)
      store.addShown(
        [...sent, piece(4, { day: '2026-11-21' }), piece(1, { tv: 'tv-2', screen: 'kitchen' })],
        3,
      )
      expect(store.shown(all)).toEqual([
        { day: '2026-11-20', screen: 'kitchen', board: 'revenue', times: 1, ms: 20_000 },
        { day: '2026-11-20', screen: 'wall', board: 'revenue', times: 1, ms: 25_000 },
        { day: '2026-11-20', screen: 'wall', board: 'wins', times: 1, ms: 20_000 },
        { day: '2026-11-21', screen: 'wall', board: 'revenue', times: 1, ms: 20_000 },
      ])
      expect(store.shown({ screen: 'kitchen', from: '2026-11-20', to: '2026-11-20' })).toHaveLength(1)
      expect(store.shown({ screen: 'wall', from: '2026-11-21', to: '2026-11-22' })).toHaveLength(1)
      store.close()
    })

    test('a play that crosses midnight is two pieces of one report', () => {
      const store = home().open()
      store.addShown([piece(1), piece(1, { day: '2026-11-21', times: 0 })], 1)
      expect(store.shown(all).map(({ day, times }) => [day, times])).toEqual([
        ['2026-11-20', 1],
        ['2026-11-21', 0],
      ])
      store.close()
    })

    test('old days are forgotten', () => {
      const store = home().open()
      store.addShown([piece(1), piece(2, { day: '2026-08-01' })], 1)
      store.forgetBefore('2026-08-22', 0)
      expect(store.shown(all).map(({ day }) => day)).toEqual(['2026-11-20'])
      // What this TV reported last is still known: sent again, it counts no second time.
      store.addShown([piece(2)], 2)
      expect(store.shown(all)).toHaveLength(1)
      expect(store.shown(all)[0]?.times).toBe(1)
      store.close()
    })
  })
