import { expect, test } from 'vitest'
import { createMedia } from './media.ts'

const megabyte = 1024 * 1024
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

/** A server whose files are as many megabytes as their names begin with. */
const open = () => {
  const asked: string[] = []
  const media = createMedia({
    urlOf: (address) => `http://feed${address}`,
    fetch: async (url) => {
      asked.push(url)
      if (url.includes('missing')) return new Response(null, { status: 404 })
      const size = Number(/\/(\d+)-/.exec(url)?.[1] ?? 0) * megabyte
      return new Response(new Uint8Array(size), { headers: { 'content-type': 'video/mp4' } })
    },
  })
  return { media, asked }
}

test('what is announced is fetched once, and then comes from memory', async () => {
  const { media, asked } = open()
  media.ahead(['/media/1-a.mp4'])
  media.ahead(['/media/1-a.mp4'])
  await settled()
  expect(media.urlOf('/media/1-a.mp4')).toMatch(/^blob:/)
  expect(media.urlOf('/media/1-a.mp4')).toBe(media.urlOf('/media/1-a.mp4'))
  expect(asked).toEqual(['http://feed/media/1-a.mp4'])
})

test('what is not there yet has its address once it has come', async () => {
  const { media } = open()
  media.want(['/media/1-c.mp4'])
  expect(media.urlOf('/media/1-c.mp4')).toBeNull()
  expect(await media.whenThere('/media/1-c.mp4')).toMatch(/^blob:/)
  expect(await media.whenThere('/media/missing.mp4')).toBeNull()
})

test('what is too large, missing or not there yet has no address', async () => {
  const { media } = open()
  media.want(['/media/21-a.mp4', '/media/missing.mp4', '/media/1-c.mp4'])
  expect(media.urlOf('/media/1-c.mp4')).toBeNull()
  await settled()
  expect(['/media/21-a.mp4', '/media/missing.mp4'].map(media.urlOf)).toEqual([null, null])
  expect(await media.bytesOf('/media/missing.mp4')).toBeNull()
})

test('no more than sixty megabytes are kept, and what is announced stays longest', async () => {
  const { media } = open()
  media.ahead(['/media/18-a.mp4'])
  await settled()
  for (const name of ['b', 'c', 'd']) {
    media.want([`/media/18-${name}.mp4`])
    await settled()
  }
  const kept = ['a', 'b', 'c', 'd'].filter((name) => media.urlOf(`/media/18-${name}.mp4`) !== null)
  expect(kept).toEqual(['a', 'c', 'd'])
})

test('files of other sites are left to the element that shows them', () => {
  const { media, asked } = open()
  media.ahead(['https://example.com/a.gif'])
  expect(media.urlOf('https://example.com/a.gif')).toBe('https://example.com/a.gif')
  expect(asked).toEqual([])
})
