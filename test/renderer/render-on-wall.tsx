// A component as it stands on a wall, with as much around it as it asks for.
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { type Surroundings, SurroundingsProvider } from '../../renderer/ui/surroundings.tsx'
import { createFormat } from '../../shared/domain/words/format.ts'

const usual: Surroundings = {
  format: createFormat({ locale: 'en-US', currency: 'USD' }),
  locale: 'en-US',
  timeZone: 'America/New_York',
  calm: false,
  feedUrl: 'http://feed',
  token: null,
  feedNow: () => 0,
}

/** What the test before has rendered goes first. */
export const renderOnWall = (children: ReactNode, surroundings: Partial<Surroundings> = {}) => {
  cleanup()
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <SurroundingsProvider value={{ ...usual, ...surroundings }}>{children}</SurroundingsProvider>
  )
  return render(children, { wrapper })
}
