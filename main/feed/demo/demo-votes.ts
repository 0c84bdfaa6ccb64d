// What the demo's people wrote and chose for the player of the month before somebody opened it: the round before, which is
// decided at once, and the one that is open.
import { type AwardRound, roundAt, roundsDecided } from '../../../shared/domain/counting/award-rounds.ts'
import { createFloorModel } from '../../../shared/domain/counting/floor-model.ts'
import { readFloorFile } from '../floor-file/read-floor-file.ts'
import { demoFloorTextAt } from './demo-floor.ts'

interface Said {
  readonly person: string
  readonly author: string
  readonly words: string
}

const saidBefore: readonly Said[] = [
  {
    ...{ person: 'grace-lindqvist', author: 'tomas-herrera' },
    words: 'Listened to four of my calls and told me the truth.',
  },
  {
    ...{ person: 'marcus-oyelaran', author: 'elena-voss' },
    words: 'Took the calls that nobody else wanted, and was kind in each.',
  },
]
const chosenBefore: Readonly<Record<string, string>> = {
  'tomas-herrera': 'grace-lindqvist',
  'priya-raman': 'grace-lindqvist',
  'zoe-muller': 'grace-lindqvist',
  'siobhan-ni-bhraonain': 'grace-lindqvist',
  'elena-voss': 'marcus-oyelaran',
  'lukasz-wisniewski': 'marcus-oyelaran',
}

const saidNow: readonly Said[] = [
  {
    ...{ person: 'elena-voss', author: 'priya-raman' },
    words: 'Found the second signature two hours before the board met. I would still be waiting.',
  },
  {
    ...{ person: 'tomas-herrera', author: 'grace-lindqvist' },
    words: 'Drove two hours to a customer whom we had given up.',
  },
  {
    ...{ person: 'zoe-muller', author: 'lukasz-wisniewski' },
    words: 'Shows everybody how she prepares, and asks how we do it.',
  },
  { ...{ person: 'elena-voss', author: 'marcus-oyelaran' }, words: 'Never once said that she had no time.' },
]

/** Of a demo that begins at an instant (epoch ms). */
export const demoVotesAt = (ms: number) => {
  const reading = readFloorFile(demoFloorTextAt(ms))
  const [award] = reading.ok ? reading.file.awards : []
  if (!reading.ok || award === undefined) return { nominations: [], votes: [] }
  const { file } = reading
  const model = createFloorModel(file)
  const known = new Set(file.people.map(({ id }) => id))
  const open = roundAt(award, model, ms)
  const [before] = roundsDecided(award, model, ms, 1)
  const nominationsOf = (round: AwardRound, said: readonly Said[]) =>
    said
      .filter(({ person, author }) => known.has(person) && known.has(author))
      .map((each, nth) => ({
        ...each,
        ...{ id: `demo:${round.on}:${nth}`, award: award.id, on: round.on },
        at: Math.min(ms, round.closesAt) - (said.length - nth) * 3_600_000,
      }))
  const votes = Object.entries(chosenBefore).flatMap(([voter, person]) =>
    before !== undefined && known.has(voter)
      ? [{ award: award.id, on: before.on, voter, person, at: before.closesAt - 1 }]
      : [],
  )
  return {
    nominations: [
      ...(before === undefined ? [] : nominationsOf(before, saidBefore)),
      ...nominationsOf(open, saidNow),
    ],
    votes,
  }
}
