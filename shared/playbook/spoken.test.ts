import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readFloorFile } from '../../main/feed/floor-file/read-floor-file.ts'
import { playbookFloorText } from './floor-text.ts'
import de from './languages/de.json' with { type: 'json' }
import { playbookRoles, type Shape, segments } from './shape.ts'
import { spokenIn } from './spoken.ts'

const texts: Readonly<Record<string, string>> = de
const shapeOf = (more: Partial<Shape> = {}): Shape => ({
  name: 'Welcome',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'de-DE',
  roles: playbookRoles,
  segments,
  ...more,
})
const readKeys = ['name', 'noun', 'task', 'objective', 'title', 'text', 'unlocks', 'reward']

/** What people read in a file, but for the floor's own settings. */
const textsIn = (text: string): readonly string[] => {
  const { floor: _, ...lists } = parse(text)
  const found = new Set<string>()
  const look = (value: unknown, key: string): void => {
    if (typeof value === 'string' && readKeys.includes(key)) found.add(value)
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) look(each, Array.isArray(value) ? key : name)
  }
  look(lists, '')
  return [...found]
}
/** With three segments, with two, and each role alone: together all that the playbook ever says. */
const everyShape = [
  {},
  { segments: segments.slice(0, 2) },
  ...playbookRoles.map((role) => ({ roles: [role] })),
]
const english = new Set(
  everyShape.flatMap((more) => textsIn(playbookFloorText(shapeOf({ ...more, locale: 'en-US' })))),
)

test('[H94] every name of the playbook has its German, and German has nothing else', () => {
  const say = spokenIn('de')
  const sameInBoth = ['SDR', 'SDRs', 'Account executives']
  const lacking = [...english].filter(
    (name) =>
      !Object.hasOwn(texts, name) && Object.values(say({ name }))[0] === name && !sameInBoth.includes(name),
  )
  expect(lacking).toEqual([])
  const unused = Object.keys(texts).filter((text) => !text.includes('{') && !english.has(text))
  expect(unused).toEqual([])
})

test('[H94] a floor that is begun in German is German, and one that the feed takes', () => {
  const reading = readFloorFile(playbookFloorText(shapeOf({ locale: 'de-AT' })))
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  const { metrics, boards, playlists, celebrations, cadences, roles, teams, floor } = reading.file
  const named = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name
  expect(named(metrics, 'meetings-held')).toBe('Gehaltene Termine')
  expect(boards.find(({ id }) => id === 'results-mid-market-bookings')?.title).toBe('Abschlüsse Mittelstand')
  expect(named(playlists, 'accountability-ae')).toBe('Arbeit, AE')
  expect(named(celebrations, 'big-deal')).toBe('Großer Deal')
  expect(named(cadences, 'monday-review')).toBe('Montagsrunde')
  expect(named(roles, 'enterprise-ae')).toBe('AE Großunternehmen')
  expect(named(teams, 'smb')).toBe('KMU')
  // A name is nobody's to translate.
  expect(floor.name).toBe('Welcome')
})

test('[H94] ids, numbers and conditions are the same in every language', () => {
  const bare = (locale: string) => {
    const look = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(look)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .filter(([key, each]) => !(readKeys.includes(key) && typeof each === 'string'))
          .map(([key, each]) => [key, key === 'locale' ? '' : look(each)]),
      )
    }
    return look(parse(playbookFloorText(shapeOf({ locale }))))
  }
  expect(bare('de-DE')).toEqual(bare('en-US'))
})

test('[H94] what people have named themselves stays, and so does a language without words', () => {
  const teams = [{ id: 'smb-2', name: 'Enterprise', parent: 'smb' }]
  const file = parse(playbookFloorText(shapeOf({ teams, hanging: [{ id: 'tv', name: 'Leaders' }] })))
  expect(file.teams.find(({ id }: { id: string }) => id === 'smb-2').name).toBe('Enterprise')
  expect(file.screens.find(({ id }: { id: string }) => id === 'tv').name).toBe('Leaders')
  expect(parse(playbookFloorText(shapeOf({ locale: 'fr-FR' }))).metrics[0].name).toBe('Meetings held')
})
