// What starts next, and what is too late: one celebration at a time on each screen, the most important first.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { FloorFile } from '../../wire/floor.ts'
import type { Cause } from './cause.ts'

/** What waits. */
export interface Waiting {
  readonly cause: Cause
  /** Began by somebody's hand: neither the hour nor the cap keeps it. */
  readonly isByHand: boolean
}

export interface QueueState {
  readonly waiting: readonly Waiting[]
  /** Screens that show one, with the instant (epoch ms) from which each is free again. */
  readonly busy: ReadonlyMap<string, number>
  /** How many started by themselves in the last hour on each screen. */
  readonly startedInHour: ReadonlyMap<string, number>
  /** Screens that had a card of what came too late within the last hour: what comes too late now waits for the next one. */
  readonly hadCard: ReadonlySet<string>
  /** Whether an instant (epoch ms) lies within the quiet hours of a screen. */
  readonly isQuietOn: (screen: string, ms: number) => boolean
  /** Epoch ms. */
  readonly now: number
}

export interface Start {
  readonly first: Waiting
  readonly screens: readonly string[]
  /** Of the same rule, shown together with it. */
  readonly together: readonly Waiting[]
}

export interface NextUp {
  readonly starts: readonly Start[]
  /** Those that are too late to take over. */
  readonly late: readonly {
    readonly waiting: Waiting
    readonly why: 'too late' | 'too many' | 'quiet hours'
  }[]
}

/** Neither a card, of which there is one for many, nor what somebody wrote takes the place of a celebration. */
const isCapped = ({ cause: { about }, isByHand }: Waiting): boolean =>
  !isByHand && about.kind !== 'card' && about.kind !== 'word'

/** Whether several of a rule that wait are one: of people who reached something, or who have their day, all; of deals a crowd. */
const crowd = 3

/** The screens on which a rule plays, in the file's order. */
export const screensOf = (
  { screens, groups }: Pick<CelebrationRule, 'screens' | 'groups'>,
  { screens: all }: Pick<FloorFile, 'screens'>,
): readonly string[] =>
  all
    .filter(
      ({ id, group }) =>
        (screens === undefined && groups === undefined) ||
        screens?.includes(id) === true ||
        (group !== undefined && groups?.includes(group) === true),
    )
    .map(({ id }) => id)

const byImportance = (one: Waiting, other: Waiting): number =>
  other.cause.rule.priority - one.cause.rule.priority ||
  one.cause.happenedAt - other.cause.happenedAt ||
  (one.cause.id < other.cause.id ? -1 : 1)

const canShareScreen = ({ cause }: Waiting): boolean =>
  cause.about.kind === 'day' || (cause.about.kind === 'metric' && cause.about.of === 'rep')

/** Of several rules that one fact sets off, the most important one is shown, if it plays wherever they do. */
const isOfSameFact = ({ cause: { about } }: Waiting, { cause: { about: other } }: Waiting): boolean =>
  about.kind === 'fact' && other.kind === 'fact' && about.source === other.source && about.id === other.id

const companionsOf = (
  first: Waiting,
  others: readonly Waiting[],
  playsOn: (waiting: Waiting) => readonly string[],
): readonly Waiting[] => {
  const screens = new Set(playsOn(first))
  // One whose own screens all sleep is told of when they wake.
  const playsBeside = (own: readonly string[]): boolean =>
    own.length > 0 && own.every((screen) => screens.has(screen))
  const ofFact = others.filter(
    (each) => !each.isByHand && isOfSameFact(first, each) && playsBeside(playsOn(each)),
  )
  const same = others.filter(
    ({ cause, isByHand }) =>
      !isByHand && cause.rule.id === first.cause.rule.id && cause.about.kind === first.cause.about.kind,
  )
  if (first.isByHand || first.cause.about.kind === 'card' || first.cause.about.kind === 'word') return []
  const ofRule = canShareScreen(first) || same.length + 1 >= crowd ? same : []
  return [...new Set([...ofFact, ...ofRule])]
}

export const nextUp = (
  { waiting, busy, startedInHour, hadCard, isQuietOn, now }: QueueState,
  file: Pick<FloorFile, 'screens' | 'floor'>,
): NextUp => {
  const { perHour, freshMinutes } = file.floor.celebrations
  const isStale = ({ cause, isByHand }: Waiting): boolean =>
    !isByHand && cause.about.kind !== 'card' && now - cause.happenedAt > freshMinutes * 60_000
  const counts = new Map(startedInHour)
  const isFull = (screen: string): boolean => (counts.get(screen) ?? 0) >= perHour
  const allOf = ({ cause }: Waiting): readonly string[] => screensOf(cause.rule, file)
  /** Where it may take over at an instant, epoch ms. What somebody began by hand may do so everywhere. */
  const awake = (each: Waiting, ms = now): readonly string[] =>
    each.isByHand ? allOf(each) : allOf(each).filter((screen) => !isQuietOn(screen, ms))
  /** Nothing is told of it before one of its screens is out of its quiet hours. */
  const isHeld = (each: Waiting, ms = now): boolean => allOf(each).length > 0 && awake(each, ms).length === 0
  const whyLate = (each: Waiting) =>
    isHeld(each, each.cause.happenedAt) ? 'quiet hours' : awake(each).some(isFull) ? 'too many' : 'too late'
  const stale = waiting.filter((each) => isStale(each) && !isHeld(each))
  const late = stale
    .filter((each) => !allOf(each).some((screen) => hadCard.has(screen)))
    .map((each) => ({ waiting: each, why: whyLate(each) }) as const)

  const left = waiting.filter((each) => !stale.includes(each)).sort(byImportance)
  const starts: Start[] = []
  const taken = new Set([...busy].filter(([, until]) => until > now).map(([screen]) => screen))
  const gone = new Set<Waiting>()
  for (const first of left) {
    if (gone.has(first) || isHeld(first)) continue
    const screens = awake(first)
    if (isCapped(first) && screens.some(isFull)) continue
    const isFree = screens.every((screen) => !taken.has(screen))
    // Its screens are kept for it: whatever is less important does not overtake it there.
    for (const screen of screens) taken.add(screen)
    if (!isFree) continue
    const others = left.filter((each) => each !== first && !gone.has(each))
    const together = companionsOf(first, others, (each) => awake(each))
    for (const each of [first, ...together]) gone.add(each)
    if (isCapped(first)) for (const screen of screens) counts.set(screen, (counts.get(screen) ?? 0) + 1)
    starts.push({ first, screens, together })
  }
  return { starts, late }
}
