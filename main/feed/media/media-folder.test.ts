import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openMediaFolder } from './media-folder.ts'
import { MediaRefused } from './media-refused.ts'

const megabyte = 1024 * 1024
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-media-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const roomy = async (): Promise<number> => 1000 * megabyte
const open = () => openMediaFolder({ folder, free: roomy })
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(200, 7)])
const mp3 = Buffer.concat([Buffer.from('ID3\x04', 'latin1'), Buffer.alloc(200)])

/** In pieces of so many bytes, as a network brings them. */
async function* pieces(whole: Uint8Array, size = 50): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
}
/** Bytes without end; it says how many were asked for. */
const endless = (head: Uint8Array) => {
  const asked = { bytes: 0 }
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield head
    for (;;) {
      asked.bytes += megabyte
      yield new Uint8Array(megabyte)
    }
  }
  return { bytes: bytes(), asked }
}
const refusal = async (taken: Promise<unknown>): Promise<MediaRefused> => {
  const error = await taken.then(
    () => null,
    (reason) => reason,
  )
  if (!(error instanceof MediaRefused)) throw new Error(`not refused: ${error}`)
  return error
}

test('a file is kept whole, under a plain name and the ending that its bytes ask for', async () => {
  const media = open()
  const kept = await media.take('C:\\Bilder\\Prämie für Łukasz!.PNG', png.length, pieces(png))
  expect(kept).toMatchObject({ name: 'pramie-fur-ukasz.png', kind: 'picture', bytes: png.length })
  expect(readFileSync(join(folder, kept.name))).toEqual(png)
  expect((await media.take('..', null, pieces(mp3))).name).toBe('file.mp3')
})

test('nothing is replaced: the second of a name gets another one, also at the same moment', async () => {
  const media = open()
  const names = await Promise.all([1, 2, 3].map(() => media.take('gong.mp3', null, pieces(mp3))))
  expect(names.map(({ name }) => name).sort()).toEqual(['gong-2.mp3', 'gong-3.mp3', 'gong.mp3'])
})

test('a video that is a picture is refused in words, and what nobody can show as well', async () => {
  const media = open()
  const video = await refusal(media.take('win.mp4', null, pieces(png)))
  expect(video.message).toBe('"win.mp4" is called a video, and is a PNG picture.')
  const page = await refusal(media.take('win.png', null, pieces(Buffer.from('<html></html>'))))
  expect(page.message).toContain('"win.png" is no picture, video or sound that a wall can show')
  expect((await refusal(media.take('win.png', null, pieces(Buffer.alloc(0))))).message).toBe(
    '"win.png" is empty.',
  )
  expect(readdirSync(folder)).toEqual([])
})

test('what is too large is refused by what it says, and cut off as soon as it is', async () => {
  const media = open()
  const said = endless(png)
  const told = await refusal(media.take('film.mp4', 4096 * megabyte, said.bytes))
  expect([told.reason, told.message]).toEqual(['too-large', 'A picture or a video may have 20 MB at most.'])
  expect(said.asked.bytes).toBe(0)
  const unsaid = endless(mp3)
  expect((await refusal(media.take('song.mp3', null, unsaid.bytes))).message).toBe(
    'A sound may have 5 MB at most.',
  )
  expect(unsaid.asked.bytes).toBeLessThanOrEqual(6 * megabyte)
  expect(readdirSync(folder)).toEqual([])
})

test('what does not come whole is not kept', async () => {
  const media = open()
  expect((await refusal(media.take('a.png', png.length + 1, pieces(png)))).reason).toBe('cut-short')
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield png
    throw new Error('the line broke')
  }
  await expect(media.take('a.png', png.length, broken())).rejects.toThrow('the line broke')
  expect(readdirSync(folder)).toEqual([])
})

test('a disk with little room left is kept for facts', async () => {
  const media = openMediaFolder({ folder, free: async () => 150 * megabyte })
  const { reason, message } = await refusal(media.take('a.png', png.length, pieces(png)))
  expect([reason, message]).toEqual([
    'disk-full',
    'The disk of the feed has 150 MB left, of which 200 MB are kept for facts: nothing was kept.',
  ])
  expect(readdirSync(folder)).toEqual([])
})

test('it lists what lies below it as well, and nothing that is not served', async () => {
  await mkdir(join(folder, 'photos'))
  writeFileSync(join(folder, 'photos', 'priya.JPG'), png)
  writeFileSync(join(folder, 'notes.txt'), 'no')
  writeFileSync(join(folder, '.hidden.png'), png)
  writeFileSync(join(folder, 'gong.wav'), mp3)
  const media = open()
  expect((await media.list()).map(({ name, kind }) => [name, kind])).toEqual([
    ['gong.wav', 'sound'],
    ['photos/priya.JPG', 'picture'],
  ])
  expect(await media.remove('photos/priya.JPG')).toBe(true)
  expect(await media.remove('photos/priya.JPG')).toBe(false)
  expect(await media.remove('notes.txt')).toBe(false)
  expect(await media.remove('../outside.png')).toBe(false)
})

test('what a feed that was killed left half written is taken away at the next start', async () => {
  writeFileSync(join(folder, '.new-0011'), png)
  expect(await open().list()).toEqual([])
  expect(readdirSync(folder)).toEqual([])
})
