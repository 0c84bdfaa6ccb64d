// The demo's floor file, in the order in which a manager would read it.
import { boardsText } from './floor/boards.ts'
import { goalsText } from './floor/goals.ts'
import { inputMetricsText } from './floor/input-metrics.ts'
import { outputMetricsText } from './floor/output-metrics.ts'
import { peopleText } from './floor/people.ts'
import { settingsText } from './floor/settings.ts'

/** YAML, as `floorboard export` would write it. */
export const demoFloorText: string = [
  settingsText,
  peopleText,
  inputMetricsText,
  outputMetricsText,
  goalsText,
  boardsText,
].join('')

/** A story with good and bad quarters in it; any other number tells another one. */
export const demoSeed = 18
