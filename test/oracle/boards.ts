// The boards that are looked at: each kind with several scopes and windows.
import fc from 'fast-check'
import { Board } from '../../shared/wire/floor.ts'

const scopes = [{}, { team: 'east' }, { role: 'ae' }, { team: 'east', role: 'ae' }] as const
const teamScopes = [{}, { team: 'east' }] as const
const periods = ['day', 'yesterday', 'week', 'month', 'quarter', 'previous quarter', 'next quarter', 'year']
const withFirstDay = [...periods, 'last 7 days', '2024-04-07..2025-01-01']
const windows = [...withFirstDay, 'older than 14 days', 'all', '..2024-11-03']

type Part = readonly [
  kind: string,
  more: object,
  scopes: readonly object[],
  windows: readonly string[] | null,
]

const money = { metric: 'revenue' }
const calls = { metric: 'calls' }
const both = { metrics: [money, { metric: 'calls', window: 'day' }] }
const paired = { pair: { metric: 'calls', window: 'day' } }
const pipeline = { ...money, pipeline: 'pipeline' }
const noWindow = null

const parts: readonly Part[] = [
  ['leaderboard', { ...money, ...paired }, scopes, windows],
  ['leaderboard', { metric: 'win-rate', goalOf: 'west' }, scopes, windows],
  ['leaderboard', { ...money, rankBy: 'attainment' }, scopes, windows],
  ['leaderboard', { metric: 'cycle', rankBy: 'attainment' }, scopes, windows],
  ['leaderboard', { ...calls, rankBy: 'improvement' }, scopes, windows],
  ['leaderboard', { ...money, rankBy: 'improvement', ...paired }, scopes, windows],
  ['leaderboard', { metric: 'cycle', rankBy: 'improvement' }, scopes, windows],
  ['leaderboard', { ...money, by: 'product', rankBy: 'attainment', ...paired }, teamScopes, windows],
  ['leaderboard', { metric: 'cycle', by: 'stage' }, teamScopes, windows],
  ['leaderboard', { metric: 'win-rate', by: 'fields.seats', goalOf: 'west' }, teamScopes, windows],
  ['over-the-line', money, scopes, windows],
  ['over-the-line', { metric: 'cycle' }, scopes, windows],
  ['head-to-head', { ...both, sides: ['west', 'east'], per: 'person' }, [{}], windows],
  ['head-to-head', { ...both, sides: ['ana', 'bo'] }, [{}], windows],
  ['team-goal', { ...money, ...paired }, scopes, windows],
  ['team-progress', { ...money, inputs: [{ metric: 'calls', window: 'day' }] }, teamScopes, windows],
  ['birds-eye', { ...money, inputs: [{ metric: 'calls', window: 'day' }] }, teamScopes, windows],
  ['birds-eye', { metric: 'win-rate', by: 'office' }, teamScopes, windows],
  ['results', { ...pipeline, period: 'quarter' }, scopes, noWindow],
  ['results', { ...pipeline, period: 'month', of: 'teams' }, teamScopes, noWindow],
  ['accountability', { metrics: ['calls', 'touches', 'stale'] }, scopes, noWindow],
  ['accountability', { metrics: ['calls'], period: 'last-week' }, scopes, noWindow],
  ['accountability', { metrics: ['calls', 'touches', 'stale'], period: 'mid-week' }, scopes, noWindow],
  ['accountability', { metrics: ['calls'], period: 'mid-week' }, teamScopes, noWindow],
  ['hygiene', { metrics: ['stale', 'overdue'], names: true }, scopes, noWindow],
  ['improved', calls, scopes, withFirstDay],
  ['spotlight', { metrics: [calls, { metric: 'revenue', window: 'quarter' }] }, scopes, noWindow],
  ['formula', { metrics: ['calls', 'touches'] }, [{ role: 'ae' }, { team: 'east', role: 'ae' }], noWindow],
  ['countdown-ask', money, scopes, windows],
  ['calm', { metrics: [calls, { metric: 'revenue', window: 'quarter' }], result: money }, scopes, noWindow],
  ['wins', { days: 7 }, scopes, noWindow],
  ['trend-race', money, scopes, withFirstDay],
  ['trend-race', { ...calls, of: 'teams' }, teamScopes, withFirstDay],
  ['trend-race', { ...money, show: 'attainment' }, scopes, withFirstDay],
  ['funnel', {}, scopes, [...periods, 'last 7 days']],
  ['announcement', { text: 'Hello', countdownTo: '2025-01-01T09:00' }, teamScopes, noWindow],
]

const boardsOf = (some: readonly Part[]): fc.Arbitrary<Board> =>
  fc.oneof(
    ...some.map(([kind, more, ofScopes, ofWindows]) =>
      fc
        .record({
          scope: fc.constantFrom(...ofScopes),
          window: ofWindows === null ? fc.constant(undefined) : fc.constantFrom(...ofWindows),
        })
        .map(({ scope, window }) =>
          Board.parse({
            id: 'looked-at',
            title: 'Board',
            kind,
            ...more,
            scope,
            ...(window === undefined ? {} : { window }),
          }),
        ),
    ),
  )

export const boards = boardsOf(parts)

/** Those that hold a week or so against the time before it, or against what is due by now. */
export const boardsOfWeeks = boardsOf(
  parts
    .filter(([kind, more]) => kind === 'improved' || 'rankBy' in more || 'by' in more || 'period' in more)
    .map(([kind, more, ofScopes, ofWindows]): Part => {
      const recent = ['day', 'week', 'month', 'last 7 days']
      return [kind, more, ofScopes, ofWindows && recent]
    }),
)
