// For every file of tests that render: the document is one for all of them, and each test leaves it empty.
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(() => {
  cleanup()
  // What was put beside the page, as what is measured, stays otherwise.
  globalThis.document?.body.replaceChildren()
})
