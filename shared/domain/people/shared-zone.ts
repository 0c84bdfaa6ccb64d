// The one time zone in which the people of some teams work.
import { includes } from '../time/calendar-date.ts'
import type { Zone } from '../time/zone.ts'
import { dayOfStay, type Roster, type SubjectIndex, stayAt } from './roster.ts'

const addZonesOf = (roster: Roster, subject: SubjectIndex, ms: number, zones: Set<Zone>): void => {
  const person = roster.personAt(subject)
  if (person) {
    zones.add(stayAt(person, ms).zone)
    return
  }
  const before = zones.size
  let isEmpty = true
  for (const member of roster.people) {
    const stay = stayAt(member, ms)
    if (stay.team === null || !roster.teamAt(stay.team)?.chain.includes(subject)) continue
    if (!includes(member.employed, dayOfStay(stay, ms))) continue
    isEmpty = false
    zones.add(stay.zone)
    if (zones.size > before + 1) return
  }
  const team = roster.teamAt(subject)
  if (isEmpty && team) zones.add(team.zone)
}

/**
 * The zone of everybody who works on these teams, or on one below them, at an instant (epoch ms); `subjects` may be people
 * too. Of a team with nobody on it, its own. Null where there is more than one zone, and for no subjects at all.
 */
export const sharedZone = (roster: Roster, subjects: readonly SubjectIndex[], ms: number): Zone | null => {
  const zones = new Set<Zone>()
  for (const subject of subjects) addZonesOf(roster, subject, ms, zones)
  const [zone] = zones
  return zones.size === 1 ? (zone ?? null) : null
}
