// Awards for boards: what is decided is what the log has of it, what people wrote meanwhile is read from beside it.
import type { AwardBook } from '../../../shared/domain/standing/award-book.ts'
import type { VoteStore } from '../store/vote-store.ts'
import type { AwardRecords } from './award-records.ts'

export interface KeptAwards extends AwardBook {
  /** Somebody was nominated or taken back, or a round began or ended. */
  noteChange(): void
  onChange(listener: () => void): void
}

export const createAwardBook = (
  records: Pick<AwardRecords, 'results' | 'onChange'>,
  store: Pick<VoteStore, 'nominations'>,
): KeptAwards => {
  const listeners: (() => void)[] = []
  const notify = (): void => {
    for (const listener of listeners) listener()
  }
  records.onChange(notify)

  return {
    noteChange: notify,
    onChange: (listener) => void listeners.push(listener),
    // Who wrote it stays here.
    nominations: (award, on) =>
      store.nominations({ award, on }).map(({ person, words, at }) => ({ person, words, at })),
    results: (award, ms, most, isWanted = () => true) =>
      records
        .results()
        .filter(
          (result) => (award === null || result.award === award) && result.closedAt <= ms && isWanted(result),
        )
        .slice(0, most),
  }
}
