// The desk of the celebrations: what was found is decided in the log, waits its turn, takes over the screens, and is taken
// back when it turns out not to be true.
import { randomUUID } from 'node:crypto'
import { fromTheTop, meanwhileTitle } from '../../../shared/domain/celebrations/card-words.ts'
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import { createCelebrationView } from '../../../shared/domain/celebrations/celebration-view.ts'
import { faceOfName } from '../../../shared/domain/celebrations/face-of-name.ts'
import { isForQuietOnes, lookOf, peopleOfCause } from '../../../shared/domain/celebrations/look.ts'
import { nextUp, type Start, type Waiting } from '../../../shared/domain/celebrations/queue.ts'
import { createQuietHours } from '../../../shared/domain/celebrations/quiet-hours.ts'
import { sampleCause } from '../../../shared/domain/celebrations/sample-cause.ts'
import { touchedWins } from '../../../shared/domain/counting/changes.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import type {
  Celebration,
  NewCelebration,
  ShownOn,
  TriedRule,
} from '../../../shared/wire/celebrations/api.ts'
import { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import type {
  CelebratedMessage,
  CelebrateMessage,
  CelebrationView,
  WordFromTheTop,
} from '../../../shared/wire/celebrations/view.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { factKey } from '../store/entry-key.ts'
import { type Log, LogUnavailable } from '../store/log.ts'
import type { CelebrationReport, ScreenStore } from '../store/screen-store.ts'
import { ScreenStoreUnavailable } from '../store/screen-store.ts'
import type { CelebrationOutbox, DecidedCelebration } from './celebration-outbox.ts'
import type { CelebrationJudge, Judged } from './entry-judge.ts'
import { type LedgerEntry, openLedger, stateOf } from './ledger.ts'
import { mediaOf } from './media-of.ts'
import type { Decided } from './record-bodies.ts'
import { tryRule } from './try-rule.ts'

/** What the screens of a celebration are told. */
export type DeskMessage =
  | { readonly screens: readonly string[]; readonly celebrate: CelebrateMessage }
  | { readonly screens: readonly string[]; readonly retract: string }

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
  /** Null where there is no such celebration. `who`: each writes once. */
  addWord(id: string, word: WordFromTheTop, who: string): Promise<Celebration | null>
  /** The same, of somebody who writes now. */
  write(id: string, said: Said, who: string): Promise<Celebration | null>
  /** Each second, by the clock; tests call it as well. */
  tick(): void
  /** Resolves once all that was found is decided. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface CelebrationDeskParts {
  readonly floor: Pick<LiveFloor, 'current' | 'numbers' | 'onStageChange'>
  readonly log: Pick<Log, 'recordsOf' | 'appendRecords' | 'standingFact' | 'floor' | 'entriesAfter'>
  readonly judge: CelebrationJudge
  readonly outbox: CelebrationOutbox
  readonly store: Pick<ScreenStore, 'addCelebrated' | 'celebrated'>
  readonly clock: Clock
  /** Ms that only go on, whatever becomes of the clock; the process's own where it is left out. */
  readonly elapsed?: () => number
  readonly onError: (what: string, error: unknown) => void
}

/** What a TV needs to have the message and the first frame. */
const leadMs = 150
/** Between two on a screen the rotation is seen again. */
const breathMs = 1200
const tickMs = 1000
/** For so long it is watched whether what was celebrated still holds. */
const watchedMs = 14 * dayMs
/** For so long the outbox is told again, at a start, of what it may have missed. */
const toldAgainMs = 3 * dayMs
const hourMs = 3_600_000

interface Showing {
  readonly entry: LedgerEntry | null
  readonly together: readonly LedgerEntry[]
  readonly screens: readonly string[]
  message: CelebrateMessage
  /** By the process's own clock, which nobody turns back. */
  readonly endsAt: number
}

/** What plays without a rule of the floor's. Nothing is judged by its trigger. */
const ownRule = (fields: object): CelebrationRule =>
  CelebrationRule.parse({ on: { day: 'first-day' }, seconds: 12, ...fields })

export const openCelebrationDesk = (parts: CelebrationDeskParts): CelebrationDesk => {
  const { floor, log, judge, outbox, store, clock, onError } = parts
  const { elapsed = () => performance.now() } = parts
  const ledger = openLedger(log, clock, onError)
  const listeners: ((message: DeskMessage) => void)[] = []
  const showing = new Map<string, Showing>()
  /** From when on each screen is free again, by the process's own clock. */
  const free = new Map<string, number>()
  /** Found, and not in the log yet. */
  let undecided: Cause[] = []
  let deciding: Promise<void> | null = null
  let isClosed = false

  const send = (message: DeskMessage): void => {
    for (const listener of listeners) listener(message)
  }
  const file = () => floor.current().file
  const judgeNow = () => judge.of(floor.numbers())
  let views: { readonly numbers: unknown; readonly views: ReturnType<typeof createCelebrationView> } | null =
    null
  const viewsNow = (): ReturnType<typeof createCelebrationView> => {
    const numbers = floor.numbers()
    if (views?.numbers !== numbers) views = { numbers, views: createCelebrationView(numbers) }
    return views.views
  }
  const isQuietAt = (ms: number): boolean =>
    createQuietHours(file(), floor.numbers().model.roster.floorZone)(ms)

  const standingOf = ({ about }: Pick<Cause, 'about'>): StoredFact | null =>
    about.kind === 'fact' ? log.standingFact(about.source, about.id) : null

  const isOfRule = ({ about }: Cause): boolean =>
    about.kind === 'fact' || about.kind === 'metric' || about.kind === 'day'
  /** Why something is celebrated no more; null where it holds. */
  const whyUntrue = ({ cause, decided, ended }: LedgerEntry): string | null => {
    const standing = standingOf(cause)
    const isToCome = ended === null && !showing.has(cause.id)
    if (isOfRule(cause) && isToCome && decided.by === null) {
      const rule = file().celebrations.find(({ id }) => id === cause.rule.id)
      if (rule === undefined || rule.off) return 'its rule is gone'
    }
    if (judgeNow().isTrue(cause, standing, isToCome)) return null
    return cause.about.kind === 'fact' && standing === null ? 'it was withdrawn' : 'it is no longer so'
  }

  const decidedOf = (cause: Cause, by: string | null): Decided => ({
    rule: cause.rule,
    about: cause.about,
    at: cause.at,
    happenedAt: cause.happenedAt,
    names: [...viewsNow().namesOf(cause)],
    text: viewsNow().aboutText(cause, standingOf(cause)),
    by,
  })

  const forOutbox = ({ cause, decided, decidedAt }: LedgerEntry): DecidedCelebration => {
    const standing = standingOf(cause)
    const deal = viewsNow().dealFacts(cause, standing)
    return {
      id: cause.id,
      rule: cause.rule,
      look: lookOf(cause, file()),
      title: cause.rule.name,
      people: peopleOfCause(cause),
      names: decided.names,
      about: standing === null ? decided.text : viewsNow().aboutText(cause, standing),
      deal,
      decidedAt,
      isByHand: decided.by !== null,
    }
  }

  const watchFacts = (): void => {
    const since = clock.now() - watchedMs
    const keys = ledger
      .all()
      .filter(
        ({ decidedAt, ended, takenBack }) =>
          decidedAt > since && ended?.state !== 'cancelled' && takenBack === null,
      )
      .flatMap(({ cause: { about } }) => (about.kind === 'fact' ? [factKey(about.source, about.id)] : []))
    judge.watch(new Set(keys))
  }

  // --- what takes over ---

  const soundOf = (cause: Cause): string | null => {
    const { rule } = cause
    const [only, ...others] = peopleOfCause(cause)
    const walkUp =
      rule.walkUp && only !== undefined && others.length === 0
        ? file().people.find(({ id }) => id === only)?.walkUp
        : undefined
    if (walkUp !== undefined) return walkUp
    if (rule.sound === 'none') return null
    return rule.sound.includes('/') ? rule.sound : `own:${rule.sound}`
  }

  /** Others who reached the same today, as the rule says it; of those who wait beside it too. */
  const alsoToday = (cause: Cause, beside: readonly LedgerEntry[]): readonly string[] => {
    if (cause.about.kind !== 'metric' && cause.about.kind !== 'day') return []
    const numbers = floor.numbers()
    const today = numbers.todayAt(cause.at)
    const isGoal = 'metric' in cause.rule.on && cause.rule.on.crosses === 'goal'
    const earlier = isGoal
      ? ledger
          .all()
          .filter(
            ({ cause: other, ended, takenBack }) =>
              other.rule.id === cause.rule.id &&
              other.about.kind === 'metric' &&
              numbers.todayAt(other.at) === today &&
              ended?.state !== 'cancelled' &&
              takenBack === null,
          )
      : []
    return [...beside, ...earlier].flatMap(({ cause: other }) =>
      other.id === cause.id ? [] : peopleOfCause(other),
    )
  }

  const viewOf = (entry: LedgerEntry, together: readonly LedgerEntry[], ms: number): CelebrationView => {
    const { cause } = entry
    const original = cause.about.kind === 'word' ? ledger.get(cause.about.about) : null
    if (original !== null) {
      const of = viewOf(original, [], ms)
      return { ...of, look: of.look === 'quiet' ? 'quiet' : 'recognition' }
    }
    const { about } = cause
    const others = together.filter(
      ({ cause: { about: other } }) =>
        about.kind === 'fact' &&
        other.kind === 'fact' &&
        (other.id !== about.id || other.source !== about.source),
    )
    return viewsNow().view(
      {
        cause,
        standing: standingOf(cause),
        together: alsoToday(cause, together),
        word: entry.words.at(-1) ?? null,
        merged: others.map((other) => ({
          title: other.cause.rule.name,
          name: [other.decided.names.join(', '), viewsNow().aboutText(other.cause, standingOf(other.cause))]
            .filter((part) => part !== '')
            .join(', '),
        })),
      },
      ms,
    )
  }

  const occupy = (screens: readonly string[], ms: number): void => {
    for (const screen of screens) free.set(screen, elapsed() + ms + breathMs)
    wakeIn(ms + 5)
    wakeIn(ms + breathMs + 10)
  }

  const entryOf = ({ cause }: Waiting): LedgerEntry[] => {
    const entry = ledger.get(cause.id)
    return entry === null ? [] : [entry]
  }

  const start = ({ first, screens, together }: Start): void => {
    const [entry] = entryOf(first)
    if (entry === undefined) return
    const beside = together.flatMap(entryOf)
    const now = clock.now()
    const ms = entry.cause.rule.seconds * 1000
    const isQuiet = isQuietAt(now) || isForQuietOnes(entry.cause, file())
    const message: CelebrateMessage = {
      id: entry.cause.id,
      startsAt: now + leadMs,
      ms,
      view: viewOf(entry, beside, now),
      sound: soundOf(entry.cause),
      isTest: false,
      silent: isQuiet,
    }
    showing.set(entry.cause.id, {
      entry,
      together: beside,
      screens,
      message,
      endsAt: elapsed() + leadMs + ms,
    })
    occupy(screens, leadMs + ms)
    send({ screens, celebrate: message })
  }

  const endShowing = (id: string, { entry, together, message }: Showing): void => {
    showing.delete(id)
    if (entry === null) return
    const { startsAt } = message
    ledger.end([id], { state: 'shown', startsAt, why: null, by: null }, 'clock')
    const also = together.filter(({ cause }) => ledger.get(cause.id)?.ended === null)
    if (also.length > 0)
      ledger.end(
        also.map(({ cause }) => cause.id),
        { state: 'shown', startsAt, why: 'shown together with another', by: null },
        'clock',
      )
  }

  const timers = new Set<NodeJS.Timeout>()
  const wakeIn = (ms: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      pump()
    }, ms)
    timer.unref()
    timers.add(timer)
  }

  const isBeside = (id: string): boolean =>
    [...showing.values()].some(({ together }) => together.some(({ cause }) => cause.id === id))

  /** One card instead of all that is too late. It is decided with them, so that none is on two cards. */
  const gather = (late: ReturnType<typeof nextUp>['late']): void => {
    const entries = late.flatMap(({ waiting, why }) => entryOf(waiting).map((entry) => ({ entry, why })))
    const [oldest] = entries
    if (oldest === undefined) return
    const { say } = floor.numbers().model
    const rule = ownRule({
      id: 'meanwhile',
      name: meanwhileTitle(say),
      priority: 1,
      sound: 'none',
      look: 'quiet',
    })
    const cause: Cause = {
      id: `card:${oldest.entry.cause.id}`,
      rule,
      about: {
        kind: 'card',
        lines: entries.map(({ entry }) => ({
          title: entry.cause.rule.name,
          name: entry.decided.names.join(', ') || entry.decided.text,
        })),
      },
      at: clock.now(),
      happenedAt: clock.now(),
    }
    for (const { entry, why } of entries)
      ledger.end([entry.cause.id], { state: why, startsAt: null, why: null, by: null }, 'clock')
    undecided.push(cause)
    decide()
  }

  const startedInHour = (now: number): number =>
    [...showing.values()].filter(({ entry }) => entry !== null && entry.decided.by === null).length +
    ledger
      .all()
      .filter(
        ({ decided, ended, cause }) =>
          decided.by === null &&
          cause.about.kind !== 'card' &&
          ended?.state === 'shown' &&
          ended.why === null &&
          ended.startsAt !== null &&
          Math.abs(now - ended.startsAt) < hourMs,
      ).length

  const pump = (): void => {
    if (isClosed) return
    const now = clock.now()
    for (const [id, each] of showing) {
      const isOver = elapsed() >= each.endsAt || now >= each.message.startsAt + each.message.ms
      if (isOver) endShowing(id, each)
    }
    const open = ledger.open().filter(({ cause }) => !showing.has(cause.id) && !isBeside(cause.id))
    if (open.length === 0) return
    const waiting: Waiting[] = []
    for (const entry of open) {
      const why = whyUntrue(entry)
      if (why === null) waiting.push({ cause: entry.cause, isByHand: entry.decided.by !== null })
      else giveUp(entry, why)
    }
    const busy = new Map<string, number>()
    for (const [screen, freeAt] of free) busy.set(screen, now + freeAt - elapsed())
    const { starts, late } = nextUp(
      { waiting, busy, startedInHour: startedInHour(now), isQuietAt, now },
      file(),
    )
    gather(late)
    for (const each of starts) start(each)
  }

  // --- what is no longer so ---

  const giveUp = (entry: LedgerEntry, why: string, who: ByHand | null = null): void => {
    const { id } = entry.cause
    const shown = showing.get(id)
    showing.delete(id)
    ledger.end(
      [id],
      { state: 'cancelled', startsAt: shown?.message.startsAt ?? null, why, by: who?.name ?? null },
      who?.by ?? 'clock',
    )
    if (shown) {
      occupy(shown.screens, 0)
      send({ screens: shown.screens, retract: id })
    }
    outbox.takeBack(forOutbox(entry), why)
  }

  /** The same id again, without beginning anew: the amount was corrected, a leader wrote. */
  const renew = (id: string, each: Showing): void => {
    const entry = ledger.get(id)
    if (entry === null) return
    const together = each.together.filter(({ cause }) => ledger.get(cause.id)?.ended === null)
    const view = viewOf(entry, together, clock.now())
    if (JSON.stringify(view) === JSON.stringify(each.message.view)) return
    const message = { ...each.message, view }
    showing.set(id, { ...each, entry, together, message })
    send({ screens: each.screens, celebrate: message })
  }

  const review = (entries: readonly LedgerEntry[]): void => {
    for (const entry of entries) {
      if (entry.ended?.state === 'cancelled' || entry.takenBack !== null) continue
      const why = whyUntrue(entry)
      if (why === null) continue
      if (entry.ended === null) giveUp(entry, why)
      else {
        ledger.takeBack(entry.cause.id, why)
        outbox.takeBack(forOutbox(entry), why)
      }
    }
    for (const [id, each] of showing) renew(id, each)
  }

  const isTouched = ({ cause }: LedgerEntry, { facts, metrics }: Judged): boolean => {
    const { about, rule } = cause
    if (about.kind === 'fact') {
      if (facts.has(factKey(about.source, about.id))) return true
      // Whether it was the first depends on the other deals.
      const { on } = rule
      const isOfWins = 'from' in on && (on.first ?? on.afterDays ?? on.newAccount) !== undefined
      return isOfWins && metrics.includes(touchedWins)
    }
    if (about.kind !== 'metric') return false
    const plan = floor.numbers().model.metric(about.metric)
    return plan?.bases.some((base) => metrics.includes(base)) ?? false
  }

  // --- what is found ---

  const noteDecided = (): void => judge.noteDecided(undecided.length === 0 && deciding === null)

  const decide = (): void => {
    noteDecided()
    if (deciding !== null || undecided.length === 0 || isClosed) return
    const causes = undecided
    undecided = []
    const known = new Set<string>()
    const decisions = causes.flatMap((cause) => {
      if (known.has(cause.id) || ledger.get(cause.id) !== null) return []
      known.add(cause.id)
      return [{ id: cause.id, decided: decidedOf(cause, null) }]
    })
    if (decisions.length === 0) {
      noteDecided()
      return
    }
    deciding = ledger
      .decide(decisions, 'rule')
      .then(
        (fresh) => {
          watchFacts()
          for (const entry of fresh) outbox.celebrate(forOutbox(entry))
        },
        (error) => {
          undecided = [...causes, ...undecided]
          if (!(error instanceof LogUnavailable)) onError('celebrations cannot be decided', error)
          return 'refused' as const
        },
      )
      .then((refused) => {
        deciding = null
        noteDecided()
        if (refused === 'refused') return
        decide()
        pump()
      })
  }

  const hear = (judged: Judged): void => {
    const { causes, facts, metrics } = judged
    if (facts.size > 0 || metrics.length > 0) {
      const since = clock.now() - watchedMs
      review(ledger.all().filter((entry) => entry.decidedAt > since && isTouched(entry, judged)))
    }
    if (causes.length === 0) return
    // A change in the same commit may have undone what another one brought about.
    undecided.push(...causes.filter((cause) => judgeNow().isTrue(cause, standingOf(cause), true)))
    decide()
  }

  /** From when on each rule about days is in force. */
  const since = new Map<string, number>()
  const daysFrom = log.floor?.at ?? clock.now()
  const keyOfDay = (rule: CelebrationRule): string =>
    JSON.stringify([rule.id, rule.on, rule.team ?? null, rule.role ?? null])
  const noteRules = (at: number): void => {
    for (const { rule } of judgeNow().days) if (!since.has(keyOfDay(rule))) since.set(keyOfDay(rule), at)
  }
  let minute = Number.NaN
  const lookAtDays = (): void => {
    const now = clock.now()
    if (Math.floor(now / 60_000) === minute) return
    minute = Math.floor(now / 60_000)
    for (const day of judgeNow().days) {
      const found = day.causes(since.get(keyOfDay(day.rule)) ?? now, now)
      undecided.push(...found.filter(({ id }) => ledger.get(id) === null))
    }
    decide()
  }

  const tick = (): void => {
    ledger.retry()
    lookAtDays()
    decide()
    pump()
  }

  noteRules(daysFrom)
  watchFacts()
  const now = clock.now()
  for (const entry of ledger.all())
    if (now - entry.decidedAt < toldAgainMs && entry.ended?.state !== 'cancelled')
      outbox.celebrate(forOutbox(entry))
  review(ledger.all().filter(({ decidedAt }) => decidedAt > now - watchedMs))
  judge.listen(hear)
  floor.onStageChange(() => {
    noteRules(clock.now())
    minute = Number.NaN
    pump()
  })
  const ticking = setInterval(tick, tickMs)
  ticking.unref()
  tick()

  // --- what people ask ---

  const reportsOf = (ids: readonly string[]): ReadonlyMap<string, readonly CelebrationReport[]> => {
    const found = new Map<string, CelebrationReport[]>()
    for (const report of store.celebrated(ids))
      found.set(report.celebration, [...(found.get(report.celebration) ?? []), report])
    return found
  }
  const shownOn = ({ screen, at, shownMs, lateMs, sound }: CelebrationReport): ShownOn => ({
    screen,
    name: file().screens.find(({ id }) => id === screen)?.name ?? screen,
    at,
    shownMs,
    lateMs,
    sound,
  })
  const asWire = (entry: LedgerEntry, reports: readonly CelebrationReport[]): Celebration => {
    const { cause, decided, decidedAt, ended, takenBack, words } = entry
    const now = showing.get(cause.id)
    const standing = standingOf(cause)
    return {
      id: cause.id,
      rule: isOfRule(cause) ? cause.rule.id : null,
      title: cause.rule.name,
      look: lookOf(cause, file()),
      names: decided.names,
      about: standing === null ? decided.text : viewsNow().aboutText(cause, standing),
      decidedAt,
      startsAt: now?.message.startsAt ?? ended?.startsAt ?? null,
      state: now ? 'showing' : stateOf(entry),
      why: takenBack ?? ended?.why ?? null,
      by: ended?.by ?? decided.by,
      shownOn: reports.map(shownOn),
      words: [...words],
    }
  }
  const find = (id: string): Celebration | null => {
    const entry = ledger.get(id)
    return entry === null ? null : asWire(entry, reportsOf([id]).get(id) ?? [])
  }
  const found = (id: string): Celebration => {
    const celebration = find(id)
    if (celebration === null) throw new Error(`the celebration "${id}" was decided and is gone`)
    return celebration
  }

  const decideByHand = async (cause: Cause, who: ByHand): Promise<Celebration> => {
    await ledger.decide([{ id: cause.id, decided: decidedOf(cause, who.name) }], who.by)
    watchFacts()
    pump()
    return found(cause.id)
  }

  const addWord: CelebrationDesk['addWord'] = async (id, word, who) => {
    if (ledger.get(id) === null || !(await ledger.addWord(id, who, word))) return find(id)
    const each = showing.get(id)
    const entry = ledger.get(id)
    if (each) renew(id, each)
    else if (entry?.ended?.state === 'shown' && clock.now() - entry.decidedAt < dayMs) {
      const { say } = floor.numbers().model
      const name = fromTheTop(say, word.from.name)
      const { screens, groups } = entry.cause.rule
      undecided.push({
        id: `word:${id}:${who}`,
        rule: ownRule({
          id: 'word',
          name,
          sound: 'chime',
          priority: 4,
          look: 'recognition',
          screens,
          groups,
        }),
        about: { kind: 'word', about: id },
        at: clock.now(),
        happenedAt: clock.now(),
      })
      decide()
    }
    return find(id)
  }

  return {
    listen: (listener) => {
      listeners.push(listener)
    },
    showingOn: (screen) =>
      [...showing.values()].filter(({ screens }) => screens.includes(screen)).map(({ message }) => message),
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
    list: (from) => {
      const entries = ledger
        .all()
        .filter(({ decidedAt }) => from === null || decidedAt >= from)
        .slice(0, 200)
      const reports = reportsOf(entries.map(({ cause }) => cause.id))
      return entries.map((entry) => asWire(entry, reports.get(entry.cause.id) ?? []))
    },
    find,
    begin: (asked, who) => {
      const { id, kind, title, people, message, sound, screens } = asked
      const rule = ownRule({ id: kind, name: title, sound, priority: 5, ...(screens && { screens }) })
      const about = { kind: 'hand', people, message, by: who.name } as const
      const at = clock.now()
      return decideByHand({ id: `hand:${id}`, rule, about, at, happenedAt: at }, who)
    },
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
      const cause = sampleCause(floor.numbers(), rule, clock.now())
      const at = clock.now()
      const id = `test:${randomUUID()}`
      const ms = rule.seconds * 1000
      const all = new Set(file().screens.map((screen) => screen.id))
      const on = screens.filter((screen) => all.has(screen))
      const view = viewsNow().view(
        { cause: { ...cause, id }, standing: standingOf(cause), together: [], word: null, merged: [] },
        at,
      )
      const message: CelebrateMessage = {
        id,
        startsAt: at + leadMs,
        ms,
        view,
        sound: soundOf(cause),
        isTest: true,
        silent: isQuietAt(at),
      }
      showing.set(id, {
        entry: null,
        together: [],
        screens: on,
        message,
        endsAt: elapsed() + leadMs + ms,
      })
      occupy(on, leadMs + ms)
      send({ screens: on, celebrate: message })
    },
    tryRule: (rule) => tryRule(log, floor.numbers(), rule, clock.now()),
    addWord,
    write: (id, { text, name, title, photo }, who) =>
      addWord(id, { text, from: faceOfName(name, photo), title, at: clock.now() }, who),
    tick,
    settled: async () => {
      for (let tries = 0; tries < 100 && deciding !== null; tries += 1) await deciding
      await ledger.settled()
    },
    close: async () => {
      clearInterval(ticking)
      for (const timer of timers) clearTimeout(timer)
      for (let tries = 0; tries < 100 && deciding !== null; tries += 1) await deciding
      await ledger.settled()
      isClosed = true
    },
  }
}
