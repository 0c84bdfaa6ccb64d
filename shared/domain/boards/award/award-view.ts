// Those who stand for an award, with why; for some days after it was decided, and until somebody is named for the next one,
// whoever was chosen. Of all of them only those whom a wall may name today.
import type { AwardResult, AwardWinner } from '../../../wire/awards.ts'
import type { AwardBoard, AwardEnd, AwardRow, AwardView } from '../../../wire/boards/award-board.ts'
import type { Face } from '../../../wire/view-parts.ts'
import { electable, planOfAward, rankedAt, shortlistOf, votersOf } from '../../awards/candidates.ts'
import { type AwardRound, phaseOf, roundAt } from '../../counting/award-rounds.ts'
import { touchedAwards } from '../../counting/changes.ts'
import { basesOf } from '../../counting/metric-plan.ts'
import type { Member } from '../../people/roster.ts'
import { everybody, type Numbers } from '../../standing/numbers.ts'
import { dayMs, formatDay, includes } from '../../time/calendar-date.ts'
import { type BoardSource, isHereIn, scopeName, selectionOf } from '../board-head.ts'
import { createFaces } from '../face.ts'
import { isHiddenIn } from '../wall-numbers.ts'

/** Four pages of six. */
const mostRows = 24
/** Of one period; of more the last place says how many. */
const mostFaces = 5
const mostPast = 4
/** For so long after it was decided the board belongs to whoever was chosen. */
const wonDays = { week: 2, month: 7, quarter: 14 } as const

interface Standing {
  readonly member: Member
  readonly value: number | null
  /** The first one first. */
  readonly words: readonly string[]
}

interface Won {
  readonly result: AwardResult
  readonly winners: readonly { readonly winner: AwardWinner; readonly member: Member }[]
}

export const createAwardView = (numbers: Numbers, board: AwardBoard): BoardSource<AwardView> => {
  const { model } = numbers
  const { roster, calendar } = model
  const { floorZone } = roster
  const award = model.file.awards.find(({ id }) => id === board.award)
  if (award === undefined) throw new Error(`the floor has no award "${board.award}"`)
  const plan = planOfAward(numbers, award)
  const facesOf = createFaces(roster)
  const within = selectionOf(numbers, board.scope)
  const members = new Map(roster.people.map((member, index) => [member.id, { member, index }]))
  const indexOf = (member: Member): number => members.get(member.id)?.index ?? 0

  const isOnBoard = (member: Member, today: number): boolean =>
    !isHiddenIn(numbers, member) &&
    includes(member.employed, today) &&
    (within === everybody || isHereIn(numbers, member, { from: today, to: today + 1 }, within))

  const periodOf = (on: number): string =>
    calendar.label({ kind: 'period', grain: award.every, offset: 0 }, on)

  const standingIn = (round: AwardRound, ms: number, today: number): readonly Standing[] => {
    const said = numbers.awards.nominations(award.id, round.on)
    const wordsOf = (id: string) => said.filter(({ person }) => person === id).map(({ words }) => words)
    const all = electable(votersOf(numbers, award, ms)).filter((member) => isOnBoard(member, today))
    if (plan !== null)
      return shortlistOf(rankedAt(numbers, award, plan, round.days, all)).map(({ member, value }) => ({
        ...{ member, value },
        words: wordsOf(member.id),
      }))
    const nominated = [...new Set(said.map(({ person }) => person))]
    return nominated.flatMap((id) => {
      const member = all.find((each) => each.id === id)
      return member === undefined ? [] : [{ member, value: null, words: wordsOf(id) }]
    })
  }

  const wonIn = (result: AwardResult, today: number): Won => ({
    result,
    winners: result.winners.flatMap((winner) => {
      const member = members.get(winner.person)?.member
      return member !== undefined && isOnBoard(member, today) ? [{ winner, member }] : []
    }),
  })

  const compute = (ms: number): AwardView => {
    const today = numbers.todayAt(ms)
    const round = roundAt(award, model, ms)
    const all = standingIn(round, ms, today)
    const ends = numbers.awards
      .results(award.id, ms, mostPast + 1, (result) => wonIn(result, today).winners.length > 0)
      .map((result) => wonIn(result, today))
    const [last] = ends
    const isTheirs =
      last !== undefined &&
      (all.length === 0 || ms < last.result.closedAt + wonDays[last.result.every] * dayMs)
    const shown = isTheirs ? [] : all.slice(0, mostRows)
    const past = (isTheirs ? ends.slice(1) : ends).slice(0, mostPast)
    const faceOf = facesOf(
      [
        ...shown.map(({ member }) => member),
        ...ends.flatMap(({ winners }) => winners.map(({ member }) => member)),
      ],
      ms,
    )
    const faceFor = (member: Member): Face => faceOf(member, indexOf(member))
    const endOf = ({ result, winners }: Won): AwardEnd => {
      const named = winners.slice(0, winners.length > mostFaces ? mostFaces - 1 : mostFaces)
      return {
        period: periodOf(floorZone.dayAt(result.from)),
        winners: named.map(({ member }) => faceFor(member)),
        more: winners.length - named.length,
      }
    }
    const rowOf = ({ member, value, words }: Standing, place: number): AwardRow => ({
      ...faceFor(member),
      place,
      words: words[0] ?? null,
      more: Math.max(0, words.length - 1),
      value,
    })
    const wonOf = (chosen: Won): AwardView['chosen'] => {
      const { result, winners } = chosen
      const [one] = result.winners.length === 1 ? winners : []
      return {
        ...endOf(chosen),
        words: one?.winner.words ?? null,
        votes: winners[0]?.winner.votes ?? null,
        value: one?.winner.value ?? null,
        prize: result.prize,
        by: result.by,
        counts: result.metric?.name ?? null,
        unit: result.metric?.unit ?? 'count',
        voted: result.voted,
      }
    }
    const days = isTheirs
      ? { from: floorZone.dayAt(last.result.from), to: floorZone.dayAt(last.result.until) }
      : round.days
    return {
      id: board.id,
      kind: 'award',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: {
        start: formatDay(days.from),
        end: formatDay(days.to),
        label: periodOf(days.from),
        progress: '',
      },
      changedAt: last?.result.closedAt ?? null,
      awaits: null,
      called: award.name,
      by: award.by,
      counts: plan?.metric.name ?? null,
      unit: plan?.metric.unit ?? 'count',
      prize: award.prize ?? null,
      phase: phaseOf(round, ms),
      nominatesFrom: round.nominatesFrom,
      votesFrom: round.votesFrom,
      closesAt: round.closesAt,
      rows: Object.fromEntries(shown.map((each, place) => [each.member.id, rowOf(each, place)])),
      standing: isTheirs ? 0 : all.length,
      chosen: isTheirs ? wonOf(last) : null,
      past: past.map(endOf),
    }
  }

  return { bases: [touchedAwards, ...(plan === null ? [] : basesOf([plan]))], compute }
}
