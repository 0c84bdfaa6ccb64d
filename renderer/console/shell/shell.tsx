// What stands around every page: the sidebar, or the bar at the foot of a phone, and what lies over all pages.
import { Link, Outlet } from '@tanstack/react-router'
import { Ellipsis, Search } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import { Button } from '../kit/button.tsx'
import { Toasts } from '../kit/toasts.tsx'
import { useSay } from '../words/words.tsx'
import { AccountMenu } from './account-menu.tsx'
import { EditTroubles } from './edit-troubles.tsx'
import { LinkBanner } from './link-banner.tsx'
import { type PageEntry, usePages } from './pages-list.tsx'
import { Palette } from './palette.tsx'
import { PlainHttpBanner } from './plain-http-banner.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { useCounts } from './use-counts.ts'
import { usePageKeys } from './use-page-keys.ts'
import './shell.css'

const groups = ['wall', 'numbers', 'people'] as const

function PageLink({ page, count }: { readonly page: PageEntry; readonly count: number | undefined }) {
  return (
    <Link to={page.to} className="side-link" activeOptions={{ exact: page.to === '/' }} preload="intent">
      <span className="cut">{page.name}</span>
      {count !== undefined && (
        <span className="side-count">
          <FormattedNumber value={count} />
        </span>
      )}
    </Link>
  )
}

export function Shell() {
  const say = useSay()
  const pages = usePages()
  const counts = useCounts()
  const [searching, setSearching] = useState(false)
  const [more, setMore] = useState(false)
  usePageKeys(pages, () => setSearching(true))
  const menuName = say({ id: 'console.nav.name', defaultMessage: 'Pages' })
  return (
    <div className="shell">
      <a className="skip" href="#main">
        <FormattedMessage id="console.skip" defaultMessage="To the page" />
      </a>
      <header className="side" data-open={more ? '' : undefined}>
        <Link to="/" className="side-brand">
          Floorboard
        </Link>
        <Button look="quiet" icon={<Search aria-hidden="true" />} onPress={() => setSearching(true)}>
          <span className="side-search-words">
            <FormattedMessage id="console.search" defaultMessage="Search or do" />
          </span>
          <kbd>
            {navigator.platform.startsWith('Mac')
              ? '⌘ K'
              : say({ id: 'console.search.key', defaultMessage: 'Ctrl K' })}
          </kbd>
        </Button>
        <nav aria-label={menuName} onClickCapture={() => setMore(false)}>
          {groups.map((group) => {
            const entries = pages.filter((page) => page.group === group)
            if (entries.length === 0) return null
            return (
              <ul key={group}>
                {entries.map((page) => (
                  <li key={page.to}>
                    <PageLink page={page} count={counts[page.to]} />
                  </li>
                ))}
              </ul>
            )
          })}
        </nav>
        <AccountMenu />
      </header>
      <div className="content">
        <PlainHttpBanner />
        <LinkBanner />
        <Outlet />
      </div>
      <nav className="foot" aria-label={menuName}>
        {pages
          .filter(({ onPhone }) => onPhone)
          .map(({ to, name, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className="foot-link"
              activeOptions={{ exact: to === '/' }}
              onClick={() => setMore(false)}
            >
              <Icon aria-hidden="true" />
              {name}
            </Link>
          ))}
        <button
          type="button"
          className="foot-link"
          aria-expanded={more}
          onClick={() => setMore((before) => !before)}
        >
          <Ellipsis aria-hidden="true" />
          <FormattedMessage id="console.nav.more" defaultMessage="More" />
        </button>
      </nav>
      <Palette isOpen={searching} onClose={() => setSearching(false)} />
      <EditTroubles />
      <SignInAgain />
      <Toasts />
    </div>
  )
}
