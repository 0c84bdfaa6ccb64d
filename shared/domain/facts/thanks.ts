// Thanks as facts and back, and what of them is refused.
import { z } from 'zod'
import type { Activity, Fact } from '../../wire/fact.ts'
import { helpKind, type NewThanks, ThanksHow, ThanksWay, thanksSource } from '../../wire/thanks.ts'
import { handDays } from './by-hand.ts'

/** A help that whoever was helped has thanked for. People are ids of the floor file. */
export interface Thanks {
  readonly id: string
  readonly helper: string
  readonly helped: string
  readonly words: string
  /** The customer of the deal; null where none was named. */
  readonly account: string | null
  readonly how: ThanksHow | null
  /** Epoch ms. */
  readonly at: number
  /** Who said it first. */
  readonly way: ThanksWay
}

/** The fact that counts for whoever helped. Its version never changes: a thanks is taken back, and not rewritten. */
export const thanksFactOf = ({ id, helper, helped, words, account, how, at, way }: Thanks): Activity => ({
  source: thanksSource,
  id,
  version: 1,
  type: 'activity',
  kind: helpKind,
  at: new Date(at).toISOString(),
  ...(account !== null && { account }),
  fields: { ...(how !== null && { how }), helped, way, words },
  credits: [{ rep: helper }],
})

const Fields = z.object({
  helped: z.string(),
  words: z.string(),
  way: ThanksWay,
  how: ThanksHow.nullable().default(null).catch(null),
})

/** Null for one of the source that nobody said here: of several people, without words, of another kind. */
export const thanksOf = (fact: Fact): Thanks | null => {
  const [credit, ...others] = fact.credits
  if (fact.type !== 'activity' || fact.source !== thanksSource || fact.kind !== helpKind) return null
  if (credit === undefined || others.length > 0) return null
  const fields = Fields.safeParse(fact.fields).data
  const at = Date.parse(fact.at)
  if (fields === undefined || Number.isNaN(at)) return null
  return { id: fact.id, helper: credit.rep, account: fact.account ?? null, at, ...fields }
}

/** The same pair, whoever of the two said it. */
const isOfPair = (
  thanks: Pick<Thanks, 'helper' | 'helped'>,
  of: Pick<Thanks, 'helper' | 'helped'>,
): boolean => thanks.helper === of.helper && thanks.helped === of.helped

/** A phone’s clock may be that far ahead, as may those of sources (C5). */
const aheadMs = 5 * 60_000
const dayMs = 86_400_000

/** More of one person on one day thanks nobody any more: it is counting. */
const mostADay = 30

/**
 * `self`: for oneself. `nobody`: the colleague does not work here. `enough`: as many for this colleague on that day as the
 * floor allows; `too-many`: as many as anybody says on one day.
 */
export type ThanksFault = 'self' | 'nobody' | 'future' | 'too-old' | 'enough' | 'too-many'

interface Judged {
  /** Those that stand or wait, of any days. */
  readonly known: readonly Pick<Thanks, 'helper' | 'helped' | 'at'>[]
  /** Whether both work here. */
  readonly areHere: boolean
  /** The floor’s `perDay`. */
  readonly perDay: number
  /** The day of an instant (epoch ms) where whoever was helped is. */
  readonly dayAt: (ms: number) => number
  /** Epoch ms. */
  readonly now: number
}

/** Why one is refused, or null. It is not among `known`. */
export const thanksFaultOf = (
  of: Pick<Thanks, 'helper' | 'helped' | 'at'>,
  { known, areHere, perDay, dayAt, now }: Judged,
): ThanksFault | null => {
  if (of.helper === of.helped) return 'self'
  if (!areHere) return 'nobody'
  if (of.at > now + aheadMs) return 'future'
  if (of.at <= now - handDays * dayMs) return 'too-old'
  const day = dayAt(of.at)
  const ofDay = known.filter(({ at }) => dayAt(at) === day)
  if (ofDay.filter((each) => isOfPair(each, of)).length >= perDay) return 'enough'
  return ofDay.filter(({ helped }) => helped === of.helped).length >= mostADay ? 'too-many' : null
}

/** Whom a thanks of a phone is about. `person`: whoever says it. */
export const pairOf = (person: string, { way, colleague }: Pick<NewThanks, 'way' | 'colleague'>) =>
  way === 'helped' ? { helper: colleague, helped: person } : { helper: person, helped: colleague }
