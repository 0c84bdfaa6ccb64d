// Selectors of tests that find nothing when a class has got another name, and then say that all is well: such a class
// is looked for in the stylesheets first.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../renderer/', import.meta.url))
const classes = /\.(-?[a-z][\w-]*)/gi

const classesIn = (text: string): readonly string[] => [...text.matchAll(classes)].map(([found]) => found)

const known = new Set(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => classesIn(readFileSync(`${folder}${name}`, 'utf8'))),
)

/** The selector as it is. Throws where no stylesheet of the renderer knows a class in it. */
export const styled = (selector: string): string => {
  const gone = classesIn(selector).filter((name) => !known.has(name))
  if (gone.length > 0) throw new Error(`no stylesheet knows ${gone.join(', ')} any more`)
  return selector
}
