// The console's page. What it needs first is asked for before anything is drawn.
import '../tv/no-compiled-code.ts'
import '@fontsource-variable/archivo/wght.css'
import '@fontsource-variable/inter/wght.css'
import './theme/tokens.css'
import './theme/base.css'
import { createRoot } from 'react-dom/client'
import { floorQuery, meQuery, screensQuery } from './api/queries.ts'
import { createConsole } from './console.tsx'
import { createQueries } from './query-client.ts'
import { applyScheme } from './theme/scheme.ts'

applyScheme(document.documentElement)
const client = createQueries()
client.fetchQuery(meQuery).then(
  ({ account }) => {
    if (!account || account.role === 'viewer') return
    void client.prefetchQuery(floorQuery)
    void client.prefetchQuery(screensQuery)
  },
  // The page says so itself.
  () => undefined,
)

// Its code is on its way while the frame around it is drawn.
if (location.pathname === '/console/') void import('./pages/start.tsx')

const element = document.getElementById('console')
if (element) createRoot(element).render(createConsole(client))
