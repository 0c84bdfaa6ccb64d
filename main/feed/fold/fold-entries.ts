// The fold: takes the log's entries in their order. Facts are counted, and an edit takes effect at its own place in the
// log, whoever made it and on whatever machine.
import { type Engine, engineOnFloor } from '../../../shared/domain/counting/engine.ts'
import type { FactFault } from '../../../shared/domain/counting/faults/fact-fault.ts'
import { countingFingerprint, createFloorModel } from '../../../shared/domain/counting/floor-model.ts'
import type { AwardBook } from '../../../shared/domain/standing/award-book.ts'
import type { ChangeBook } from '../../../shared/domain/standing/change-book.ts'
import type { ContestBook } from '../../../shared/domain/standing/contest-book.ts'
import { createNumbers, type Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { OffBook } from '../../../shared/domain/standing/off-book.ts'
import type { PlanBook } from '../../../shared/domain/standing/plan-book.ts'
import type { ThanksBook } from '../../../shared/domain/standing/thanks-book.ts'
import type { TopWords } from '../../../shared/domain/standing/top-words.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import { fileOf, type ReadFloor } from '../floor-file/floor-reader.ts'
import type { FloorEntry, Log, LogEntry } from '../store/log.ts'
import { isOfBulk } from '../store/source-by.ts'
import { countEntry } from './count-entry.ts'
import { type Counted, markOf } from './engine-from-log.ts'
import type { EntryJudge } from './judge-entries.ts'
import type { CurrentFloor } from './live-floor.ts'
import { type Recount, startRecount } from './recount.ts'

/** The floor that stands, and what is counted on it. */
export interface Folded {
  readonly current: CurrentFloor
  readonly engine: Engine
  readonly numbers: Numbers
}

/** An edit on its way into the log. `recount` null: it counts as the floor before it does. */
export interface ExpectedEdit {
  readonly text: string
  readonly recount: Recount | null
}

export interface Fold {
  now(): Folded
  /** The last entry that is folded. */
  seq(): number
  /** The same, as a snapshot says it. */
  counted(): Counted
  take(entries: readonly LogEntry[]): void
  /** Its recount gets every entry that is folded from now on; it is used when the edit arrives. Null: the edit was given up. */
  expect(edit: ExpectedEdit | null): void
  /**
   * Counts the log anew on the floor that stands, since entries of it were found to be damaged: they count nowhere from
   * then on. The old engine goes on meanwhile.
   */
  countAnew(): void
  /** Counts what could not be counted before, if there is any: the log could not be read. */
  tryAgain(): void
  /** Resolves when all that was taken is folded: at once, but for a recount. */
  settled(): Promise<void>
}

export interface FoldParts {
  readonly log: Log
  /** Counted up to the log's last entry. */
  readonly start: Pick<Folded, 'current' | 'engine'> & { readonly counted: Counted }
  readonly readFloor: ReadFloor
  /** Looks at each fact around its counting, unless a source is still sending its past. */
  readonly judge?: EntryJudge | undefined
  /** A fact was counted that has something wrong with it; the entry's number says which. */
  readonly onFaults?: (seq: number, faults: readonly FactFault[]) => void
  /** Facts were counted that touch these base metrics. `isNews`: not only such of a past, or of an import. */
  readonly onFacts: (touched: readonly number[], isNews: boolean) => void
  readonly onFloor: () => void
  /** Whether a source is still sending its past. */
  readonly historyComing?: () => boolean
  /** What leaders wrote. */
  readonly topWords?: TopWords
  /** What was planned for each person. */
  readonly plans?: PlanBook
  /** What edits made of metrics and goals. */
  readonly changes?: ChangeBook
  /** What is off, for those who coach. */
  readonly off?: OffBook
  /** How contests stand. */
  readonly contests?: ContestBook
  /** Thanks between colleagues. */
  readonly thanks?: ThanksBook
  /** Who is nominated, and who was chosen. */
  readonly awards?: AwardBook
  /** Everything was counted anew: nothing that is known to be damaged is counted. */
  readonly onCountedAnew: () => void
  /** An edit that cannot take effect here, or not yet: the floor before it stays. */
  readonly onError: (what: string, error: unknown) => void
}

export const createFold = (parts: FoldParts): Fold => {
  const {
    log,
    start,
    readFloor,
    judge,
    onFaults,
    onFacts,
    onFloor,
    onCountedAnew,
    onError,
    historyComing,
    topWords,
    plans,
    changes,
    off,
    contests,
    thanks,
    awards,
  } = parts
  const { current, engine } = start
  let folded: Folded = {
    current,
    engine,
    numbers: createNumbers(engine, historyComing, topWords, plans, changes, off, contests, thanks, awards),
  }
  let { seq } = start.counted
  /** Of the last entry that was there at the start; of later ones it is worked out when somebody asks. */
  const { last: lastAtStart } = start.counted
  let lastEntry: LogEntry | null = null
  let expected: ExpectedEdit | null = null
  /** Entries that came while an edit's recount runs: they wait, in their order. */
  let waiting: LogEntry[] = []
  let recounting: Promise<void> | null = null
  /** On the floor that stands; given up when that is edited, since an edit that counts otherwise does the same. */
  let anew: { readonly engine: Engine; readonly recount: Recount } | null = null
  let again = false
  /** An edit that could not be counted yet; the floor before it stands. */
  let overdue: FloorEntry | null = null
  /** Counting anew failed. */
  let anewIsOverdue = false

  const standOn = (entry: FloorEntry, file: FloorFile, engine: Engine): void => {
    const current = { version: entry.seq, text: entry.text, file }
    folded = {
      current,
      engine,
      numbers: createNumbers(engine, historyComing, topWords, plans, changes, off, contests, thanks, awards),
    }
    overdue = null
    onFloor()
  }

  const recountFor = async (entry: FloorEntry, file: FloorFile): Promise<void> => {
    const recount = startRecount(log, createFloorModel(file), seq)
    await recount.ready
    standOn(entry, file, recount.engine())
  }
  const resume = (): void => {
    recounting = null
    const entries = waiting
    waiting = []
    fold(entries)
  }

  const countAnew = (): void => {
    if (anew !== null) {
      again = true
      return
    }
    again = false
    anewIsOverdue = false
    const { engine } = folded
    const begun = { engine, recount: startRecount(log, engine.model, seq) }
    anew = begun
    const end = (): void => {
      anew = null
      if (again || folded.engine !== engine) {
        countAnew()
        return
      }
      const counted = begun.recount.engine()
      folded = {
        ...folded,
        engine: counted,
        numbers: createNumbers(
          counted,
          historyComing,
          topWords,
          plans,
          changes,
          off,
          contests,
          thanks,
          awards,
        ),
      }
      onCountedAnew()
      onFloor()
    }
    begun.recount.ready.then(end, (error) => {
      anew = null
      anewIsOverdue = true
      onError('the log cannot be counted anew yet', error)
    })
  }

  /** The entries after it wait until it has ended. */
  const beginRecount = (entry: FloorEntry, file: FloorFile): void => {
    recounting = recountFor(entry, file)
      .catch((error) => {
        overdue = entry
        onError(`the floor of version ${entry.seq} cannot be counted yet; the one before it stands`, error)
      })
      .then(resume)
  }

  /** Whether the entries after it have to wait. */
  const takeEdit = (entry: FloorEntry): boolean => {
    let file: FloorFile
    try {
      file = fileOf(readFloor(entry.text))
    } catch (error) {
      onError(`the floor of version ${entry.seq} cannot be read`, error)
      return false
    }
    if (expected?.recount && expected.text === entry.text) {
      const { recount } = expected
      expected = null
      standOn(entry, file, recount.engine())
      return false
    }
    const { engine, current } = folded
    if (countingFingerprint(file) === countingFingerprint(current.file)) {
      standOn(entry, file, engineOnFloor(engine, createFloorModel(file)))
      return false
    }
    beginRecount(entry, file)
    return true
  }

  const fold = (entries: readonly LogEntry[]): void => {
    for (const [index, entry] of entries.entries()) {
      const isJudged = entry.kind === 'fact' && historyComing?.() !== true
      const judged = isJudged ? judge?.before(entry, folded.numbers) : null
      const faults = countEntry(folded.engine, entry)
      judged?.()
      if (faults.length > 0) onFaults?.(entry.seq, faults)
      expected?.recount?.note(entry)
      anew?.recount.note(entry)
      seq = entry.seq
      lastEntry = entry
      if (entry.kind === 'floor' && takeEdit(entry)) {
        waiting.push(...entries.slice(index + 1))
        break
      }
    }
    const touched = folded.engine.takeTouched()
    judge?.counted(touched)
    onFacts(
      touched,
      entries.some(({ kind, by }) => kind !== 'fact' || !isOfBulk(by)),
    )
  }

  return {
    now: () => folded,
    seq: () => seq,
    counted: () => ({ seq, last: lastEntry === null ? lastAtStart : markOf(lastEntry) }),
    take: (entries) => {
      if (recounting === null) fold(entries)
      else waiting.push(...entries)
    },
    expect: (edit) => {
      expected = edit
    },
    countAnew,
    tryAgain: () => {
      if (anewIsOverdue) countAnew()
      if (overdue !== null && recounting === null) beginRecount(overdue, fileOf(readFloor(overdue.text)))
    },
    settled: async () => {
      while (recounting !== null) await recounting
    },
  }
}
