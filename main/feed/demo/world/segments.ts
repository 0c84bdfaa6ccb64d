// What each kind of work looks like on this floor. Rates are per working day of a fully ramped, average person.

export interface Segment {
  readonly products: readonly string[]
  readonly currency: string
  /** Whole units of `currency`. */
  readonly medianDeal: number
  readonly spread: number
  /** Working days that a deal spends in a stage, on average. */
  readonly daysPerDealStage: number
  /** New deals that an account executive sources alone, per working day. */
  readonly selfSourced: number
  /** Weight with which SDRs book meetings for this segment. */
  readonly introWeight: number
  /** What an average person signs in a quarter, in US dollars: how far ahead of it the live floor lets them run. */
  readonly quarterUsd: number
}

export const segments: Readonly<Record<string, Segment>> = {
  'enterprise-ae': {
    products: ['Platform', 'Platform, 2-year', 'Platform, 3-year', 'Analytics suite'],
    currency: 'USD',
    medianDeal: 42_000,
    spread: 0.45,
    daysPerDealStage: 10,
    selfSourced: 0.35,
    introWeight: 0.8,
    quarterUsd: 500_000,
  },
  'mid-market-ae': {
    products: ['Team plan', 'Growth plan', 'Growth plan, 2-year'],
    currency: 'GBP',
    medianDeal: 14_000,
    spread: 0.45,
    daysPerDealStage: 5.5,
    selfSourced: 0.35,
    introWeight: 1.2,
    quarterUsd: 240_000,
  },
}

/** Share of deals lost instead of leaving each stage: about three in ten get through all four. */
export const lossByDealStage: readonly number[] = [0.29, 0.25, 0.2, 0.15]

export const sdrRole = 'sdr'
const leadRole = 'lead'

/** Orders of more seats by customers: signed at once, without a sales cycle. */
export const seatProduct = 'Extra seats'

/** Kinds of work that are counted against a person's week. `move` is a deal that leaves its stage. */
export type Work = 'dial' | 'email' | 'meeting' | 'coaching' | 'source' | 'move'

const executive = (selfSourced: number, moves: number): Readonly<Record<Work, number>> => ({
  dial: 3.2,
  email: 3.6,
  meeting: 2.1,
  coaching: 0,
  source: selfSourced,
  move: moves,
})

const workByRole: Readonly<Record<string, Readonly<Record<Work, number>>>> = {
  'enterprise-ae': executive(0.35, 1.1),
  'mid-market-ae': executive(0.35, 1.3),
  [sdrRole]: { dial: 32, email: 8, meeting: 0, coaching: 0, source: 0, move: 0 },
  [leadRole]: { dial: 0, email: 0, meeting: 0, coaching: 1, source: 0, move: 0 },
}

export const works: readonly Work[] = ['dial', 'email', 'meeting', 'coaching', 'source', 'move']

/** 0 for a role that does none of it. */
export const workPerDay = (role: string | null, work: Work): number =>
  role === null ? 0 : (workByRole[role]?.[work] ?? 0)
