// A node that writes beside the log and says what is durable, until it is killed.
import { join } from 'node:path'
import { openKeptFolder } from '../../main/feed/store/postgres/kept-in-database.ts'
import { createPostgresDatabase } from '../../main/feed/store/postgres/postgres-database.ts'
import { openSqliteVoteStore } from '../../main/feed/store/sqlite/sqlite-vote-store.ts'

const [url = '', floor, node, folder = '', first] = process.argv.slice(2)

const run = async (): Promise<void> => {
  const database = createPostgresDatabase(url)
  const kept = await openKeptFolder({
    ...{ database, folder, floor: Number(floor), node: Number(node) },
    onError: (what, error) => console.error(what, error),
  })
  const onDamage = (aside: string): never => {
    throw new Error(aside)
  }
  const votes = openSqliteVoteStore({ file: join(folder, 'votes.db'), onDamage, kept })
  for (let nth = Number(first); ; nth += 1) {
    votes.vote({ award: 'player', on: '2026-11-01', voter: `${nth}`, person: 'bo', at: nth })
    // Several are on their way at once, as requests are.
    void kept.durable().then(() => process.stdout.write(`${nth}\n`))
    if (nth % 5 === 0) await kept.durable()
  }
}
run().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
