// What every store of messages out must do, whatever it is kept in.
import { afterEach, describe, expect, test } from 'vitest'
import type { OutboxStore, StoredDelivery, StoredWord } from './outbox-store.ts'

/** A place to keep it in; opened again, it holds what it held. */
export interface OutboxHome {
  open(): OutboxStore
  /** Whether what it holds outlives the process. */
  readonly lasts: boolean
  remove(): void
}

const delivery = (id: string, more: Partial<StoredDelivery> = {}): StoredDelivery => ({
  id,
  key: `key-${id}`,
  celebration: 'big:crm:1',
  what: 'alert',
  body: '{}',
  state: 'waiting',
  tries: 0,
  lastError: null,
  at: 100,
  nextAt: 100,
  expiresAt: 1000,
  vendor: null,
  maybeSent: false,
  ...more,
})
const word = (leader: string, more: Partial<StoredWord> = {}): StoredWord => ({
  celebration: 'big:crm:1',
  leader,
  firstAt: 5,
  at: 5,
  nth: 1,
  body: '"Well done"',
  ...more,
})
const idsOf = (deliveries: readonly StoredDelivery[]): string[] => deliveries.map(({ id }) => id)

export const describeOutboxStore = (name: string, createHome: () => OutboxHome) =>
  describe(`messages out in ${name}`, () => {
    const homes: OutboxHome[] = []
    const home = (): OutboxHome => {
      const created = createHome()
      homes.push(created)
      return created
    }
    afterEach(() => {
      for (const place of homes.splice(0)) place.remove()
    })
    const again = (place: OutboxHome, store: OutboxStore): OutboxStore => {
      if (!place.lasts) return store
      store.close()
      return place.open()
    }

    test('a delivery is taken once, and what is noted of it comes back', () => {
      const place = home()
      const first = place.open()
      expect(first.seq()).toBe(0)
      first.take({ seq: 7, deliveries: [delivery('a'), delivery('b', { at: 90 })] })
      first.change('a', { state: 'sent', tries: 2, vendor: '{"ts":"1.2"}', nextAt: null, maybeSent: true })
      first.take({ seq: 5, deliveries: [delivery('a')] })
      const store = again(place, first)
      expect(store.seq()).toBe(7)
      expect(store.delivery('key-a')).toEqual(
        delivery('a', { state: 'sent', tries: 2, vendor: '{"ts":"1.2"}', nextAt: null, maybeSent: true }),
      )
      expect(store.delivery('key-c')).toBeNull()
      expect(idsOf(store.latest(5))).toEqual(['a', 'b'])
      expect(idsOf(store.latest(1))).toEqual(['a'])
      expect(idsOf(store.since(95))).toEqual(['a'])
      expect(idsOf(store.ofCelebration('big:crm:1'))).toEqual(['b', 'a'])
      expect(store.ofCelebration('big:crm:2')).toEqual([])
      store.close()
    })

    test('what is due is what waits and whose time has come, the earliest first', () => {
      const store = home().open()
      store.take({
        seq: 1,
        deliveries: [
          delivery('late', { nextAt: 300 }),
          delivery('second', { nextAt: 200 }),
          delivery('first', { nextAt: 100 }),
          delivery('dead', { nextAt: 100, state: 'dead' }),
        ],
      })
      expect(idsOf(store.due(200, 10))).toEqual(['first', 'second'])
      expect(idsOf(store.due(200, 1))).toEqual(['first'])
      store.change('first', { nextAt: 250, lastError: 'no answer' })
      expect(idsOf(store.due(200, 10))).toEqual(['second'])
      store.close()
    })

    test('of a leader’s words for one celebration the last stands', () => {
      const place = home()
      const first = place.open()
      first.take({ seq: 1, words: [word('dana'), word('kim', { at: 6 })] })
      first.take({ seq: 2, words: [word('dana', { at: 9, nth: 2, body: '"Superb"' })] })
      const store = again(place, first)
      expect(store.words().map(({ leader, nth, firstAt, body }) => [leader, nth, firstAt, body])).toEqual([
        ['kim', 1, 5, '"Well done"'],
        ['dana', 2, 5, '"Superb"'],
      ])
      store.close()
    })

    test('who wants no more mail is remembered, until they want it again', () => {
      const place = home()
      const first = place.open()
      first.noteStopped('dana@northwind.test', 5)
      first.noteStopped('dana@northwind.test', 6)
      first.noteStopped('kim@northwind.test', 5)
      first.noteStopped('kim@northwind.test', null)
      const store = again(place, first)
      expect([store.stoppedAt('dana@northwind.test'), store.stoppedAt('kim@northwind.test')]).toEqual([
        6,
        null,
      ])
      store.close()
    })

    test('of one kind alone what is old is forgotten, and what is listed leaves it out', () => {
      const store = home().open()
      const hint = { what: 'hint', state: 'sent' as const }
      store.take({
        seq: 1,
        deliveries: [
          delivery('old hint', hint),
          delivery('hint', { ...hint, at: 200 }),
          delivery('waiting hint', { what: 'hint' }),
          delivery('alert', { state: 'sent' }),
        ],
        words: [word('dana')],
      })
      expect(idsOf(store.latest(1, 'hint'))).toEqual(['alert'])
      expect(idsOf(store.since(0, 'hint'))).toEqual(['alert'])
      store.forgetBefore(150, 'hint')
      expect(idsOf(store.since(0))).toEqual(['alert', 'waiting hint', 'hint'])
      expect(store.words()).toHaveLength(1)
      store.close()
    })

    test('what is old is forgotten, but nothing that still waits', () => {
      const store = home().open()
      store.take({
        seq: 3,
        deliveries: [delivery('waits'), delivery('sent', { state: 'sent' }), delivery('new', { at: 200 })],
        words: [word('dana')],
      })
      store.forgetBefore(150)
      expect(idsOf(store.since(0))).toEqual(['waits', 'new'])
      expect(store.words()).toEqual([])
      expect(store.seq()).toBe(3)
      store.close()
    })
  })
