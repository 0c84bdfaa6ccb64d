import { expect, test } from 'vitest'
import { feedCandidates } from './feed-candidates.ts'

test.each([
  ['floor.local', ['https://floor.local:4400', 'http://floor.local:4400', 'https://floor.local']],
  [' 10.0.0.7 ', ['https://10.0.0.7:4400', 'http://10.0.0.7:4400', 'https://10.0.0.7']],
  ['10.0.0.7:8080', ['https://10.0.0.7:8080', 'http://10.0.0.7:8080']],
  ['[fd00::2]', ['https://[fd00::2]:4400', 'http://[fd00::2]:4400', 'https://[fd00::2]']],
  ['http://floor.local:4400/tv', ['http://floor.local:4400']],
  ['HTTPS://Wall.Northwind.example', ['https://wall.northwind.example']],
  [
    'wall.northwind.example/tv',
    [
      'https://wall.northwind.example:4400',
      'http://wall.northwind.example:4400',
      'https://wall.northwind.example',
    ],
  ],
])('%s may mean %j', (text, wanted) => {
  expect(feedCandidates(text)).toEqual(wanted)
})

test.each([
  '',
  '   ',
  'http://',
  'two words',
  'https://name:secret@floor.local',
  ':4400',
  'ftp://floor.local',
])('%j is no address', (text) => {
  expect(feedCandidates(text)).toEqual([])
})
