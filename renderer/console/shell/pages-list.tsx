// The console's pages as the sidebar, the phone's bar and the palette list them.
import {
  Award,
  CalendarClock,
  CircleAlert,
  Clapperboard,
  Coins,
  FileUp,
  HeartHandshake,
  History,
  LayoutDashboard,
  ListChecks,
  ListVideo,
  type LucideIcon,
  MonitorPlay,
  PartyPopper,
  Plug,
  Presentation,
  Route,
  Ruler,
  Smartphone,
  Target,
  Telescope,
  Trophy,
  UserRoundCog,
  UsersRound,
  Webhook,
} from 'lucide-react'
import { useMemo } from 'react'
import type { MeAnswer } from '../../../shared/wire/accounts.ts'
import { useMay } from '../api/queries.ts'
import { useSay } from '../words/words.tsx'

export interface PageEntry {
  readonly to: string
  readonly name: string
  readonly icon: LucideIcon
  /** After `g`, goes there. */
  readonly key: string
  readonly group: 'wall' | 'numbers' | 'people'
  /** Whether it stands in the bar of a phone. */
  readonly onPhone: boolean
  readonly needs: keyof MeAnswer['may'] | null
}

const pagesFor = (say: ReturnType<typeof useSay>, may: MeAnswer['may']): readonly PageEntry[] => {
  const all: readonly PageEntry[] = [
    {
      to: '/',
      name: may.look
        ? say({ id: 'console.nav.today', defaultMessage: 'Today' })
        : say({ id: 'console.own.title', defaultMessage: 'Your day' }),
      icon: LayoutDashboard,
      key: 't',
      group: 'wall',
      onPhone: true,
      needs: null,
    },
    {
      to: '/playlists',
      name: say({ id: 'console.nav.playlists', defaultMessage: 'Playlists' }),
      icon: ListVideo,
      key: 'p',
      group: 'wall',
      onPhone: true,
      needs: 'look',
    },
    {
      to: '/schedule',
      name: say({ id: 'console.nav.schedule', defaultMessage: 'Schedule' }),
      icon: CalendarClock,
      key: 'c',
      group: 'wall',
      onPhone: false,
      needs: 'look',
    },
    {
      to: '/screens',
      name: say({ id: 'console.nav.screens', defaultMessage: 'Screens' }),
      icon: MonitorPlay,
      key: 's',
      group: 'wall',
      onPhone: true,
      needs: 'look',
    },
    {
      to: '/remote',
      name: say({ id: 'console.nav.remote', defaultMessage: 'Remote' }),
      icon: Smartphone,
      key: 'r',
      group: 'wall',
      onPhone: true,
      needs: 'control',
    },
    {
      to: '/celebrations',
      name: say({ id: 'console.nav.celebrations', defaultMessage: 'Celebrations' }),
      icon: PartyPopper,
      key: 'e',
      group: 'wall',
      onPhone: true,
      needs: 'seeManagers',
    },
    {
      to: '/contests',
      name: say({ id: 'console.nav.contests', defaultMessage: 'Contests' }),
      icon: Trophy,
      key: 'q',
      group: 'wall',
      onPhone: false,
      needs: 'seeManagers',
    },
    {
      to: '/season',
      name: say({ id: 'console.nav.season', defaultMessage: 'Season' }),
      icon: Award,
      key: 'z',
      group: 'wall',
      onPhone: false,
      needs: 'seeManagers',
    },
    {
      to: '/boards',
      name: say({ id: 'console.nav.boards', defaultMessage: 'Boards' }),
      icon: Clapperboard,
      key: 'b',
      group: 'wall',
      onPhone: false,
      needs: 'look',
    },
    {
      to: '/meetings',
      name: say({ id: 'console.nav.meetings', defaultMessage: 'Meetings' }),
      icon: Presentation,
      key: 'm',
      group: 'numbers',
      onPhone: false,
      needs: null,
    },
    {
      to: '/coaching',
      name: say({ id: 'console.nav.coaching', defaultMessage: 'Coaching' }),
      icon: Route,
      key: 'o',
      group: 'numbers',
      onPhone: false,
      needs: 'edit',
    },
    {
      to: '/exceptions',
      name: say({ id: 'console.nav.exceptions', defaultMessage: 'Exceptions' }),
      icon: ListChecks,
      key: 'x',
      group: 'numbers',
      onPhone: false,
      needs: 'look',
    },
    {
      to: '/forecast',
      name: say({ id: 'console.nav.forecast', defaultMessage: 'Forecast' }),
      icon: Telescope,
      key: 'w',
      group: 'numbers',
      onPhone: false,
      needs: 'look',
    },
    {
      to: '/metrics',
      name: say({ id: 'console.nav.metrics', defaultMessage: 'Metrics' }),
      icon: Ruler,
      key: 'i',
      group: 'numbers',
      onPhone: false,
      needs: 'look',
    },
    {
      to: '/goals',
      name: say({ id: 'console.nav.goals', defaultMessage: 'Goals' }),
      icon: Target,
      key: 'g',
      group: 'numbers',
      onPhone: false,
      needs: 'look',
    },
    {
      to: '/sources',
      name: say({ id: 'console.nav.sources', defaultMessage: 'Sources' }),
      icon: Plug,
      key: 'n',
      group: 'numbers',
      onPhone: false,
      needs: 'administer',
    },
    {
      to: '/import',
      name: say({ id: 'console.nav.import', defaultMessage: 'Import' }),
      icon: FileUp,
      key: 'd',
      group: 'numbers',
      onPhone: false,
      needs: 'administer',
    },
    {
      to: '/faults',
      name: say({ id: 'console.nav.faults', defaultMessage: 'Data faults' }),
      icon: CircleAlert,
      key: 'f',
      group: 'numbers',
      onPhone: false,
      needs: 'edit',
    },
    {
      to: '/webhooks',
      name: say({ id: 'console.nav.inbound', defaultMessage: 'Webhooks' }),
      icon: Webhook,
      key: 'k',
      group: 'numbers',
      onPhone: false,
      needs: 'administer',
    },
    {
      to: '/thanks',
      name: say({ id: 'console.nav.thanks', defaultMessage: 'Thank you' }),
      icon: HeartHandshake,
      key: 'y',
      group: 'people',
      onPhone: false,
      needs: null,
    },
    {
      to: '/spiffs',
      name: say({ id: 'console.nav.spiffs', defaultMessage: 'Spiffs' }),
      icon: Coins,
      key: 'j',
      group: 'people',
      onPhone: false,
      needs: 'seeManagers',
    },
    {
      to: '/awards',
      name: say({ id: 'console.nav.awards', defaultMessage: 'Awards' }),
      icon: Award,
      key: 'v',
      group: 'people',
      onPhone: false,
      needs: null,
    },
    {
      to: '/people',
      name: say({ id: 'console.nav.people', defaultMessage: 'People & teams' }),
      icon: UsersRound,
      key: 'l',
      group: 'people',
      onPhone: false,
      needs: 'look',
    },
    {
      to: '/history',
      name: say({ id: 'console.nav.history', defaultMessage: 'History' }),
      icon: History,
      key: 'h',
      group: 'people',
      onPhone: false,
      needs: 'look',
    },
    {
      to: '/access',
      name: say({ id: 'console.nav.access', defaultMessage: 'Access' }),
      icon: UserRoundCog,
      key: 'a',
      group: 'people',
      onPhone: false,
      needs: null,
    },
  ]
  return all.filter(({ needs }) => needs === null || may[needs])
}

/** Those that the person may open. */
export const usePages = (): readonly PageEntry[] => {
  const say = useSay()
  const may = useMay()
  return useMemo(() => pagesFor(say, may), [say, may])
}
