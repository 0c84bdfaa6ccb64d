import { expect, test } from 'vitest'
import { addressFromPage, findFeed, keepPairedToken } from './address.ts'

type Kept = Record<string, string>

const shelfOf = (kept: Kept) => ({
  getItem: (key: string) => kept[key] ?? null,
  setItem: (key: string, value: string) => {
    kept[key] = value
  },
  removeItem: (key: string) => {
    delete kept[key]
  },
})

/** A window at an address, of a browser that has kept something, with what this window has kept. */
const pageAt = (href: string, kept: Kept = {}, own: Kept = {}) => {
  const shown: string[] = []
  return {
    shown,
    kept,
    own,
    location: { href, origin: new URL(href).origin },
    history: {
      state: null,
      replaceState: (_: unknown, __: string, url?: string | URL | null) => void shown.push(String(url)),
    },
    storage: shelfOf(kept),
    session: shelfOf(own),
  }
}
const floor = 'http://10.0.0.5:4400'

test('the token leaves the address, and is still known after a reload', () => {
  const first = pageAt(`${floor}/tv/?screen=lobby&token=s3cret`)
  expect(addressFromPage(first)).toEqual({ url: floor, token: 's3cret', screen: 'lobby', isNew: false })
  expect(first.shown).toEqual([`${floor}/tv/?screen=lobby`])
  expect(addressFromPage(pageAt(`${floor}/tv/?screen=lobby`, first.kept)).token).toBe('s3cret')
})

test('a window that asks to be paired is a new TV, whatever the browser knows', () => {
  const kept = { 'floorboard:token': 'of-another' }
  expect(addressFromPage(pageAt(`${floor}/tv/?pair`, kept))).toMatchObject({ token: null, isNew: true })
})

test('two windows of one browser that were paired stay two TVs, over reloads and restarts', () => {
  const kept: Kept = {}
  const lobby = pageAt(`${floor}/tv/?pair`, kept)
  keepPairedToken(undefined, lobby, { token: 'of-lobby', screen: 'lobby' })
  const kitchen = pageAt(`${floor}/tv/?pair`, kept)
  keepPairedToken(undefined, kitchen, { token: 'of-kitchen', screen: 'kitchen' })
  expect([lobby.shown, kitchen.shown]).toEqual([
    [`${floor}/tv/?screen=lobby`],
    [`${floor}/tv/?screen=kitchen`],
  ])
  const again = (href: string, own: Kept) => addressFromPage(pageAt(href, kept, own)).token
  // A reload keeps what the window knows; a restart of the browser does not.
  for (const own of [kitchen.own, {}]) expect(again(`${floor}/tv/?screen=kitchen`, own)).toBe('of-kitchen')
  for (const own of [lobby.own, {}]) expect(again(`${floor}/tv/?screen=lobby`, own)).toBe('of-lobby')
  // The first TV of a browser is what an address without a screen opens.
  expect(again(`${floor}/tv/`, {})).toBe('of-lobby')
  expect(again(`${floor}/tv/`, kitchen.own)).toBe('of-kitchen')
})

test('an address without screen or token is whole too', () => {
  const page = pageAt('http://127.0.0.1:4400/tv/')
  expect(addressFromPage(page)).toEqual({
    url: 'http://127.0.0.1:4400',
    token: null,
    screen: null,
    isNew: false,
  })
  expect(page.shown).toEqual([])
})

test('in the kiosk the shell knows the feed', async () => {
  const feed = { url: 'http://floor:4400', token: 't', screen: 'east' }
  const kiosk = {
    feedUrl: async () => feed,
    saveLastGood: () => undefined,
    loadLastGood: async () => null,
    keepToken: () => undefined,
    takePicture: async () => null,
    refusedCertificate: async () => null,
    feedTrouble: async () => null,
    heartbeat: () => undefined,
  }
  expect(await findFeed(kiosk, pageAt('app://floorboard/index.html'))).toEqual({ ...feed, isNew: false })
})
