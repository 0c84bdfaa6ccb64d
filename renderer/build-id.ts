// Names the bundle after all it holds, so that a TV can tell that the feed serves another one. The name goes into
// index.html, where the page reads it, and into build.txt, where the feed does.
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const placeholder = '%FLOORBOARD_BUILD%'

export const buildId = (): Plugin => ({
  name: 'floorboard-build-id',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const hash = createHash('sha256')
      for (const name of Object.keys(bundle).sort()) {
        const part = bundle[name]
        if (part) hash.update(name).update(part.type === 'chunk' ? part.code : part.source)
      }
      const id = hash.digest('hex').slice(0, 12)
      for (const part of Object.values(bundle)) {
        if (part.type === 'asset' && part.fileName.endsWith('.html'))
          part.source = String(part.source).replace(placeholder, id)
      }
      this.emitFile({ type: 'asset', fileName: 'build.txt', source: id })
    },
  },
})
