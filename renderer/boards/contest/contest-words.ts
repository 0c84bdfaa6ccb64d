// What is said of a contest beside its standings: how it is won, what for, until when.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { timeOfDay, zonedFormat } from '../../ui/zoned-format.ts'

/** How many digits and letters of a drum's seal stand on a wall: enough to hold it against the whole. */
export const sealLetters = 16

/** "3:00 PM to 4:00 PM"; of a longer one its days. */
export const spanWords = (
  { from, until, isByTheClock }: Pick<ContestStandings, 'from' | 'until' | 'isByTheClock'>,
  { say }: Format,
  locale: string,
  timeZone: string,
): string => {
  const day = (at: number) => zonedFormat(at, locale, timeZone, { month: 'short', day: 'numeric' })
  const span = (one: string, other: string) =>
    say({ id: 'contest.span', defaultMessage: '{from} to {until}' }, { from: one, until: other })
  if (isByTheClock && day(from) === day(until - 1))
    return span(timeOfDay(from, locale, timeZone), timeOfDay(until, locale, timeZone))
  return day(from) === day(until - 1) ? day(from) : span(day(from), day(until - 1))
}

/** "Friday, 4:00 PM", or the day alone of a contest of whole days. */
export const momentWords = (at: number, withTime: boolean, locale: string, timeZone: string): string =>
  zonedFormat(at, locale, timeZone, {
    weekday: 'long',
    month: 'short',
    day: 'numeric',
    ...(withTime && { hour: 'numeric', minute: '2-digit' }),
  })

/** "Whoever has most conversations wins." */
export const howWonWords = (standings: ContestStandings, { say, value }: Format): string => {
  const { win, noun, unit, line, collects } = standings
  const amount = value(line, unit)
  switch (win.by) {
    case 'most':
      return say({ id: 'contest.how.most', defaultMessage: 'Whoever has most at the end wins.' })
    case 'first-to':
      return say(
        { id: 'contest.how.first-to', defaultMessage: 'Whoever is first at {amount} {noun} wins.' },
        { amount, noun },
      )
    case 'over':
      return say(
        { id: 'contest.how.over', defaultMessage: 'Everybody with {amount} {noun} wins.' },
        { amount, noun },
      )
    case 'improved':
      return say({
        id: 'contest.how.improved',
        defaultMessage: 'Whoever gains most on their own last four weeks wins.',
      })
    case 'collect':
      return say(
        { id: 'contest.how.collect', defaultMessage: 'Everybody with one each of all {count} wins.' },
        { count: collects.length },
      )
    case 'raffle':
      return say(
        {
          id: 'contest.how.raffle',
          defaultMessage: 'A ticket for each {each, plural, =1 {one} other {#}}. The draw decides.',
        },
        { each: win.ticketEach },
      )
    case 'bracket':
      return say({ id: 'contest.how.bracket', defaultMessage: 'Two by two. Whoever has more goes on.' })
    case 'king':
      return say({ id: 'contest.how.king', defaultMessage: 'Whoever leads for the longest time wins.' })
    case 'relay':
      return say(
        {
          id: 'contest.how.relay',
          defaultMessage: 'One after another, {each} each. The first side through wins.',
        },
        { each: value(win.each * unitScale(unit), unit) },
      )
  }
}

/** A way of winning is written in whole units, a view's money in cents. */
const unitScale = (unit: ContestStandings['unit']): number => (unit === 'money' ? 100 : 1)

/** What there is to win, a line each, at most three. */
export const prizesOf = (standings: ContestStandings, format: Format): readonly string[] => {
  const { prizes, win } = standings
  if (prizes.length <= 1 || win.by === 'over' || win.by === 'collect')
    return [prizeWords(standings, format)].filter((words) => words !== '')
  return prizes.slice(0, 3).map(({ what }, at) => `${at + 1}. ${what}`)
}

/** "Prize: lunch for two", "1. A day off · 2. Lunch"; empty without a prize. */
export const prizeWords = ({ prizes, win }: ContestStandings, { say }: Format): string => {
  const [first] = prizes
  if (first === undefined) return ''
  if (prizes.length === 1 || win.by === 'over' || win.by === 'collect')
    return say({ id: 'contest.prize', defaultMessage: 'Prize: {what}' }, { what: first.what })
  return prizes
    .slice(0, 3)
    .map(({ what }, at) => `${at + 1}. ${what}`)
    .join(' · ')
}

/** What stands at the foot: the least that is asked for, a handicap, who pays. */
export const termsWords = (standings: ContestStandings, { say }: Format): string => {
  const { atLeast, handicap, paidBy, of, between } = standings
  return [
    between !== 'people' && of === 'per-head'
      ? say({ id: 'contest.per-head', defaultMessage: 'For each of its people' })
      : '',
    handicap
      ? say({ id: 'contest.handicap', defaultMessage: 'With a handicap, so that everybody can win' })
      : '',
    atLeast === null
      ? ''
      : say({ id: 'contest.at-least', defaultMessage: 'From {least} on' }, { least: atLeast }),
    paidBy === null ? '' : say({ id: 'contest.paid-by', defaultMessage: '{who} pays' }, { who: paidBy }),
  ]
    .filter((words) => words !== '')
    .join(' · ')
}
