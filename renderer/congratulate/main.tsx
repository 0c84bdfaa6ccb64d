// What links open without signing in: a leader says well done, somebody wants no more mails, or a number on a wall is
// explained. The link is all that it needs.
import '../tv/no-compiled-code.ts'
import '@fontsource-variable/archivo/wght.css'
import '@fontsource-variable/inter/wght.css'
import './congratulate.css'
import { createRoot } from 'react-dom/client'
import { spokenLocale } from '../../shared/domain/words/say.ts'
import { CongratulatePage } from './congratulate-page.tsx'
import { HowPage } from './how-page.tsx'
import { MailStopPage } from './mail-stop-page.tsx'

// Until the floor has said its own.
document.documentElement.lang = spokenLocale(navigator.language)
const [, page, link = ''] = window.location.pathname.split('/')
const element = document.getElementById('page')
if (element)
  createRoot(element).render(
    page === 'mail-stop' ? (
      <MailStopPage link={link} />
    ) : page === 'h' ? (
      <HowPage link={link} />
    ) : (
      <CongratulatePage link={link} />
    ),
  )
