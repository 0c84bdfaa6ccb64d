import type { LineError } from '../floor-file/located-yaml.ts'
import { ApiError } from './api-error.ts'

/** The answer to a floor file with faults. */
export const badFloor = (errors: readonly LineError[]): ApiError => {
  const { length } = errors
  const faults = `${length} fault${length === 1 ? '' : 's'}`
  return new ApiError('bad-floor', `The floor file has ${faults}; nothing was changed.`, {
    errors: [...errors],
  })
}
