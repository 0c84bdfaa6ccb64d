// What axe finds on a page of the console as it stands; miniatures are the wall's matter. What was read out a moment ago may
// still stand in its place, and names what is gone.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const source = readFileSync(
  fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
)

export const axeFaults = async (page: Page): Promise<unknown> => {
  // Evaluated by the debugger, not by the page: the policy stays as it is.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(
      { exclude: ['iframe', '[data-live-announcer]'] },
      // What it finds no fault with, it would list element by element.
      { iframes: false, resultTypes: ['violations'] },
    )
    return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [
      id,
      nodes.map(({ html }) => html.slice(0, 160)),
    ])
  })
}
