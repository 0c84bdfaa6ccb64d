// The state of the simulated floor: deals, booked meetings, assigned leads, and the facts that are yet to be sent.

import { demoSource } from '../../../../shared/domain/floor-file/own-floor.ts'
import type { Activity, Deal, Fact } from '../../../../shared/wire/fact.ts'
import { isoAt } from './instants.ts'
import type { Segment } from './segments.ts'
import type { Employee, Staff } from './staff.ts'
import { createTally, type Tally } from './tally.ts'

/** A fact of the world at the instant at which its source would have sent it. */
export interface TimedFact {
  /** Epoch ms. */
  readonly at: number
  readonly fact: Fact
  /** True when a later version of the same deal says everything that this one says. */
  readonly passing: boolean
}

export interface SimulatedDeal {
  readonly segment: Segment
  readonly sourcer: Employee | null
  readonly firstMinor: number
  owner: Employee
  /** Nobody works on it until it is remembered or lost. */
  quiet: boolean
  slips: number
  /** Index into the staff's `dealStages`. */
  dealStage: number
  /** Epoch ms; null while it is open. */
  closedAt: number | null
  fact: Deal
}

/** A first meeting that an SDR booked for an account executive. */
export interface Intro {
  readonly sdr: Employee
  readonly executive: Employee
  readonly account: string
  /** Epoch ms. */
  readonly dueAt: number
}

/** A lead that an SDR has been given and not yet contacted. */
export interface Assignment {
  sdr: Employee
  /** Epoch ms: when it is contacted at the earliest. */
  readonly dueAt: number
  fact: Activity
}

export interface World {
  readonly staff: Staff
  readonly seed: number
  /** When the demo is opened, epoch ms. */
  readonly openedAt: number
  readonly tally: Tally
  /** Open ones, and those closed recently enough to be reopened. */
  readonly deals: Map<string, SimulatedDeal>
  /** The latest orders of extra seats, which can still be cancelled. */
  readonly orders: SimulatedDeal[]
  readonly intros: Intro[]
  /** Oldest first. */
  readonly assignments: Assignment[]
  /** Of the last occasion: the timeline takes them from here. */
  newFacts: TimedFact[]
  /** The next free number. Ids grow with time: the log's index is fastest with ascending keys. */
  nextId: number
  /** Thanks are numbered apart, as they come from phones. */
  nextThanks: number
  /** Leads are numbered apart, as if by another system. */
  nextLead: number
}

export const createWorld = (staff: Staff, seed: number, openedAt: number): World => ({
  staff,
  seed,
  openedAt,
  tally: createTally(),
  deals: new Map(),
  orders: [],
  intros: [],
  assignments: [],
  newFacts: [],
  nextId: 1,
  nextThanks: 1,
  nextLead: 1,
})

/** `000000123`: nine digits last a busy floor for centuries. */
export const takeId = (world: World): string => String(world.nextId++).padStart(9, '0')

export const logActivity = (
  world: World,
  at: number,
  activity: Pick<Activity, 'kind'> & Partial<Activity>,
  employee: Employee,
): void => {
  const fact: Activity = {
    ...activity,
    source: demoSource,
    id: takeId(world),
    type: 'activity',
    at: isoAt(at),
    credits: [{ rep: employee.id }],
  }
  world.newFacts.push({ at, fact, passing: false })
}

/** A new version of a deal. `passing`: it changes nothing that the deal's history is made of. */
export const reviseDeal = (
  world: World,
  deal: SimulatedDeal,
  at: number,
  changes: Partial<Deal>,
  passing: boolean,
): void => {
  deal.fact = { ...deal.fact, ...changes }
  world.newFacts.push({ at, fact: deal.fact, passing })
}
