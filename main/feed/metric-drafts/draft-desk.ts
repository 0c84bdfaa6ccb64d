// Metrics that are not saved yet, counted on all facts that stand: a few milliseconds a turn, so that the walls go on, and one
// after another. What comes in meanwhile is in it or not. A draft that nobody waits for any more is not counted to its end.
import { applyEdits } from '../../../shared/domain/edits/apply-edits.ts'
import { entriesOf, isFields } from '../../../shared/domain/edits/raw-floor.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { createDraftCount } from '../../../shared/domain/metric-drafts/draft-count.ts'
import { createFactFields } from '../../../shared/domain/metric-drafts/fact-fields.ts'
import type { FloorEdit } from '../../../shared/wire/floor-edits.ts'
import type { DraftAnswer, DraftRequest, FactFieldsAnswer } from '../../../shared/wire/metric-drafts.ts'
import { parseWindow } from '../../../shared/wire/window.ts'
import type { Clock } from '../clock.ts'
import type { FloorReading } from '../floor-file/read-floor-file.ts'
import type { YamlSource } from '../floor-file/rewrite/yaml-source.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { type Log, StaleFloor } from '../store/log.ts'
import { inTurns, type Turns } from '../turns.ts'

export interface DraftDeskParts {
  readonly floor: Pick<LiveFloor, 'current' | 'numbers'>
  readonly log: Pick<Log, 'factsOf'>
  readonly readFloorFile: (text: string) => Promise<FloorReading>
  readonly readSource: (text: string) => Promise<YamlSource>
  readonly turns: Turns
  readonly clock: Clock
}

export interface DraftDesk {
  /**
   * Rejects with `StaleFloor` where another floor stands than the sender saw. Null where nobody waited for it any more, which
   * `isWanted` says.
   */
  count(request: DraftRequest, isWanted: () => boolean): Promise<DraftAnswer | null>
  /** What the facts that stand have; null as above. */
  fields(isWanted: () => boolean): Promise<FactFieldsAnswer | null>
}

/** Nobody reads more of them. */
const mostRefused = 10

/** What is at fault in a metric, for whoever fills in its sentence; the first that its path begins with. */
const places: readonly (readonly [string, string])[] = [
  ['unit', 'Its unit'],
  ['of.measure', 'What is measured'],
  ['of.date', 'Its date'],
  ['of.where', 'A condition'],
  ['of', 'What it is made of'],
  ['retired', 'The day on which it ends'],
  ['since', 'The day from which it counts'],
  ['earlier', 'How it counted before'],
]

/** `metrics.3.of.ratio` is of the form's own metric, whose place in the file says nothing to whoever fills it in. */
const sentenceOf = (path: string, message: string, index: number): string => {
  const own = `metrics[${index}].`
  if (!path.startsWith(own)) return `${path}: ${message}`
  const rest = path.slice(own.length)
  const place = places.find(([begins]) => rest.startsWith(begins))
  return `${place?.[1] ?? rest}: ${message}`
}

export const createDraftDesk = ({
  floor,
  log,
  readFloorFile,
  readSource,
  turns,
  clock,
}: DraftDeskParts): DraftDesk => {
  /** False where nobody waited for its end. */
  const eachFact = async (take: (stored: StoredFact) => void, isWanted: () => boolean): Promise<boolean> => {
    for (const [source] of floor.numbers().engine.sources.entries())
      for await (const page of log.factsOf(source))
        for (const stored of page) {
          take(stored)
          if (!turns.due()) continue
          await turns.next()
          if (!isWanted()) return false
        }
    return true
  }

  const count: DraftDesk['count'] = async ({ version, metric, replaces, window }, isWanted) => {
    const current = floor.current()
    if (current.version !== version)
      throw new StaleFloor(`it is at version ${current.version}, not ${version}`)
    const refuse = (refused: readonly string[]): DraftAnswer => ({
      version,
      refused: refused.slice(0, mostRefused),
      result: null,
    })
    const before = current.file.metrics.find(({ id }) => id === replaces) ?? null
    if (replaces !== null && before === null) return refuse([`The floor has no metric "${replaces}".`])
    const { id, ...fields } = metric
    if (before !== null && before.id !== id) return refuse([`"${id}" is not the id of what it replaces.`])
    const gone = before === null ? [] : Object.keys(before).filter((key) => key !== 'id' && !(key in fields))
    const edit: FloorEdit =
      before === null
        ? { do: 'add', list: 'metrics', entry: metric, before: null }
        : {
            do: 'set',
            list: 'metrics',
            id,
            fields: { ...Object.fromEntries(gone.map((key) => [key, null])), ...fields },
          }
    const { data } = await readSource(current.text)
    const edited = applyEdits(isFields(data) ? data : {}, [edit])
    if (!edited.ok) return refuse([edited.refusal.message])
    const index = entriesOf(edited.raw, 'metrics').findIndex((entry) => isFields(entry) && entry['id'] === id)
    // Every floor file may be JSON as well; its lines are nobody's, so that only what is wrong is told.
    const reading = await readFloorFile(JSON.stringify(edited.raw))
    if (!reading.ok)
      return refuse(reading.errors.map(({ path, message }) => sentenceOf(path, message, index)))
    const draft = createDraftCount(reading.file, {
      id,
      before,
      window: window === undefined ? null : parseWindow(window),
      at: clock.now(),
    })
    if (draft === null) throw new Error(`the draft "${id}" is not in the file that it was put into`)
    if (!(await eachFact(draft.take, isWanted))) return null
    return { version, refused: [], result: await inTurns(draft.answer(), turns) }
  }

  /** One after another of each kind: a form asks for both, and shall not wait for the one with the other. */
  const createOrder = () => {
    let working: Promise<unknown> = Promise.resolve()
    return <T>(isWanted: () => boolean, work: () => Promise<T | null>): Promise<T | null> => {
      const worked = working.then(() => (isWanted() ? work() : null))
      working = worked.catch(() => undefined)
      return worked
    }
  }
  const [draftsInOrder, fieldsInOrder] = [createOrder(), createOrder()]

  return {
    count: (request, isWanted) => draftsInOrder(isWanted, () => count(request, isWanted)),
    fields: (isWanted) =>
      fieldsInOrder(isWanted, async () => {
        const fields = createFactFields()
        return (await eachFact(fields.take, isWanted)) ? fields.answer() : null
      }),
  }
}
