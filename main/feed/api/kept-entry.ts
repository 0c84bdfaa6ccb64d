// What a person writes down: what the disk or the rules refuse is said, and nothing of it is kept.
import type { Written } from '../coaching-notes/entry-book.ts'
import { TalksUnavailable } from '../store/talk-store.ts'
import { ApiError } from './api-error.ts'

/** Passes over what was done. */
const check = (written: Written): void => {
  switch (written) {
    case 'done':
      return
    case 'stale':
      throw new ApiError(
        'stale-note',
        'Somebody else changed this in the meantime. What you wrote is not saved: look at what stands there first.',
      )
    case 'gone':
      throw new ApiError('not-found', 'This is not there any more.')
    case 'forbidden':
      throw new ApiError('forbidden', 'Only whoever wrote this may change it.')
    case 'full':
      throw new ApiError('too-large', 'More is not kept here: remove what is no longer needed.')
  }
}

export const kept = (write: () => void): void => {
  try {
    write()
  } catch (error) {
    if (!(error instanceof TalksUnavailable)) throw error
    throw new ApiError('log-unavailable', `Nothing can be written at the moment: ${error.message}.`)
  }
}

/** The same of a note or an action. */
export const keptEntry = (write: () => Written): void => kept(() => check(write()))
