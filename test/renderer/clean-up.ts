// For every file of tests that render: the document is one for all of them, and each test leaves it empty.
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// What is waited for comes on a slow machine too.
configure({ asyncUtilTimeout: 15_000 })

// What a test does not answer is asked of nobody: the document's own `fetch` would go to a port of this machine.
if ('document' in globalThis) globalThis.fetch = () => Promise.reject(new TypeError('nobody answers here'))

afterEach(() => {
  cleanup()
  // What was put beside the page, as what is measured, stays otherwise.
  globalThis.document?.body.replaceChildren()
})
