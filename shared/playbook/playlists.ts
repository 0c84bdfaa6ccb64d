// A playlist for each folder and role, those for the week's meetings, and the screens that show them by the clock.
import type { z } from 'zod'
import type { Playlist, Screen } from '../wire/floor.ts'
import { announcementId, calmId, thanksId } from './boards/house.ts'
import type { Place, PlaybookBoard } from './boards/playbook-board.ts'
import { folders, roleNames } from './folders.ts'
import { groupsOf } from './groups.ts'
import type { PlaybookRole, Shape } from './shape.ts'

type PlaylistEntry = z.input<typeof Playlist>
type ScreenEntry = z.input<typeof Screen>
type Slots = NonNullable<ScreenEntry['schedule']>

const itemsOf = (boards: readonly PlaybookBoard[], place: Place): PlaylistEntry['items'] =>
  boards.flatMap((each) => (each.place === place ? [{ board: each.board.id, seconds: each.seconds }] : []))

export const monday = 'monday-review'
export const midWeek = 'mid-week-check-in'
const night = 'out-of-hours'
const everything = 'every-board'
const firstWall = 'first-wall'

/** With the announcement: a turn of less than three minutes. */
const mostFirst = 8

/** What a wall of few numbers says something with, whoever has sent them: leaders, wins, the whole, the work. */
const firstBoards = (shape: Shape, boards: readonly PlaybookBoard[]): readonly PlaybookBoard[] => {
  const { ae, sdr } = groupsOf(shape)
  const slugs = [...ae, ...sdr].map(({ slug }) => slug)
  const [role = 'ae'] = shape.roles
  const ids = [
    ...slugs.map((slug) => `results-${slug}-${slug === 'sdr' ? 'pipeline' : 'bookings'}`),
    `results-${role}-wins`,
    `birds-eye-${role}-${role === 'sdr' ? 'pipeline' : 'bookings'}`,
    ...slugs.map((slug) => `accountability-${slug}-work`),
    ...slugs.map((slug) => `results-${slug}-together`),
    ...slugs.map((slug) => `results-${slug}-quarters`),
    ...slugs.map((slug) => `results-${slug}-${slug === 'sdr' ? 'opportunities' : 'pipeline'}`),
    ...slugs.map((slug) => `results-${slug}-race`),
  ]
  return ids.flatMap((id) => boards.find(({ board }) => board.id === id) ?? []).slice(0, mostFirst - 1)
}

export const playlistsOf = (shape: Shape): readonly PlaylistEntry[] => {
  const boards = (folder: (typeof folders)[number]) =>
    shape.roles.flatMap((role) => folder.boardsOf(shape, role))
  const all = folders.flatMap(boards)
  const birdsEye = folders.filter(({ id }) => id === 'birds-eye').flatMap(boards)
  const everyTurn = (turned: readonly PlaybookBoard[]): PlaylistEntry['items'] => [
    ...turned.map(({ board, seconds }) => ({ board: board.id, seconds })),
    { board: announcementId, seconds: 15 },
  ]
  return [
    { id: firstWall, name: 'First wall', items: everyTurn(firstBoards(shape, all)) },
    ...folders.flatMap((folder) =>
      shape.roles.map((role) => ({
        id: `${folder.id}-${role}`,
        name: `${folder.name}, ${roleNames[role]}`,
        items: itemsOf(folder.boardsOf(shape, role), 'turn'),
      })),
    ),
    {
      id: monday,
      name: 'Monday review',
      items: [
        ...itemsOf(all, 'monday'),
        ...itemsOf(birdsEye, 'turn'),
        { board: thanksId, seconds: 20 },
        { board: announcementId, seconds: 15 },
      ],
    },
    { id: midWeek, name: 'Mid-week check-in', items: itemsOf(all, 'mid-week') },
    { id: night, name: 'Out of hours', items: [{ board: calmId, seconds: 60 }] },
    { id: everything, name: 'Every board', items: [...everyTurn(all), { board: thanksId, seconds: 20 }] },
  ]
}

const meetings: Slots = [
  { playlist: monday, days: ['monday'], hours: { from: '09:00', to: '09:45' } },
  { playlist: midWeek, days: ['wednesday'], hours: { from: '13:00', to: '13:30' } },
]
const nights: Slots = [
  { playlist: night, days: ['saturday', 'sunday'] },
  { playlist: night, hours: { from: '00:00', to: '08:00' } },
  { playlist: night, hours: { from: '18:30', to: '24:00' } },
]
const mornings = { from: '08:00', to: '13:00' }

const wall = (role: PlaybookRole): ScreenEntry => ({
  id: `${role}-wall`,
  name: `${roleNames[role]} wall`,
  playlist: `results-${role}`,
  schedule: [...meetings, ...nights, { playlist: `accountability-${role}`, hours: mornings }],
})

/** The leaders' screen. With two roles, the first has the mornings. */
const leaders = (first: PlaybookRole, second: PlaybookRole | undefined): ScreenEntry => ({
  id: 'leaders',
  name: 'Leaders',
  playlist: `birds-eye-${second ?? first}`,
  schedule: [
    ...nights,
    ...(second === undefined ? [] : [{ playlist: `birds-eye-${first}`, hours: mornings }]),
  ],
})

/** The first screen, which a TV shows that names none. It has no night, so that somebody who tries it late sees boards. */
const first: ScreenEntry = { id: firstWall, name: 'First wall', playlist: firstWall }

export const screensOf = ({ roles, hanging = [] }: Shape): readonly ScreenEntry[] => {
  const own = [first, ...roles.map(wall), leaders(roles[0] ?? 'ae', roles[1])]
  const others = hanging.filter(({ id }) => own.every((screen) => screen.id !== id))
  return [...own, ...others.map(({ id, name }) => ({ id, name, playlist: firstWall }))]
}

/** Ids of the screens that are dark out of hours, and of those that never are. */
export const screensByNight = (
  shape: Shape,
): { readonly dark: readonly string[]; readonly lit: readonly string[] } => {
  const isDark = ({ schedule = [] }: ScreenEntry) => schedule.some(({ playlist }) => playlist === night)
  const screens = screensOf(shape)
  return {
    dark: screens.filter(isDark).map(({ id }) => id),
    lit: screens.filter((screen) => !isDark(screen)).map(({ id }) => id),
  }
}
