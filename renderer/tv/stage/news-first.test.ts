import { describe, expect, test } from 'vitest'
import type { LeaderboardRow, LeaderboardView } from '../../../shared/wire/boards/leaderboard.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import { picture } from '../../boards/leaderboard/gallery-states.ts'
import { newsOf } from './news-first.ts'

const [second, third] = Object.entries(picture.rows).filter(([, { place }]) => place === 1 || place === 2)
if (!second || !third || !picture.team || !picture.latest) throw new Error('the picture has all of them')
const [passed, winner] = second[1].place === 1 ? [second, third] : [third, second]

const withRows = (
  rows: readonly (readonly [string, LeaderboardRow])[],
  part: Partial<LeaderboardView> = {},
): LeaderboardView => ({ ...picture, ...part, rows: { ...picture.rows, ...Object.fromEntries(rows) } })

const won: LeaderboardRow = { ...winner[1], value: 99_000_000, attainment: 2, state: 'reached' }
const latest = { ...picture.latest, rep: won.name, account: 'Great Northern' }
const team = { ...picture.team, value: 300_000_000 }
const deal = withRows(
  [
    [winner[0], { ...won, place: 1, rank: 2, climbed: 1 }],
    [passed[0], { ...passed[1], place: 2, rank: 3, climbed: -1 }],
  ],
  { latest, team, changedAt: 5 },
)

test('of a deal, the winner’s own figures come first, and nobody moves yet', () => {
  const { place, rank, climbed } = winner[1]
  expect(newsOf(picture, deal)).toEqual({
    ...picture,
    rows: { ...picture.rows, [winner[0]]: { ...won, place, rank, climbed } },
  })
})

test('rows that are not the winner’s stay the same objects, so that none is drawn', () => {
  const news = newsOf(picture, deal)
  if (news?.kind !== 'leaderboard') throw new Error('a leaderboard has news')
  const same = Object.keys(picture.rows).filter((id) => news.rows[id] === picture.rows[id])
  expect(same).toHaveLength(Object.keys(picture.rows).length - 1)
  expect(news.team).toBe(picture.team)
})

describe('all comes at once', () => {
  const both: LeaderboardView['rows'] = {
    ...deal.rows,
    [passed[0]]: { ...passed[1], value: 98_000_000 },
  }
  const { [passed[0]]: _, ...fewer } = deal.rows
  const stranger = { ...passed[1], name: 'Somebody New' }
  const progress = { ...picture, id: 'other', kind: 'calm' } as unknown as BoardView

  test.each<[string, BoardView, BoardView]>([
    ['when several have new numbers', picture, { ...deal, rows: both }],
    ['when nobody has', picture, { ...picture, team }],
    ['when somebody joins', picture, { ...deal, rows: { ...deal.rows, stranger } }],
    ['when somebody leaves', picture, { ...deal, rows: fewer }],
    ['when one takes another’s place', picture, { ...deal, rows: { ...fewer, stranger } }],
    ['when the metric is another', picture, { ...deal, metric: { ...deal.metric, unit: 'count' } }],
    ['when a new month begins', picture, { ...deal, window: { ...deal.window, label: 'December' } }],
    ['when it is ranked otherwise', picture, { ...deal, rankBy: 'attainment' }],
    ['when bars are drawn otherwise', picture, { ...deal, bars: 'absolute' }],
    ['when the board is of another kind', progress, deal],
  ])('%s', (_name, before, after) => {
    expect(newsOf(before, after)).toBeNull()
  })

  test('of a floor whose people are called what objects inherit', () => {
    const renamed = Object.fromEntries([['constructor', passed[1]], ...Object.entries(fewer)])
    expect(newsOf(picture, { ...deal, rows: renamed })).toBeNull()
  })
})
