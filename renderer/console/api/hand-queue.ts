// What was entered by hand on its way to the feed.
import { z } from 'zod'
import { type HandAnswer, HandEntry } from '../../../shared/wire/by-hand.ts'
import {
  createPhoneQueue,
  type PhoneQueue,
  type PhoneQueueParts,
  type PhoneQueueState,
  phoneOp,
  type RefusedOf,
} from './phone-queue.ts'

const HandOp = z.discriminatedUnion('do', [
  z.object({ ...phoneOp, do: z.literal('put'), entry: HandEntry }),
  z.object({ ...phoneOp, do: z.literal('withdraw'), entry: HandEntry }),
])
/** `withdraw`: `entry` as it stood, with the version that takes it back. */
export type HandOp = z.infer<typeof HandOp>

export type RefusedOp = RefusedOf<HandOp>
export type HandQueueState = PhoneQueueState<HandOp>

interface HandQueueParts extends PhoneQueueParts<HandOp, HandAnswer> {
  /** Whose entries these are: a phone may be several people’s. */
  readonly account: string
}

export interface HandQueue extends Omit<PhoneQueue<HandOp>, 'add'> {
  put(id: string, entry: HandEntry): void
  /** `entry` as it stands. */
  withdraw(id: string, entry: HandEntry): void
}

export const createHandQueue = ({ account, ...parts }: HandQueueParts): HandQueue => {
  const { state, add, resume, dismiss } = createPhoneQueue(`floorboard:by-hand:${account}:`, HandOp, parts)
  return {
    state,
    put: (id, entry) => add((head) => ({ ...head, do: 'put', id, entry })),
    withdraw: (id, entry) =>
      add((head) => ({ ...head, do: 'withdraw', id, entry: { ...entry, version: entry.version + 1 } })),
    resume,
    dismiss,
  }
}
