import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../test/property-runs.ts'
import { assetPath, isInside } from './asset-path.ts'

const root = '/srv/renderer'

test('a plain path names a file of the folder', () => {
  expect(assetPath(root, '/assets/wall-1a2b.js')).toBe('/srv/renderer/assets/wall-1a2b.js')
  expect(assetPath(root, '/assets/a%20b.png')).toBe('/srv/renderer/assets/a b.png')
})

test.each([
  '/../kiosk/main.cjs',
  '/assets/../../kiosk/main.cjs',
  '/%2e%2e/kiosk/main.cjs',
  '/assets/%2e%2e%2f%2e%2e%2fetc/passwd',
  '/..%5c..%5cetc/passwd',
  '/..\\..\\etc\\passwd',
  '/C:/windows/win.ini',
  '/index.html%00.png',
  '/index.html::$DATA',
  '/%',
  '/%ff%fe',
  '/',
  '//',
  '/.',
])('%s names nothing', (pathname) => {
  expect(assetPath(root, pathname)).toBeNull()
})

test('no path whatever leads out of the folder', () => {
  const piece = fc.oneof(
    fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '//', '%00', '%252e%252e', 'a', 'renderer', ':'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('/', ''), (pieces, joiner) => {
      const path = assetPath(root, `/${pieces.join(joiner)}`)
      expect(path === null || isInside(root, path)).toBe(true)
    }),
    { numRuns: propertyRuns(1000) },
  )
})

test('a folder whose name only begins alike is outside', () => {
  expect(isInside('/srv/renderer', '/srv/renderer-old/index.html')).toBe(false)
  expect(isInside('/srv/renderer', '/srv/renderer/..html')).toBe(true)
})
