// When a season is: whole days, each person's by the clock of their own office.
import type { Season } from '../../wire/season.ts'
import type { SeasonPhase } from '../../wire/season-answers.ts'
import type { Roster } from '../people/roster.ts'
import { type DayRange, parseDay } from '../time/calendar-date.ts'

const hourMs = 3_600_000

type Dates = Pick<Season, 'from' | 'until'>
type Zones = Pick<Roster, 'floorZone' | 'teams'>

export const daysOfSeason = ({ from, until }: Dates): DayRange => ({
  from: parseDay(from),
  to: parseDay(until) + 1,
})

const zonesOf = ({ floorZone, teams }: Zones) => [floorZone, ...teams.map(({ zone }) => zone)]

/** Epoch ms at which it has begun in the easternmost office. */
export const beginsAt = (season: Dates, roster: Zones): number =>
  Math.min(...zonesOf(roster).map((zone) => zone.startOf(daysOfSeason(season).from)))

/** Epoch ms at which it is over in the westernmost office. */
export const overAt = (season: Dates, roster: Zones): number =>
  Math.max(...zonesOf(roster).map((zone) => zone.startOf(daysOfSeason(season).to)))

/** Epoch ms from which on nothing moves it any more. */
export const finalAt = (season: Dates & Pick<Season, 'settleHours'>, roster: Zones): number =>
  overAt(season, roster) + season.settleHours * hourMs

/** At an instant, epoch ms; whether it is final the log says. */
export const phaseOf = (season: Season, roster: Zones, ms: number): SeasonPhase => {
  if (season.state === 'draft') return 'draft'
  if (ms < beginsAt(season, roster)) return 'announced'
  return ms < overAt(season, roster) ? 'running' : 'closing'
}
