// What makes an award unfair, or go unseen, said to those who make it.
import type { Award, AwardResult, AwardWarning } from '../../../wire/awards.ts'
import type { FloorModel } from '../../counting/floor-model.ts'
import { screensWith } from '../../screens/board-places.ts'

/** Of fewer, each can work out who chose whom. */
const fewVoters = 5
/** So many times in a row the same one. */
const looksBack = 3

export interface AwardGuardParts {
  readonly model: FloorModel
  readonly award: Award
  readonly voters: number
  readonly nominees: number
  readonly isVoting: boolean
  /** The latest first. */
  readonly past: readonly AwardResult[]
}

const tooFew = ({ model, award, voters }: AwardGuardParts): AwardWarning[] => {
  if (award.by === 'metric' || voters >= fewVoters) return []
  const says = model.say(
    {
      id: 'award.guard.few-voters',
      defaultMessage:
        '{count, plural, =0 {Nobody may vote.} one {Only one person may vote.} other {Only # people may vote: they can work out who chose whom. Let more people vote, or let a number decide.}}',
    },
    { count: voters },
  )
  return [{ id: 'few-voters', says }]
}

const sameWinner = ({ model, past }: AwardGuardParts): AwardWarning[] => {
  const last = past.filter(({ winners }) => winners.length > 0).slice(0, looksBack)
  const [first] = last[0]?.winners ?? []
  const isSame = last.every(({ winners }) => winners.length === 1 && winners[0]?.person === first?.person)
  if (first === undefined || last.length < looksBack || !isSame) return []
  const says = model.say(
    {
      id: 'award.guard.same-winner',
      defaultMessage:
        '{name} was chosen {count} times in a row. Let the team vote, or go by another number, and others can win.',
    },
    { name: first.name, count: looksBack },
  )
  return [{ id: 'same-winner', says }]
}

const nobodyNominated = ({ model, award, nominees, isVoting }: AwardGuardParts): AwardWarning[] => {
  if (award.by !== 'vote' || nominees > 0 || !isVoting) return []
  const says = model.say({
    id: 'award.guard.nobody-nominated',
    defaultMessage: 'Votes are taken, and nobody was nominated: name somebody, or ask the team to.',
  })
  return [{ id: 'nobody-nominated', says }]
}

const noScreen = ({ model, award }: AwardGuardParts): AwardWarning[] => {
  const { file } = model
  const isShown = file.boards.some(
    (board) => board.kind === 'award' && board.award === award.id && screensWith(file, board.id).length > 0,
  )
  if (isShown) return []
  const says = model.say({
    id: 'award.guard.no-screen',
    defaultMessage: 'No screen shows it: put a board of it into a playlist.',
  })
  return [{ id: 'no-screen', says }]
}

/** In the floor's language, what weighs most first. */
export const awardWarnings = (parts: AwardGuardParts): readonly AwardWarning[] => [
  ...tooFew(parts),
  ...nobodyNominated(parts),
  ...sameWinner(parts),
  ...noScreen(parts),
]
