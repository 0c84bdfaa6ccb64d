// node verify-draw.mjs contests.json CONTEST: the answer of GET /api/v1/contests, and the id of a raffle that is drawn.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const { ended } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const { rows, draw } = ended.find(({ contest }) => contest === process.argv[3])
let left = Object.entries(rows)
  .filter(([, row]) => row.tickets > 0)
  .sort(([a], [b]) => (a < b ? -1 : 1))
const drawn = draw.drawn.map((_, nth) => {
  let ticket =
    BigInt(`0x${sha256(`${draw.seed}:${nth + 1}`)}`) %
    BigInt(left.reduce((sum, [, row]) => sum + row.tickets, 0))
  const [winner] = left.find(([, row]) => {
    ticket -= BigInt(row.tickets)
    return ticket < 0n
  })
  left = left.filter(([id]) => id !== winner)
  return winner
})
if (sha256(draw.seed) !== draw.sealed || drawn.join() !== draw.drawn.join())
  throw new Error('this is not the draw of the sealed seed')
console.log(`verified: ${drawn.join(', ')}`)
