// A contest in sentences: how it is won, when it is, how it stands.
import { useIntl } from 'react-intl'
import type { ContestRow, ContestStandings } from '../../../../shared/wire/contests/standings.ts'
import { useAgeWords } from '../../kit/age-words.ts'
import { useSay } from '../../words/words.tsx'
import { useMoneyWords } from '../how/use-money-words.ts'

/** Who stands there, in the order of the board. */
export const rowsInOrder = ({
  rows,
}: Pick<ContestStandings, 'rows'>): readonly (ContestRow & { id: string })[] =>
  Object.entries(rows)
    .map(([id, row]) => ({ id, ...row }))
    .sort((one, other) => one.place - other.place)

interface ContestWords {
  /** "Everybody with 20 Conversations wins." */
  win(standings: ContestStandings): string
  /** "30 Nov, 15:00 to 16:00". */
  when(standings: Pick<ContestStandings, 'from' | 'until' | 'isByTheClock'>): string
  /** "23 min left"; "begins in 2 days". */
  state(standings: ContestStandings, now: number): string
  score(standings: Pick<ContestStandings, 'unit' | 'win'>, row: Pick<ContestRow, 'score' | 'tickets'>): string
}

export const useContestWords = (): ContestWords => {
  const say = useSay()
  const age = useAgeWords()
  const { full } = useMoneyWords()
  const { formatDateTimeRange, formatDate, formatNumber } = useIntl()
  const day = { day: 'numeric', month: 'short' } as const
  return {
    win: ({ win, counts, unit, line, collects }) => {
      const what = counts
      const value = full(line, unit)
      switch (win.by) {
        case 'most':
          return say(
            { id: 'console.contest.win.most', defaultMessage: 'Most at the end wins: {what}.' },
            { what },
          )
        case 'first-to':
          return say(
            { id: 'console.contest.win.first', defaultMessage: 'First at {value} wins: {what}.' },
            { value, what },
          )
        case 'over':
          return say(
            { id: 'console.contest.win.over', defaultMessage: 'Everybody at {value} wins: {what}.' },
            { value, what },
          )
        case 'improved':
          return say(
            {
              id: 'console.contest.win.improved',
              defaultMessage: 'Most beyond their own last four weeks wins: {what}.',
            },
            { what },
          )
        case 'collect':
          return say(
            { id: 'console.contest.win.collect', defaultMessage: 'Everybody with one of each wins: {what}.' },
            { what: collects.join(', ') },
          )
        case 'raffle':
          return say(
            {
              id: 'console.contest.win.raffle',
              defaultMessage: 'A ticket for every {each}, then a draw: {what}.',
            },
            { each: formatNumber(win.ticketEach), what },
          )
        case 'bracket':
          return say(
            { id: 'console.contest.win.bracket', defaultMessage: 'Two and two until one is left: {what}.' },
            { what },
          )
        case 'king':
          return say(
            {
              id: 'console.contest.win.king',
              defaultMessage: 'Whoever leads for the longest time wins: {what}.',
            },
            { what },
          )
        case 'relay':
          return say(
            {
              id: 'console.contest.win.relay',
              defaultMessage: 'One after another, {each} each, and the first team through wins: {what}.',
            },
            { each: value, what },
          )
      }
    },
    when: ({ from, until, isByTheClock }) =>
      isByTheClock
        ? formatDateTimeRange(from, until, { ...day, hour: 'numeric', minute: '2-digit' })
        : // The last day is the one before its end.
          formatDateTimeRange(from, Math.max(from, until - 1), day),
    state: ({ phase, from, until, finalAt }, now) => {
      switch (phase) {
        case 'draft':
          return say({ id: 'console.contest.state.draft', defaultMessage: 'Draft: nobody else sees it' })
        case 'announced':
          return say(
            { id: 'console.contest.state.announced', defaultMessage: 'Begins in {time}' },
            { time: age(from - now) },
          )
        case 'running':
          return say(
            { id: 'console.contest.state.running', defaultMessage: '{time} left' },
            { time: age(until - now) },
          )
        case 'closing':
          return say(
            { id: 'console.contest.state.closing', defaultMessage: 'Over; final in {time}' },
            { time: age(finalAt - now) },
          )
        case 'final':
          return say(
            { id: 'console.contest.state.final', defaultMessage: 'Ended {date}' },
            { date: formatDate(until - 1, { ...day, year: 'numeric' }) },
          )
        case 'called-off':
          return say({ id: 'console.contest.state.off', defaultMessage: 'Called off' })
      }
    },
    score: ({ unit, win }, { score, tickets }) => {
      if (win.by === 'raffle' && tickets !== null)
        return say(
          {
            id: 'console.contest.tickets',
            defaultMessage: '{tickets, plural, one {# ticket} other {# tickets}}',
          },
          { tickets },
        )
      return full(score, unit)
    },
  }
}
