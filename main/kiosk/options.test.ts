import { expect, test } from 'vitest'
import { readOptions, screenOf } from './options.ts'

test('without flags and variables the kiosk decides everything itself', () => {
  expect(readOptions(['main.cjs'], {})).toEqual({})
})

test('a flag goes before its variable, and an empty variable counts as none', () => {
  const env = { FLOORBOARD_FEED: 'http://floor.local:4400', FLOORBOARD_DISPLAY: '1', FLOORBOARD_TOKEN: '' }
  expect(readOptions(['--display', '2'], env)).toEqual({ feed: 'http://floor.local:4400', display: 2 })
})

test('Chromium’s own flags are none of its business', () => {
  expect(readOptions(['--no-sandbox', '--user-data-dir=/srv/tv', '--screen=lobby'], {})).toEqual({
    screen: ['lobby'],
  })
})

test.each([
  [['--feed', 'floor.local'], '--feed must be an address such as http://floor.local:4400'],
  [['--feed', 'file:///etc/passwd'], '--feed must be an address such as http://floor.local:4400'],
  [['--display', 'left'], '--display must be a whole number'],
  [['--display', '0'], '--display must be 1 or more'],
  [['--display', '99999999999999999999'], '--display is too large'],
  [['--port', '70000'], '--port must be 65535 at most'],
  [['--updates', 'http://updates.example'], '--updates must be an address that begins with https://, or off'],
  [
    ['--screen', 'lobby,,kitchen'],
    '--screen must be a screen, or one for each display with commas between them: lobby,kitchen',
  ],
  [
    ['--screen', 'lobby,kitchen', '--display', '2'],
    '--screen names several screens, and --display shows one wall only',
  ],
])('%j is refused with a sentence', (argv, sentence) => {
  expect(() => readOptions(argv, {})).toThrow(sentence)
})

test('[S190] screens are for the displays in order, and the last one for all further ones', () => {
  const options = readOptions(['--screen', 'lobby, kitchen'], {})
  expect([0, 1, 2, 3].map((place) => screenOf(options, place))).toEqual([
    'lobby',
    'kitchen',
    'kitchen',
    'kitchen',
  ])
  expect(screenOf({}, 1)).toBeNull()
})
