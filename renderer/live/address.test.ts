import { expect, test } from 'vitest'
import { addressFromPage, findFeed } from './address.ts'

const pageAt = (href: string, kept: Record<string, string> = {}) => {
  const shown: string[] = []
  return {
    shown,
    kept,
    location: { href, origin: new URL(href).origin },
    history: {
      replaceState: (_: unknown, __: string, url?: string | URL | null) => void shown.push(String(url)),
    },
    storage: {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => {
        kept[key] = value
      },
    },
  }
}

test('the token leaves the address, and is still known after a reload', () => {
  const first = pageAt('http://10.0.0.5:4400/tv/?screen=lobby&token=s3cret')
  expect(addressFromPage(first)).toEqual({ url: 'http://10.0.0.5:4400', token: 's3cret', screen: 'lobby' })
  expect(first.shown).toEqual(['http://10.0.0.5:4400/tv/?screen=lobby'])
  expect(addressFromPage(pageAt('http://10.0.0.5:4400/tv/?screen=lobby', first.kept)).token).toBe('s3cret')
})

test('an address without screen or token is whole too', () => {
  const page = pageAt('http://127.0.0.1:4400/tv/')
  expect(addressFromPage(page)).toEqual({ url: 'http://127.0.0.1:4400', token: null, screen: null })
  expect(page.shown).toEqual([])
})

test('in the kiosk the shell knows the feed', async () => {
  const feed = { url: 'http://floor:4400', token: 't', screen: 'east' }
  const kiosk = {
    feedUrl: async () => feed,
    saveLastGood: () => undefined,
    loadLastGood: async () => null,
    heartbeat: () => undefined,
  }
  expect(await findFeed(kiosk, pageAt('app://floorboard/index.html'))).toEqual(feed)
})
