// Every language says everything: no message is missing in a file of messages, and none is left over.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { z } from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))
const Extracted = z.record(z.string(), z.object({ defaultMessage: z.string() }))
const Words = z.record(z.string(), z.string())

/** As the sources write them, in English. Two messages of one id are an error of the extractor. */
const extract = (sources: readonly string[]): ReadonlyMap<string, string> => {
  const flags = ['--additional-function-names', 'say', '--ignore', '**/*.test.*']
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
    sources: ['renderer/console/**/*.{ts,tsx}'],
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
