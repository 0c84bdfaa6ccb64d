// Every language says everything: no message is missing in a file of messages, and none is left over.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from '@formatjs/icu-messageformat-parser'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { z } from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))
const Extracted = z.record(z.string(), z.object({ defaultMessage: z.string() }))
const Words = z.record(z.string(), z.string())

/** As the sources write them, in English. Two messages of one id are an error of the extractor. */
const extract = (sources: readonly string[]): ReadonlyMap<string, string> => {
  const flags = ['--additional-function-names', 'say', '--ignore', '**/*.test.*', '--throws']
  const text = execFileSync('node_modules/.bin/formatjs', ['extract', ...sources, ...flags], {
    cwd: root,
    encoding: 'utf8',
  })
  const found = Extracted.parse(JSON.parse(text))
  return new Map(Object.entries(found).map(([id, { defaultMessage }]) => [id, defaultMessage]))
}

/** What a message expects: `days`, `name`. */
const argumentsOf = (message: string): string[] => {
  const names = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each)
    else if (typeof value === 'object' && value !== null) {
      // 0 is text, 7 the number of a plural form; all else names a value.
      if ('type' in value && value.type !== 0 && 'value' in value && typeof value.value === 'string')
        names.add(value.value)
      for (const each of Object.values(value)) visit(each)
    }
  }
  visit(parse(message))
  return [...names].sort()
}

const rooms = [
  {
    room: 'the wall and of mails',
    sources: [
      'shared/domain/**/*.ts',
      'main/feed/api/{mail-words,unknown-address}.ts',
      'renderer/{boards,congratulate,old-browsers,tv,ui,wall}/**/*.{ts,tsx}',
    ],
    languages: 'shared/domain/words/languages',
  },
  {
    room: 'the console',
    sources: ['renderer/{console,operator}/**/*.{ts,tsx}'],
    languages: 'renderer/console/words',
  },
]

for (const { room, sources, languages } of rooms) {
  const english = extract(sources)
  for (const file of readdirSync(`${root}/${languages}`).filter((name) => name.endsWith('.json'))) {
    const words = Words.parse(JSON.parse(readFileSync(`${root}/${languages}/${file}`, 'utf8')))

    test(`${file} has every message of ${room} and no other, in alphabetical order`, () => {
      expect(Object.keys(words)).toEqual([...english.keys()].sort())
    })

    test(`every message of ${room} in ${file} names the values that the English one names`, () => {
      const unlike = Object.entries(words).filter(
        ([id, text]) => argumentsOf(text).join() !== argumentsOf(english.get(id) ?? text).join(),
      )
      expect(unlike).toEqual([])
    })
  }
}

/** Attributes that are read out or shown. */
const spoken = new Set(['aria-label', 'alt', 'placeholder', 'title'])
/** A name, and so the same in every language. */
const ownName = 'Floorboard'

const Text = z.object({ type: z.literal('JSXText'), value: z.string() })
const Attribute = z.object({
  type: z.literal('JSXAttribute'),
  name: z.object({ name: z.string().refine((name) => spoken.has(name)) }),
  value: z.object({ type: z.literal('Literal'), value: z.string() }),
})

/** Words that a page would show in English whatever its language is. */
const unsaid = (path: string): string[] => {
  const found: string[] = []
  const judge = (text: string): void => {
    const words = text.replaceAll(/&\w+;/g, ' ').trim()
    if (/\p{L}{2}/u.test(words) && words !== ownName) found.push(`${path}: ${words}`)
  }
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const text = Text.safeParse(node).data?.value ?? Attribute.safeParse(node).data?.value.value
    if (text !== undefined) judge(text)
    for (const each of Object.values(node)) visit(each)
  }
  visit(parseSync(path, readFileSync(`${root}/${path}`, 'utf8')).program)
  return found
}

test('a wall shows no word that is not said in the language of its floor', () => {
  const pages = ['boards', 'tv', 'ui', 'wall'].flatMap((room) =>
    readdirSync(`${root}/renderer/${room}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?<!\.test)\.tsx$/.test(path))
      .map((path) => `renderer/${room}/${path}`),
  )
  expect(pages.length).toBeGreaterThan(100)
  expect(pages.flatMap(unsaid)).toEqual([])
})
