// Who takes part in a contest, and which days of theirs count in it.
import type { Contest } from '../../wire/contests/contest.ts'
import type { Face } from '../../wire/view-parts.ts'
import { initialsOf } from '../boards/board-names.ts'
import { createFaces, hueAt, teamFace } from '../boards/face.ts'
import type { Occasion } from '../counting/contest-occasions.ts'
import type { Cell } from '../counting/counters.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { type Member, type SubjectIndex, spellsWithin, type TeamNode } from '../people/roster.ts'
import { type DayRange, intersect } from '../time/calendar-date.ts'

/** What counts for somebody: a subject's days. */
export interface Part {
  readonly subject: SubjectIndex
  readonly spells: readonly DayRange[]
  /** Null: a team's own. */
  readonly member: Member | null
}

export interface Entrant {
  readonly id: string
  readonly face: Face
  /** One of a person or a team; one for each person of a side, in its order. */
  readonly parts: readonly Part[]
  /** Of a team or a side. */
  readonly people: readonly Face[]
  /** By how many a score per head is divided; 1 of people and of totals. */
  readonly heads: number
  /** Here when it begins: only they are in a bracket. */
  readonly isThereAtStart: boolean
}

/** What the engine sums for somebody in a contest of whole days. */
export const cellsIn = ({ parts }: Pick<Entrant, 'parts'>, { days }: Occasion): readonly Cell[] =>
  parts.flatMap(({ subject, spells }) => spells.map((spell) => ({ subject, days: intersect(spell, days) })))

/** More faces than these nobody tells apart. */
const mostFaces = 12

const isEmpty = ({ from, to }: DayRange): boolean => !(from < to)

/** An office's local dates may lie beside those of the floor, on whose clock a contest of hours goes. */
const placedDays = ({ isByTheClock, days }: Occasion): DayRange =>
  isByTheClock ? { from: days.from - 1, to: days.to + 1 } : days

const lengthOf = ({ from, to }: DayRange): number => Math.max(0, to - from)

/**
 * At an instant (epoch ms). People who are on no list of a wall are not in it. Who leaves, or goes to another team, keeps what
 * they did until then; a team has what its people did on its days.
 */
export const entrantsOf = (
  contest: Contest,
  occasion: Occasion,
  model: Pick<FloorModel, 'roster'>,
  ms: number,
): readonly Entrant[] => {
  const { roster } = model
  const facesOf = createFaces(roster)
  const placeOf = new Map<Member, number>(roster.people.map((member, index) => [member, index]))
  const team = contest.team === undefined ? null : roster.subjectOf(contest.team)
  const placed = placedDays(occasion)
  const { days } = occasion
  const faces = (members: readonly Member[], all: ReturnType<typeof facesOf>): Face[] =>
    members.slice(0, mostFaces).map((member) => all(member, placeOf.get(member) ?? 0))

  if (contest.between === 'people') {
    const only = contest.people === undefined ? null : new Set(contest.people)
    const found = roster.people.flatMap((member) => {
      if (member.isOffWall || (only !== null && !only.has(member.id))) return []
      const within = { team, role: contest.role ?? null }
      const spells = spellsWithin(member, placed, within, roster.teamAt)
      const here = spells.filter((spell) => !isEmpty(intersect(intersect(spell, days), member.employed)))
      if (here.length === 0) return []
      const first = { from: days.from, to: days.from + 1 }
      const isThereAtStart = here.some(
        (spell) => !isEmpty(intersect(intersect(spell, first), member.employed)),
      )
      return [{ member, spells, isThereAtStart }]
    })
    const faceOf = facesOf(
      found.map(({ member }) => member),
      ms,
    )
    return found.map(({ member, spells, isThereAtStart }) => ({
      id: member.id,
      face: faceOf(member, placeOf.get(member) ?? 0),
      parts: [{ subject: member.subject, spells, member }],
      people: [],
      heads: 1,
      isThereAtStart,
    }))
  }

  if (contest.between === 'sides') {
    return (contest.sides ?? []).map((side, index) => {
      const members = side.people.flatMap((id) => {
        const subject = roster.subjectOf(id)
        return (subject === null ? null : roster.personAt(subject)) ?? []
      })
      const shown = members.filter(({ isOffWall }) => !isOffWall)
      return {
        id: side.id,
        face: {
          name: side.name,
          short: side.name,
          initials: initialsOf(side.name),
          hue: hueAt(index),
          photo: null,
        },
        parts: members.map((member) => ({ subject: member.subject, spells: [placed], member })),
        people: faces(shown, facesOf(shown, ms)),
        heads: contest.of === 'per-head' ? members.length : 1,
        isThereAtStart: true,
      }
    })
  }

  const today = roster.floorZone.dayAt(ms)
  const gone = { from: days.from, to: Math.max(days.from + 1, Math.min(days.to, today + 1)) }
  const spellsOn = (node: TeamNode, member: Member): readonly DayRange[] =>
    spellsWithin(member, gone, { team: node.subject, role: null }, roster.teamAt)
      .map((spell) => intersect(spell, member.employed))
      .filter((spell) => !isEmpty(spell))
  return roster.teams.flatMap((node, index) => {
    if (node.parent !== team) return []
    const spells = roster.people.map((member) => ({ member, own: spellsOn(node, member) }))
    const shown = spells
      .filter(({ member, own }) => own.length > 0 && !member.isOffWall)
      .map(({ member }) => member)
    const personDays = spells.flatMap(({ own }) => own).reduce((sum, spell) => sum + lengthOf(spell), 0)
    return [
      {
        id: node.id,
        face: teamFace(node, index),
        parts: [{ subject: node.subject, spells: [placed], member: null }],
        people: faces(shown, facesOf(shown, ms)),
        // The mean over its days: who joins or leaves in the middle counts for their days.
        heads: contest.of === 'per-head' ? personDays / lengthOf(gone) : 1,
        isThereAtStart: true,
      },
    ]
  })
}
