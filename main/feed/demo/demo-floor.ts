// The demo's floor file, in the order in which a manager would read it.
import { dayOf, formatDay, partsOf, weekdayOf } from '../../../shared/domain/time/calendar-date.ts'
import { minutesOf, weekdayIndex } from '../../../shared/domain/time/week.ts'
import { createZone } from '../../../shared/domain/time/zone.ts'
import { awardsBegin, awardsText } from './floor/awards.ts'
import { boardsText } from './floor/boards.ts'
import { cadencesText } from './floor/cadences.ts'
import { celebrationsText } from './floor/celebrations.ts'
import { contestsText } from './floor/contests.ts'
import { exceptionsText } from './floor/exceptions.ts'
import { formulasText } from './floor/formulas.ts'
import { goalsText } from './floor/goals.ts'
import { metricsText } from './floor/metrics.ts'
import { peopleText } from './floor/people.ts'
import { playlistsText } from './floor/playlists.ts'
import { seasonsTextOn, usualSeasonDay } from './floor/seasons.ts'
import { settingsText } from './floor/settings.ts'
import { spiffsTextOn } from './floor/spiffs.ts'
import { trialsText } from './floor/trials.ts'

/** YAML, as `floorboard export` would write it. */
export const demoFloorText: string = [
  settingsText,
  peopleText,
  metricsText,
  goalsText,
  formulasText,
  boardsText,
  playlistsText,
  celebrationsText,
  exceptionsText,
  trialsText,
  cadencesText,
  contestsText,
  seasonsTextOn(usualSeasonDay),
  awardsText,
].join('')

/** Where the demo floor's clock stands. */
const demoZone = 'America/New_York'

/**
 * The same for a floor that begins at an instant (epoch ms): its recaps of the week are those of the last morning, so that
 * whoever opens it finds some; its season is the one of its quarter, its awards begin with the last month that was decided,
 * and its spiffs run.
 */
export const demoFloorTextAt = (ms: number): string => {
  const zone = createZone(demoZone)
  const today = zone.dayAt(ms)
  const morning = zone.minutesAt(ms) < minutesOf('08:00') ? today - 1 : today
  const day = Object.entries(weekdayIndex).find(([, index]) => index === weekdayOf(morning))?.[0] ?? 'monday'
  const { year, month, day: date } = partsOf(today)
  // In its first days the month before is not decided yet.
  const begins = dayOf(year, month - (date < 8 ? 2 : 1), 1)
  const text = demoFloorText
    .replace('recaps: { day: monday,', `recaps: { day: ${day},`)
    .replace(seasonsTextOn(usualSeasonDay), seasonsTextOn(today))
    .replace(awardsText, awardsText.replace(`from: ${awardsBegin}`, `from: ${formatDay(begins)}`))
  return `${text}${spiffsTextOn(today)}`
}

/** Gives a year with good and bad quarters in it; any other seed gives another year. */
export const demoSeed = 18
