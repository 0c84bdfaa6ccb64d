// A contest in a sentence: who is in front, who is in, who has won.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { ContestRow, ContestStandings } from '../../../shared/wire/contests/standings.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'
import { inOrder, unitOf, winnersOf } from './contest-shape.ts'

const plain = (word: string, rest = ''): BoardAnswer => ({ word, rest, alarm: undefined })
const gold = (word: string, rest = ''): BoardAnswer => ({ word, rest, alarm: 'reached' })

/** Spelled as it is said, up to nine. */
const areIn = (count: number, say: Say): string =>
  say(
    {
      id: 'contest.are-in',
      defaultMessage:
        '{count, plural, =1 {One is in.} =2 {Two are in.} =3 {Three are in.} =4 {Four are in.} =5 {Five are in.} =6 {Six are in.} =7 {Seven are in.} =8 {Eight are in.} =9 {Nine are in.} other {# are in.}}',
    },
    { count },
  )

/** "Amira, one more." */
const moreWords = (
  { short, missing }: ContestRow,
  standings: ContestStandings,
  { say, value }: Format,
): string => {
  if (missing === null || missing <= 0) return ''
  const { unit } = standings
  if (unit === 'count' && missing <= 3)
    return say(
      {
        id: 'contest.one-more',
        defaultMessage:
          '{missing, plural, =1 {{name}, one more.} =2 {{name}, two more.} other {{name}, three more.}}',
      },
      { name: short, missing },
    )
  return say(
    { id: 'contest.more', defaultMessage: '{name}, {amount} more.' },
    { name: short, amount: value(missing, unit) },
  )
}

/** Whoever is nearest to the line and not over it. */
const nearest = (rows: readonly ContestRow[]): ContestRow | undefined =>
  rows
    .filter(({ isIn, tooLittle, missing }) => !isIn && !tooLittle && missing !== null)
    .sort((a, b) => (a.missing ?? 0) - (b.missing ?? 0) || a.place - b.place)[0]

const overAnswer = (standings: ContestStandings, format: Format): BoardAnswer => {
  const { say } = format
  const rows = inOrder(standings)
  const next = nearest(rows)
  const over = winnersOf(standings).length
  const rest = next === undefined ? '' : moreWords(next, standings, format)
  if (over === 0)
    return next?.score === null || next?.score === 0 || rest === ''
      ? plain(say({ id: 'contest.first-in', defaultMessage: 'Who is in first?' }))
      : plain(rest)
  if (over === rows.length && over > 1)
    return gold(say({ id: 'contest.all-in', defaultMessage: 'Everybody is in.' }))
  return gold(areIn(over, say), rest)
}

const firstToAnswer = (standings: ContestStandings, format: Format): BoardAnswer => {
  const { say } = format
  const there = winnersOf(standings)
  const [first] = there
  const next = nearest(inOrder(standings))
  if (first !== undefined)
    return there.length === 1
      ? gold(say({ id: 'contest.was-first', defaultMessage: '{name} was first.' }, { name: first.short }))
      : gold(say({ id: 'contest.are-there', defaultMessage: '{count} are there.' }, { count: there.length }))
  if (next === undefined || (next.score ?? 0) <= 0)
    return plain(say({ id: 'contest.open', defaultMessage: 'First place is open.' }))
  return plain(moreWords(next, standings, format))
}

/** What a headline has room for at the size at which it can be read. */
const widestEms = 21.5

/** Who leads, and by how much; what several share. */
const leadAnswer = (standings: ContestStandings, { say, delta }: Format): BoardAnswer => {
  const rows = inOrder(standings).filter(({ score, rank }) => score !== null && rank !== null)
  const [first, second] = rows
  const top = rows.filter(({ rank }) => rank === 1)
  if (first === undefined || first.score === null || (first.score <= 0 && standings.win.by !== 'improved'))
    return plain(say({ id: 'contest.open', defaultMessage: 'First place is open.' }))
  if (top.length > 1)
    return plain(
      say({ id: 'contest.share-lead', defaultMessage: '{count} share the lead.' }, { count: top.length }),
    )
  const lead = second?.score == null ? 0 : first.score - second.score
  const leads = say({ id: 'contest.leads', defaultMessage: '{name} leads.' }, { name: first.short })
  if (lead <= 0) return plain(leads)
  const leadsBy = say(
    { id: 'contest.leads-by', defaultMessage: '{name} leads by {lead}.' },
    { name: first.short, lead: delta(lead, unitOf(standings)).replace(/^\+/, '') },
  )
  // A number is never cut: the row of whoever comes second has it too.
  return plain(textWidth(leadsBy) > widestEms ? leads : leadsBy)
}

const collectAnswer = (standings: ContestStandings, { say }: Format): BoardAnswer => {
  const all = standings.collects.length
  const there = winnersOf(standings)
  const [first] = there
  if (first !== undefined)
    return there.length === 1
      ? gold(say({ id: 'contest.has-all', defaultMessage: '{name} has them all.' }, { name: first.short }))
      : gold(
          say({ id: 'contest.have-all', defaultMessage: '{count} have them all.' }, { count: there.length }),
        )
  const owned = ({ has }: ContestRow): number => has.filter((each) => each).length
  const [most] = [...inOrder(standings)].sort((a, b) => owned(b) - owned(a))
  if (most === undefined || owned(most) === 0)
    return plain(say({ id: 'contest.no-stamp', defaultMessage: 'Who has the first stamp?' }))
  return plain(
    say(
      { id: 'contest.has-of', defaultMessage: '{name} has {count} of {all}.' },
      { name: most.short, count: owned(most), all },
    ),
  )
}

const raffleAnswer = (standings: ContestStandings, { say, value }: Format): BoardAnswer => {
  const tickets = standings.draw?.tickets ?? 0
  if (tickets === 0) return plain(say({ id: 'contest.no-ticket', defaultMessage: 'The drum is empty.' }))
  const count = value(tickets, 'count')
  return plain(
    say(
      {
        id: 'contest.tickets',
        defaultMessage: '{tickets, plural, one {One ticket} other {{count} tickets}} in the drum.',
      },
      { tickets, count },
    ),
  )
}

/** The first round in which somebody still plays; the last one when all is played. */
export const roundOn = ({ rounds }: Pick<ContestStandings, 'rounds'>): number => {
  const on = rounds.findIndex(({ matches }) =>
    matches.some(({ winner, isFree }) => winner === null && !isFree),
  )
  return on === -1 ? Math.max(0, rounds.length - 1) : on
}

export const roundName = (round: number, rounds: number, say: Say): string => {
  const left = rounds - round
  if (left === 1) return say({ id: 'contest.final', defaultMessage: 'Final' })
  if (left === 2) return say({ id: 'contest.semi-final', defaultMessage: 'Semi-finals' })
  if (left === 3) return say({ id: 'contest.quarter-final', defaultMessage: 'Quarter-finals' })
  return say({ id: 'contest.round', defaultMessage: 'Round {round}' }, { round: round + 1 })
}

const bracketAnswer = (standings: ContestStandings, { say }: Format): BoardAnswer => {
  const { rounds } = standings
  const on = roundOn(standings)
  const match = rounds[on]?.matches
  if (match === undefined)
    return plain(say({ id: 'contest.no-draw', defaultMessage: 'Nobody is drawn yet.' }))
  if (rounds.length - on === 1) {
    const [last] = match
    const [one, other] = [last?.one ?? '', last?.other ?? ''].map((id) => standings.rows[id]?.short)
    if (one !== undefined && other !== undefined)
      return plain(
        say({ id: 'contest.final-of', defaultMessage: 'Final:' }),
        say({ id: 'contest.versus', defaultMessage: '{one} against {other}' }, { one, other }),
      )
  }
  return plain(
    `${roundName(on, rounds.length, say)}.`,
    say(
      {
        id: 'contest.are-left',
        defaultMessage: '{count, plural, one {One is left.} other {# are left.}}',
      },
      { count: match.flatMap(({ one, other }) => [one, other]).filter((id) => id !== null).length },
    ),
  )
}

const kingAnswer = (standings: ContestStandings, { say }: Format): BoardAnswer => {
  const [holder] = winnersOf(standings)
  return holder === undefined
    ? plain(say({ id: 'contest.hill-free', defaultMessage: 'The hill is free.' }))
    : plain(say({ id: 'contest.holds', defaultMessage: '{name} holds the hill.' }, { name: holder.short }))
}

const relayAnswer = (standings: ContestStandings, { say }: Format): BoardAnswer => {
  const [through] = winnersOf(standings)
  const [first] = inOrder(standings)
  if (through !== undefined)
    return gold(
      say({ id: 'contest.was-first', defaultMessage: '{name} was first.' }, { name: through.short }),
    )
  return first === undefined || !((first.share ?? 0) > 0)
    ? plain(say({ id: 'contest.open', defaultMessage: 'First place is open.' }))
    : plain(say({ id: 'contest.leads', defaultMessage: '{name} leads.' }, { name: first.short }))
}

const runningAnswer = (standings: ContestStandings, format: Format): BoardAnswer => {
  if (standings.hidden)
    return plain(
      format.say({ id: 'contest.hidden', defaultMessage: 'Who wins?' }),
      format.say({ id: 'contest.hidden-rest', defaultMessage: 'It is told at the end.' }),
    )
  switch (standings.win.by) {
    case 'over':
      return overAnswer(standings, format)
    case 'first-to':
      return firstToAnswer(standings, format)
    case 'collect':
      return collectAnswer(standings, format)
    case 'raffle':
      return raffleAnswer(standings, format)
    case 'bracket':
      return bracketAnswer(standings, format)
    case 'king':
      return kingAnswer(standings, format)
    case 'relay':
      return relayAnswer(standings, format)
    default:
      return leadAnswer(standings, format)
  }
}

/** Who has won; of a raffle those who were drawn, in that order. */
export const whoWon = (standings: ContestStandings): readonly ContestRow[] => {
  const { draw, rows } = standings
  const drawn = (draw?.drawn ?? []).flatMap((id) => rows[id] ?? [])
  return drawn.length > 0 ? [...new Set(drawn)] : winnersOf(standings)
}

const finalAnswer = (standings: ContestStandings, { say }: Format): BoardAnswer => {
  const [first, second, ...others] = whoWon(standings)
  if (first === undefined)
    return plain(say({ id: 'contest.nobody-won', defaultMessage: 'Nobody won this time.' }))
  if (second === undefined)
    return gold(say({ id: 'contest.won', defaultMessage: '{name} wins.' }, { name: first.short }))
  return others.length === 0
    ? gold(
        say(
          { id: 'contest.both-won', defaultMessage: '{one} and {other} win.' },
          { one: first.short, other: second.short },
        ),
      )
    : gold(
        say(
          {
            id: 'contest.many-won',
            defaultMessage:
              '{count, plural, =3 {Three win.} =4 {Four win.} =5 {Five win.} =6 {Six win.} =7 {Seven win.} =8 {Eight win.} =9 {Nine win.} other {# win.}}',
          },
          { count: others.length + 2 },
        ),
      )
}

const closingAnswer = (standings: ContestStandings, { say }: Format): BoardAnswer => {
  if (standings.win.by === 'raffle' && standings.draw?.seed === null)
    return plain(say({ id: 'contest.to-draw', defaultMessage: 'The draw is next.' }))
  const winners = whoWon(standings)
  const [first] = winners
  const word = say({ id: 'contest.provisional', defaultMessage: 'Provisional:' })
  if (first === undefined)
    return plain(word, say({ id: 'contest.nobody-in', defaultMessage: 'nobody has won' }))
  return plain(
    word,
    winners.length === 1
      ? say({ id: 'contest.one-in', defaultMessage: '{name} has won' }, { name: first.short })
      : say({ id: 'contest.many-in', defaultMessage: '{count} have won' }, { count: winners.length }),
  )
}

export const contestAnswer = (standings: ContestStandings | null, format: Format): BoardAnswer | null => {
  if (standings === null) return null
  switch (standings.phase) {
    case 'announced':
      return plain(format.say({ id: 'contest.coming', defaultMessage: 'Coming up:' }), standings.name)
    case 'running':
      return runningAnswer(standings, format)
    case 'closing':
      return closingAnswer(standings, format)
    case 'final':
      return finalAnswer(standings, format)
    default:
      return null
  }
}
