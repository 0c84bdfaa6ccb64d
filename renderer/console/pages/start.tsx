// The first page: of the wall for who runs it, of their own numbers for a viewer.
import { useMay } from '../api/queries.ts'
import { OwnDay } from './own-day/own-day.tsx'
import { Today } from './today/today.tsx'

export function Start() {
  return useMay().look ? <Today /> : <OwnDay />
}
