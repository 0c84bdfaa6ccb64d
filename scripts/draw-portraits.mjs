// Draws the people of the demo floor and writes them into assets/portraits or the folder that is named, as WebP pictures:
// the feed serves no SVG, since a browser would run what is in it. Chromium paints them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { portrait } from './portraits/bust.mjs'
import { people } from './portraits/people.mjs'

/** As wide as the portrait of a takeover on a wall of 1080 lines. */
const size = 480
const quality = 0.86

const { positionals } = parseArgs({ allowPositionals: true })
const folder = positionals[0] ?? fileURLToPath(new URL('../assets/portraits', import.meta.url))
mkdirSync(folder, { recursive: true })

const executablePath = process.env['FLOORBOARD_CHROMIUM']
const browser = await chromium.launch(executablePath ? { executablePath } : {})
try {
  const page = await browser.newPage()
  for (const [id, person] of Object.entries(people)) {
    const painted = await page.evaluate(
      async ([svg, size, quality]) => {
        const image = new Image()
        image.src = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = size
        canvas.height = size
        canvas.getContext('2d')?.drawImage(image, 0, 0, size, size)
        return canvas.toDataURL('image/webp', quality)
      },
      /** @type {const} */ ([portrait(person, size), size, quality]),
    )
    writeFileSync(join(folder, `${id}.webp`), Buffer.from(painted.split(',')[1] ?? '', 'base64'))
  }
} finally {
  await browser.close()
}
