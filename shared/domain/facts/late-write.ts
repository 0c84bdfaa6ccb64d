// A write that comes after a newer one of the same fact. Sources deliver over several ways at once, try again, and repair
// what they missed; the order of arrival is then not the order in which things happened.
import type { Fact, FactVersion } from '../../wire/fact.ts'
import { isNoNewer, isOlder, type Versions, withVersion } from './fact-version.ts'
import type { StoredFact } from './stored-fact.ts'

/** What stays known of the versions of a fact that was withdrawn, so that an older one does not bring it back. */
export interface Withdrawn {
  /** The newest that ever stood. The same version may come again. */
  readonly stood: Versions
  /** The newest that a withdrawal named. The same version stays withdrawn. */
  readonly withdrawn: Versions
}

export interface VersionedWrite {
  /** Null withdraws. */
  readonly fact: Fact | null
  /** Of a withdrawal; a fact has its own. */
  readonly version?: FactVersion | null | undefined
}

const none: Versions = []

/** The newest of each scale that the source has given for this fact since it last began. */
const versionsOf = (stored: StoredFact | null): Versions => {
  if (stored === null) return none
  return stored.versions ?? withVersion(none, stored.fact.version)
}

const versionOf = ({ fact, version }: VersionedWrite): FactVersion | null =>
  (fact === null ? version : fact.version) ?? null

/** True where the write says of itself that it is older than what stands, or than a withdrawal. It changes nothing then. */
export const isLate = (
  before: StoredFact | null,
  withdrawn: Withdrawn | null,
  write: VersionedWrite,
): boolean => {
  const version = versionOf(write)
  if (version === null) return false
  if (isOlder(version, versionsOf(before))) return true
  if (withdrawn === null) return false
  return (
    isOlder(version, [...withdrawn.stood, ...withdrawn.withdrawn]) ||
    (write.fact !== null && isNoNewer(version, withdrawn.withdrawn))
  )
}

/** What to keep beside a fact: undefined where its own version says it all. */
export const versionsBeside = (before: StoredFact | null, fact: Fact): Versions | undefined => {
  if (before === null) return undefined
  const versions = withVersion(versionsOf(before), fact.version)
  return versions.some((version) => version !== fact.version) ? versions : undefined
}

/** What to keep of a fact that is withdrawn: null where nothing ever had a version. The same object where it says nothing new. */
export const afterWithdrawal = (
  before: StoredFact | null,
  known: Withdrawn | null,
  version: FactVersion | null | undefined,
): Withdrawn | null => {
  const stood = versionsOf(before).reduce(withVersion, known?.stood ?? none)
  const withdrawn = withVersion(known?.withdrawn ?? none, version)
  if (stood === (known?.stood ?? none) && withdrawn === (known?.withdrawn ?? none)) return known
  return { stood, withdrawn }
}
