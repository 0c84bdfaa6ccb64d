import { expect, test } from 'vitest'
import { calledKind, mediaFormatOf } from './media-format.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test.each([
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', '.png'],
  ['\xff\xd8\xff\xe0\0\x10JFIF', '.jpg'],
  ['GIF89a\x01\0', '.gif'],
  ['RIFF\x24\0\0\0WEBPVP8 ', '.webp'],
  ['RIFF\x24\0\0\0WAVEfmt ', '.wav'],
  ['\0\0\0\x20ftypisom\0\0\x02\0', '.mp4'],
  ['\0\0\0\x1cftypM4A \0\0\0\0', '.m4a'],
  ['\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm', '.webm'],
  ['OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead', '.ogg'],
  ['ID3\x04\0\0', '.mp3'],
  ['\xff\xfb\x90\x64', '.mp3'],
])('%j is %s', (head, ending) => {
  expect(mediaFormatOf(latin(head))?.ending).toBe(ending)
})

test.each([
  ['a page', '<!doctype html>'],
  ['a drawing that may hold scripts', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ['a film that browsers do not play', '\0\0\0\x14ftypqt  \0\0\0\0'],
  ['a picture of a phone', '\0\0\0\x18ftypheic\0\0\0\0'],
  ['Matroska', '\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska'],
  ['AAC without a container', '\xff\xf1\x50\x80'],
  ['nothing', ''],
])('%s is none of ours', (_, head) => {
  expect(mediaFormatOf(latin(head))).toBeNull()
})

test('a name says a kind by its ending, or none', () => {
  expect(['a.PNG', 'x/y.jpeg', 'a.mp4', 'a.wav', 'a.svg', 'png', 'a.png/b'].map(calledKind)).toEqual([
    'picture',
    'picture',
    'video',
    'sound',
    null,
    null,
    null,
  ])
})
