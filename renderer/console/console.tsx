// Puts the console together: what is asked, the words, the pages, the line to the feed and the edits on their way to it.

import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactNode, StrictMode, useEffect, useMemo, useRef, useState } from 'react'
import { RouterProvider as AriaRouterProvider, I18nProvider } from 'react-aria-components'
import { createFloorEdits, FloorEditsProvider, undoVersion } from './api/floor-edits.tsx'
import { type LiveLine, openLiveLine } from './api/live-line.ts'
import { meQuery } from './api/queries.ts'
import { SessionProvider } from './api/session.tsx'
import { toast } from './kit/toasts.tsx'
import { createConsoleRouter } from './routes.tsx'
import { Unreachable } from './shell/unreachable.tsx'
import { useAct } from './shell/use-act.ts'
import { useSay, Words } from './words/words.tsx'

const retryEveryMs = 5000

/** What is edited and heard while the pages are open. */
function Connections({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient()
  const say = useSay()
  const act = useAct()
  const account = useQuery(meQuery).data?.account
  // A viewer has nothing to be kept up to date about: only the feed's own boards.
  const listens = account !== undefined && account !== null && account.role !== 'viewer'
  const latest = useRef({ say, act })
  latest.current = { say, act }
  const [queue] = useState(() =>
    createFloorEdits(client, {
      taken: ({ said }, version) =>
        toast({
          said,
          tone: 'done',
          action: {
            name: latest.current.say({ id: 'console.undo', defaultMessage: 'Undo' }),
            onAction: () =>
              void latest.current.act(async () => {
                await undoVersion(client, version)
                return latest.current.say({ id: 'console.undone', defaultMessage: 'Undone.' })
              }),
          },
        }),
      refused: (_, { message, refusal }) =>
        toast({ said: [message, refusal.errors?.[0]?.message].filter(Boolean).join(' '), tone: 'bad' }),
    }),
  )
  const line = useRef<LiveLine | null>(null)
  useEffect(() => {
    if (!listens) return undefined
    line.current = openLiveLine(client, queue.resume)
    return () => {
      line.current?.close()
      line.current = null
    }
  }, [listens, client, queue])
  useEffect(() => {
    // The feed may answer again before the line is back.
    const timer = setInterval(() => {
      if (queue.state.get().trouble?.kind === 'unreachable') queue.resume()
    }, retryEveryMs)
    return () => clearInterval(timer)
  }, [queue])
  const session = useMemo(
    () => ({
      resume: () => {
        line.current?.reconnect()
        queue.resume()
      },
      watch: (screen: string | null) => line.current?.watch(screen),
    }),
    [queue],
  )
  return (
    <SessionProvider value={session}>
      <FloorEditsProvider value={queue}>{children}</FloorEditsProvider>
    </SessionProvider>
  )
}

function Pages({ client }: { readonly client: QueryClient }) {
  const [router] = useState(() => createConsoleRouter(client))
  return (
    <AriaRouterProvider
      navigate={(to) => void router.navigate({ href: router.history.createHref(`/console${to}`) })}
      useHref={(to) => `/console${to}`}
    >
      <RouterProvider router={router} />
    </AriaRouterProvider>
  )
}

function Console({ client }: { readonly client: QueryClient }) {
  const me = useQuery(meQuery)
  if (me.error && !me.data) return <Unreachable error={me.error} onRetry={() => void me.refetch()} />
  if (!me.data) return null
  const { locale, timeZone } = me.data.floor
  return (
    <Words locale={locale} timeZone={timeZone}>
      <I18nProvider locale={locale}>
        <Connections>
          <Pages client={client} />
        </Connections>
      </I18nProvider>
    </Words>
  )
}

export const createConsole = (client: QueryClient): ReactNode => (
  <StrictMode>
    <QueryClientProvider client={client}>
      <Console client={client} />
    </QueryClientProvider>
  </StrictMode>
)
