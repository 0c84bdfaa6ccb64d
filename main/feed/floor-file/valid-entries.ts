// A floor file in which some entries are broken: the valid ones can still be checked against each other, so that
// whoever mends the file hears of everything at once.
import { z } from 'zod'
import { floorReferenceFaults } from '../../../shared/domain/boards/floor-references.ts'
import { canBreakDown } from '../../../shared/domain/floor-file/breakdown-fields.ts'
import { editFaults } from '../../../shared/domain/floor-file/edit-faults.ts'
import { createLookAlikes } from '../../../shared/domain/words/look-alike.ts'
import { Award } from '../../../shared/wire/awards.ts'
import { Cadence } from '../../../shared/wire/cadence.ts'
import { Alert } from '../../../shared/wire/celebrations/alert.ts'
import { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import { Contest } from '../../../shared/wire/contests/contest.ts'
import { Correction } from '../../../shared/wire/correction.ts'
import { ExceptionRule } from '../../../shared/wire/exception-rule.ts'
import {
  Board,
  type FloorFile,
  FloorSettings,
  Goal,
  Metric,
  Person,
  Playlist,
  Role,
  Screen,
  ScreenGroup,
  Team,
} from '../../../shared/wire/floor.ts'
import { Formula } from '../../../shared/wire/formula.ts'
import { InboundSource } from '../../../shared/wire/inbound.ts'
import { Season } from '../../../shared/wire/season.ts'
import { Source } from '../../../shared/wire/source.ts'
import { Spiff } from '../../../shared/wire/spiffs.ts'
import { TableSource } from '../../../shared/wire/table.ts'
import { Trial } from '../../../shared/wire/trial.ts'
import type { Fault } from './issue-sentences.ts'
import type { FindFaults } from './located-yaml.ts'

const list = z.array(z.unknown()).default([])

/** Where one of these is no list, nothing can be said of references to it. */
const Lists = z.object({
  floor: z.unknown(),
  roles: list,
  teams: list,
  people: list,
  metrics: list,
  goals: list,
  formulas: list,
  boards: list,
  playlists: list,
  screenGroups: list,
  screens: list,
  celebrations: list,
  alerts: list,
  exceptions: list,
  inbound: list,
  trials: list,
  cadences: list,
  sources: list,
  tables: list,
  corrections: list,
  contests: list,
  spiffs: list,
  seasons: list,
  awards: list,
})

type Section = Exclude<keyof z.output<typeof Lists>, 'floor'>

const WithId = z.object({ id: z.string() })
const placeOf = (path: Fault['path']): string => path.slice(0, 2).join(' ')

/** Whether an entry names one of these ids anywhere in it. */
const mentions = (value: unknown, ids: ReadonlySet<string>): boolean => {
  if (typeof value === 'string') return ids.has(value)
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((each) => mentions(each, ids))
  )
}

/** A list whose key is misspelt is there all the same, for others to refer to its entries. */
const withMeantLists = (raw: unknown): unknown => {
  const file = z.record(z.string(), z.unknown()).safeParse(raw).data ?? {}
  const missing = createLookAlikes(
    Object.keys(Lists.shape).filter((key) => !Object.hasOwn(file, key)),
    'forgiving',
  )
  const meant = Object.entries(file).flatMap(([key, value]) => {
    const list = Object.hasOwn(Lists.shape, key) ? null : missing.meant(key)
    return list === null ? [] : [[list, value]]
  })
  return meant.length === 0 ? raw : { ...Object.fromEntries(meant), ...file }
}

/** No id of a floor: ids are slugs. */
const nobody = '?'

/** Every text in a value: any of them may be what a broken setting was to list. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/**
 * Settings that stand by themselves where others are broken. Lists that are broken or missing, as their key may be what is
 * broken, are taken to have whatever others ask of them: one cause, and not what follows from it.
 */
const validSettings = (raw: unknown, asking: unknown): FloorFile['floor'] => {
  const needed = { name: nobody, timeZone: 'UTC', currency: 'USD' }
  const valid = Object.entries(z.record(z.string(), z.unknown()).safeParse(raw).data ?? {}).filter(
    ([key, value]) => FloorSettings.safeParse({ ...needed, [key]: value }).success,
  )
  const lists = {
    stages: [nobody],
    stageProbabilities: { [nobody]: 0 },
    breakdowns: [...new Set(textsIn(asking))].filter(canBreakDown).slice(0, 10),
  }
  return FloorSettings.parse({ ...needed, ...lists, ...Object.fromEntries(valid) })
}

/**
 * Reference faults of the entries that are valid by themselves. A broken one keeps its place and its id, for others
 * to refer to, and is replaced by a stand-in that is never judged. It yields where it may be interrupted.
 */
export const faultsOfValidEntries: FindFaults = function* (given) {
  const raw = withMeantLists(given)
  const lists = Lists.safeParse(raw)
  if (!lists.success) return []
  const { data } = lists
  const unjudged = new Set<string>()
  const validOr = function* <T>(
    section: Section,
    schema: z.ZodType<T>,
    standIn: (id: string) => T,
  ): Generator<void, T[]> {
    const entries: T[] = []
    for (const [index, entry] of data[section].entries()) {
      const parsed = schema.safeParse(entry)
      if (!parsed.success) unjudged.add(placeOf([section, index]))
      entries.push(
        parsed.success ? parsed.data : standIn(WithId.safeParse(entry).data?.id ?? `${nobody}${index}`),
      )
      yield
    }
    return entries
  }
  const settings = FloorSettings.safeParse(data.floor)
  const file: FloorFile = {
    floor: settings.data ?? validSettings(data.floor, [data.boards, data.celebrations]),
    roles: yield* validOr('roles', Role, (id) => ({ id, name: nobody })),
    teams: yield* validOr('teams', Team, (id) => ({ id, name: nobody })),
    people: yield* validOr('people', Person, (id) => ({ id, name: nobody, aliases: [], leave: [] })),
    metrics: yield* validOr('metrics', Metric, (id) => ({
      id,
      name: nobody,
      objective: nobody,
      indicator: 'input',
      question: 'activity',
      unit: 'count',
      better: 'higher',
      of: { from: 'activity', where: [], date: 'at', measure: 'count' },
    })),
    goals: yield* validOr('goals', Goal, () => ({ metric: nobody, window: nobody, org: true, value: 0 })),
    formulas: yield* validOr('formulas', Formula, (id) => ({
      id,
      role: nobody,
      window: 'quarter',
      steps: [nobody],
      historyQuarters: 1,
      leastAttempts: 1,
    })),
    boards: yield* validOr('boards', Board, (id) => ({
      id,
      title: nobody,
      scope: {},
      audience: 'floor',
      kind: 'over-the-line',
      metric: nobody,
      window: nobody,
    })),
    playlists: yield* validOr('playlists', Playlist, (id) => ({ id, name: nobody, items: [], versions: [] })),
    screenGroups: yield* validOr('screenGroups', ScreenGroup, (id) => ({
      id,
      name: nobody,
      playlist: nobody,
      schedule: [],
    })),
    screens: yield* validOr('screens', Screen, (id) => ({
      id,
      name: nobody,
      playlist: nobody,
      schedule: [],
      calm: false,
      safeArea: 0,
      rotate: 0,
      volume: 0,
    })),
    celebrations: yield* validOr('celebrations', CelebrationRule, (id) => ({
      id,
      name: nobody,
      on: { day: 'birthday', at: '00:00' },
      sound: 'none',
      walkUp: false,
      seconds: 0,
      priority: 0,
      tell: [],
      off: true,
    })),
    alerts: yield* validOr('alerts', Alert, (id) => ({
      id,
      name: nobody,
      leaders: [],
      channels: [],
      expireHours: 0,
    })),
    exceptions: yield* validOr('exceptions', ExceptionRule, (id) => ({ id, name: nobody, tell: [] })),
    inbound: yield* validOr('inbound', InboundSource, (id) => ({
      id,
      name: nobody,
      proof: { kind: 'address' },
    })),
    trials: yield* validOr('trials', Trial, (id) => ({
      ...{ id, name: nobody, metrics: [`${nobody}a`, `${nobody}b`] as [string, string] },
      ...{ outcome: nobody, from: nobody, until: nobody },
    })),
    cadences: yield* validOr('cadences', Cadence, (id) => ({
      id,
      name: nobody,
      every: 'week',
      at: '00:00',
      boards: [],
    })),
    sources: yield* validOr('sources', Source, (id) => ({
      id,
      name: nobody,
      vendor: 'hubspot',
      reads: ['deals'],
      stages: [],
      months: 1,
      paused: true,
    })),
    tables: yield* validOr('tables', TableSource, (id) => ({
      id,
      name: nobody,
      from: { kind: 'folder', folder: nobody, files: '*', which: 'newest', skipRows: 0 },
      mapping: {
        ...{ type: 'activity', id: [nobody], credits: [{ rep: { constant: nobody } }] },
        fields: { kind: { constant: nobody }, at: { column: nobody } },
      },
      paused: true,
    })),
    corrections: yield* validOr('corrections', Correction, (id) => ({
      id,
      kind: 'nobody',
      name: nobody,
      counts: 'floor',
    })),
    contests: yield* validOr('contests', Contest, (id) => ({
      ...{ id, name: nobody, between: 'people' as const, of: 'total' as const, counts: nobody },
      ...{ from: nobody, until: nobody, win: { by: 'most' as const }, ties: 'first' as const, prizes: [] },
      ...{ settleHours: 0, hiddenMinutes: 0, state: 'draft' as const },
    })),
    spiffs: yield* validOr('spiffs', Spiff, (id) => ({
      ...{ id, name: nobody, for: 'help' as const, amount: 1, budget: 1, from: nobody, until: nobody },
      ...{ caps: { pairPerWeek: 1 }, pauses: [], state: 'draft' as const },
    })),
    seasons: yield* validOr('seasons', Season, (id) => ({
      ...{ id, name: nobody, from: nobody, until: nobody, points: [], streaks: [], levels: [], badges: [] },
      ...{ teams: [], settleHours: 0, state: 'draft' as const },
    })),
    awards: yield* validOr('awards', Award, (id) => ({
      ...{ id, name: nobody, from: nobody, every: 'month' as const, by: 'vote' as const },
      ...{ opensBefore: 0, closesAfter: 1, closesAt: '16:00', tellsVotes: false },
    })),
  }
  // What a broken metric measures is not known, and so nothing of whoever is made of it, aims at it or shows it.
  const broken = new Set(
    file.metrics.flatMap(({ id }, index) => (unjudged.has(placeOf(['metrics', index])) ? [id] : [])),
  )
  for (const section of [
    'metrics',
    'goals',
    'formulas',
    'boards',
    'exceptions',
    'trials',
    'contests',
    'spiffs',
    'seasons',
    'awards',
  ] as const) {
    data[section].forEach((entry, index) => {
      if (mentions(entry, broken)) unjudged.add(placeOf([section, index]))
    })
  }
  yield
  const faults = floorReferenceFaults(file).filter(
    ({ path }) => !unjudged.has(placeOf(path)) && (settings.success || path[0] !== 'floor'),
  )
  yield
  return [...faults, ...editFaults(file)]
}
