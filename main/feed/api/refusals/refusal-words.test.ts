import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../../test/property-runs.ts'
import de from './de.json' with { type: 'json' }
import { refusalIn } from './refusal-words.ts'

test('[H118] a refusal is said in the language that is asked for first, else in English', () => {
  const message = 'There is nobody of that name on the floor.'
  expect(refusalIn('de-AT,en;q=0.8', message)).toBe('Auf dem Floor gibt es niemanden dieses Namens.')
  for (const language of [undefined, '', '*', 'en', 'fr-FR,de;q=0.5', 'constructor'])
    expect(refusalIn(language, message)).toBe(message)
  expect(refusalIn('de', 'A sentence that nobody has translated.')).toBe(
    'A sentence that nobody has translated.',
  )
})

test('[H118] what is filled in is said too, but for what people have named', () => {
  expect(refusalIn('de', 'This needs a manager or an admin; you have another role.')).toBe(
    'Das darf nur ein Manager oder ein Admin; Sie haben eine andere Rolle.',
  )
  expect(
    refusalIn('de', 'The person "team" is another team’s; its own manager or an admin changes it.'),
  ).toBe('„team“ (Person) gehört einem anderen Team; das ändert dessen Manager oder ein Admin.')
  expect(refusalIn('de', 'The team "East" is used by: "Calls", "Wins" and 3 others.')).toBe(
    '„East“ (Team) wird gebraucht von: „Calls“, „Wins“ und 3 weitere.',
  )
})

test('[H131] reasons that stand beside one another, within sentences and around values are said too', () => {
  const said = (message: string): string => refusalIn('de', message)
  // Of a row of a file: a column and what stands in it is somebody's own.
  expect(said('Amount "viel" is not an amount; Stage "Offer" is not one of won, lost')).toBe(
    'Amount „viel“ ist kein Betrag; Stage „Offer“ ist keines von won, lost',
  )
  // One that has a mark in it is not cut.
  expect(
    said(
      'Close Date "03/04/2026" can be 2026-04-03 or 2026-03-04; say which with dateFormat: DD/MM/YYYY or MM/DD/YYYY',
    ),
  ).toMatch(
    /^Close Date „03\/04\/2026“ kann 2026-04-03 oder 2026-03-04 sein; sagen Sie welches mit dateFormat/,
  )
  expect(said('The file has no column "Stage" (did you mean "Stages"?); its columns are: Id, Stages.')).toBe(
    'Die Datei hat keine Spalte „Stage“ (meinten Sie „Stages“?); die Spalten sind: Id, Stages.',
  )
  // Of the floor file: a path, and what may be there.
  expect(said('goals[2].rep: "ana" is no person of this floor; did you mean "Ana"?')).toBe(
    'goals[2].rep: „ana“ gibt es auf diesem Floor nicht (Person); meinten Sie „Ana“?',
  )
  expect(said('"ana" is no person of this floor')).toBe('„ana“ gibt es auf diesem Floor nicht (Person)')
  expect(said('must have at least 3 characters')).toBe('muss mindestens 3 Zeichen haben')
  expect(said('must be a list, but is text')).toBe('muss eine Liste sein, ist aber Text')
  // Two sentences, of which what nobody has translated stays.
  expect(
    said('Its address does not let the feed in (403). Share it with everybody who has the link, to read.'),
  ).toBe('Die Adresse lässt den Feed nicht herein (403). Geben Sie sie für alle mit dem Link zum Lesen frei.')
  expect(said('HubSpot has trouble of its own (502). Ask somebody.')).toBe(
    'HubSpot hat selbst Schwierigkeiten (502). Ask somebody.',
  )
})

test('[H118] each sentence is found again whatever is filled into it', () => {
  const value = fc
    .stringMatching(/^[A-Za-z0-9][A-Za-z0-9@-]{0,30}$/)
    .filter((text) => !Object.hasOwn(de, text))
  // What is joined on begins with a mark, or after a full stop with a blank.
  const joins = { '}': '; ', '.': ' ' } as Readonly<Record<string, string>>
  const fill = (sentence: string, values: readonly string[]): string =>
    sentence.replaceAll(
      /\{(\d+)\}/g,
      (_, index: string, at: number) =>
        `${joins[sentence[at - 1] ?? ''] ?? ''}${values[Number(index)] ?? ''}`,
    )
  const worded = Object.entries(de).filter(([english]) =>
    /\p{L}{2}/u.test(english.replaceAll(/\{\d+\}/g, '')),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...worded),
      fc.array(value, { minLength: 6, maxLength: 6 }),
      ([english, spoken], values) => {
        expect(refusalIn('de', fill(english, values))).toBe(fill(spoken, values))
      },
    ),
    { numRuns: propertyRuns(400) },
  )
})

test('[H118] a message of whatever length and kind is answered at once', () => {
  for (const piece of ['"', ': ', ' ', 'The floor has no "', '{0}'])
    expect(refusalIn('de', piece.repeat(5000))).toBe(piece.repeat(5000))
  fc.assert(
    fc.property(fc.string({ maxLength: 1900 }), (message) => {
      expect(typeof refusalIn('de', message)).toBe('string')
    }),
    { numRuns: propertyRuns(200) },
  )
})
