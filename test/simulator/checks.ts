// What must hold. Some of it at every step, the rest when all is quiet.
import { answerQuery } from '../../main/feed/fold/answer.ts'
import { refuseScreen } from '../../shared/domain/screens/screen-stage.ts'
import { boardsOf } from '../../shared/domain/screens/stage-boards.ts'
import { createKnowingReader, metricIds } from './floors.ts'
import { recomputedView, recomputeFromEntries, recomputeFromStanding } from './recomputation.ts'
import { difference } from './same-json.ts'
import { buildOfFeed, type SimulatedFeed } from './simulated-feed.ts'
import type { TvPlace } from './tv-place.ts'
import { must } from './violation.ts'
import type { World } from './world.ts'

/** A TV shows nothing that the feed never had. `seen` holds the boards that were looked at. */
export const checkShown = ({ shown }: World, place: TvPlace, seen: WeakSet<object>): void => {
  for (const [id, board] of place.tv()?.wall.get().boards ?? []) {
    if (seen.has(board)) continue
    seen.add(board)
    must(
      shown.has(board.version, board.view),
      () =>
        `the TV "${place.screen}" shows a view of "${id}", version ${board.version}, that no feed ever had`,
    )
  }
}

const checkLog = ({ ledger, life }: World, { floor, log }: SimulatedFeed): void => {
  must(life.unanswered() === 0, () => `${life.unanswered()} requests were never answered`)
  must(
    log.lastSeq === ledger.entries.length,
    () => `the log ends at ${log.lastSeq}, announced were ${ledger.entries.length} entries`,
  )
  const standing = ledger.standing().size
  must(log.factCount === standing, () => `the log counts ${log.factCount} facts, ${standing} stand`)
  const last = ledger.entries.findLast(({ kind }) => kind === 'floor')
  must(
    floor.current().version === last?.seq,
    () => `the floor is of version ${floor.current().version}, the last edit is entry ${last?.seq}`,
  )
}

const checkNumbers = (world: World, { floor }: SimulatedFeed): void => {
  const { ledger, shown } = world
  const { file } = floor.current()
  const now = world.feedNow()
  const again = recomputeFromEntries(file, ledger.entries)
  for (const { id } of file.boards) {
    const current = floor.desk.current(id)
    must(current !== null && 'view' in current, () => `board "${id}" has no view`)
    const view = current && 'view' in current ? current.view : null
    // It was worked out when something last changed it; what has not changed it since gives the same.
    const instants = [shown.madeAt(id) ?? now, now]
    const differences = instants.map((at) => difference(view, recomputedView(again, id, at)))
    must(differences.includes(null), () => `board "${id}" is not what the log says: ${differences[0]}`)
  }
  const standing = recomputeFromStanding(file, ledger)
  for (const metric of metricIds)
    for (const by of ['rep', 'team', 'org'] as const) {
      const query = { metric, window: null, by, at: now, team: null, role: null }
      const wrong = difference(floor.queryMetric(query), answerQuery(standing.numbers, query))
      must(wrong === null, () => `"${metric}" by ${by} is not what the standing facts say: ${wrong}`)
    }
  const unknown = difference(floor.status().unassigned, standing.engine.unassigned().slice(0, 100))
  must(unknown === null, () => `unassigned are not those of the standing facts: ${unknown}`)
}

/** Why a TV does not show what the feed has; null when it does. */
const staleness = ({ floor }: SimulatedFeed, place: TvPlace): string | null => {
  const wall = place.tv()?.wall.get()
  if (!wall) return 'it is not up'
  const refused = refuseScreen(floor.current().file, place.screen)
  if (refused !== null) {
    const { link } = wall
    // It waits to be paired for a screen that is not there.
    if (place.tv()?.pairing.get() !== null) return link.state === 'gone' ? null : 'it is not gone'
    return link.state === 'gone' && link.refused === refused ? null : `it does not know that ${refused}`
  }
  if (place.tv()?.pairing.get() !== null) return 'it waits to be paired'
  if (wall.link.state !== 'connected') return `its line is ${JSON.stringify(wall.link)}`
  const stage = floor.stage(place.screen, buildOfFeed)
  const { now: _now, turns: _turns, ...wanted } = stage
  const { now: __now, turns: __turns, ...held } = wall.stage ?? stage
  const staged = difference(held, wanted)
  if (wall.stage === null || staged !== null) return `its stage is another one: ${staged}`
  for (const id of boardsOf(stage)) {
    const current = floor.desk.current(id)
    const board = wall.boards.get(id)
    if (current === null || !('view' in current)) continue
    if (board?.version !== current.version) return `"${id}" is of ${board?.version}, not ${current.version}`
    const wrong = difference(board.view, current.view)
    if (wrong !== null) return `"${id}" is another view: ${wrong}`
  }
  const more = [...wall.boards.keys()].filter((id) => !boardsOf(stage).includes(id))
  return more.length > 0 ? `it still has "${more.join('", "')}"` : null
}

/** Null when every TV shows what the feed has. */
export const staleTv = (world: World, feed: SimulatedFeed): string | null => {
  for (const place of world.places) {
    const why = staleness(feed, place)
    if (why !== null) return `the TV "${place.screen}": ${why}`
  }
  return null
}

const read = createKnowingReader()

/** Once all is quiet. */
export const checkQuiet = (world: World, feed: SimulatedFeed): void => {
  checkLog(world, feed)
  checkNumbers(world, feed)
  world.book.check((text) => {
    const reading = read(text)
    return reading.ok ? reading.file : null
  })
}
