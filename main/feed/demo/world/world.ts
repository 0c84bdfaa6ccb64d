// The state of the simulated floor: deals in play, meetings in the calendar, and the facts that came of it all.
import type { Activity, Deal, Fact } from '../../../../shared/wire/fact.ts'
import { demoSource } from '../mark.ts'
import type { Cast, Performer } from './cast.ts'
import { isoAt } from './instants.ts'
import type { Segment } from './segments.ts'
import { createTally, type Tally } from './tally.ts'

/** A fact of the world at the instant at which its source would have sent it. */
export interface ToldFact {
  /** Epoch ms. */
  readonly at: number
  readonly fact: Fact
  /** True when a later version of the same deal says everything that this one says. */
  readonly passing: boolean
}

export interface DealInPlay {
  readonly segment: Segment
  readonly sourcer: Performer | null
  readonly firstMinor: number
  owner: Performer
  /** Nobody works on it; it gathers dust until somebody gives it up. */
  quiet: boolean
  slips: number
  /** Index into the cast's `dealStages`. */
  dealStage: number
  /** Epoch ms; null while it is open. */
  closedAt: number | null
  fact: Deal
}

/** A first meeting that an SDR put into an account executive's calendar. */
export interface Intro {
  readonly sdr: Performer
  readonly executive: Performer
  readonly account: string
  /** Epoch ms. */
  readonly dueAt: number
}

/** A lead that was given to an SDR, until somebody has got in touch. */
export interface Assignment {
  sdr: Performer
  /** Epoch ms: when its turn comes. */
  readonly dueAt: number
  fact: Activity
}

export interface World {
  readonly cast: Cast
  readonly seed: number
  readonly tally: Tally
  /** Open ones, and those closed recently enough to come back. */
  readonly deals: Map<string, DealInPlay>
  /** The latest orders of extra seats, which can still be taken back. */
  readonly orders: DealInPlay[]
  readonly intros: Intro[]
  /** Oldest first. */
  readonly assignments: Assignment[]
  /** Told since the last time that somebody took them. */
  told: ToldFact[]
  /** The next free number: ids grow with time, which is how a log likes its keys. */
  nextId: number
  /** Leads have a series of their own, as in a CRM beside a dialer. */
  nextLead: number
}

export const createWorld = (cast: Cast, seed: number): World => ({
  cast,
  seed,
  tally: createTally(),
  deals: new Map(),
  orders: [],
  intros: [],
  assignments: [],
  told: [],
  nextId: 1,
  nextLead: 1,
})

/** `000000123`: nine digits last a busy floor for centuries. */
export const takeId = (world: World): string => String(world.nextId++).padStart(9, '0')

export const logActivity = (
  world: World,
  at: number,
  activity: Pick<Activity, 'kind'> & Partial<Activity>,
  performer: Performer,
): void => {
  const fact: Activity = {
    ...activity,
    source: demoSource,
    id: takeId(world),
    type: 'activity',
    at: isoAt(at),
    credits: [{ rep: performer.id }],
  }
  world.told.push({ at, fact, passing: false })
}

/** What a deal says from now on. `passing`: nothing that its history is made of. */
export const reviseDeal = (
  world: World,
  deal: DealInPlay,
  at: number,
  changes: Partial<Deal>,
  passing: boolean,
): void => {
  deal.fact = { ...deal.fact, ...changes }
  world.told.push({ at, fact: deal.fact, passing })
}
