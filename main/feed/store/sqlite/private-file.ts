import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'

/** What is said about people is for whoever runs the feed alone; the journals of a database have the rights of its file. */
export const makePrivate = (file: string): void => {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  else if (process.platform !== 'win32') chmodSync(file, 0o600)
}
