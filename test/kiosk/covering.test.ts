// Every pixel of the display, whatever its scale.
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { displaySize } from './display.ts'
import { readGlass } from './glass.ts'
import { inPage } from './in-page.ts'
import { stopKiosks } from './kiosk-app.ts'
import { startStill } from './still-wall.ts'

afterEach(stopKiosks)

const { width, height } = displaySize
const red = 0xff0000

test.each(['1', '1.25', '1.5', '1.75', '2'])('[S177] at a scale of %s no pixel is left', async (scale) => {
  const kiosk = await startStill({ args: [`--force-device-scale-factor=${scale}`] })
  await inPage(kiosk.app, "(document.documentElement.style.background = 'red')")
  await eventually(() => {
    const glass = readGlass()
    const others = []
    for (let x = 0; x < width; x += 1) others.push(glass.at(x, 0), glass.at(x, height - 1))
    for (let y = 0; y < height; y += 1) others.push(glass.at(0, y), glass.at(width - 1, y))
    expect(others.filter((colour) => colour !== red)).toEqual([])
  })
})
