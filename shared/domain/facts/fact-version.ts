// Which of two versions of a fact is the older one. A source gives them as numbers, instants or plain dates; each of these
// is a scale of its own, and versions of two scales cannot be compared.
import type { FactVersion } from '../../wire/fact.ts'

/** At most one of each scale. */
export type Versions = readonly FactVersion[]

const scaleOf = (version: FactVersion): 'number' | 'date' | 'instant' => {
  if (typeof version === 'number') return 'number'
  return version.length === 10 ? 'date' : 'instant'
}

/** The digits of an instant beyond its milliseconds, as nanoseconds. `Date.parse` drops them. */
const nanosecondsOf = (instant: string): number =>
  Number((/\.\d{3}(\d{1,6})/.exec(instant)?.[1] ?? '').padEnd(6, '0'))

/** Negative where `a` is the older, 0 where they are the same version; null for versions of two scales. */
export const compareVersions = (a: FactVersion, b: FactVersion): number | null => {
  if (scaleOf(a) !== scaleOf(b)) return null
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b)
  if (a.length === 10) return Number(a > b) - Number(a < b)
  return Date.parse(a) - Date.parse(b) || nanosecondsOf(a) - nanosecondsOf(b)
}

/** With `version` in place of an older one of its scale. */
export const withVersion = (versions: Versions, version: FactVersion | null | undefined): Versions => {
  if (version == null) return versions
  const known = versions.find((each) => compareVersions(each, version) !== null)
  if (known === undefined) return [...versions, version]
  if ((compareVersions(known, version) ?? 0) >= 0) return versions
  return versions.map((each) => (each === known ? version : each))
}

/** Whether one of `versions` is newer than this one. */
export const isOlder = (version: FactVersion, versions: Versions): boolean =>
  versions.some((each) => (compareVersions(version, each) ?? 0) < 0)

/** Whether one of `versions` is newer than this one, or the same. */
export const isNoNewer = (version: FactVersion, versions: Versions): boolean =>
  versions.some((each) => (compareVersions(version, each) ?? 1) <= 0)
