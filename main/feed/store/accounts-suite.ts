// What every store of accounts must do, whatever it is kept in.
import { afterEach, describe, expect, test } from 'vitest'
import type { AccountStore, StoredToken } from './accounts.ts'

/** A place to keep accounts in. Opened twice, it is one place seen by two processes. */
export interface AccountsHome {
  open(): AccountStore
  remove(): void
}

const token = (id: string, role: StoredToken['role'] = 'screen'): StoredToken => ({
  id,
  role,
  name: `for ${id}`,
  createdAt: '2026-11-20T20:00:00.000Z',
  hash: id.padStart(64, '0'),
})

export const describeAccounts = (name: string, createHome: () => AccountsHome) =>
  describe(`accounts in ${name}`, () => {
    const homes: AccountsHome[] = []
    const home = (): AccountsHome => {
      const created = createHome()
      homes.push(created)
      return created
    }
    afterEach(() => {
      for (const place of homes.splice(0)) place.remove()
    })

    test('a new place has none', async () => {
      const accounts = home().open()
      expect(await accounts.tokens()).toEqual([])
      expect(await accounts.findToken(token('a').hash)).toBeNull()
      expect(await accounts.revokeToken('a')).toBe(false)
    })

    test('tokens come back whole, oldest first, after a restart too', async () => {
      const place = home()
      const accounts = place.open()
      const tokens = [token('b', 'admin'), token('a', 'ingest'), token('c')]
      for (const each of tokens) await accounts.addToken(each)
      expect(await accounts.tokens()).toEqual(tokens)
      expect(await place.open().tokens()).toEqual(tokens)
    })

    test('a token is found by its hash and by nothing else', async () => {
      const accounts = home().open()
      await accounts.addToken(token('a'))
      await accounts.addToken(token('b', 'admin'))
      expect(await accounts.findToken(token('b').hash)).toEqual(token('b', 'admin'))
      expect(await accounts.findToken(token('c').hash)).toBeNull()
    })

    test('a revoked token is gone at once, and can be revoked once', async () => {
      const accounts = home().open()
      await accounts.addToken(token('a'))
      await accounts.addToken(token('b'))
      expect(await accounts.revokeToken('a')).toBe(true)
      expect(await accounts.revokeToken('a')).toBe(false)
      expect(await accounts.findToken(token('a').hash)).toBeNull()
      expect(await accounts.tokens()).toEqual([token('b')])
    })

    test('what another process adds counts from its first use on', async () => {
      const place = home()
      const accounts = place.open()
      expect(await accounts.findToken(token('a').hash)).toBeNull()
      await place.open().addToken(token('a'))
      expect(await accounts.findToken(token('a').hash)).toEqual(token('a'))
      expect(await accounts.tokens()).toEqual([token('a')])
    })

    test('what another process adds or revokes is noticed within a second', async () => {
      const place = home()
      const [accounts, other] = [place.open(), place.open()]
      await other.addToken(token('a'))
      await expect.poll(() => accounts.tokens(), { timeout: 1000 }).toEqual([token('a')])
      await other.revokeToken('a')
      await expect.poll(() => accounts.findToken(token('a').hash), { timeout: 1000 }).toBeNull()
    })

    test('tokens added at the same time, by several processes, are all kept', async () => {
      const place = home()
      const ids = Array.from({ length: 12 }, (_, index) => `${index}`)
      await Promise.all(ids.map((id) => place.open().addToken(token(id))))
      const kept = await place.open().tokens()
      expect(kept.map(({ id }) => id).sort()).toEqual(ids.sort())
    })
  })
