// What axe finds on a page of the console as it stands; miniatures are the wall's matter.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const source = readFileSync(
  fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
)

export const axeFaults = async (page: Page): Promise<unknown> => {
  // Evaluated by the debugger, not by the page: the policy stays as it is.
  await page.evaluate(source)
  return page.evaluate(async () => {
    const { violations } = await window.axe.run({ exclude: ['iframe'] }, { iframes: false })
    return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [
      id,
      nodes.map(({ html }) => html.slice(0, 160)),
    ])
  })
}
