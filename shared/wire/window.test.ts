import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseWindow } from './window.ts'

test('a window reads the same with its words joined by spaces, hyphens or plus signs', () => {
  for (const text of ['last week', 'next quarter', 'last 28 days', 'older than 14 days', 'previous year'])
    for (const joint of ['-', '+', ' ']) {
      const joined = text.replaceAll(' ', joint)
      expect([joined, parseWindow(joined)]).toEqual([joined, parseWindow(text)])
      expect(parseWindow(joined)).not.toBeNull()
    }
})

test('the hyphens of dates stay', () => {
  expect(parseWindow('2026-01-01..2026-04-01')).toEqual({
    kind: 'range',
    from: '2026-01-01',
    to: '2026-04-01',
  })
  expect(parseWindow('2026-01-01..')).toEqual({ kind: 'range', from: '2026-01-01', to: null })
})

test('what is no window is none, whatever it is', () => {
  for (const text of [
    '',
    '..',
    'last',
    'last 0 days',
    'fortnight',
    '__proto__',
    'toString',
    '2026-02-30..',
    '2026-02-01..2026-01-01',
  ])
    expect([text, parseWindow(text)]).toEqual([text, null])
  fc.assert(fc.property(fc.string(), (text) => void parseWindow(text)))
})
