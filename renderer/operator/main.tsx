// The page of whoever runs a deployment of several floors. It is in the browser's language: it belongs to no floor.
import '../tv/no-compiled-code.ts'
import '@fontsource-variable/archivo/wght.css'
import '@fontsource-variable/inter/wght.css'
import '../console/theme/tokens.css'
import '../console/theme/base.css'
import './operator.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { Toasts } from '../console/kit/toasts.tsx'
import { applyScheme } from '../console/theme/scheme.ts'
import { Words } from '../console/words/words.tsx'
import { OperatorPage } from './operator-page.tsx'

applyScheme(document.documentElement)
const { language: locale } = navigator
const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })

const element = document.getElementById('operator')
if (element)
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Words locale={locale} timeZone={timeZone}>
          <I18nProvider locale={locale}>
            <OperatorPage />
            <Toasts />
          </I18nProvider>
        </Words>
      </QueryClientProvider>
    </StrictMode>,
  )
