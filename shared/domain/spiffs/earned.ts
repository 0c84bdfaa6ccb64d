// What people did that a spiff pays for, each by a key of its own: what is paid for it is worked out from there.
import type { Spiff, SpiffFor } from '../../wire/spiffs.ts'
import type { ThanksHow } from '../../wire/thanks.ts'
import { measureMetric } from '../contests/measuring.ts'
import type { ContestSteps } from '../counting/contest-steps.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { type Member, roleOn, stayOn } from '../people/roster.ts'
import { type Day, type DayRange, includes, parseDay } from '../time/calendar-date.ts'
import type { Help } from './helps.ts'

export interface Earned {
  /** Of this spiff alone; the same for the same thing whatever else changes. */
  readonly key: string
  readonly person: string
  readonly other: string | null
  readonly for: SpiffFor
  readonly how: ThanksHow | null
  readonly what: string | null
  readonly account: string | null
  /** Of a metric: which payment of the person it is, from 1. */
  readonly nth: number | null
  /** Epoch ms. */
  readonly at: number
  /** The person’s local date. */
  readonly day: Day
}

/** Of one person: more of a metric could not be paid from any budget. */
const mostEach = 20_000

export const daysOfSpiff = ({ from, until }: Pick<Spiff, 'from' | 'until'>): DayRange => ({
  from: parseDay(from),
  to: parseDay(until) + 1,
})

/** Whether somebody earns anything on a day: it is one of its days and no pause, and they work here, in its team and role. */
export const createEarnsOn = (
  spiff: Spiff,
  { roster }: Pick<FloorModel, 'roster'>,
): ((member: Member, day: Day) => boolean) => {
  const days = daysOfSpiff(spiff)
  const pauses = spiff.pauses.map(({ from, until }) => ({
    from: parseDay(from),
    to: until === undefined ? Number.POSITIVE_INFINITY : parseDay(until) + 1,
  }))
  const team = spiff.team === undefined ? null : roster.subjectOf(spiff.team)
  const only = spiff.people === undefined ? null : new Set(spiff.people)
  const isIn = (member: Member, day: Day): boolean => {
    if (team === null) return true
    const own = stayOn(member, day).team
    return own !== null && roster.teamAt(own)?.chain.includes(team) === true
  }
  return (member, day) =>
    includes(days, day) &&
    !pauses.some((pause) => includes(pause, day)) &&
    includes(member.employed, day) &&
    (only === null || only.has(member.id)) &&
    (spiff.role === undefined || roleOn(member, day) === spiff.role) &&
    isIn(member, day)
}

const isPaidFor = (spiff: Spiff, help: Help): boolean => {
  if (spiff.for === 'handover') return help.for === 'handover' || help.how === 'handed-over'
  if (spiff.for !== help.for) return false
  return spiff.how === undefined || (help.how !== null && spiff.how.includes(help.how))
}

const ofHelps = (spiff: Spiff, model: FloorModel, helps: readonly Help[]): readonly Earned[] => {
  const earnsOn = createEarnsOn(spiff, model)
  return helps.flatMap((help): Earned[] => {
    const { member, source, id, other, how, what, account, at, day } = help
    if (!isPaidFor(spiff, help) || !earnsOn(member, day)) return []
    const key = JSON.stringify([source, id, member.id])
    return [{ key, person: member.id, other, for: spiff.for, how, what, account, nth: null, at, day }]
  })
}

interface Reached {
  readonly at: number
  readonly day: Day
}

/** Since when each so many stand, the first of them first. `steps` in the order of their instants. */
export const reachedEach = (
  steps: readonly (Reached & { readonly adds: number })[],
  each: number,
  most: number,
): readonly Reached[] => {
  const reached: Reached[] = []
  let total = 0
  for (const { at, day, adds } of steps) {
    total += adds
    const whole = Math.min(most, Math.max(0, Math.floor(total / each)))
    // What is taken back is reached anew once it is there again.
    if (reached.length > whole) reached.length = whole
    while (reached.length < whole) reached.push({ at, day })
  }
  return reached
}

const ofMetric = (
  spiff: Spiff & { readonly metric: string },
  model: FloorModel,
  steps: Pick<ContestSteps, 'of'>,
): readonly Earned[] => {
  const measuring = measureMetric(spiff.metric, model)
  if (measuring === null) return []
  const { sources, scale, perUnit, counts } = measuring
  const each = (spiff.each ?? 1) * perUnit * scale
  const earnsOn = createEarnsOn(spiff, model)
  return model.roster.people.flatMap((member) => {
    const own = sources
      .flatMap(({ base, adds }) =>
        steps.of(base, member.subject).flatMap((step) => {
          const { at, day } = step
          return earnsOn(member, day) ? [{ at, day, adds: adds(step) }] : []
        }),
      )
      // Of one instant what is added first, so that a correction of the same instant takes back what stands.
      .sort((one, other) => one.at - other.at || other.adds - one.adds)
    return reachedEach(own, each, mostEach).map(({ at, day }, index): Earned => {
      const head = { key: JSON.stringify([index + 1, member.id]), person: member.id, other: null }
      return { ...head, for: 'metric', how: null, what: counts, account: null, nth: index + 1, at, day }
    })
  })
}

/** In no order. `helps`: all that stand; `steps`: what counted in the days of the floor’s spiffs. */
export const earnedIn = (
  spiff: Spiff,
  model: FloorModel,
  helps: readonly Help[],
  steps: Pick<ContestSteps, 'of'>,
): readonly Earned[] => {
  const { metric } = spiff
  return metric === undefined ? ofHelps(spiff, model, helps) : ofMetric({ ...spiff, metric }, model, steps)
}
