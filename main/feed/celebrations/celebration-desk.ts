// The desk of the celebrations: what was found is decided in the log, waits its turn, takes over the screens, and is taken
// back when it turns out not to be true.

import { randomUUID } from 'node:crypto'
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import { faceOfName } from '../../../shared/domain/celebrations/face-of-name.ts'
import { nextUp, type Start, type Waiting } from '../../../shared/domain/celebrations/queue.ts'
import { sampleCause } from '../../../shared/domain/celebrations/sample-cause.ts'
import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import type { Celebration, NewCelebration, TriedRule } from '../../../shared/wire/celebrations/api.ts'
import type { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import type { CelebratedMessage, CelebrateMessage } from '../../../shared/wire/celebrations/view.ts'
import { addListener, type StopListening } from '../add-listener.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { Log } from '../store/log.ts'
import { type ScreenStore, ScreenStoreUnavailable } from '../store/screen-store.ts'
import type { CelebratedFacts } from './celebrated-facts.ts'
import { createCelebrationList } from './celebration-list.ts'
import type { CelebrationOutbox } from './celebration-outbox.ts'
import { createDayWatch } from './day-watch.ts'
import { createDecisions } from './decisions.ts'
import { createDeskViews } from './desk-views.ts'
import type { CelebrationJudge, Judged } from './entry-judge.ts'
import { asHeardOn, splitByHearing } from './heard-on.ts'
import { createLateOnes } from './late-ones.ts'
import { type LedgerEntry, openLedger } from './ledger.ts'
import { mediaOf } from './media-of.ts'
import { createOfficeCards } from './office-cards.ts'
import { causeByHand } from './own-rules.ts'
import { besideAnother, hadCardInHour, startedInHour } from './started-in-hour.ts'
import { createTakeovers, type DeskMessage, type Takeover } from './takeovers.ts'
import { createTruth } from './truth.ts'
import { tryRule } from './try-rule.ts'
import { wordCards } from './word-cards.ts'
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
  listen(listener: (message: DeskMessage) => void): StopListening
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
  play(rule: CelebrationRule, screens: readonly string[]): Promise<void>
  /** What it would have celebrated in the last 90 days. */
  tryRule(rule: CelebrationRule): Promise<TriedRule>
  /** What a leader writes now. Null where there is no such celebration. `who` tells them apart: each writes once. */
  write(id: string, said: Said, who: string): Promise<Celebration | null>
  /** What a contest brings, once each by its id, whatever is told again. */
  note(causes: readonly Cause[]): void
  /** Each second, by the clock; tests call it as well. */
  tick(): void
  /** Resolves once all that was found is decided. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface CelebrationDeskParts {
  readonly floor: Pick<LiveFloor, 'current' | 'numbers' | 'onStageChange' | 'recentFiles'>
  readonly log: Pick<Log, 'recordsOf' | 'appendRecords' | 'entriesAfter'>
  /** Made before the floor. */
  readonly facts: CelebratedFacts
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
/** For so long the outbox is told again, at a start, of what it may have missed. */
const toldAgainMs = 3 * dayMs

export const openCelebrationDesk = async (parts: CelebrationDeskParts): Promise<CelebrationDesk> => {
  const { floor, log, facts, judge, outbox, words, store, clock, onError } = parts
  const { elapsed = () => performance.now() } = parts
  const listeners = new Set<(message: DeskMessage) => void>()
  const ledger = await openLedger(log, clock, onError)
  await facts.know(ledger.all().map(({ cause }) => cause))
  const recentFiles = await floor.recentFiles()
  const views = createDeskViews({ floor, facts, judge, ledger, words })
  const send = (message: DeskMessage): void => {
    for (const part of splitByHearing(views.quietHours(), message))
      for (const listener of listeners) listener(part)
  }
  const takeovers = createTakeovers({ clock, elapsed, send, wake: () => pump() })
  const { list, find } = createCelebrationList({ floor, ledger, takeovers, views, words, store })
  const officeCards = createOfficeCards({ floor, ledger, views })
  const days = createDayWatch(() => views.judge().days)
  let isClosed = false

  const file = () => floor.current().file
  const entriesOf = (waiting: readonly Waiting[]): readonly LedgerEntry[] =>
    waiting.flatMap(({ cause }) => ledger.get(cause.id) ?? [])

  /** Nobody waits for the outbox: what could not be written is handed over again at the next start. */
  const tell = (entry: LedgerEntry): void =>
    void outbox
      .celebrate(views.forOutbox(entry))
      .catch((error) => onError('what is to be told of a celebration cannot be kept', error))
  const correct = (id: string, why: string): void =>
    void outbox
      .takeBack(id, why)
      .catch((error) => onError('what is to be corrected of a celebration cannot be kept', error))

  const truth = createTruth({ floor, ledger, judge, views, takeovers, clock, correct })
  const decisions = createDecisions({
    ledger,
    judge,
    views,
    facts,
    onNew: () => {
      facts.keep(ledger.all().map(({ cause }) => cause))
      truth.watch()
    },
    onDecided: (fresh) => {
      for (const entry of fresh) tell(entry)
      pump()
    },
    onError,
  })
  const lateOnes = createLateOnes({ floor, ledger, decisions, onCard: () => pump(), onError })

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

  const pump = (): void => {
    if (isClosed) return
    for (const over of takeovers.removeOver()) end(over)
    const open = ledger.open().filter(({ cause: { id } }) => !takeovers.shows(id) && !lateOnes.has(id))
    if (open.length === 0) return
    const waiting: readonly Waiting[] = truth
      .stillToCome(open)
      .map(({ cause, decided }) => ({ cause, isByHand: decided.by !== null }))
    const now = clock.now()
    const quiet = views.quietHours()
    const { starts, late } = nextUp(
      {
        waiting,
        busy: takeovers.busy(),
        startedInHour: startedInHour(takeovers.all(), ledger.all(), quiet, file(), now),
        hadCard: hadCardInHour(ledger.all(), file(), now),
        isQuietOn: quiet.isQuietOn,
        now,
      },
      file(),
    )
    lateOnes.gather(late, now)
    for (const each of starts) start(each)
  }

  const hear = (judged: Judged): void => {
    truth.hear(judged)
    // A change in the same commit may have undone what another one brought about.
    decisions.add(judged.causes, (cause) => views.judge().isTrue(cause, views.standingOf(cause), true))
  }

  // What people ask

  const found = (id: string): Celebration => {
    const celebration = find(id)
    if (celebration === null) throw new Error(`the celebration "${id}" was decided and is gone`)
    return celebration
  }
  const decideByHand = async (cause: Cause, who: ByHand): Promise<Celebration> => {
    await ledger.decide([{ id: cause.id, decided: views.decidedOf(cause, who.name) }], who.by)
    truth.watch()
    pump()
    return found(cause.id)
  }
  /** Words join the takeover that waits or shows; what comes after it was shown is a card of its own on that day. */
  const hearWords = (): void => {
    for (const takeover of takeovers.all()) truth.renew(takeover)
    decisions.add(wordCards(ledger, words, floor.numbers().model.say, clock.now()))
  }

  // What goes on by itself

  const tick = (): void => {
    ledger.retry()
    const now = clock.now()
    decisions.add([...days.look(now), ...officeCards.look(now)].filter(({ id }) => ledger.get(id) === null))
    decisions.decide()
    pump()
  }

  // An hour may have come before the last edit, and after the feed ended.
  if (views.judge().days.length > 0) for (const { at, file: then } of recentFiles) days.noteRules(then, at)
  truth.watch()
  const openedAt = clock.now()
  for (const entry of ledger.all())
    if (openedAt - entry.decidedAt < toldAgainMs && entry.ended?.state !== 'cancelled') tell(entry)
  truth.reviewAll()
  judge.listen(hear)
  words.onChange(hearWords)
  hearWords()
  floor.onStageChange(() => {
    days.noteRules(file(), clock.now())
    truth.endUnwanted()
    pump()
  })
  const ticking = setInterval(tick, tickMs)
  ticking.unref()
  tick()

  const settled = async (): Promise<void> => {
    const pending = () => decisions.pending() ?? lateOnes.pending()
    for (let tries = 0; tries < 100 && pending() !== null; tries += 1) await pending()
    await ledger.settled()
  }

  return {
    listen: (listener) => addListener(listeners, listener),
    showingOn: (screen) =>
      takeovers
        .all()
        .filter(({ screens }) => screens.includes(screen))
        .map(({ message }) => asHeardOn(views.quietHours(), screen, message)),
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
      if (entry.ended === null) truth.giveUp(entry, `cancelled by ${who.name}`, who)
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
    play: async (rule, screens) => {
      const now = clock.now()
      const all = new Set(file().screens.map(({ id }) => id))
      const cause = { ...sampleCause(floor.numbers(), rule, now), id: `test:${randomUUID()}` }
      await facts.know([cause])
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
    note: (causes) => decisions.add(causes.filter(({ id }) => ledger.get(id) === null)),
    tick,
    settled,
    close: async () => {
      clearInterval(ticking)
      takeovers.close()
      await settled()
      isClosed = true
      decisions.close()
    },
  }
}
