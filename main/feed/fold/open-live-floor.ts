// The live floor: the log's fold, the clock's ticks and the boards that somebody watches, held together.

import { createChangesView } from '../../../shared/domain/boards/announcement/changes-view.ts'
import type { BoardSource } from '../../../shared/domain/boards/board-head.ts'
import { createBoardView } from '../../../shared/domain/boards/board-view.ts'
import { answerMoved } from '../../../shared/domain/boards/moved.ts'
import { answerOwnNumbers } from '../../../shared/domain/boards/own-numbers.ts'
import {
  touchedAwards,
  touchedContests,
  touchedExceptions,
  touchedThanks,
  touchedTopWords,
} from '../../../shared/domain/counting/changes.ts'
import { createFloorModel, refuseFact } from '../../../shared/domain/counting/floor-model.ts'
import { onWalls } from '../../../shared/domain/metric-changes/announced.ts'
import { changesBoard } from '../../../shared/domain/screens/changes-board.ts'
import type { ShownByItself } from '../../../shared/domain/screens/screen-stage.ts'
import { boardsOnWalls } from '../../../shared/domain/screens/words-board.ts'
import { type AwardBook, noAwards } from '../../../shared/domain/standing/award-book.ts'
import { type ChangeBook, noChanges } from '../../../shared/domain/standing/change-book.ts'
import { type ContestBook, noContests } from '../../../shared/domain/standing/contest-book.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { nothingOff, type OffBook } from '../../../shared/domain/standing/off-book.ts'
import { noPlans, type PlanBook } from '../../../shared/domain/standing/plan-book.ts'
import { noThanks, type ThanksBook } from '../../../shared/domain/standing/thanks-book.ts'
import { noTopWords, type TopWords } from '../../../shared/domain/standing/top-words.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import { addListener } from '../add-listener.ts'
import { BadSetUp } from '../bad-set-up.ts'
import type { Clock } from '../clock.ts'
import { fileOf, type ReadFloor, UnreadableFloor } from '../floor-file/floor-reader.ts'
import type { DamagedEntry } from '../store/damage.ts'
import type { FloorEntry } from '../store/log.ts'
import type { Store } from '../store/store.ts'
import { answerBoard, answerQuery } from './answer.ts'
import { createBoardDesk, type DeskBoard } from './board-desk.ts'
import { createFloorEditor } from './edit-floor.ts'
import { loadEngine, snapshotOf } from './engine-from-log.ts'
import { answerFaults, faultWordsOf } from './faults.ts'
import { createFold } from './fold-entries.ts'
import { createFoundFaults } from './found-faults.ts'
import { createSourceGuard } from './guard-sources.ts'
import type { EntryJudge } from './judge-entries.ts'
import type { CurrentFloor, FloorStatus, LiveFloor } from './live-floor.ts'
import { startMinuteTicks } from './minute-ticks.ts'
import { recentFloors } from './recent-floors.ts'
import { type SnapshotTail, startSnapshotKeeper } from './snapshot-keeper.ts'
import { createStages } from './stages.ts'
import { mostUnassigned, unassignedNames } from './unassigned-names.ts'

export interface LiveFloorParts {
  readonly store: Store
  readonly readFloor: ReadFloor
  readonly clock: Clock
  readonly judge?: EntryJudge | undefined
  /** What leaders wrote; left out, nothing. */
  readonly topWords?: TopWords & { onChange(listener: () => void): void }
  /** What was planned for each person; left out, nothing. */
  readonly plans?: PlanBook & { onChange(listener: () => void): void }
  /** What edits made of metrics and goals; left out, nothing. */
  readonly changes?: ChangeBook & { onChange(listener: () => void): void }
  /** What is off; left out, nothing. */
  readonly off?: OffBook & { onChange(listener: () => void): void }
  /** How contests stand; left out, there are none. It tells of what no fact tells: one that was drawn, or became final. */
  readonly contests?: ContestBook & { onChange(listener: () => void): void }
  /** Thanks between colleagues; left out, none. */
  readonly thanks?: ThanksBook & { onChange(listener: () => void): void }
  /** Who is nominated, and who was chosen; left out, there are no awards. */
  readonly awards?: AwardBook & { onChange(listener: () => void): void }
  /** Left out, what suits a floor. */
  readonly snapshotTail?: SnapshotTail
  /** Told of boards that cannot be computed, snapshots that cannot be written, floors that cannot be read. */
  readonly onError: (what: string, error: unknown) => void
  /** Of each caller's facts: how long it took until they were durable and counted. */
  readonly noteDurable?: ((seconds: number) => void) | undefined
}

const boardsOf = (numbers: Numbers): DeskBoard[] => {
  const { file } = numbers.model
  const changes = changesBoard(file)
  return boardsOnWalls(file).map((board) => {
    let source: BoardSource<BoardView> | null = null
    return {
      id: board.id,
      title: board.title,
      source: () => {
        source ??=
          board.id === changes.id ? createChangesView(numbers, changes) : createBoardView(numbers, board)
        return source
      },
    }
  })
}

/** Throws `BadSetUp` when there is none, or one that this version cannot read. */
const floorOf = (entry: FloorEntry | null, readFloor: ReadFloor): CurrentFloor => {
  if (!entry) throw new BadSetUp('the data folder holds no floor')
  try {
    return { version: entry.seq, text: entry.text, file: fileOf(readFloor(entry.text)) }
  } catch (error) {
    if (!(error instanceof UnreadableFloor)) throw error
    throw new BadSetUp(`this version cannot read the floor file in the data folder: ${error.message}`)
  }
}

const silent = { ...noTopWords, onChange: () => undefined }
const unplanned = { ...noPlans, onChange: () => undefined }
const clear = { ...nothingOff, onChange: () => undefined }
const uncontested = { ...noContests, onChange: () => undefined }
const thankless = { ...noThanks, onChange: () => undefined }
const unawarded = { ...noAwards, onChange: () => undefined }
const unchanged = { ...noChanges, onChange: () => undefined }

/** Rejects with `BadSetUp`. */
export const openLiveFloor = async (parts: LiveFloorParts): Promise<LiveFloor> => {
  const { store, readFloor, clock, judge, onError, topWords = silent, plans = unplanned } = parts
  const { changes = unchanged, off = clear, contests = uncontested, thanks = thankless } = parts
  const { awards = unawarded } = parts
  const { log, snapshots, health } = store
  const current = floorOf(log.floor, readFloor)
  const loaded = await loadEngine(
    store,
    { version: current.version, model: createFloorModel(current.file) },
    judge ? { judge, readFloor, now: clock.now() } : null,
  )
  const { engine, savedSeq } = loaded
  /** Damaged entries that the engine does not count. */
  let without: readonly number[] = loaded.without
  const stageListeners = new Set<() => void>()
  let historyComing = false
  /** Epoch ms: since when nothing can be written. */
  let refusingSince: number | null = null

  const desk = createBoardDesk(clock, (board, error) => onError(`board "${board}" cannot be computed`, error))
  const fold = createFold({
    log,
    start: { current, engine, counted: loaded },
    readFloor,
    judge,
    onFaults: (seq, faults) => found.note(seq, faults),
    onFacts: desk.touch,
    onFloor: () => {
      desk.setBoards(boardsOf(fold.now().numbers))
      announceStage()
    },
    onCountedAnew: () => {
      without = health.damaged().map(({ seq }) => seq)
    },
    onError,
    historyComing: () => historyComing,
    topWords,
    plans,
    changes,
    off,
    contests,
    thanks,
    awards,
  })
  desk.setBoards(boardsOf(fold.now().numbers))
  const shownByItself = (): ShownByItself => {
    const { numbers } = fold.now()
    const { floorZone } = numbers.model.roster
    const now = clock.now()
    return {
      words: topWords.since(floorZone.startOf(floorZone.dayAt(now))).length > 0,
      changes: onWalls(numbers, now).length > 0,
    }
  }
  const stages = createStages(clock, () => fold.now().numbers.model, shownByItself)
  let shows = shownByItself()
  /** What walls show by themselves came, or is over. */
  const followShown = (): void => {
    const before = shows
    shows = shownByItself()
    if (shows.words !== before.words || shows.changes !== before.changes) announceStage()
  }
  topWords.onChange(() => {
    desk.touch([touchedTopWords])
    followShown()
  })
  off.onChange(() => desk.touch([touchedExceptions]))
  contests.onChange(() => desk.touch([touchedContests]))
  thanks.onChange(() => desk.touch([touchedThanks]))
  awards.onChange(() => desk.touch([touchedAwards]))
  changes.onChange(() => {
    desk.refresh()
    followShown()
  })
  // Goals come of them.
  plans.onChange(() => desk.refresh())
  const announceStage = (): void => {
    stages.forget()
    for (const listener of stageListeners) listener()
  }
  const keeper = startSnapshotKeeper({
    snapshots,
    savedSeq,
    seq: fold.seq,
    take: () => snapshotOf(fold.now().engine, fold.counted(), without),
    isDecided: () => judge?.isDecided() !== false,
    tail: parts.snapshotTail,
    onError: (error) => onError('the snapshot cannot be saved', error),
  })
  const tellDamage = ({ seq, key }: DamagedEntry): void => {
    const name = key === null ? `entry ${seq}` : `entry ${seq}, ${key},`
    onError(`${name} of the log is damaged: it counts nowhere until its source sends it again`, null)
    // It may have been sound when it was counted, here or for the snapshot.
    if (!without.includes(seq)) fold.countAnew()
  }
  for (const entry of health.damaged()) tellDamage(entry)
  health.onDamage(tellDamage)
  log.onCommit((entries) => {
    fold.take(entries)
    keeper.noteCommit()
  })
  const sources = createSourceGuard(() => fold.now().engine.sources)
  const edit = createFloorEditor({ log, readFloor, clock, fold })

  const today = (): number => fold.now().numbers.model.roster.floorZone.dayAt(clock.now())
  let day = today()
  const ticks = startMinuteTicks(clock, () => {
    fold.tryAgain()
    stages.forget()
    desk.refresh()
    if (today() !== day) announceStage()
    shows = shownByItself()
    day = today()
  })

  const refusing = (): FloorStatus['refusing'] => {
    const reason = health.refusal()
    refusingSince = reason === null ? null : (refusingSince ?? clock.now())
    return reason === null || refusingSince === null ? null : { since: refusingSince, reason }
  }
  /** Notes since when nothing can be written. */
  const noting = <T>(written: Promise<T>): Promise<T> => {
    written.then(refusing, refusing)
    return written
  }
  refusing()
  const found = createFoundFaults({
    append: (writes) => noting(log.append(writes)),
    seq: fold.seq,
    judge: ({ fact, receivedAt }) => (fact === null ? [] : fold.now().engine.faultsOf(fact, receivedAt)),
  })

  return {
    refuse: (fact) => refuseFact(fold.now().engine.model, fact) ?? sources.refuse(fact.source),
    faultWords: (fault) => faultWordsOf(fold.now().engine.model)(fault),
    faults: () => answerFaults(fold.now().engine),
    submit: async (writes) => {
      const startedAt = performance.now()
      const submitted = await found.submit(writes)
      parts.noteDurable?.((performance.now() - startedAt) / 1000)
      if (writes.some(({ fact }) => fact === null)) sources.forget()
      return submitted
    },
    queryMetric: (query) => answerQuery(fold.now().numbers, query),
    ownNumbers: (person) => answerOwnNumbers(fold.now().numbers, person, clock.now()),
    moved: () => answerMoved(fold.now().numbers, clock.now()),
    boardView: (id, known = fold.now().current.file.boards) => answerBoard(desk, known, id),
    current: () => fold.now().current,
    recentFiles: async () =>
      (await recentFloors(log, clock.now())).flatMap(({ at, text }) => {
        const reading = readFloor(text)
        return reading.ok ? [{ at, file: reading.file }] : []
      }),
    numbers: () => fold.now().numbers,
    model: () => {
      const { file, roster, workingTime } = fold.now().numbers.model
      return { file, zone: roster.floorZone, workingTime }
    },
    replace: (text, expectedVersion, by, isConfirmed = false) =>
      noting(edit(text, expectedVersion, by, isConfirmed)),
    status: () => ({
      facts: log.factCount,
      seq: log.lastSeq,
      // Sorted for whoever looks at it, and not for whoever only asks how many facts there are.
      get unassigned() {
        return fold.now().engine.unassigned().slice(0, mostUnassigned)
      },
      refusing: refusing(),
      damaged: health.damaged(),
      setAside: health.setAside(),
      checked: health.checked(),
    }),
    noteHistory: (isComing) => {
      if (historyComing === isComing) return
      historyComing = isComing
      desk.refresh()
    },
    isHistoryComing: () => historyComing,
    unassigned: () => unassignedNames(fold.now()),
    desk,
    stage: stages.of,
    previewStage: stages.preview,
    onStageChange: (listener) => addListener(stageListeners, listener),
    close: async () => {
      ticks.close()
      desk.close()
      await keeper.close()
    },
  }
}
