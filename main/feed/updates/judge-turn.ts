// Whose turn it is to take a new version: one screen's first, then everybody's; and nobody's once a TV went back from it.
import { gt } from 'semver'
import type { ProgramReport, UpdatesAnswer, UpdateTurn } from '../../../shared/wire/updates.ts'
import { firstShowsMs } from '../../../shared/wire/updates.ts'

type RunningScreen = UpdatesAnswer['screens'][number]
type Staged = Omit<UpdatesAnswer['staged'][number], 'othersFrom' | 'isForAll'>

/** All that is kept. Times in epoch ms on the feed's clock, but those of what was gone back from. */
export interface Rollout {
  /** The screen that somebody chose to go first. */
  readonly first: string | null
  /** What each screen's kiosk said last; of several that show the same screen, the one that spoke last. */
  readonly screens: readonly RunningScreen[]
  readonly staged: readonly Staged[]
  /** Versions for which nobody need wait. */
  readonly forAll: readonly string[]
  readonly wentBack: UpdatesAnswer['wentBack']
}

export const noRollout: Rollout = { first: null, screens: [], staged: [], forAll: [], wentBack: [] }

/** Kept of each list: more tells nobody anything. */
const mostKept = 50

interface Heard {
  readonly report: ProgramReport
  readonly screen: string
  /** The version that the feed's folder has for such a computer. */
  readonly offered: string | null
  /** Screens of the floor that are live now, in its order. */
  readonly live: () => readonly string[]
  readonly now: number
}

const withScreen = ({ screens }: Rollout, { report, screen, now }: Heard): Rollout['screens'] => {
  const before = screens.find((each) => each.screen === screen)
  const since = before?.version === report.version ? before.since : now
  const { version, platform, updates } = report
  return [
    ...screens.filter((each) => each !== before),
    { screen, version, platform, updates, since, seenAt: now },
  ].slice(-mostKept * 10)
}

const withWentBack = ({ wentBack }: Rollout, { report, screen }: Heard): Rollout['wentBack'] => {
  const said = report.wentBack
  const isKnown =
    said === null || wentBack.some((each) => each.screen === screen && each.version === said.version)
  return isKnown ? wentBack : [...wentBack, { ...said, screen }].slice(-mostKept)
}

/** The chosen screen where it is such a computer, else the first live one that is, else the one that asks. */
const firstFor = (rollout: Rollout, { report, screen, live }: Heard): string => {
  const isSuch = (id: string | null) =>
    rollout.screens.some((each) => each.screen === id && each.platform === report.platform && each.updates)
  if (rollout.first !== null && isSuch(rollout.first)) return rollout.first
  return live().find(isSuch) ?? screen
}

const isOf = (version: string, platform: string) => (each: Staged) =>
  each.version === version && each.platform === platform

const withStaged = (rollout: Rollout, wanted: string | null, heard: Heard): Rollout['staged'] => {
  const { report, screen, now } = heard
  const { platform, version } = report
  const isNew = wanted !== null && !rollout.staged.some(isOf(wanted, platform))
  const added: Staged[] = isNew
    ? [{ version: wanted, platform, first: screen, begunAt: null, firstSince: null }]
    : []
  return [...rollout.staged, ...added].slice(-mostKept).map((each) => {
    if (each.platform !== platform) return each
    // Until it has begun, another one may come before it in the list.
    const first = each.begunAt === null && each.version === wanted ? firstFor(rollout, heard) : each.first
    if (first !== screen) return { ...each, first }
    const begins = each.version === wanted && report.begins
    return {
      ...each,
      first,
      begunAt: each.begunAt ?? (begins || each.version === version ? now : null),
      firstSince: each.firstSince ?? (each.version === version ? now : null),
    }
  })
}

/**
 * When the others' turn began or begins, epoch ms: an hour after the first screen was first heard of on it. Null while that
 * is not known: it does not run it yet, or was not heard of for long enough.
 */
export const othersFrom = (rollout: Rollout, staged: Staged): number | null => {
  if (staged.firstSince === null) return null
  const first = rollout.screens.find(({ screen }) => screen === staged.first)
  return first?.version === staged.version ? staged.firstSince + firstShowsMs : null
}

const isThroughFirst = (rollout: Rollout, staged: Staged): boolean => {
  const from = othersFrom(rollout, staged)
  const heardAt = rollout.screens.find(({ screen }) => screen === staged.first)?.seenAt ?? 0
  // Not by the clock alone: it has to be there at the end of its hour.
  return from !== null && heardAt >= from
}

const turnOf = (rollout: Rollout, wanted: string | null, { report, screen }: Heard): UpdateTurn['take'] => {
  if (wanted === null || rollout.wentBack.some(({ version }) => version === wanted)) return 'no'
  if (rollout.forAll.includes(wanted)) return 'now'
  const staged = rollout.staged.find(isOf(wanted, report.platform))
  if (staged === undefined) return 'no'
  return staged.first === screen || isThroughFirst(rollout, staged) ? 'tonight' : 'no'
}

/** What one report changes, and what it is answered. */
export const hearReport = (
  before: Rollout,
  heard: Heard,
): { readonly rollout: Rollout; readonly take: UpdateTurn['take'] } => {
  const { report, offered } = heard
  const newest = report.found ?? offered
  const wanted = report.updates && newest !== null && gt(newest, report.version) ? newest : null
  const known = { ...before, screens: withScreen(before, heard), wentBack: withWentBack(before, heard) }
  const rollout = { ...known, staged: withStaged(known, wanted, heard) }
  return { rollout, take: turnOf(rollout, wanted, heard) }
}

/** The others need not wait for the first one. A version that a TV went back from stays away. */
export const releaseToAll = (rollout: Rollout, version: string): Rollout => ({
  ...rollout,
  forAll: [...rollout.forAll.filter((each) => each !== version), version].slice(-mostKept),
})

/** Another screen goes first; one that runs a version already stays the first of that one. */
export const chooseFirst = (rollout: Rollout, first: string | null): Rollout => ({
  ...rollout,
  first,
  staged: rollout.staged.map((each) => (each.firstSince === null ? { ...each, begunAt: null } : each)),
})

/** Versions that somebody still lacks, and that nobody went back from. */
export const onTheirWay = ({ staged, screens, wentBack }: Rollout): readonly Staged[] =>
  staged.filter(
    ({ version, platform }) =>
      !wentBack.some((each) => each.version === version) &&
      screens.some((each) => each.updates && each.platform === platform && gt(version, each.version)),
  )
