// The live floor: the log's fold, the clock's ticks and the boards that somebody watches, held together.

import { createBoardView } from '../../../shared/domain/boards/board-view.ts'
import { createEngine, type Engine } from '../../../shared/domain/counting/engine.ts'
import {
  countingFingerprint,
  createFloorModel,
  refuseFact,
} from '../../../shared/domain/counting/floor-model.ts'
import { stageOf } from '../../../shared/domain/screens/screen-stage.ts'
import { createNumbers, type Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { StageMessage } from '../../../shared/wire/socket.ts'
import { BadSetUp } from '../bad-set-up.ts'
import type { Clock } from '../clock.ts'
import { readFloorFile } from '../floor-file/read-floor-file.ts'
import { type FloorEntry, type Log, LogUnavailable, StaleFloor } from '../store/log.ts'
import { answerBoard, answerQuery } from './answer.ts'
import { createBoardDesk, type DeskBoard } from './board-desk.ts'
import { loadEngine, recountFromLog } from './engine-from-log.ts'
import { type CurrentFloor, FloorRefused, type FloorStatus, type LiveFloor } from './live-floor.ts'
import { startMinuteHand } from './minute-hand.ts'
import { startSnapshotKeeper } from './snapshot-keeper.ts'

export interface LiveFloorParts {
  readonly log: Log
  readonly clock: Clock
  /** Told of boards that cannot be computed and snapshots that cannot be written. */
  readonly onError: (what: string, error: unknown) => void
}

const boardsOf = (numbers: Numbers): DeskBoard[] =>
  numbers.model.file.boards.map((board) => ({
    id: board.id,
    title: board.title,
    source: createBoardView(numbers, board),
  }))

/** The log has a floor. Throws `BadSetUp` when this version cannot read it. */
const currentFloor = (entry: FloorEntry | null): CurrentFloor => {
  if (!entry) throw new BadSetUp('the data folder holds no floor')
  const reading = readFloorFile(entry.text)
  if (reading.ok) return { version: entry.seq, text: entry.text, file: reading.file }
  const [first] = reading.errors
  throw new BadSetUp(
    `this version cannot read the floor file in the data folder: line ${first?.line}: ${first?.message}`,
  )
}

export const openLiveFloor = ({ log, clock, onError }: LiveFloorParts): LiveFloor => {
  let current = currentFloor(log.floor)
  let engine: Engine = loadEngine(log, createFloorModel(current.file))
  let numbers = createNumbers(engine)
  let lastFactAt: number | null = null
  let refusing: FloorStatus['refusing'] = null
  let editing: Promise<unknown> = Promise.resolve()
  const stageListeners: (() => void)[] = []

  const desk = createBoardDesk(clock, (board, error) => onError(`board "${board}" cannot be computed`, error))
  const snapshots = startSnapshotKeeper(
    log,
    () => engine,
    (error) => onError('the snapshot cannot be saved', error),
  )
  desk.setBoards(boardsOf(numbers))

  const noteRefusal = (error: unknown): void => {
    if (error instanceof LogUnavailable) refusing ??= { since: clock.now(), reason: error.message }
  }

  log.onCommit((entries) => {
    const now = clock.now()
    refusing = null
    for (const entry of entries) {
      if (entry.kind !== 'fact') continue
      engine.apply(entry.before, entry.after, entry.after?.receivedAt ?? now)
      lastFactAt = now
    }
    desk.touch(engine.takeTouched())
    snapshots.noteCommit()
  })

  /** Stages of this minute: after an outage every TV of the floor asks at once. */
  const stages = new Map<string, StageMessage>()

  const announceStage = (): void => {
    stages.clear()
    for (const listener of stageListeners) listener()
  }

  let day = numbers.model.roster.floorZone.dayAt(clock.now())
  const minuteHand = startMinuteHand(clock, () => {
    stages.clear()
    desk.refresh()
    const today = numbers.model.roster.floorZone.dayAt(clock.now())
    if (today !== day) announceStage()
    day = today
  })

  const replace = async (
    text: string,
    file: FloorFile,
    expectedVersion: number | null,
  ): Promise<CurrentFloor> => {
    if (expectedVersion !== null && expectedVersion !== current.version)
      throw new StaleFloor(`the floor is at version ${current.version}, not ${expectedVersion}`)
    const model = createFloorModel(file)
    const countsAlike = countingFingerprint(file) === countingFingerprint(current.file)
    // Everything that can go wrong with an edit goes wrong before it is in the log, which nobody can take it out of.
    const recount = countsAlike ? null : await recountFromLog(log, model)
    const lost = recount?.engine.uncounted() ?? []
    if (lost.length > 0)
      throw new FloorRefused(
        `deals in ${lost.join(', ')} stand on this floor and would no longer count: keep a rate for each under floor.rates`,
      )
    const appended = log.appendFloor(text, clock.now(), expectedVersion)
    appended.catch(noteRefusal)
    const entry = await appended
    recount?.catchUp()
    engine = recount?.engine ?? createEngine(model, engine.snapshot())
    numbers = createNumbers(engine)
    current = { version: entry.seq, text, file }
    desk.setBoards(boardsOf(numbers))
    announceStage()
    return current
  }

  return {
    refuse: (fact) => refuseFact(engine.model, fact),
    submit: (writes) => {
      const appended = log.append(writes)
      appended.catch(noteRefusal)
      return appended
    },
    queryMetric: (query) => answerQuery(numbers, query),
    boardView: (id) => answerBoard(desk, current.file.boards, id),
    current: () => current,
    replace: (text, file, expectedVersion) => {
      // One edit after the other: each sees the version that the one before it left.
      const edit = editing.then(() => replace(text, file, expectedVersion))
      editing = edit.catch(() => undefined)
      return edit
    },
    status: () => ({
      facts: log.factCount,
      seq: log.lastSeq,
      unassigned: engine.unassigned().slice(0, 100),
      boards: current.file.boards.length,
      lastFactAt,
      refusing,
    }),
    desk,
    stage: (screen, build) => {
      const now = clock.now()
      const key = `${screen ?? ''} ${build}`
      const known = stages.get(key)
      if (known) return { ...known, now }
      const stage = stageOf(numbers.model, screen, now, build)
      stages.set(key, stage)
      return stage
    },
    onStageChange: (listener) => {
      stageListeners.push(listener)
    },
    close: () => {
      minuteHand.close()
      desk.close()
      snapshots.close()
    },
  }
}
