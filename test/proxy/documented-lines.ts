// The lines of docs/reverse-proxy.md, as somebody copies them.
import { readFileSync } from 'node:fs'

const page = readFileSync('docs/reverse-proxy.md', 'utf8')

/** The page's name for a wall, and where its lines look for the feed. */
export const wallName = 'wall.northwind.example'
export const wallUrl = `https://${wallName}`
const feedThere = '127.0.0.1:4400'

export const documented = (language: 'nginx' | 'caddy' | 'yaml'): string => {
  const [, lines] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page) ?? []
  if (lines === undefined) throw new Error(`docs/reverse-proxy.md has no lines of ${language}`)
  return lines
}

/** With other words in place of what only the page's own machine has. Each has to be there. */
export const withInstead = (lines: string, pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the lines have no "${from}":\n${text}`)
    return text.replaceAll(from, to)
  }, lines)

export const feedAt = (url: string): Record<string, string> => ({ [feedThere]: new URL(url).host })
