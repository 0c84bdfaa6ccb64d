// The demo's floor file, in the order in which a manager would read it.
import { boardsText } from './floor/boards.ts'
import { celebrationsText } from './floor/celebrations.ts'
import { exceptionsText } from './floor/exceptions.ts'
import { formulasText } from './floor/formulas.ts'
import { goalsText } from './floor/goals.ts'
import { metricsText } from './floor/metrics.ts'
import { peopleText } from './floor/people.ts'
import { playlistsText } from './floor/playlists.ts'
import { settingsText } from './floor/settings.ts'

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
].join('')

/** Gives a year with good and bad quarters in it; any other seed gives another year. */
export const demoSeed = 18
