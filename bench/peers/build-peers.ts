// Builds the page of the peers as the TV's page is built.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { serveFolder } from '../tab.ts'

export const servePeers = async (): Promise<{ url: string; close(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'floorboard-peers-'))
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'chrome108', modulePreload: false },
    logLevel: 'error',
  })
  const { url, close } = await serveFolder(folder)
  return {
    url,
    close: async () => {
      close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
