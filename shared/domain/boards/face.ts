// How a person or a team looks on the wall before anybody has uploaded a photo.
import { FaceColour } from '../../wire/floor.ts'
import type { Face } from '../../wire/view-parts.ts'
import { type Member, type Roster, stayAt, type TeamNode } from '../people/roster.ts'
import { type BoardName, initialsOf, namesOnBoard, shortNameOf } from './board-names.ts'

const hues = 8

/** Of whoever stands at a place in the floor file, so that colours stay with them. */
export const hueAt = (index: number): number => index % hues

/** The one that can be told from it best. */
export const oppositeHue = (hue: number): number => hueAt(hue + hues / 2)

const initials = new WeakMap<Member, string>()

const initialsOfMember = (member: Member): string => {
  const known = initials.get(member) ?? initialsOf(member.name)
  initials.set(member, known)
  return known
}

/** `index` is the person's place in the floor file, so that colours stay with people. */
export type Faces = (member: Member, index: number) => Face

/**
 * The faces of those who are on a board together, at an instant (epoch ms): their names are as short as tells them apart
 * there, and two of one name have their team with it. Somebody else is called as if they stood alone.
 */
export const createFaces = ({ teamAt }: Pick<Roster, 'teamAt'>) => {
  /** A cache: each fact makes a board anew, and seldom changes who is on it. */
  let lastKey = ''
  let names: ReadonlyMap<Member, BoardName> = new Map()
  const teamOf = (member: Member, ms: number): string | null => {
    const { team } = stayAt(member, ms)
    return team === null ? null : (teamAt(team)?.name ?? null)
  }
  return (members: Iterable<Member>, ms: number): Faces => {
    const shown = [...new Set(members)]
    const named = shown.map((member) => ({ id: member.id, name: member.name, team: teamOf(member, ms) }))
    const key = JSON.stringify(named)
    if (key !== lastKey) {
      const found = namesOnBoard(named)
      names = new Map(shown.flatMap((member, at) => (found[at] ? [[member, found[at]] as const] : [])))
      lastKey = key
    }
    const current = names
    return (member, index) => {
      const { name, short } = current.get(member) ?? { name: member.name, short: shortNameOf(member.name) }
      return {
        name,
        short,
        initials: initialsOfMember(member),
        hue: hueAt(index),
        photo: member.photo,
        ...(member.isQuiet && { quiet: true as const }),
      }
    }
  }
}

/** Its own colour, else that of its place in the floor file. */
export const teamHue = ({ colour }: Pick<TeamNode, 'colour'>, index: number): number =>
  colour === null ? hueAt(index) : FaceColour.options.indexOf(colour)

/** `index` is the team's place in the floor file. */
export const teamFace = (team: TeamNode, index: number): Face => ({
  name: team.name,
  short: team.name,
  initials: team.mark ?? initialsOf(team.name),
  hue: teamHue(team, index),
  photo: null,
})
