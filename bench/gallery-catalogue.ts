// The gallery's boards and what can happen to them, for what runs outside of Vite: only Vite finds the kinds' states in
// their folders.
import { runnerImport } from 'vite'

const load = async <M>(file: string): Promise<M> => {
  const { module } = await runnerImport<M>(file, { logLevel: 'silent' })
  return module
}

export const openCatalogue = () =>
  load<typeof import('../renderer/gallery/catalogue.ts')>('./renderer/gallery/catalogue.ts')

export const openChanges = () =>
  load<typeof import('../renderer/gallery/changes.ts')>('./renderer/gallery/changes.ts')
