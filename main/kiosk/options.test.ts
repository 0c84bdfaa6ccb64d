import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

test('without flags and variables the kiosk decides everything itself', () => {
  expect(readOptions(['main.cjs'], {})).toEqual({})
})

test('a flag goes before its variable, and an empty variable counts as none', () => {
  const env = { FLOORBOARD_FEED: 'http://floor.local:4400', FLOORBOARD_DISPLAY: '1', FLOORBOARD_TOKEN: '' }
  expect(readOptions(['--display', '2'], env)).toEqual({ feed: 'http://floor.local:4400', display: 2 })
})

test('Chromium’s own flags are none of its business', () => {
  expect(readOptions(['--no-sandbox', '--user-data-dir=/srv/tv', '--screen=lobby'], {})).toEqual({
    screen: 'lobby',
  })
})

test.each([
  [['--feed', 'floor.local'], '--feed must be an address such as http://floor.local:4400'],
  [['--feed', 'file:///etc/passwd'], '--feed must be an address such as http://floor.local:4400'],
  [['--display', 'left'], '--display must be a whole number'],
  [['--display', '0'], '--display must be 1 or more'],
  [['--display', '99999999999999999999'], '--display is too large'],
  [['--port', '70000'], '--port must be 65535 at most'],
])('%j is refused with a sentence', (argv, sentence) => {
  expect(() => readOptions(argv, {})).toThrow(sentence)
})
