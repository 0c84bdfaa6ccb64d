import { describe, expect, test } from 'vitest'
import { FloorFile, type Playlist } from '../../wire/floor.ts'
import { type PlaylistFacts, playlistAdvice } from './playlist-advice.ts'

const metric = (id: string, indicator: 'input' | 'output') => ({
  id,
  name: id,
  objective: 'Why?',
  indicator,
  question: 'results',
  unit: 'count',
  of: { from: 'deal', date: 'closedAt' },
})
const board = (id: string, of: string, more: object = {}) => ({
  id,
  kind: 'leaderboard',
  title: `Board ${id}`,
  metric: of,
  window: 'week',
  ...more,
})
const file = FloorFile.parse({
  floor: { name: 'Test', timeZone: 'UTC', currency: 'USD' },
  metrics: [metric('calls', 'input'), metric('wins', 'output'), metric('demos', 'input')],
  goals: [
    { metric: 'calls', window: 'week', org: true, value: 10 },
    { metric: 'wins', window: 'week', org: true, value: 10 },
  ],
  boards: [
    board('calls', 'calls'),
    board('wins', 'wins'),
    board('demos', 'demos'),
    board('private', 'wins', { audience: 'managers' }),
    board('team', 'wins', { kind: 'team-goal' }),
    { id: 'hello', kind: 'announcement', title: 'Hello', text: 'Hi' },
  ],
})
const playlist = (...items: [string, number?][]): Playlist => ({
  id: 'day',
  name: 'Day',
  items: items.map(([id, seconds = 20]) => ({ board: id, seconds })),
  versions: [],
})
const nothing: PlaylistFacts = { isSilent: () => false, unchangedDays: null, pages: () => 1 }
const advise = (of: Playlist, facts: Partial<PlaylistFacts> = {}) =>
  playlistAdvice(file, of, { ...nothing, ...facts })
const good = playlist(['calls'], ['wins'], ['team'])

describe('a playlist', () => {
  test('[F79] that shows both sides against goals, and a goal of all, needs no advice', () => {
    expect(advise(good)).toEqual([])
  })

  test('[F79] of one side alone is told, with a board that the floor has', () => {
    expect(advise(playlist(['wins'], ['team']))).toEqual([
      {
        code: 'no-inputs',
        message: 'Nothing on it is in people’s hands: add what they do, such as calls.',
        boards: ['calls'],
        metrics: [],
        fix: [
          {
            do: 'set',
            list: 'playlists',
            id: 'day',
            fields: {
              items: [
                { board: 'wins', seconds: 20 },
                { board: 'team', seconds: 20 },
                { board: 'calls', seconds: 20 },
              ],
            },
          },
        ],
      },
    ])
    expect(advise(playlist(['hello'])).map(({ code }) => code)).toEqual([
      'no-inputs',
      'no-outputs',
      'no-team-goal',
    ])
  })

  test('[F79] is told of metrics without a goal', () => {
    expect(advise(playlist(['calls'], ['wins'], ['team'], ['demos']))).toMatchObject([
      { code: 'no-goal', metrics: ['demos'], fix: null },
    ])
  })

  test('[F79] is told of boards that no wall shows, and loses them in one click', () => {
    expect(advise(playlist(['calls'], ['private'], ['wins'], ['team']))).toMatchObject([
      {
        code: 'private',
        message: '“Board private” is not for the floor: no wall shows it.',
        boards: ['private'],
        fix: [{ fields: { items: [{ board: 'calls' }, { board: 'wins' }, { board: 'team' }] } }],
      },
    ])
    expect(advise(playlist(['private'])).find(({ code }) => code === 'private')?.fix).toBeNull()
  })

  test('[F79] is told of metrics that nothing came for, and of weeks without a change', () => {
    expect(advise(good, { isSilent: (metric) => ['calls', 'demos'].includes(metric) })).toMatchObject([
      { code: 'stale', metrics: ['calls'] },
    ])
    expect(advise(good, { unchangedDays: 41.9 })).toEqual([])
    expect(advise(good, { unchangedDays: 50 })).toMatchObject([
      { code: 'unchanged', message: 'It has been the same for 7 weeks: people stop looking.' },
    ])
  })

  test('[F79] gives each page the time to be read', () => {
    const pages = (id: string): number => (id === 'wins' ? 3 : 1)
    expect(advise(playlist(['calls', 5], ['wins', 17], ['team', 6]), { pages })).toMatchObject([
      {
        code: 'too-short',
        boards: ['calls', 'wins'],
        fix: [
          {
            fields: {
              items: [
                { board: 'calls', seconds: 6 },
                { board: 'wins', seconds: 18 },
                { board: 'team', seconds: 6 },
              ],
            },
          },
        ],
      },
    ])
  })
})
