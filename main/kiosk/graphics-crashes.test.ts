import { expect, test } from 'vitest'
import { createGraphicsCrashes } from './graphics-crashes.ts'

test('[S179] the sixth crash within a minute is one too many', () => {
  let now = 0
  const crashes = createGraphicsCrashes(() => now)
  for (let nth = 1; nth <= 5; nth += 1) {
    now += 1_000
    expect(crashes.gone()).toBe(false)
  }
  expect(crashes.gone()).toBe(true)
  now += 60_000
  expect(crashes.gone()).toBe(false)
})

test('[S179] what the kiosk ends itself is no crash', () => {
  const crashes = createGraphicsCrashes(() => 0)
  for (let nth = 0; nth < 20; nth += 1) {
    crashes.ending()
    expect(crashes.gone()).toBe(false)
  }
  for (let nth = 0; nth < 5; nth += 1) expect(crashes.gone()).toBe(false)
  expect(crashes.gone()).toBe(true)
})
