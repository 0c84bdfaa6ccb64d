// One benchmark in this process; its rows go to the file that the second argument names.
import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

const [file = '', answer = ''] = process.argv.slice(2)
const { name, run } = await import(pathToFileURL(file).href)
await writeFile(answer, JSON.stringify({ name, rows: await run() }))
// A benchmark that left something open has still said what it had to say.
process.exit(0)
