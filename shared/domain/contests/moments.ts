// What of a contest the wall is told beside its board: that somebody else leads, that it is nearly over, and who has won.
import { CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { ContestStandings } from '../../wire/contests/standings.ts'
import type { Cause } from '../celebrations/cause.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { createFormat, type Format } from '../words/format.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Contests that are no longer than this are of one sitting. */
const sittingMs = 4 * hourMs

const ruleOf = (name: string, fields: object): CelebrationRule =>
  CelebrationRule.parse({ id: 'contest', name, on: { day: 'first-day' }, ...fields })

const calm = { look: 'quiet', sound: 'none', seconds: 8, priority: 1 } as const

interface Moment {
  readonly id: string
  readonly rule: CelebrationRule
  readonly people: readonly string[]
  readonly message: string
  readonly at: number
}

const causeOf = ({ id, rule, people, message, at }: Moment): Cause => ({
  id,
  rule,
  about: { kind: 'hand', people, message, by: '' },
  at,
  happenedAt: at,
})

const nameOf = ({ contest, on }: Pick<ContestStandings, 'contest' | 'on'>): string =>
  `contest:${contest}:${on}`

/** Who leads by what is told; null while nobody has anything, while it is hidden, and where several share the first place. */
export const leaderOf = ({ rows, phase, hidden, win }: ContestStandings): string | null => {
  if (phase !== 'running' || hidden || win.by === 'bracket') return null
  const first = Object.entries(rows).filter(([, row]) =>
    win.by === 'king' ? row.isIn : row.rank === 1 && (row.score ?? row.tickets ?? 0) > 0,
  )
  const [leader] = first
  return first.length === 1 && leader !== undefined ? leader[0] : null
}

const scoreText = (
  standings: ContestStandings,
  id: string,
  format: Format,
  model: FloorModel,
): string | null => {
  const row = standings.rows[id]
  const { win, unit, noun } = standings
  if (row?.score == null || win.by === 'bracket' || win.by === 'collect' || win.by === 'relay') return null
  if (win.by === 'raffle') return null
  if (win.by === 'king')
    return model.say(
      { id: 'contest.told.held', defaultMessage: '{minutes} minutes on top' },
      { minutes: Math.round(row.score * 24 * 60) },
    )
  const value = format.full(row.score, unit)
  return unit === 'count' || unit === 'points' ? `${value} ${noun}` : value
}

/** Who is on the wall beside their name: a team or a side has its own people. */
const peopleOf = (
  standings: ContestStandings,
  ids: readonly string[],
  model: FloorModel,
): readonly string[] => {
  const hidden = new Set(
    model.file.people
      .filter(({ celebrate, offWall }) => celebrate === 'none' || offWall === true)
      .map(({ id }) => id),
  )
  if (standings.between === 'people') return ids.filter((id) => !hidden.has(id))
  const { roster } = model
  const sides = model.file.contests.find(({ id }) => id === standings.contest)?.sides ?? []
  const day = roster.floorZone.dayAt(standings.until - 1)
  return ids
    .flatMap((id) => {
      const team = roster.subjectOf(id)
      return standings.between === 'sides'
        ? (sides.find((side) => side.id === id)?.people ?? [])
        : roster.people.flatMap((member) => {
            const stay = member.stays.findLast(({ days }) => days.from <= day)
            const isOn = stay?.team != null && roster.teamAt(stay.team)?.chain.includes(team ?? -1) === true
            return isOn ? [member.id] : []
          })
    })
    .filter((id) => !hidden.has(id))
}

/** Quiet, so that nobody is torn from a call: the last hour of a long contest, the last minute of a short one. */
export const nearlyOver = (standings: ContestStandings, model: FloorModel, now: number): readonly Cause[] => {
  const { phase, from, until, name } = standings
  if (phase !== 'running') return []
  const isSitting = until - from <= sittingMs
  const leftMs = isSitting ? minuteMs : hourMs
  if (now < until - leftMs || (isSitting && !standings.isByTheClock)) return []
  const message = isSitting
    ? model.say({ id: 'contest.told.last-minute', defaultMessage: 'The last minute' })
    : model.say({ id: 'contest.told.last-hour', defaultMessage: 'The last hour' })
  return [
    causeOf({
      id: `${nameOf(standings)}:${isSitting ? 'last-minute' : 'last-hour'}`,
      rule: ruleOf(name, { ...calm, priority: 4 }),
      people: [],
      message,
      at: until - leftMs,
    }),
  ]
}

/** Somebody else leads than before. One a while: of a sitting in ten minutes, else in an hour. */
export const leadChanged = (
  standings: ContestStandings,
  before: string | null,
  model: FloorModel,
  now: number,
): readonly Cause[] => {
  const leader = leaderOf(standings)
  if (leader === null || before === null || leader === before) return []
  const people = peopleOf(standings, [leader], model)
  if (people.length === 0) return []
  const { name, from, until } = standings
  const apart = until - from <= sittingMs ? 10 * minuteMs : hourMs
  const score = scoreText(standings, leader, createFormat(model.file.floor), model)
  return [
    causeOf({
      id: `${nameOf(standings)}:lead:${Math.floor((now - from) / apart)}`,
      rule: ruleOf(name, calm),
      people,
      message:
        standings.between === 'people'
          ? model.say(
              {
                id: 'contest.told.in-front',
                defaultMessage: 'Now in front{score, select, none {} other { with {score}}}',
              },
              { score: score ?? 'none' },
            )
          : model.say(
              {
                id: 'contest.told.leads',
                defaultMessage: '{name} leads{score, select, none {} other {: {score}}}',
              },
              { name: standings.rows[leader]?.name ?? leader, score: score ?? 'none' },
            ),
      at: now,
    }),
  ]
}

/** Who has won, once it is final; none where nobody has. `at`: epoch ms, when that was written down. */
export const wonContest = (standings: ContestStandings, model: FloorModel, at: number): readonly Cause[] => {
  const winners = Object.entries(standings.rows)
    .filter(([, { isIn }]) => isIn)
    .sort(([, one], [, other]) => one.place - other.place)
  const [first] = winners
  const people = peopleOf(
    standings,
    winners.map(([id]) => id),
    model,
  )
  if (first === undefined || people.length === 0) return []
  const score = scoreText(standings, first[0], createFormat(model.file.floor), model)
  const message =
    winners.length === 1
      ? model.say(
          { id: 'contest.told.won', defaultMessage: '{name} wins{score, select, none {} other {: {score}}}' },
          { name: first[1].name, score: score ?? 'none' },
        )
      : model.say(
          {
            id: 'contest.told.won-by-many',
            defaultMessage: '{count, plural, other {# winners}}: {names}',
          },
          {
            count: winners.length,
            names: new Intl.ListFormat(model.file.floor.locale).format(
              winners.slice(0, 12).map(([, row]) => row.name),
            ),
          },
        )
  return [
    causeOf({
      id: `${nameOf(standings)}:won`,
      rule: ruleOf(standings.name, { look: 'recognition', sound: 'crowd', seconds: 16, priority: 5 }),
      people,
      message,
      at,
    }),
  ]
}
