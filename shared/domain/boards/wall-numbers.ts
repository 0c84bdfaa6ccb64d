// The numbers as walls show them: people are called as they want to be called there, and who wants to be kept off is on no
// list. Nothing that is counted is other: teams, sums and goals are those of everybody.
import type { Member, Roster } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'

interface WallRoster {
  readonly roster: Roster
  readonly hidden: ReadonlySet<number>
}

const rosters = new WeakMap<Roster, WallRoster | null>()
const hiddenOf = new WeakMap<Roster, ReadonlySet<number>>()

const named = (member: Member): Member =>
  member.shortName === null ? member : { ...member, name: member.shortName }

/** Null where nobody wants to be called otherwise, or to be kept off. */
const wallRosterOf = (roster: Roster): WallRoster | null => {
  const known = rosters.get(roster)
  if (known !== undefined) return known
  const isPlain = roster.people.every(({ shortName, isOffWall }) => shortName === null && !isOffWall)
  const people = roster.people.map(named)
  const onWalls = new Map(people.map((member) => [member.subject, member]))
  const of = (member: Member | null): Member | null => member && (onWalls.get(member.subject) ?? member)
  const wall: WallRoster | null = isPlain
    ? null
    : {
        roster: {
          ...roster,
          people,
          find: (name) => of(roster.find(name)),
          personAt: (subject) => of(roster.personAt(subject)),
          nameOf: (subject) => onWalls.get(subject)?.name ?? roster.nameOf(subject),
        },
        hidden: new Set(people.filter(({ isOffWall }) => isOffWall).map(({ subject }) => subject)),
      }
  rosters.set(roster, wall)
  if (wall) hiddenOf.set(wall.roster, wall.hidden)
  return wall
}

const made = new WeakMap<Numbers, Numbers>()

/** The same one each time for the same numbers. */
export const wallNumbers = (numbers: Numbers): Numbers => {
  const known = made.get(numbers)
  if (known) return known
  const wall = wallRosterOf(numbers.model.roster)
  const seen: Numbers =
    wall === null
      ? numbers
      : {
          ...numbers,
          model: { ...numbers.model, roster: wall.roster },
          about: (subjects) => wallNumbers(numbers.about(subjects)),
        }
  made.set(numbers, seen)
  return seen
}

/** Whether somebody is kept off what shows these numbers. */
export const isHiddenIn = ({ model }: Numbers, { subject }: Member): boolean =>
  hiddenOf.get(model.roster)?.has(subject) === true
