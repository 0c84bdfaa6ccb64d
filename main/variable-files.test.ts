import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readVariableFiles } from './variable-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-variable-files-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fileOf = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

test('[Q93] a secret may come by a file, whose last line ending is none of it', () => {
  const variables = {
    FLOORBOARD_DATABASE_FILE: fileOf('database', 'postgres://floorboard:a b@db/floorboard\n'),
    FLOORBOARD_SECRET_KEY_FILE: fileOf('key', 'c2VjcmV0\r\n'),
    FLOORBOARD_OPERATOR_TOKEN_FILE: fileOf('token', ' two\nlines'),
    FLOORBOARD_METRICS_TOKEN_FILE: '',
    FLOORBOARD_SMTP_URL: 'smtp://mail.test',
  }
  expect(readVariableFiles(variables)).toEqual({
    values: {
      FLOORBOARD_DATABASE: 'postgres://floorboard:a b@db/floorboard',
      FLOORBOARD_SECRET_KEY: 'c2VjcmV0',
      FLOORBOARD_OPERATOR_TOKEN: ' two\nlines',
    },
  })
})

test('[Q93] a file that is missing, empty or one too many is refused in a sentence', () => {
  const refusalOf = (variables: Record<string, string>) => {
    const read = readVariableFiles(variables)
    return 'refusal' in read ? read.refusal : null
  }
  const missing = join(folder, 'nowhere')
  expect(refusalOf({ FLOORBOARD_DATABASE_FILE: missing })).toBe(
    `FLOORBOARD_DATABASE_FILE names ${missing}, which cannot be read (ENOENT).`,
  )
  const empty = fileOf('empty', '\n')
  expect(refusalOf({ FLOORBOARD_SECRET_KEY_FILE: empty })).toBe(
    `FLOORBOARD_SECRET_KEY_FILE names ${empty}, which is empty.`,
  )
  const both = { FLOORBOARD_SECRET_KEY: 'x', FLOORBOARD_SECRET_KEY_FILE: fileOf('both', 'y') }
  expect(refusalOf(both)).toBe(
    'Of FLOORBOARD_SECRET_KEY and FLOORBOARD_SECRET_KEY_FILE only one can be meant.',
  )
})
