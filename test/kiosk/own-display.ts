// Before each file: a display of its own, so that two walls can run side by side without covering each other.
import { afterAll } from 'vitest'
import { startDisplay } from './display.ts'

const stopDisplay = await startDisplay()
afterAll(() => stopDisplay?.())
