// What is kept of awards, put together: results in the log, and beside it what is not decided yet.
import type { Log } from '../store/log.ts'
import type { StoredNomination, StoredVote, VoteStore } from '../store/vote-store.ts'
import { createAwardBook } from './award-book.ts'
import { openAwardRecords } from './award-records.ts'

/** What was nominated and chosen before a floor began, as on the demo's. */
export interface FirstVotes {
  readonly nominations: readonly StoredNomination[]
  readonly votes: readonly StoredVote[]
}

/** The records follow the log from now on. Throws `VotesUnavailable` where the disk takes nothing of `first`. */
export const openKeptAwards = async (
  log: Pick<Log, 'recordsOf' | 'onCommit'>,
  store: VoteStore,
  first: FirstVotes | false | undefined,
) => {
  if (first) {
    for (const nomination of first.nominations) store.nominate(nomination)
    for (const vote of first.votes) store.vote(vote)
  }
  const records = await openAwardRecords(log)
  log.onCommit(records.take)
  return { records, store, book: createAwardBook(records, store) }
}
