// Whatever the feed refuses somebody in the console, on the phone, or on a page that a link opens, it says in every language.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { errorStatus } from '../shared/wire/api-error.ts'
import { refusalSentences, saidSentences } from './refusal-sentences.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const languages = `${root}/main/feed/api/refusals`
const Sentences = z.record(z.string(), z.string())

/** What programs send and ask: their makers read English, and their logs keep it. */
const ofPrograms = [
  ...['feed/ingest/', 'feed/store/', 'feed/socket/', 'fold/answer', 'feed/events/', 'feed/outbox/send-due'],
  ...['facts-routes', 'import-routes', 'inbound-routes', 'update-routes', 'updates/', 'body-watch'],
  ...['metric-query', 'read-version', 'report-', 'play-routes', 'read-json', 'json-body'],
  // They are told at their source in the console, with what to click there.
  ...['feed/connectors/', 'feed/tables/'],
  // For a TV; its page has words of its own.
  'screen-stage',
]

/** What ends a request with a sentence of its own: `error instanceof BeginRefused`. */
const refusing = (): ReadonlySet<string> => {
  const routes = `${root}/main/feed/api`
  const text = readdirSync(routes)
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => readFileSync(`${routes}/${name}`, 'utf8'))
    .join()
  const caught = [...text.matchAll(/instanceof (\w+)/g)].flatMap(([, name]) => name ?? [])
  return new Set(caught.filter((name) => /^ApiError$|Refus|Fault$|Forbidden$|Undoable$|^Stale/.test(name)))
}

const sentences = refusalSentences({
  folders: [
    `${root}/main/feed`,
    `${root}/shared/domain/edits`,
    `${root}/shared/domain/screens`,
    `${root}/shared/domain/counting`,
  ],
  codes: new Set(Object.keys(errorStatus)),
  errors: refusing(),
  skips: ofPrograms,
})

const boardFaults = readdirSync(`${root}/shared/domain/boards`, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?:-faults|floor-references)\.ts$/.test(name))
  .map((name) => `shared/domain/boards/${name}`)

/** Of these every text is said to somebody: what is wrong in a floor file, in a row of a file, and with what was typed. */
const faults = saidSentences({
  files: [
    ...['shared/domain/floor-file', 'shared/domain/people/name-difference.ts', ...boardFaults],
    ...['shared/domain/words/known-in-words.ts', 'main/feed/floor-file', 'main/feed/edits/board-preview.ts'],
    ...['main/feed/ingest/csv', 'main/feed/ingest/check-fact.ts', 'main/feed/import-files/file-run.ts'],
  ].map((name) => `${root}/${name}`),
  // Lists of words, and what the command line alone says.
  skips: ['empty-words', 'read-boolean', 'money-marks', 'written-offset', 'read-users'],
})

/** Of these those that no answer has by itself: what they are looked for by, and what stands within others. */
const within: ReadonlySet<string> = new Set([
  ...['Invalid input', 'Too small', 'Too big', 'Invalid discriminator value. Expected', 'must be one of'],
  ...[
    'passed over',
    'written day',
    'day of the zone',
    'first {0}',
    '{0} in {1}',
    ', or ',
    'h hr hrs hour hours std stunde stunden',
  ],
  ...['d day days', "m min mins minute minutes ' ′", 's sec secs second seconds sek " ′′', 'ms msec msecs'],
  't at um à a las às as kl kl. om o ore alle la в о',
])

/** What is wrong with a source or a table, and what to do there. */
const troubles = refusalSentences({
  folders: ['connectors', 'tables', 'import-files', 'inbound'].map((name) => `${root}/main/feed/${name}`),
  codes: new Set(),
  errors: new Set(['SourceTrouble', 'CsvProblem', 'away', 'refuse', 'tooMuch']),
  fields: new Set(['click', 'what', 'newKey', 'giveRights', 'fault']),
  skips: [],
})

const placesIn = (sentence: string): string => (sentence.match(/\{\d+\}/g) ?? []).sort().join()

test('[H118] refusals are found where they are thrown, returned and decided', () => {
  expect(sentences.size).toBeGreaterThan(180)
  // Of a route, of a class that routes know, of a function that judges, and of a table of sentences.
  for (const known of [
    'There is nobody of that name on the floor.',
    'This floor is your own already: change it, or undo a change.',
    'Only an admin changes the floor’s settings.',
    'That was more than {0} days ago; what is older is imported.',
  ])
    expect([...sentences.keys()]).toContain(known)
})

test('[H131] what is wrong is found where it is said, whole and in pieces', () => {
  expect(faults.size).toBeGreaterThan(350)
  expect(troubles.size).toBeGreaterThan(150)
  for (const known of [
    'must have a character that can be seen',
    '"{0}" is no {1} of this floor{2}',
    'is not a number',
    'has {0}, but the header has {1}',
  ])
    expect([...faults.keys()]).toContain(known)
  for (const known of ['{0} asks to be called less often.', 'Look at which column is what.'])
    expect([...troubles.keys()]).toContain(known)
})

for (const file of readdirSync(languages).filter((name) => name.endsWith('.json'))) {
  const words = Sentences.parse(JSON.parse(readFileSync(`${languages}/${file}`, 'utf8')))

  test(`[H118] every refusal that a person can meet is in ${file}`, () => {
    const lacking = [...sentences].filter(([sentence]) => !Object.hasOwn(words, sentence))
    expect(lacking).toEqual([])
  })

  test(`[H131] what is wrong in a floor file, a row, a source or a table is in ${file}`, () => {
    const all = [...faults, ...troubles].filter(([sentence]) => !within.has(sentence))
    expect(all.filter(([sentence]) => !Object.hasOwn(words, sentence))).toEqual([])
  })

  test(`[H118] what is filled into a refusal is filled in in ${file} too, and its sentences are in order`, () => {
    const unlike = Object.entries(words).filter(([english, spoken]) => placesIn(english) !== placesIn(spoken))
    expect(unlike).toEqual([])
    expect(Object.keys(words)).toEqual(Object.keys(words).sort())
  })
}
