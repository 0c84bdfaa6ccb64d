// What every store of tokens must do, whatever it is kept in.
import { afterEach, describe, expect, test } from 'vitest'
import type { StoredToken, TokenStore } from './tokens.ts'

/** A place to keep tokens in. Opened twice, it is one place seen by two processes. */
export interface TokensHome {
  open(): TokenStore
  remove(): void
}

const token = (id: string, role: StoredToken['role'] = 'screen'): StoredToken => ({
  id,
  role,
  name: `for ${id}`,
  createdAt: '2026-11-20T20:00:00.000Z',
  hash: id.padStart(64, '0'),
})

export const describeTokens = (name: string, createHome: () => TokensHome) =>
  describe(`tokens in ${name}`, () => {
    const homes: TokensHome[] = []
    const home = (): TokensHome => {
      const created = createHome()
      homes.push(created)
      return created
    }
    afterEach(() => {
      for (const place of homes.splice(0)) place.remove()
    })

    test('a new place has none', async () => {
      const store = home().open()
      expect(await store.tokens()).toEqual([])
      expect(await store.findToken(token('a').hash)).toBeNull()
      expect(await store.revokeToken('a')).toBe(false)
    })

    test('tokens come back whole, oldest first, after a restart too', async () => {
      const place = home()
      const store = place.open()
      const tokens = [token('b', 'admin'), token('a', 'ingest'), token('c')]
      for (const each of tokens) await store.addToken(each)
      expect(await store.tokens()).toEqual(tokens)
      expect(await place.open().tokens()).toEqual(tokens)
      // As long as nothing changes it is one list, which nobody has to compare.
      expect(await store.tokens()).toBe(await store.tokens())
    })

    test('a token is found by its hash and by nothing else', async () => {
      const store = home().open()
      await store.addToken(token('a'))
      await store.addToken(token('b', 'admin'))
      expect(await store.findToken(token('b').hash)).toEqual(token('b', 'admin'))
      expect(await store.findToken(token('c').hash)).toBeNull()
    })

    test('a revoked token is gone at once, and can be revoked once', async () => {
      const store = home().open()
      await store.addToken(token('a'))
      await store.addToken(token('b'))
      expect(await store.revokeToken('a')).toBe(true)
      expect(await store.revokeToken('a')).toBe(false)
      expect(await store.findToken(token('a').hash)).toBeNull()
      expect(await store.tokens()).toEqual([token('b')])
    })

    test('what another process adds counts from its first use on', async () => {
      const place = home()
      const store = place.open()
      expect(await store.findToken(token('a').hash)).toBeNull()
      await place.open().addToken(token('a'))
      expect(await store.findToken(token('a').hash)).toEqual(token('a'))
      expect(await store.tokens()).toEqual([token('a')])
    })

    test('what another process adds or revokes is noticed within a second', async () => {
      const place = home()
      const [store, other] = [place.open(), place.open()]
      await other.addToken(token('a'))
      await expect.poll(() => store.tokens()).toEqual([token('a')])
      await other.revokeToken('a')
      await expect.poll(() => store.findToken(token('a').hash)).toBeNull()
    })

    test('tokens added at the same time, by several processes, are all kept', async () => {
      const place = home()
      const ids = Array.from({ length: 12 }, (_, index) => `${index}`)
      await Promise.all(ids.map((id) => place.open().addToken(token(id))))
      const kept = await place.open().tokens()
      expect(kept.map(({ id }) => id).sort()).toEqual(ids.sort())
    })
  })
