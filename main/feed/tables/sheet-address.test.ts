import { expect, test } from 'vitest'
import { sheetAddress } from './sheet-address.ts'

test.each([
  [
    'https://docs.google.com/spreadsheets/d/1AbC-d_E/edit?usp=sharing#gid=77',
    'https://docs.google.com/spreadsheets/d/1AbC-d_E/export?format=csv&gid=77',
  ],
  [
    'https://docs.google.com/spreadsheets/d/1AbC/edit?gid=5#gid=5',
    'https://docs.google.com/spreadsheets/d/1AbC/export?format=csv&gid=5',
  ],
  [
    'https://docs.google.com/spreadsheets/d/1AbC',
    'https://docs.google.com/spreadsheets/d/1AbC/export?format=csv',
  ],
  [
    'https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml?gid=3&single=true',
    'https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?gid=3&single=true&output=csv',
  ],
  [
    'https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?output=csv',
    'https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?output=csv',
  ],
  [
    'https://example.com/spreadsheets/d/1AbC/edit#gid=1',
    'https://example.com/spreadsheets/d/1AbC/edit#gid=1',
  ],
])('[N50] the address that people copy is read as the one that answers CSV: %s', (copied, read) => {
  expect(sheetAddress(copied)).toBe(read)
})
