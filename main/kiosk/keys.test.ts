import { expect, test } from 'vitest'
import { isRemoteKey } from './keys.ts'

const alone = { control: false, alt: false, meta: false }

test.each(['ArrowUp', 'Enter', 'Select', 'Backspace', 'a', 'Z', '7', '.', ':', '/', '-', '['])(
  '%s reaches a new TV',
  (key) => {
    expect(isRemoteKey({ ...alone, key })).toBe(true)
  },
)

test.each(['Escape', 'Tab', 'F5', 'F11', 'F12', 'BrowserBack', 'PrintScreen', 'Meta', ' ', '<', '"'])(
  '%s does not',
  (key) => {
    expect(isRemoteKey({ ...alone, key })).toBe(false)
  },
)

test.each(['control', 'alt', 'meta'] as const)('nothing does together with %s', (modifier) => {
  for (const key of ['r', 'w', 'ArrowLeft', 'Enter'])
    expect(isRemoteKey({ ...alone, key, [modifier]: true })).toBe(false)
})
