// What the desk says of a celebration, worked out from what stands now: whether it holds, what screens show of it, what the
// log keeps, what is sent outside.

import { wallNumbers } from '../../../shared/domain/boards/wall-numbers.ts'
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import { createCelebrationView } from '../../../shared/domain/celebrations/celebration-view.ts'
import { hiddenPeople } from '../../../shared/domain/celebrations/credited.ts'
import type { Judge } from '../../../shared/domain/celebrations/judge.ts'
import { clipOf, isForQuietOnes, peopleOfCause } from '../../../shared/domain/celebrations/look.ts'
import { createQuietHours, type QuietHours } from '../../../shared/domain/celebrations/quiet-hours.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { CelebrateMessage, CelebrationView } from '../../../shared/wire/celebrations/view.ts'
import { isVideo } from '../../../shared/wire/media-address.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { CelebratedFacts } from './celebrated-facts.ts'
import type { DecidedCelebration } from './decided-celebration.ts'
import type { CelebrationJudge } from './entry-judge.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { isOfRule } from './own-rules.ts'
import type { Decided } from './record-bodies.ts'
import type { Words } from './words.ts'

export interface DeskViews {
  judge(): Judge
  /** Of the floor that stands. */
  quietHours(): QuietHours
  /** The fact that it is about, as it stands; null where it is about none, or that is withdrawn. */
  standingOf(cause: Cause): StoredFact | null
  /** "Northwind Traders, $182,000", as it is now, else as it was when it was decided. */
  aboutText(entry: LedgerEntry): string
  /**
   * Why something that waits or shows is celebrated no more although it may hold: those who were told of it were told the
   * truth. `isToCome`: it waits.
   */
  whyUnwanted(entry: LedgerEntry, isToCome: boolean): string | null
  /** Why something holds no more; null where it does. `isToCome`: it neither shows nor was shown. */
  whyUntrue(entry: LedgerEntry, isToCome: boolean): string | null
  /** `by`: who began it by hand; null for a rule. */
  decidedOf(cause: Cause, by: string | null): Decided
  forOutbox(entry: LedgerEntry): DecidedCelebration
  /** With those that are shown beside it, at an instant (epoch ms). */
  viewOf(entry: LedgerEntry, together: readonly LedgerEntry[], ms: number): CelebrationView
  /** Without the instant at which it begins, and heard at any hour. */
  messageOf(
    entry: LedgerEntry,
    together: readonly LedgerEntry[],
    ms: number,
  ): Omit<CelebrateMessage, 'startsAt'>
  /** Of a rule that is tried on a screen. */
  testMessage(cause: Cause, ms: number): Omit<CelebrateMessage, 'startsAt'>
}

export interface DeskViewsParts {
  readonly floor: Pick<LiveFloor, 'current' | 'numbers'>
  readonly facts: Pick<CelebratedFacts, 'of'>
  readonly judge: CelebrationJudge
  readonly ledger: Pick<Ledger, 'get' | 'all'>
  readonly words: Pick<Words, 'for'>
}

/** Made once for the numbers that stand. */
const onceFor = <T>(numbers: () => Numbers, make: (numbers: Numbers) => T): (() => T) => {
  let known: { readonly numbers: Numbers; readonly made: T } | null = null
  return () => {
    const now = numbers()
    if (known?.numbers !== now) known = { numbers: now, made: make(now) }
    return known.made
  }
}

const isSameFact = ({ about }: Cause, { about: other }: Cause): boolean =>
  about.kind === 'fact' && other.kind === 'fact' && about.id === other.id && about.source === other.source

export const createDeskViews = ({ floor, facts, judge, ledger, words }: DeskViewsParts): DeskViews => {
  const file = () => floor.current().file
  const views = onceFor(() => wallNumbers(floor.numbers()), createCelebrationView)
  const quietHours = onceFor(floor.numbers, ({ model }) => createQuietHours(model.file))
  const judgeNow = (): Judge => judge.of(floor.numbers())

  const standingOf = (cause: Cause): StoredFact | null => {
    const written = facts.of(cause)
    return written && floor.numbers().model.corrections.read(written)
  }
  const aboutText = ({ cause, decided }: LedgerEntry): string => {
    const standing = standingOf(cause)
    return standing === null ? decided.text : views().aboutText(cause, standing)
  }

  const soundOf = (cause: Cause): string | null => {
    const { rule } = cause
    const clip = clipOf(cause, file().people)
    // A film is shown without its sound.
    if (clip !== null && !isVideo(clip)) return clip
    if (rule.sound === 'none') return null
    return rule.sound.includes('/') ? rule.sound : `own:${rule.sound}`
  }

  /** Others who reached the same goal today, the latest first. */
  const earlierToday = (cause: Cause): readonly LedgerEntry[] => {
    const isGoal = 'metric' in cause.rule.on && cause.rule.on.crosses === 'goal'
    if (!isGoal) return []
    const numbers = floor.numbers()
    const today = numbers.todayAt(cause.at)
    return ledger
      .all()
      .filter(
        ({ cause: other, ended, takenBack }) =>
          other.rule.id === cause.rule.id &&
          other.about.kind === 'metric' &&
          numbers.todayAt(other.at) === today &&
          ended?.state !== 'cancelled' &&
          takenBack === null,
      )
  }
  const alsoShown = (cause: Cause, beside: readonly LedgerEntry[]): readonly string[] =>
    cause.about.kind !== 'metric' && cause.about.kind !== 'day'
      ? []
      : [...beside, ...earlierToday(cause)].flatMap(({ cause: other }) =>
          other.id === cause.id ? [] : peopleOfCause(other),
        )

  const viewOf: DeskViews['viewOf'] = (entry, together, ms) => {
    const { cause } = entry
    const original = cause.about.kind === 'word' ? ledger.get(cause.about.about) : null
    if (original !== null) {
      const of = viewOf(original, [], ms)
      return { ...of, title: cause.rule.name, look: of.look === 'quiet' ? 'quiet' : 'recognition' }
    }
    const isListed = cause.about.kind === 'fact'
    const others = together.filter((other) => isListed && !isSameFact(cause, other.cause))
    return views().view(
      {
        cause,
        standing: standingOf(cause),
        together: alsoShown(cause, together),
        word: words.for(cause.id).at(-1)?.word ?? null,
        merged: others.map((other) => ({
          title: other.cause.rule.name,
          name: [other.decided.names.join(', '), aboutText(other)].filter((part) => part !== '').join(', '),
        })),
      },
      ms,
    )
  }

  const messageWith = (cause: Cause, view: CelebrationView) => ({
    id: cause.id,
    ms: cause.rule.seconds * 1000,
    view,
    sound: soundOf(cause),
    silent: isForQuietOnes(cause, file()),
  })

  return {
    judge: judgeNow,
    quietHours,
    standingOf,
    aboutText,
    whyUnwanted: ({ cause, decided }, isToCome) => {
      const { celebrations } = file()
      const isInForce = celebrations.some(({ id, off }) => id === cause.rule.id && !off)
      if (isToCome && !isInForce && isOfRule(cause) && decided.by === null) return 'its rule is gone'
      const of = cause.about.kind === 'word' ? ledger.get(cause.about.about)?.cause : cause
      const hidden = hiddenPeople({ file: file() })
      const isHidden = of !== undefined && peopleOfCause(of).some((id) => hidden.has(id))
      return isHidden ? 'they want no celebration' : null
    },
    whyUntrue: ({ cause }, isToCome) => {
      const standing = standingOf(cause)
      if (judgeNow().isTrue(cause, standing, isToCome)) return null
      return cause.about.kind === 'fact' && standing === null ? 'it was withdrawn' : 'it is no longer so'
    },
    decidedOf: (cause, by) => ({
      rule: cause.rule,
      about: cause.about,
      at: cause.at,
      happenedAt: cause.happenedAt,
      names: [...views().namesOf(cause)],
      text: views().aboutText(cause, standingOf(cause)),
      by,
    }),
    forOutbox: (entry) => {
      const { cause, decided, decidedAt } = entry
      const isByHand = decided.by !== null
      return {
        id: cause.id,
        title: cause.rule.name,
        names: decided.names,
        people: peopleOfCause(cause),
        about: aboutText(entry),
        rule: isByHand ? null : cause.rule.id,
        tell: isByHand ? [] : cause.rule.tell,
        at: decidedAt,
        deal: views().dealFacts(cause, standingOf(cause)),
      }
    },
    viewOf,
    messageOf: (entry, together, ms) => ({
      ...messageWith(entry.cause, viewOf(entry, together, ms)),
      isTest: false,
    }),
    testMessage: (cause, ms) => {
      const parts = { cause, standing: standingOf(cause), together: [], word: null, merged: [] }
      return { ...messageWith(cause, views().view(parts, ms)), isTest: true }
    },
  }
}
