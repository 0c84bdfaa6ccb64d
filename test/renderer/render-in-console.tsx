// A page of the console alone, with the router and the words that it has there.
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Words } from '../../renderer/console/words/words.tsx'

/** Resolves with its main part. `client` knows what it asks for. */
export const renderInConsole = (client: QueryClient, component: () => ReactNode): Promise<HTMLElement> => {
  const router = createRouter({
    routeTree: createRootRoute({ component }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  })
  render(
    <QueryClientProvider client={client}>
      <Words locale="en-US" timeZone="UTC">
        <RouterProvider router={router} />
      </Words>
    </QueryClientProvider>,
  )
  return screen.findByRole('main')
}
