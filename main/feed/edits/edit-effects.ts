// What edits would move, worked out on a copy: the floor as it would be, counted anew where it counts otherwise, is asked the
// same questions as the one that stands. Nothing of it is kept.
import { isDeepStrictEqual } from 'node:util'
import { createBoardView } from '../../../shared/domain/boards/board-view.ts'
import { engineOnFloor } from '../../../shared/domain/counting/engine.ts'
import { countingFingerprint, createFloorModel } from '../../../shared/domain/counting/floor-model.ts'
import type { MetricPlan } from '../../../shared/domain/counting/metric-plan.ts'
import { applyEdits } from '../../../shared/domain/edits/apply-edits.ts'
import { type ChangeRights, refuseChange } from '../../../shared/domain/edits/may-change.ts'
import { isFields } from '../../../shared/domain/edits/raw-floor.ts'
import { lostNames } from '../../../shared/domain/people/lost-names.ts'
import { orgSubject } from '../../../shared/domain/people/roster.ts'
import { createNumbers, everybody, type Numbers } from '../../../shared/domain/standing/numbers.ts'
import { parseDay } from '../../../shared/domain/time/calendar-date.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import type { Board, FloorFile } from '../../../shared/wire/floor.ts'
import type { EditEffects, EffectsRequest, FloorEdit } from '../../../shared/wire/floor-edits.ts'
import type { WindowSpec } from '../../../shared/wire/window.ts'
import type { Clock } from '../clock.ts'
import type { FloorReading } from '../floor-file/read-floor-file.ts'
import type { YamlSource } from '../floor-file/rewrite/yaml-source.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { startRecount } from '../fold/recount.ts'
import { type Log, StaleFloor } from '../store/log.ts'
import { inTurns, type Turns } from '../turns.ts'

export interface EditEffectsParts {
  readonly floor: Pick<LiveFloor, 'current' | 'numbers' | 'isHistoryComing'>
  readonly log: Log
  readonly readFloorFile: (text: string) => Promise<FloorReading>
  readonly readSource: (text: string) => Promise<YamlSource>
  readonly turns: Turns
  readonly clock: Clock
}

/** Whoever asks is told nothing that they do not see anyway, and what they may not change is refused before it is counted. */
export interface EffectsViewer {
  readonly rights: ChangeRights
  readonly sees: (board: Board) => boolean
}

/** Rejects with `StaleFloor` where another floor stands than the sender saw. */
export type EffectsOf = (request: EffectsRequest, viewer: EffectsViewer) => Promise<EditEffects>

/** This month and those before it. */
const monthsBack = 12
/** Nobody reads more of each. */
const mostErrors = 20
const mostValues = 60
const mostSubjects = 8
const mostLost = 20
/** Whoever writes without end is not waited for. */
const mostCatchUps = 20

type Values = EditEffects['values']

interface Subject {
  readonly id: string
  readonly name: string
}

/** People whom the edits name, so that a fact that goes from one to another within a team is told too. */
const namedPeople = (edits: readonly FloorEdit[], { people }: FloorFile): readonly Subject[] => {
  const ids = new Set(edits.flatMap((edit) => ('id' in edit && edit.list === 'people' ? [edit.id] : [])))
  return ids.size > 50 ? [] : people.filter(({ id }) => ids.has(id))
}

/** Null: the subject is not on this floor. */
const valueFor = (
  numbers: Numbers,
  plan: MetricPlan | null,
  id: string,
  window: WindowSpec,
  at: number,
): number | null => {
  const subject = id === 'org' ? orgSubject : numbers.model.roster.subjectOf(id)
  if (plan === null || subject === null) return null
  return numbers.standingOf(plan, window, subject, at, everybody).value
}

const movedIn = (
  before: Numbers,
  after: Numbers,
  metric: string,
  window: WindowSpec,
  subjects: readonly Subject[],
  at: number,
) => {
  const [was, is] = [before.model.metric(metric), after.model.metric(metric)]
  const isOn = ({ model }: Numbers, id: string): boolean =>
    id === 'org' || model.roster.subjectOf(id) !== null
  /** Who is new, or goes, and did nothing moves nothing. */
  const isOnBoth = (id: string): boolean => isOn(before, id) && isOn(after, id)
  return subjects
    .map((subject) => ({
      ...subject,
      before: valueFor(before, was, subject.id, window, at),
      after: valueFor(after, is, subject.id, window, at),
    }))
    .filter(({ id, before: old, after: young }) =>
      isOnBoth(id) ? old !== young : (old ?? 0) !== (young ?? 0),
    )
    .sort((a, b) => Math.abs((b.after ?? 0) - (b.before ?? 0)) - Math.abs((a.after ?? 0) - (a.before ?? 0)))
}

/** Yields where it may be interrupted. */
const valuesMoved = function* (
  before: Numbers,
  after: Numbers,
  edits: readonly FloorEdit[],
  at: number,
): Generator<void, Values> {
  const { file, calendar } = after.model
  const format = createFormat(file.floor)
  const org = { id: 'org', name: file.floor.name }
  const teams = new Map([...before.model.file.teams, ...file.teams].map(({ id, name }) => [id, { id, name }]))
  const people = namedPeople(edits, file)
  const values: Values = []
  for (let back = 0; back < monthsBack; back++) {
    const window: WindowSpec = { kind: 'period', grain: 'month', offset: -back }
    for (const { metric } of after.model.metrics) {
      yield
      const ofTeams = movedIn(before, after, metric.id, window, [...teams.values()], at)
      const ofPeople = ofTeams.length > 0 ? [] : movedIn(before, after, metric.id, window, people, at)
      const moved = [...ofTeams, ...ofPeople]
      const shown = moved.length > 0 ? moved : movedIn(before, after, metric.id, window, [org], at)
      if (shown.length === 0) continue
      const written = (value: number | null): string => format.full(value, metric.unit)
      values.push({
        metric: metric.id,
        name: metric.name,
        period: calendar.label(window, after.todayAt(at)),
        of: shown.slice(0, mostSubjects).map(({ id, name, ...each }) => ({
          id,
          name,
          before: written(each.before),
          after: written(each.after),
        })),
      })
    }
  }
  return values
}

/** A board that cannot be computed is as it is. */
const viewOf = (numbers: Numbers, board: Board, at: number): unknown => {
  try {
    return createBoardView(numbers, board).compute(at)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const boardsMoved = function* (
  before: Numbers,
  after: Numbers,
  at: number,
  sees: EffectsViewer['sees'],
): Generator<void, EditEffects['boards']> {
  const old = new Map(before.model.file.boards.map((board) => [board.id, board]))
  const boards: EditEffects['boards'] = []
  for (const board of after.model.file.boards.filter(sees)) {
    yield
    const was = old.get(board.id)
    if (was === undefined || isDeepStrictEqual(viewOf(before, was, at), viewOf(after, board, at))) continue
    boards.push({ id: board.id, title: board.title })
  }
  return boards
}

export const createEffectsOf = ({
  floor,
  log,
  readFloorFile,
  readSource,
  turns,
  clock,
}: EditEffectsParts): EffectsOf => {
  /** The numbers on the edited floor, with all that was written up to the moment at which it is resolved. */
  const numbersOn = async (file: FloorFile): Promise<Numbers> => {
    const live = () => floor.numbers()
    const model = createFloorModel(file)
    const numbersOf = (engine: Numbers['engine']): Numbers => {
      const { topWords, plans, changes, off, contests, thanks } = live()
      return createNumbers(
        engine,
        () => floor.isHistoryComing(),
        topWords,
        plans,
        changes,
        off,
        contests,
        thanks,
      )
    }
    if (countingFingerprint(file) === countingFingerprint(floor.current().file))
      return numbersOf(engineOnFloor(live().engine, model))
    let seen = log.lastSeq
    const recount = startRecount(log, model, seen)
    await recount.ready
    for (let tries = 0; log.lastSeq > seen && tries < mostCatchUps; tries++)
      for await (const page of log.entriesAfter(seen))
        for (const entry of page) {
          recount.note(entry)
          seen = entry.seq
        }
    return numbersOf(recount.engine())
  }

  const effects: EffectsOf = async ({ version, edits, on }, { rights, sees }) => {
    const current = floor.current()
    if (current.version !== version)
      throw new StaleFloor(`it is at version ${current.version}, not ${version}`)
    const nothing = { version, boards: [], values: [], more: 0, lost: [] }
    const { data } = await readSource(current.text)
    const edited = applyEdits(isFields(data) ? data : {}, edits)
    if (!edited.ok) return { ...nothing, errors: [edited.refusal.message] }
    const refused = refuseChange(isFields(data) ? data : {}, edited.raw, rights)
    if (refused !== null) return { ...nothing, errors: [refused] }
    // Every floor file may be JSON as well; its lines are nobody's, so that only what is wrong is told.
    const reading = await readFloorFile(JSON.stringify(edited.raw))
    if (!reading.ok)
      return {
        ...nothing,
        errors: reading.errors.slice(0, mostErrors).map(({ path, message }) => `${path}: ${message}`),
      }
    const after = await numbersOn(reading.file)
    const before = floor.numbers()
    const now = clock.now()
    const { floorZone } = after.model.roster
    const at = on === undefined ? now : Math.max(now, floorZone.startOf(parseDay(on)))
    const values = await inTurns(valuesMoved(before, after, edits, now), turns)
    return {
      version,
      errors: [],
      boards: await inTurns(boardsMoved(before, after, at, sees), turns),
      values: values.slice(0, mostValues),
      more: Math.max(0, values.length - mostValues),
      lost: lostNames(current.file.people, reading.file.people, after.engine.unassigned())
        .slice(0, mostLost)
        .map(({ rep, facts, because }) => ({ rep, facts, because })),
    }
  }

  let working: Promise<unknown> = Promise.resolve()
  return (request, viewer) => {
    // One after the other: each may count the whole log.
    const worked = working.then(() => effects(request, viewer))
    working = worked.catch(() => undefined)
    return worked
  }
}
