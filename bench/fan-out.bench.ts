// A board to many TVs: the processor time of a message, how far apart the first and the last TV are, how much goes
// out, and how soon a thousand TVs are back after the feed was gone; each against bare Socket.IO.
import { startBuiltChild, startChild, type Used } from './child.ts'
import type { FanOutQuestion } from './fan-out-server.child.ts'
import { atMost, type BenchResult, median, short } from './result.ts'
import type { TvCounted, TvQuestion } from './tv-crowd.child.ts'

export const name = 'Fan-out'

const rounds = 9
const perSecond = 10
const seconds = 3

interface Sample {
  readonly patch: unknown
  readonly boardBytes: number
}

const startSide = async (kind: 'bare' | 'feed') => {
  const server = startBuiltChild('./fan-out-server.child.ts', kind)
  const { port } = await server.next<{ port: number }>()
  const crowd = startChild('./tv-crowd.child.ts')
  const tvs = <Answer>(question: TvQuestion): Promise<Answer> => crowd.ask(question)
  const ask = <Answer>(question: FanOutQuestion): Promise<Answer> => server.ask(question)
  return { port, tvs, ask, end: () => Promise.all([server.end(), crowd.end()]) }
}

type Side = Awaited<ReturnType<typeof startSide>>

interface Round extends TvCounted {
  readonly cpuUsPerMessage: number
}

const runRound = async (side: Side, payload: unknown): Promise<Round> => {
  await side.tvs({ kind: 'reset' })
  const before = await side.ask<Used>({ kind: 'used' })
  await side.ask({ kind: 'run', perSecond, seconds, payload })
  const after = await side.ask<Used>({ kind: 'used' })
  const counted = await side.tvs<TvCounted>({ kind: 'counted' })
  return { ...counted, cpuUsPerMessage: ((after.cpuMs - before.cpuMs) * 1000) / counted.frames }
}

interface Measured {
  readonly count: number
  readonly rounds: readonly { readonly feed: Round; readonly bare: Round }[]
  readonly rssMb: { readonly feed: number; readonly bare: number }
}

const measure = async (count: number): Promise<Measured> => {
  const [bare, feed] = [await startSide('bare'), await startSide('feed')]
  await feed.tvs({ kind: 'connect', port: feed.port, count, until: 'snapshot' })
  await bare.tvs({ kind: 'connect', port: bare.port, count, until: 'accepted' })
  await feed.ask({ kind: 'run', perSecond, seconds: 1, payload: null })
  const { patch } = await feed.ask<Sample>({ kind: 'sample' })
  await runRound(bare, patch)
  const found: { feed: Round; bare: Round }[] = []
  for (let round = 0; round < rounds; round++)
    found.push({ bare: await runRound(bare, patch), feed: await runRound(feed, patch) })
  const [feedUsed, bareUsed] = [
    await feed.ask<Used>({ kind: 'used' }),
    await bare.ask<Used>({ kind: 'used' }),
  ]
  await Promise.all([bare.end(), feed.end()])
  return { count, rounds: found, rssMb: { feed: feedUsed.rssMb, bare: bareUsed.rssMb } }
}

type Pick = (round: Round) => number

const of = ({ rounds: found }: Measured, pick: Pick, side: 'feed' | 'bare'): number =>
  median(found.map((round) => pick(round[side])))

const spread: Pick = (round) => round.spreadP50Ms
const cpu: Pick = (round) => round.cpuUsPerMessage

const perCount = (measured: Measured): BenchResult[] => {
  const { count, rssMb } = measured
  const [own, bare] = [of(measured, spread, 'feed'), of(measured, spread, 'bare')]
  return [
    atMost(
      `${count} TVs: first to last TV ÷ bare emit`,
      1.2,
      own / bare,
      `${own.toFixed(1)} against ${bare.toFixed(1)} ms`,
    ),
    atMost(
      `${count} TVs: memory of the feed, floor and log included ÷ bare`,
      1.5,
      rssMb.feed / rssMb.bare,
      `${rssMb.feed.toFixed(0)} against ${rssMb.bare.toFixed(0)} MB`,
    ),
  ]
}

/** What one more TV costs; the fact, the log and the view cost the same for any number of TVs. */
const perFurtherTv = (few: Measured, many: Measured): BenchResult => {
  const cost = (side: 'feed' | 'bare'): number =>
    (of(many, cpu, side) * many.count - of(few, cpu, side) * few.count) / (many.count - few.count)
  const once = (of(few, cpu, 'feed') - cost('feed')) * few.count
  return atMost(
    'processor time of a message to one more TV ÷ bare emit of the same bytes',
    1.05,
    cost('feed') / cost('bare'),
    `${cost('feed').toFixed(1)} against ${cost('bare').toFixed(1)} µs; fact, log and view ${(once / 1000).toFixed(1)} ms once`,
  )
}

const fanOut = async (): Promise<BenchResult[]> => {
  const [few, some, many] = [await measure(200), await measure(1000), await measure(2000)]
  return [perFurtherTv(few, many), ...perCount(some), ...perCount(many)]
}

/** At 200 facts a second on the board: what reaches a TV. */
const volume = async (): Promise<BenchResult[]> => {
  const side = await startSide('feed')
  await side.tvs({ kind: 'connect', port: side.port, count: 20, until: 'snapshot' })
  await side.tvs({ kind: 'reset' })
  const facts = await side.ask<number>({ kind: 'run', perSecond: 200, seconds: 5, payload: 'any fact' })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const { frames, bytes } = await side.tvs<TvCounted>({ kind: 'counted' })
  const { boardBytes } = await side.ask<Sample>({ kind: 'sample' })
  await side.end()
  const framesPerTv = frames / 20
  return [
    atMost(
      'frames a TV ÷ facts, at 200 facts/s',
      0.1,
      framesPerTv / facts,
      `${framesPerTv.toFixed(0)} frames for ${facts} facts`,
    ),
    atMost(
      'bytes a frame ÷ the whole board of 50 rows',
      0.15,
      bytes / frames / boardBytes,
      `${short(bytes / frames)} of ${short(boardBytes)} bytes`,
    ),
  ]
}

const storm = async (count: number): Promise<BenchResult[]> => {
  const [bare, feed] = [await startSide('bare'), await startSide('feed')]
  const times: { feed: number; bare: number }[] = []
  const timeOf = async (side: Side, until: 'accepted' | 'snapshot'): Promise<number> => {
    const took = await side.tvs<number>({ kind: 'connect', port: side.port, count, until })
    await side.tvs({ kind: 'disconnect' })
    await new Promise((resolve) => setTimeout(resolve, 500))
    return took
  }
  await timeOf(bare, 'accepted')
  await timeOf(feed, 'snapshot')
  for (let round = 0; round < rounds; round++) {
    times.push({ bare: await timeOf(bare, 'accepted'), feed: await timeOf(feed, 'snapshot') })
  }
  await Promise.all([bare.end(), feed.end()])
  const ratio = median(times.map((time) => time.feed / time.bare))
  const figures = `${median(times.map((time) => time.feed)).toFixed(0)} against ${median(times.map((time) => time.bare)).toFixed(0)} ms`
  return [
    atMost(`${count} TVs back and holding the board ÷ bare Socket.IO accepting them`, 1.5, ratio, figures),
  ]
}

export const run = async (): Promise<BenchResult[]> => [
  ...(await fanOut()),
  ...(await volume()),
  ...(await storm(2000)),
]
