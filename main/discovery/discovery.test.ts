// A feed says that it is there, and a TV hears it: real packets, on this machine alone.
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { announce } from './announce.ts'
import { findFeeds } from './find-feeds.ts'

const card = '127.0.0.1'
const endings: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

const failed = (error: Error): void => {
  throw error
}

const said = (floor: string, port: number, isTls: boolean) => {
  const announcement = announce({ floor, port, isTls, host: card, onError: failed })
  endings.push(announcement.close)
  return announcement
}

const search = () => {
  const found = findFeeds(card, failed)
  endings.push(found.close)
  return found
}

test('a feed is found under its floor’s name, whatever stands in it, and is gone when it goes', async () => {
  const first = said('St. Louis — Büro 2', 45_991, true)
  said('St. Louis — Büro 2', 45_992, false)
  const feeds = search()
  const urls = () => feeds.found().map(({ url }) => url)
  await eventually(() => expect(urls()).toHaveLength(2), 200)
  expect(urls().sort()).toEqual([`http://${card}:45992`, `https://${card}:45991`])
  expect(feeds.found()[0]?.name).toBe('St. Louis — Büro 2')
  await first.close()
  await eventually(() => expect(urls()).toEqual([`http://${card}:45992`]), 200)
})

test('a feed that comes later is found too', async () => {
  const feeds = search()
  expect(feeds.found()).toEqual([])
  said('Later', 45_993, true)
  await eventually(
    () => expect(feeds.found()).toEqual([{ name: 'Later', url: `https://${card}:45993` }]),
    200,
  )
})
