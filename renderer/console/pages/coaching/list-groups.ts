// The people of the list, by team; within one those first with whom there is something to talk about.
import type { CoachingList, CoachingPoint } from '../../../../shared/wire/coaching.ts'
import { isToCoach } from '../../api/coaching.ts'

export type Coached = CoachingList['people'][number]

interface TeamOfCoached {
  readonly team: string | null
  readonly people: readonly Coached[]
}

const order: readonly CoachingPoint['kind'][] = ['sank', 'lags', 'holds', 'too little to tell']

const byPoint = (a: Coached, b: Coached): number => order.indexOf(a.point.kind) - order.indexOf(b.point.kind)

/** Without a difference of letter case or of marks on letters. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** `asked`: words, each of which the name, the role or the team has. The feed's order holds among equals. */
export const groupByTeam = (people: readonly Coached[], asked: string): readonly TeamOfCoached[] => {
  const words = folded(asked).split(/\s+/).filter(Boolean)
  const found = people.filter(({ face, role, team }) => {
    const text = folded(`${face.name} ${role} ${team ?? ''}`)
    return words.every((word) => text.includes(word))
  })
  const teams = [...new Set(found.map(({ team }) => team))].map((team) => ({
    team,
    people: found.filter((person) => person.team === team).sort(byPoint),
  }))
  const needsNobody = ({ people: [first] }: TeamOfCoached): number => (first && isToCoach(first) ? 0 : 1)
  return teams.sort((a, b) => needsNobody(a) - needsNobody(b))
}
