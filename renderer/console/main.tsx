// The console's page. What it needs first is asked for before anything is drawn.
import '../tv/no-compiled-code.ts'
import '@fontsource-variable/archivo/wght.css'
import '@fontsource-variable/inter/wght.css'
import './theme/tokens.css'
import './theme/base.css'
import { createRoot } from 'react-dom/client'
import { floorQuery, meQuery, screensQuery } from './api/queries.ts'
import { createConsole } from './console.tsx'
import { loadOtherScripts } from './fonts.ts'
import { createQueries } from './query-client.ts'
import { applyScheme } from './theme/scheme.ts'

applyScheme(document.documentElement)
const client = createQueries()
void client.prefetchQuery(meQuery)
void client.prefetchQuery(floorQuery)
void client.prefetchQuery(screensQuery)

const element = document.getElementById('console')
if (element) createRoot(element).render(createConsole(client))
loadOtherScripts()
