import { MendingUnavailable } from '../store/mending-store.ts'
import { ApiError } from './api-error.ts'

/** What the disk refuses is said, and nothing of it is kept. */
export const keptMending = async <T>(write: () => T | Promise<T>): Promise<T> => {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof MendingUnavailable)) throw error
    throw new ApiError('log-unavailable', `Nothing can be written at the moment: ${error.message}.`)
  }
}
