// Moves a floor into another database while it runs: most of it is copied meanwhile, and it stands still only for what came in
// since. It is closed where it was before it stands where it comes to, so that it never runs in both.
import { BadSetUp } from '../../bad-set-up.ts'
import { besideAfter, entriesBetween } from './copied-rows.ts'
import { deploymentOf } from './floor-backup.ts'
import { closeFloor, findFloor, type ListedFloor, listFloors, removeFloor, reopenFloor } from './floors.ts'
import { type Counted, type NewFloorCopy, openNewFloorCopy } from './new-floor-copy.ts'
import type { Asks, PostgresDatabase, Statement } from './postgres-database.ts'

/** As few as are copied in the time of a blink. */
const fewEntries = 500
/** A floor into which more comes than is copied meanwhile is closed all the same. */
const mostRounds = 20

const beingMoved = 'it is being moved to '

const snapshot: Statement = {
  name: 'move-snapshot',
  text: "SELECT seq, translate(encode(bytes, 'base64'), E'\\n', '') FROM snapshot WHERE floor = $1::int",
}

export interface MovedFloor extends Counted {
  readonly name: string
  /** How long it stood still, ms. */
  readonly stoodMs: number
  /** It had come over before, and what was left where it was is gone now. */
  readonly wasThere: boolean
}

const refuseOtherKey = async (from: Asks, to: Asks): Promise<void> => {
  const [here, there] = [await deploymentOf(from), await deploymentOf(to)]
  if (here !== null && there !== null && here !== there)
    throw new BadSetUp(
      'The nodes of the two databases have another FLOORBOARD_SECRET_KEY: passwords that the floor keeps could not be opened there. Nothing was moved.',
    )
}

/** Copies what changed after these, and returns up to where it got. */
const copyAfter = async (
  from: Asks,
  copy: NewFloorCopy,
  { floor, entries, beside }: ListedFloor,
  after: { readonly entry: number; readonly beside: number },
  onCopied: (entries: number) => void,
) => {
  for await (const rows of entriesBetween(from, floor, after.entry, entries)) {
    await copy.takeEntries(rows)
    onCopied(rows.at(-1)?.seq ?? after.entry)
  }
  if (beside > after.beside)
    for await (const rows of besideAfter(from, floor, after.beside)) await copy.takeBeside(rows)
  await copy.standAfter(after.entry)
  return { entry: entries, beside }
}

const isLeftBehind = (here: ListedFloor, there: ListedFloor): boolean =>
  here.identity === there.identity &&
  here.closed?.startsWith(beingMoved) === true &&
  there.entries >= here.entries

/** What stands where it is, as many as are counted where it came to. */
const countHere: Statement = {
  name: 'move-count',
  text: `SELECT (SELECT count(*) FROM entry WHERE floor = $1::int),
    (SELECT count(*) FROM beside WHERE floor = $1::int AND body IS NOT NULL)`,
}
const check = async (from: Asks, here: ListedFloor, there: Counted): Promise<void> => {
  const [row] = await from.ask(countHere, [here.floor])
  const alike =
    Number(row?.[0]) === there.entries && Number(row?.[1]) === there.beside && here.facts === there.facts
  if (!alike)
    throw new BadSetUp(
      `Of ${Number(row?.[0])} entries with ${here.facts} facts ${there.entries} with ${there.facts} came over: nothing was moved.`,
    )
}

/** Throws `BadSetUp`, and then it runs on where it was unless the sentence says otherwise. */
export const moveFloor = async (
  from: PostgresDatabase,
  to: PostgresDatabase,
  name: string,
  onCopied: (entries: number) => void = () => undefined,
): Promise<MovedFloor> => {
  if (from.address.url === to.address.url)
    throw new BadSetUp('Both addresses are of the same database: there is nothing to move.')
  const found = await findFloor(from, name)
  const there = (await listFloors(to)).find((each) => each.name === found.name)
  if (there !== undefined && isLeftBehind(found, there)) {
    await removeFloor(from, found.floor)
    const { facts, entries } = there
    return { name: found.name, facts, entries, beside: 0, stoodMs: 0, wasThere: true }
  }
  if (found.closed !== null && !found.closed.startsWith(beingMoved))
    throw new BadSetUp(`${found.name} cannot be moved: ${found.closed}.`)
  await refuseOtherKey(from, to)
  const copy = await openNewFloorCopy(to, found)
  let isClosed = false
  let isCommitting = false
  try {
    let now = found
    let copied = await copyAfter(from, copy, now, { entry: 0, beside: 0 }, onCopied)
    for (let round = 0; round < mostRounds; round += 1) {
      now = await findFloor(from, name)
      if (now.entries - copied.entry <= fewEntries) break
      copied = await copyAfter(from, copy, now, copied, onCopied)
    }
    isClosed = true
    const closedAt = performance.now()
    await closeFloor(from, found.floor, `${beingMoved}${to.address.shown}`)
    now = await findFloor(from, name)
    await copyAfter(from, copy, now, copied, onCopied)
    const counted = await copy.count(now.entries, now.beside)
    await check(from, now, counted)
    const [kept] = await from.ask(snapshot, [found.floor])
    if (kept !== undefined && Number(kept[0]) <= now.entries)
      await copy.takeSnapshot(Number(kept[0]), kept[1] ?? '')
    isCommitting = true
    await copy.commit()
    const stoodMs = performance.now() - closedAt
    await removeFloor(from, found.floor)
    return { name: found.name, ...counted, stoodMs, wasThere: false }
  } catch (error) {
    if (isCommitting)
      throw new BadSetUp(
        `The move of ${found.name} broke off at its end: it is closed in ${from.address.shown}. Run the same command again; it finds out whether it came over.`,
        { cause: error },
      )
    if (isClosed) await reopenFloor(from, found.floor)
    throw error
  } finally {
    await copy.close()
  }
}
