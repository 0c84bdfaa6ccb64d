// The desk of the celebrations: what was found is decided in the log, waits its turn, takes over the screens, and is taken
// back when it turns out not to be true.
import { randomUUID } from 'node:crypto'
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import { faceOfName } from '../../../shared/domain/celebrations/face-of-name.ts'
import { nextUp, type Start, screensOf, type Waiting } from '../../../shared/domain/celebrations/queue.ts'
import { sampleCause } from '../../../shared/domain/celebrations/sample-cause.ts'
import { touchedWins } from '../../../shared/domain/counting/changes.ts'
import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import type { Celebration, NewCelebration, TriedRule } from '../../../shared/wire/celebrations/api.ts'
import type { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import type { CelebratedMessage, CelebrateMessage } from '../../../shared/wire/celebrations/view.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { factKey } from '../store/entry-key.ts'
import { type Log, LogUnavailable } from '../store/log.ts'
import { type ScreenStore, ScreenStoreUnavailable } from '../store/screen-store.ts'
import { createCelebrationList } from './celebration-list.ts'
import type { CelebrationOutbox } from './celebration-outbox.ts'
import { createDayWatch } from './day-watch.ts'
import { createDeskViews } from './desk-views.ts'
import type { CelebrationJudge, Judged } from './entry-judge.ts'
import { type LedgerEntry, openLedger } from './ledger.ts'
import { mediaOf } from './media-of.ts'
import { createOfficeCards } from './office-cards.ts'
import { causeByHand, lateCard, wordCard } from './own-rules.ts'
import { createTakeovers, type DeskMessage, type Takeover } from './takeovers.ts'
import { tryRule } from './try-rule.ts'
import type { Words } from './words.ts'

/** Who did something by hand: the cause that the log keeps, and their name. */
export interface ByHand {
  readonly by: string
  readonly name: string
}

/** What a leader says, and how they look. */
export interface Said {
  readonly text: string
  readonly name: string
  /** "VP Sales"; null without one. */
  readonly title: string | null
  /** An address; null without one. */
  readonly photo: string | null
}

export interface CelebrationDesk {
  listen(listener: (message: DeskMessage) => void): void
  /** What a screen that comes now has to show. */
  showingOn(screen: string): readonly CelebrateMessage[]
  /** What screens may soon need. */
  mediaAhead(): readonly string[]
  /** What a screen says that it showed; false where the disk takes nothing. */
  report(screen: string, message: CelebratedMessage): boolean
  /** Newest first; `since`: epoch ms, when they were decided. */
  list(since: number | null): readonly Celebration[]
  find(id: string): Celebration | null
  /** The same id again does nothing more. */
  begin(asked: NewCelebration, who: ByHand): Promise<Celebration>
  /** Null where there is none of that id. */
  cancel(id: string, who: ByHand): Celebration | null
  replay(id: string, who: ByHand): Promise<Celebration | null>
  /** Plays a rule at once as a test, from what last happened. */
  play(rule: CelebrationRule, screens: readonly string[]): void
  /** What it would have celebrated in the last 90 days. */
  tryRule(rule: CelebrationRule): Promise<TriedRule>
  /** What a leader writes now. Null where there is no such celebration. `who` tells them apart: each writes once. */
  write(id: string, said: Said, who: string): Promise<Celebration | null>
  /** Each second, by the clock; tests call it as well. */
  tick(): void
  /** Resolves once all that was found is decided. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface CelebrationDeskParts {
  readonly floor: Pick<LiveFloor, 'current' | 'numbers' | 'onStageChange' | 'recentFiles'>
  readonly log: Pick<Log, 'recordsOf' | 'appendRecords' | 'standingFact' | 'entriesAfter'>
  readonly judge: CelebrationJudge
  readonly outbox: CelebrationOutbox
  readonly words: Pick<Words, 'for' | 'onChange'>
  readonly store: Pick<ScreenStore, 'addCelebrated' | 'celebrated'>
  readonly clock: Clock
  /** Ms that only go on, whatever becomes of the clock; the process's own where it is left out. */
  readonly elapsed?: () => number
  readonly onError: (what: string, error: unknown) => void
}

const tickMs = 1000
/** For so long it is watched whether what was celebrated still holds. */
const watchedMs = 14 * dayMs
/** For so long the outbox is told again, at a start, of what it may have missed. */
const toldAgainMs = 3 * dayMs
const hourMs = 3_600_000
/** Why a celebration has no takeover of its own. */
const besideAnother = 'shown together with another'

export const openCelebrationDesk = (parts: CelebrationDeskParts): CelebrationDesk => {
  const { floor, log, judge, outbox, words, store, clock, onError } = parts
  const { elapsed = () => performance.now() } = parts
  const listeners: ((message: DeskMessage) => void)[] = []
  const ledger = openLedger(log, clock, onError)
  const views = createDeskViews({ floor, log, judge, ledger, words })
  /** In the quiet hours of an office nothing is heard there, whoever began it. */
  const asHeardOn = (screen: string, message: CelebrateMessage): CelebrateMessage =>
    message.silent || !views.quietHours().isQuietOn(screen, message.startsAt)
      ? message
      : { ...message, silent: true }
  const send = (message: DeskMessage): void => {
    const parts = 'retract' in message ? [message] : splitByHearing(message)
    for (const part of parts) for (const listener of listeners) listener(part)
  }
  const splitByHearing = ({ screens, celebrate }: Extract<DeskMessage, { celebrate: unknown }>) => {
    const isHeard = (screen: string): boolean => asHeardOn(screen, celebrate) === celebrate
    return [
      { screens: screens.filter(isHeard), celebrate },
      { screens: screens.filter((screen) => !isHeard(screen)), celebrate: { ...celebrate, silent: true } },
    ].filter((part) => part.screens.length > 0)
  }
  const takeovers = createTakeovers({ clock, elapsed, send, wake: () => pump() })
  const { list, find } = createCelebrationList({ floor, ledger, takeovers, views, words, store })
  const officeCards = createOfficeCards({ floor, ledger, views })
  const days = createDayWatch(() => views.judge().days)
  /** Found, and not in the log yet. */
  let undecided: Cause[] = []
  let deciding: Promise<void> | null = null
  /** What goes onto a card that is on its way into the log. */
  const onCard = new Set<string>()
  /** Whose truth is watched. */
  let watched: readonly string[] = []
  let isClosed = false

  const file = () => floor.current().file
  const entriesOf = (waiting: readonly Waiting[]): readonly LedgerEntry[] =>
    waiting.flatMap(({ cause }) => ledger.get(cause.id) ?? [])

  const watch = (): void => {
    const since = clock.now() - watchedMs
    const live = ledger
      .all()
      .filter(
        ({ decidedAt, ended, takenBack }) =>
          decidedAt > since && ended?.state !== 'cancelled' && takenBack === null,
      )
    watched = live.map(({ cause }) => cause.id)
    const facts = live.flatMap(({ cause: { about } }) =>
      about.kind === 'fact' ? [factKey(about.source, about.id)] : [],
    )
    judge.watch(new Set(facts))
  }

  /** Nobody waits for the outbox: what could not be written is handed over again at the next start. */
  const tell = (entry: LedgerEntry): void =>
    void outbox
      .celebrate(views.forOutbox(entry))
      .catch((error) => onError('what is to be told of a celebration cannot be kept', error))
  const correct = (id: string, why: string): void =>
    void outbox
      .takeBack(id, why)
      .catch((error) => onError('what is to be corrected of a celebration cannot be kept', error))

  // What is found

  const noteDecided = (): void => judge.noteDecided(undecided.length === 0 && deciding === null)

  /** What is new in the log; rejects with `LogUnavailable`. */
  const put = async (causes: readonly Cause[]): Promise<readonly LedgerEntry[]> => {
    const known = new Set<string>()
    const decisions = causes.flatMap((cause) => {
      if (known.has(cause.id) || ledger.get(cause.id) !== null) return []
      known.add(cause.id)
      return [{ id: cause.id, decided: views.decidedOf(cause, null) }]
    })
    if (decisions.length === 0) return []
    const fresh = await ledger.decide(decisions, 'rule')
    watch()
    return fresh
  }

  const decide = (): void => {
    noteDecided()
    if (deciding !== null || undecided.length === 0 || isClosed) return
    const causes = undecided
    undecided = []
    deciding = put(causes)
      .then(
        (fresh) => {
          for (const entry of fresh) tell(entry)
          return true
        },
        (error) => {
          undecided = [...causes, ...undecided]
          if (!(error instanceof LogUnavailable)) onError('celebrations cannot be decided', error)
          return false
        },
      )
      .then((isDecided) => {
        deciding = null
        noteDecided()
        if (!isDecided) return
        decide()
        pump()
      })
  }

  // What takes over

  const start = ({ first, screens, together }: Start): void => {
    const [entry] = entriesOf([first])
    if (entry === undefined) return
    const beside = entriesOf(together)
    takeovers.begin({
      entry,
      together: beside,
      screens,
      message: views.messageOf(entry, beside, clock.now()),
    })
  }

  const end = ({ entry, together, message: { startsAt } }: Takeover): void => {
    if (entry === null) return
    const shown = { state: 'shown', startsAt, by: null } as const
    ledger.end([entry.cause.id], { ...shown, why: null }, 'clock')
    const beside = together.map(({ cause }) => cause.id).filter((id) => ledger.get(id)?.ended === null)
    if (beside.length > 0) ledger.end(beside, { ...shown, why: besideAnother }, 'clock')
  }

  /**
   * One card instead of all that is too late. The card is in the log before they end: a feed that is killed in between
   * finds it there, and makes no other.
   */
  const gather = (late: ReturnType<typeof nextUp>['late']): void => {
    const entries = entriesOf(late.map(({ waiting }) => waiting))
    const [first] = entries
    if (first === undefined) return
    const ids = entries.map(({ cause }) => cause.id)
    for (const id of ids) onCard.add(id)
    const screens = new Set(entries.flatMap(({ cause }) => screensOf(cause.rule, file())))
    const isEverywhere = file().screens.every(({ id }) => screens.has(id))
    const where = isEverywhere || screens.size === 0 ? null : [...screens]
    const card = lateCard(entries, first, where, floor.numbers().model.say, clock.now())
    const putCard = put([card]).then(
      () => {
        for (const { waiting, why } of late)
          ledger.end([waiting.cause.id], { state: why, startsAt: null, why: null, by: null }, 'clock')
      },
      (error) => {
        if (!(error instanceof LogUnavailable)) onError('celebrations cannot be put on a card', error)
      },
    )
    carding = putCard.then(() => {
      for (const id of ids) onCard.delete(id)
      carding = null
      if (ledger.get(card.id) !== null) pump()
    })
  }
  let carding: Promise<void> | null = null

  /** On each screen; where those that are over were shown is worked out from their rules. */
  const startedInHour = (now: number): ReadonlyMap<string, number> => {
    const isCounted = ({ cause: { about }, decided }: LedgerEntry): boolean =>
      decided.by === null && about.kind !== 'card' && about.kind !== 'word'
    const showing = takeovers
      .all()
      .flatMap(({ entry, screens }) => (entry !== null && isCounted(entry) ? screens : []))
    const shown = ledger.all().flatMap((entry) => {
      const { ended, cause } = entry
      if (ended?.state !== 'shown' || ended.why === besideAnother) return []
      const { startsAt } = ended
      if (startsAt === null || Math.abs(now - startsAt) >= hourMs || !isCounted(entry)) return []
      return screensOf(cause.rule, file()).filter((screen) => !views.quietHours().isQuietOn(screen, startsAt))
    })
    const counts = new Map<string, number>()
    for (const screen of [...showing, ...shown]) counts.set(screen, (counts.get(screen) ?? 0) + 1)
    return counts
  }

  const pump = (): void => {
    if (isClosed) return
    for (const over of takeovers.removeOver()) end(over)
    const open = ledger.open().filter(({ cause: { id } }) => !takeovers.shows(id) && !onCard.has(id))
    if (open.length === 0) return
    const waiting: Waiting[] = []
    for (const entry of open) {
      const why = views.whyUntrue(entry, true)
      if (why === null) waiting.push({ cause: entry.cause, isByHand: entry.decided.by !== null })
      else giveUp(entry, why)
    }
    const now = clock.now()
    const state = { waiting, busy: takeovers.busy(), startedInHour: startedInHour(now), now }
    const { starts, late } = nextUp({ ...state, isQuietOn: views.quietHours().isQuietOn }, file())
    gather(late)
    for (const each of starts) start(each)
  }

  // What is no longer so

  const giveUp = (entry: LedgerEntry, why: string, who: ByHand | null = null): void => {
    const { id } = entry.cause
    const startsAt = takeovers.retract(id)?.message.startsAt ?? null
    const ended = { state: 'cancelled', startsAt, why, by: who?.name ?? null } as const
    ledger.end([id], ended, who?.by ?? 'clock')
    correct(id, why)
  }

  /** The amount was corrected, a leader wrote, one that is shown beside it is no longer so. */
  const renew = (takeover: Takeover): void => {
    const entry = ledger.get(takeover.message.id)
    if (entry === null) return
    const together = takeover.together.filter(({ cause }) => ledger.get(cause.id)?.ended === null)
    const view = views.viewOf(entry, together, clock.now())
    takeovers.renew({ ...takeover, entry, together, message: { ...takeover.message, view } })
  }

  const review = (entries: readonly LedgerEntry[]): void => {
    for (const entry of entries) {
      if (entry.ended?.state === 'cancelled' || entry.takenBack !== null) continue
      const why = views.whyUntrue(entry, entry.ended === null && !takeovers.shows(entry.cause.id))
      if (why === null) continue
      if (entry.ended === null) giveUp(entry, why)
      else {
        ledger.takeBack(entry.cause.id, why)
        correct(entry.cause.id, why)
      }
    }
  }

  const isOfFacts = ({ cause: { about } }: LedgerEntry, { facts }: Judged): boolean =>
    about.kind === 'fact' && facts.has(factKey(about.source, about.id))
  const isTouched = (entry: LedgerEntry, judged: Judged): boolean => {
    const { about, rule } = entry.cause
    if (isOfFacts(entry, judged)) return true
    const { on } = rule
    // Whether it was the first depends on the other deals.
    if ('from' in on)
      return (on.first ?? on.afterDays ?? on.newAccount) !== undefined && judged.metrics.includes(touchedWins)
    if (about.kind !== 'metric') return false
    const plan = floor.numbers().model.metric(about.metric)
    return plan?.bases.some((base) => judged.metrics.includes(base)) ?? false
  }

  const hear = (judged: Judged): void => {
    const { causes, facts, metrics } = judged
    if (facts.size > 0 || metrics.length > 0) {
      const touched = watched.flatMap((id) => ledger.get(id) ?? []).filter((each) => isTouched(each, judged))
      review(touched)
      for (const takeover of takeovers.all()) {
        const shown = [...(takeover.entry ? [takeover.entry] : []), ...takeover.together]
        const isLess = takeover.together.some(({ cause }) => ledger.get(cause.id)?.ended !== null)
        if (isLess || shown.some((entry) => isOfFacts(entry, judged))) renew(takeover)
      }
    }
    // A change in the same commit may have undone what another one brought about.
    const found = causes.filter((cause) => views.judge().isTrue(cause, views.standingOf(cause), true))
    if (found.length === 0) return
    undecided.push(...found)
    decide()
  }

  // What people ask

  const found = (id: string): Celebration => {
    const celebration = find(id)
    if (celebration === null) throw new Error(`the celebration "${id}" was decided and is gone`)
    return celebration
  }
  const decideByHand = async (cause: Cause, who: ByHand): Promise<Celebration> => {
    await ledger.decide([{ id: cause.id, decided: views.decidedOf(cause, who.name) }], who.by)
    watch()
    pump()
    return found(cause.id)
  }
  /** Words join the takeover that waits or shows; what comes after it was shown is a card of its own on that day. */
  const hearWords = (): void => {
    for (const takeover of takeovers.all()) renew(takeover)
    const now = clock.now()
    for (const entry of ledger.all()) {
      const { cause, decidedAt, ended } = entry
      if (now - decidedAt > dayMs || ended?.state !== 'shown' || ended.startsAt === null) continue
      const endedAt = ended.startsAt + cause.rule.seconds * 1000
      for (const { leader, firstAt, word } of words.for(cause.id)) {
        const card = wordCard(entry, leader, word.from.name, floor.numbers().model.say, now)
        if (firstAt > endedAt && ledger.get(card.id) === null) undecided.push(card)
      }
    }
    decide()
  }

  // What goes on by itself

  const tick = (): void => {
    ledger.retry()
    const now = clock.now()
    undecided.push(
      ...[...days.look(now), ...officeCards.look(now)].filter(({ id }) => ledger.get(id) === null),
    )
    decide()
    pump()
  }

  // An hour may have come before the last edit, and after the feed ended.
  if (views.judge().days.length > 0)
    for (const { at, file: then } of floor.recentFiles()) days.noteRules(then, at)
  watch()
  const openedAt = clock.now()
  for (const entry of ledger.all())
    if (openedAt - entry.decidedAt < toldAgainMs && entry.ended?.state !== 'cancelled') tell(entry)
  review(watched.flatMap((id) => ledger.get(id) ?? []))
  judge.listen(hear)
  words.onChange(hearWords)
  hearWords()
  floor.onStageChange(() => {
    days.noteRules(file(), clock.now())
    pump()
  })
  const ticking = setInterval(tick, tickMs)
  ticking.unref()
  tick()

  const settled = async (): Promise<void> => {
    for (let tries = 0; tries < 100 && (deciding ?? carding) !== null; tries += 1) await (deciding ?? carding)
    await ledger.settled()
  }

  return {
    listen: (listener) => {
      listeners.push(listener)
    },
    showingOn: (screen) =>
      takeovers
        .all()
        .filter(({ screens }) => screens.includes(screen))
        .map(({ message }) => asHeardOn(screen, message)),
    mediaAhead: () => mediaOf(file()),
    report: (screen, { id, shownMs, lateMs, sound }) => {
      if (ledger.get(id) === null) return true
      try {
        store.addCelebrated({ celebration: id, screen, at: clock.now() - shownMs, shownMs, lateMs, sound })
        return true
      } catch (error) {
        if (!(error instanceof ScreenStoreUnavailable)) throw error
        onError('what screens celebrated cannot be kept; they send it again', error)
        return false
      }
    },
    list,
    find,
    begin: (asked, who) => decideByHand(causeByHand(asked, who.name, clock.now()), who),
    cancel: (id, who) => {
      const entry = ledger.get(id)
      if (entry === null) return null
      if (entry.ended === null) giveUp(entry, `cancelled by ${who.name}`, who)
      pump()
      return find(id)
    },
    replay: async (id, who) => {
      const entry = ledger.get(id)
      if (entry === null) return null
      const base = id.replace(/#\d+$/, '')
      const nth = ledger.all().filter(({ cause }) => cause.id.startsWith(`${base}#`)).length + 1
      return decideByHand({ ...entry.cause, id: `${base}#${nth}` }, who)
    },
    play: (rule, screens) => {
      const now = clock.now()
      const all = new Set(file().screens.map(({ id }) => id))
      const cause = { ...sampleCause(floor.numbers(), rule, now), id: `test:${randomUUID()}` }
      takeovers.begin({
        entry: null,
        together: [],
        screens: screens.filter((screen) => all.has(screen)),
        message: views.testMessage(cause, now),
      })
    },
    tryRule: (rule) => tryRule(log, floor.numbers(), rule, clock.now()),
    write: async (id, { text, name, title, photo }, who) => {
      const entry = ledger.get(id)
      if (entry === null) return null
      const word = { text, from: faceOfName(name, photo), title, at: clock.now() }
      await outbox.write(views.forOutbox(entry), word, who)
      return find(id)
    },
    tick,
    settled,
    close: async () => {
      clearInterval(ticking)
      takeovers.close()
      await settled()
      isClosed = true
    },
  }
}
