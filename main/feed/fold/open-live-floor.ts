// The live floor: the log's fold, the clock's ticks and the boards that somebody watches, held together.
import { createBoardView } from '../../../shared/domain/boards/board-view.ts'
import { createFloorModel, refuseFact } from '../../../shared/domain/counting/floor-model.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { BadSetUp } from '../bad-set-up.ts'
import type { Clock } from '../clock.ts'
import { fileOf, type ReadFloor, UnreadableFloor } from '../floor-file/floor-reader.ts'
import { type FloorEntry, LogUnavailable } from '../store/log.ts'
import type { Store } from '../store/store.ts'
import { answerBoard, answerQuery } from './answer.ts'
import { createBoardDesk, type DeskBoard } from './board-desk.ts'
import { createFloorEditor } from './edit-floor.ts'
import { loadEngine, snapshotOf } from './engine-from-log.ts'
import { answerFaults, faultWordsOf } from './faults.ts'
import { createFold } from './fold-entries.ts'
import type { CurrentFloor, FloorStatus, LiveFloor } from './live-floor.ts'
import { startMinuteTicks } from './minute-ticks.ts'
import { startSnapshotKeeper } from './snapshot-keeper.ts'
import { createStages } from './stages.ts'

export interface LiveFloorParts {
  readonly store: Store
  readonly readFloor: ReadFloor
  readonly clock: Clock
  /** Told of boards that cannot be computed, snapshots that cannot be written, floors that cannot be read. */
  readonly onError: (what: string, error: unknown) => void
}

const boardsOf = (numbers: Numbers): DeskBoard[] =>
  numbers.model.file.boards.map((board) => ({
    id: board.id,
    title: board.title,
    source: createBoardView(numbers, board),
  }))

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

/** Rejects with `BadSetUp`. */
export const openLiveFloor = async (parts: LiveFloorParts): Promise<LiveFloor> => {
  const { store, readFloor, clock, onError } = parts
  const { log, snapshots } = store
  const current = floorOf(log.floor, readFloor)
  const { engine, savedSeq } = await loadEngine(store, createFloorModel(current.file))
  const stageListeners: (() => void)[] = []
  let refusing: FloorStatus['refusing'] = null

  const desk = createBoardDesk(clock, (board, error) => onError(`board "${board}" cannot be computed`, error))
  const fold = createFold({
    log,
    start: { current, engine },
    readFloor,
    onFacts: (touched) => desk.touch(touched),
    onFloor: () => {
      desk.setBoards(boardsOf(fold.now().numbers))
      announceStage()
    },
    onError,
  })
  desk.setBoards(boardsOf(fold.now().numbers))
  const stages = createStages(clock, () => fold.now().numbers.model)
  const announceStage = (): void => {
    stages.forget()
    for (const listener of stageListeners) listener()
  }
  const keeper = startSnapshotKeeper({
    snapshots,
    savedSeq,
    seq: fold.seq,
    take: () => snapshotOf(fold.now().engine, fold.seq()),
    onError: (error) => onError('the snapshot cannot be saved', error),
  })
  log.onCommit((entries) => {
    refusing = null
    fold.take(entries)
    keeper.noteCommit()
  })
  const edit = createFloorEditor({ log, readFloor, clock, fold })

  const today = (): number => fold.now().numbers.model.roster.floorZone.dayAt(clock.now())
  let day = today()
  const ticks = startMinuteTicks(clock, () => {
    stages.forget()
    desk.refresh()
    if (today() !== day) announceStage()
    day = today()
  })

  /** Notes why nothing can be written, until something is. */
  const noting = <T>(written: Promise<T>): Promise<T> => {
    written.catch((error) => {
      if (error instanceof LogUnavailable) refusing ??= { since: clock.now(), reason: error.message }
    })
    return written
  }

  return {
    refuse: (fact) => refuseFact(fold.now().engine.model, fact),
    faultsOf: (fact, receivedAt) => fold.now().engine.faultsOf(fact, receivedAt),
    faultWords: (fault) => faultWordsOf(fold.now().engine.model)(fault),
    faults: () => answerFaults(fold.now().engine),
    submit: (writes) => noting(log.append(writes)),
    queryMetric: (query) => answerQuery(fold.now().numbers, query),
    boardView: (id, known = fold.now().current.file.boards) => answerBoard(desk, known, id),
    current: () => fold.now().current,
    replace: (text, expectedVersion, by) => noting(edit(text, expectedVersion, by)),
    status: () => ({
      facts: log.factCount,
      seq: log.lastSeq,
      unassigned: fold.now().engine.unassigned().slice(0, 100),
      refusing,
    }),
    desk,
    stage: stages.of,
    onStageChange: (listener) => {
      stageListeners.push(listener)
    },
    close: async () => {
      ticks.close()
      desk.close()
      await keeper.close()
    },
  }
}
