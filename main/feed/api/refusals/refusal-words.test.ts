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
    '"East" (Team) wird gebraucht von: "Calls", "Wins" und 3 weitere.',
  )
})

test('[H118] each sentence is found again whatever is filled into it', () => {
  const value = fc
    .stringMatching(/^[A-Za-z0-9][A-Za-z0-9.@-]{0,30}$/)
    .filter((text) => !Object.hasOwn(de, text))
  const fill = (sentence: string, values: readonly string[]): string =>
    sentence.replaceAll(/\{(\d+)\}/g, (_, index: string) => values[Number(index)] ?? '')
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.entries(de)),
      fc.array(value, { minLength: 3, maxLength: 3 }),
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
