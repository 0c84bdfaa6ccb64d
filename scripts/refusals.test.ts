// Whatever the feed refuses somebody in the console, on the phone, or on a page that a link opens, it says in every language.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { errorStatus } from '../shared/wire/api-error.ts'
import { refusalSentences } from './refusal-sentences.mjs'

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

for (const file of readdirSync(languages).filter((name) => name.endsWith('.json'))) {
  const words = Sentences.parse(JSON.parse(readFileSync(`${languages}/${file}`, 'utf8')))

  test(`[H118] every refusal that a person can meet is in ${file}`, () => {
    const lacking = [...sentences].filter(([sentence]) => !Object.hasOwn(words, sentence))
    expect(lacking).toEqual([])
  })

  test(`[H118] what is filled into a refusal is filled in in ${file} too, and its sentences are in order`, () => {
    const unlike = Object.entries(words).filter(([english, spoken]) => placesIn(english) !== placesIn(spoken))
    expect(unlike).toEqual([])
    expect(Object.keys(words)).toEqual(Object.keys(words).sort())
  })
}
