// Snapshots in the database, one a floor. Only the owner writes its own, and none is newer than the log, which they share a
// database with.
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Snapshot, SnapshotStore } from '../snapshots.ts'
import type { FloorLease } from './floor-lease.ts'
import type { Asks, Statement } from './postgres-database.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)
/** A third of the time of the usual level, for a tenth more bytes. */
const level = 3

/** $1 floor, $2 epoch, $3 seq, $4 bytes. */
const save: Statement = {
  name: 'snapshot-save',
  text: `INSERT INTO snapshot (floor, seq, bytes)
    SELECT floor, $3::bigint, decode($4::text, 'base64') FROM floor WHERE floor = $1::int AND epoch = $2::bigint
    ON CONFLICT (floor) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes`,
}
const load: Statement = {
  name: 'snapshot-load',
  text: "SELECT s.seq, encode(s.bytes, 'base64') FROM snapshot s JOIN floor f USING (floor) WHERE floor = $1::int AND s.seq <= f.seq",
}

/** Null when there is none, when it is damaged, and when it is newer than the log. */
export const loadSnapshot = async (database: Asks, floor: number): Promise<Snapshot | null> => {
  const [row] = await database.ask(load, [floor])
  if (row === undefined) return null
  try {
    return { seq: Number(row[0]), bytes: await unpack(Buffer.from(row[1] ?? '', 'base64')) }
  } catch {
    // It is damaged: the log holds all that it was made of.
    return null
  }
}

export const createPostgresSnapshots = (
  database: Asks,
  floor: number,
  lease: Pick<FloorLease, 'epoch'>,
): SnapshotStore => ({
  async save({ seq, bytes }) {
    const packed = await pack(bytes, { level })
    await database.ask(save, [floor, lease.epoch(), seq, packed.toString('base64')])
  },
  load: () => loadSnapshot(database, floor),
})
