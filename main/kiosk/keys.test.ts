import { expect, test } from 'vitest'
import { createKeyDoor, isRemoteKey } from './keys.ts'

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

const stroke = (key: string) => ({ ...alone, key, type: 'keyDown', isAutoRepeat: false })

test('[S186] [S200] keys reach the page while it is set up or serviced, but never the one that opens the service menu', () => {
  let isSettingUp = false
  let stands = false
  const pressed: string[] = []
  const door = createKeyDoor({
    isSettingUp: () => isSettingUp,
    service: {
      stands: () => stands,
      press: (key) => {
        pressed.push(key)
        return key === 'Enter'
      },
    },
  })
  expect(door.lets(stroke('ArrowUp'))).toBe(false)
  isSettingUp = true
  expect(door.lets(stroke('ArrowUp'))).toBe(true)
  expect(door.lets(stroke('Enter'))).toBe(false)
  isSettingUp = false
  stands = true
  expect(door.lets(stroke('ArrowUp'))).toBe(true)
  expect(door.lets({ ...stroke('Enter'), isAutoRepeat: true })).toBe(true)
  expect(door.lets({ ...stroke('Enter'), type: 'keyUp' })).toBe(true)
  expect(door.lets({ ...stroke('r'), control: true })).toBe(false)
  // What is held down, let go, or no key of a remote control belongs to no sequence.
  expect(pressed).toEqual(['ArrowUp', 'ArrowUp', 'Enter', 'ArrowUp'])
})
