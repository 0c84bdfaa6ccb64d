// Writes recaps, each minute those that are due: once for each reader and period, as letters of the log, which the outbox
// sends. What was written before, also by another node or before a restart, the log knows by its cause.
import { createChangeWords } from '../../../shared/domain/metric-changes/change-words.ts'
import { leaderRecap } from '../../../shared/domain/recaps/leader-recap.ts'
import { leaderRecapWords } from '../../../shared/domain/recaps/leader-recap-words.ts'
import { managerRecap } from '../../../shared/domain/recaps/manager-recap.ts'
import { managerRecapWords } from '../../../shared/domain/recaps/manager-recap-words.ts'
import type { RecapDocument } from '../../../shared/domain/recaps/recap-document.ts'
import { freshMs } from '../../../shared/domain/recaps/recap-due.ts'
import { periodBefore } from '../../../shared/domain/recaps/recap-numbers.ts'
import { createPhrases } from '../../../shared/domain/recaps/recap-phrases.ts'
import { repRecap } from '../../../shared/domain/recaps/rep-recap.ts'
import { repRecapWords } from '../../../shared/domain/recaps/rep-recap-words.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { formatDay } from '../../../shared/domain/time/calendar-date.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { isWithin } from '../access/private-views.ts'
import type { Clock } from '../clock.ts'
import type { ExceptionDesk } from '../exceptions/exception-desk.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { startMinuteTicks } from '../fold/minute-ticks.ts'
import { emailOf as aliasEmailOf } from '../outbox/congratulations.ts'
import { letterRecord, letterTopic } from '../outbox/letters.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { AccountStore, StoredAccount } from '../store/accounts.ts'
import { type Log, LogUnavailable, type RecordWrite } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import { type DueRecap, dueRecaps } from './recap-readers.ts'

export interface RecapDesk {
  /** Resolves once what is due is written. By itself each minute. */
  look(): Promise<void>
  close(): Promise<void>
}

interface RecapDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'isHistoryComing'>
  readonly log: Pick<Log, 'appendRecords' | 'recordUnder'>
  readonly accounts: Pick<AccountStore, 'accounts'>
  readonly exceptions: Pick<ExceptionDesk, 'look' | 'list' | 'lifetimes'>
  readonly outbox: Pick<Outbox, 'canMail'>
  readonly turns: Turns
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

type InWords = { readonly subject: string; readonly document: RecapDocument }

/** The first day of what it is about, by the date where its reader is: a change of the setting sends no second one. */
const periodOf = ({ model }: Numbers, recap: DueRecap, today: number): string => {
  const window = periodBefore(recap.to === 'leader' ? recap.grain : 'week')
  return formatDay(model.calendar.resolve(window, today).from)
}

export const openRecapDesk = (parts: RecapDeskParts): RecapDesk => {
  const { floor, log, accounts, exceptions, outbox, turns, clock, onError } = parts
  let looking: Promise<void> | null = null
  let closed = false
  /** Causes that need no second look, by when they were due: written, or nothing to tell. */
  const done = new Map<string, number>()

  const causeOf = (numbers: Numbers, recap: DueRecap): string => {
    const { roster } = numbers.model
    const about =
      recap.to === 'rep'
        ? [recap.member.subject]
        : recap.to === 'manager'
          ? recap.account.teams.flatMap((id) => roster.subjectOf(id) ?? [])
          : []
    const period = periodOf(numbers, recap, numbers.about(about).todayAt(recap.at))
    const who = recap.to === 'rep' ? recap.member.id : recap.to === 'leader' ? recap.grain : recap.account.id
    return `recap ${recap.to} ${who} ${period} ${recap.email.toLowerCase()}`
  }

  const managerWords = async (
    numbers: Numbers,
    { name, email, teams, id }: StoredAccount,
    at: number,
  ): Promise<Parameters<typeof managerRecapWords>[0] | null> => {
    const all = numbers.model.file.teams
    const sees = (team: string | null): boolean =>
      teams.length === 0 || (team !== null && isWithin(team, teams, all))
    const { rules, open } = await exceptions.list({ sees, name, email, by: id })
    return managerRecap(numbers, { teams, exceptions: { rules, open } }, at)
  }

  const inWords = async (numbers: Numbers, recap: DueRecap): Promise<InWords | null> => {
    const { floor: settings } = numbers.model.file
    const format = createFormat(settings)
    const today = numbers.model.roster.floorZone.dayAt(recap.at)
    const phrases = createPhrases(format, settings.locale, createChangeWords(numbers.model, format, today))
    switch (recap.to) {
      case 'rep': {
        const said = repRecap(numbers, recap.member, recap.at)
        return said && repRecapWords(said, phrases)
      }
      case 'manager': {
        const said = await managerWords(numbers, recap.account, recap.at)
        return said && managerRecapWords(said, phrases)
      }
      case 'leader': {
        const { teams } = exceptions.lifetimes(() => true)
        const said = leaderRecap(numbers, recap.grain, teams, recap.at)
        return said && leaderRecapWords(said, phrases)
      }
    }
  }

  const letterOf = (
    cause: string,
    { email, name, at }: DueRecap,
    { subject, document }: InWords,
  ): RecordWrite =>
    letterRecord(
      cause,
      // Also the outbox gives up when it is a day old.
      { at, hours: freshMs / 3_600_000, by: 'clock' },
      { target: { kind: 'person', email, name }, from: null, subject, text: document.lead, recap: document },
    )

  const lookOnce = async (): Promise<void> => {
    const numbers = floor.numbers()
    const { recaps } = numbers.model.file.floor
    const now = clock.now()
    for (const [cause, at] of done) if (at < now - 2 * freshMs) done.delete(cause)
    if (recaps === undefined || !outbox.canMail || floor.isHistoryComing()) return
    // Before a source has spoken there is nothing to tell of anybody.
    if (numbers.awaits(numbers.model.metrics) !== null) return
    const known = await accounts.accounts()
    const byPerson = new Map(known.flatMap(({ person, email }) => (person === null ? [] : [[person, email]])))
    const emailOf = (person: string): string | null =>
      aliasEmailOf(numbers.model.file, person) ?? byPerson.get(person) ?? null
    const due: { readonly recap: DueRecap; readonly cause: string }[] = []
    for (const recap of dueRecaps(recaps, { numbers, accounts: known, emailOf, now })) {
      const cause = causeOf(numbers, recap)
      if (done.has(cause) || (await log.recordUnder(letterTopic, cause)) !== null) continue
      due.push({ recap, cause })
    }
    if (due.some(({ recap }) => recap.to !== 'rep')) await exceptions.look()
    const letters: RecordWrite[] = []
    for (const { recap, cause } of due) {
      const said = await inWords(numbers, recap)
      if (said !== null) letters.push(letterOf(cause, recap, said))
      if (turns.due()) await turns.next()
      if (closed) return
    }
    if (letters.length > 0) await log.appendRecords(letters)
    for (const { recap, cause } of due) done.set(cause, recap.at)
  }

  const look = async (): Promise<void> => {
    looking ??= lookOnce()
      .catch((error) => {
        // They are written with the next minute.
        if (!(error instanceof LogUnavailable)) onError('recaps cannot be written', error)
      })
      .then(() => {
        looking = null
      })
    await looking
  }
  const ticks = startMinuteTicks(clock, () => void look())

  return {
    look,
    close: async () => {
      closed = true
      ticks.close()
      await looking
    },
  }
}
