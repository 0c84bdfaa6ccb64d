// The gallery's boards, for what runs outside of Vite: only Vite finds the kinds' states in their folders.
import { runnerImport } from 'vite'

export const openCatalogue = async () => {
  const { module } = await runnerImport<typeof import('../renderer/gallery/catalogue.ts')>(
    './renderer/gallery/catalogue.ts',
    { logLevel: 'silent' },
  )
  return module
}
