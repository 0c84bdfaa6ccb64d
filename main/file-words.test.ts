import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileWords } from './file-words.ts'

const wordsFor = (path: string): string => {
  try {
    readFileSync(path)
    return 'read'
  } catch (error) {
    return error instanceof Error ? fileWords(error) : ''
  }
}

test('what a person named wrongly is said in words, without the system’s codes', () => {
  expect(wordsFor('/no/such/file')).toBe('does not exist')
  expect(wordsFor('/')).toBe('is a folder')
  expect(wordsFor(`${import.meta.filename}/below`)).toBe('lies below something that is not a folder')
  expect(fileWords(new Error('EIO: i/o error, read'))).toBe('cannot be used: EIO: i/o error, read')
})
