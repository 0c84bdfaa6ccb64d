// The console's addresses. Each page is loaded when it is gone to; who is not signed in is asked to.
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import type { ExplainedSearch } from './api/explained.ts'
import { meQuery } from './api/queries.ts'
import { loadOtherScripts } from './fonts.ts'
import { Loading } from './kit/loading.tsx'
import { NotFound } from './shell/not-found.tsx'
import { PageFailed } from './shell/page-failed.tsx'
import { Shell } from './shell/shell.tsx'

interface Context {
  readonly client: QueryClient
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound })

/** A viewer has nothing to look at anywhere else. `person`: who they are on the floor. */
const isForViewers = (path: string, person: string | null): boolean =>
  path === '/' ||
  path === '/access' ||
  path === '/thanks' ||
  path === '/spiffs' ||
  path === '/shelf' ||
  path === '/awards' ||
  path === '/meetings' ||
  path.startsWith('/meetings/') ||
  (person !== null && path === `/coaching/${encodeURIComponent(person)}`)

/** Pages for those who are in. Where nobody is, the way back is kept. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const { account, setUp, may } = await context.client.ensureQueryData(meQuery)
    if (account && !may.look && !isForViewers(location.pathname, account.person)) throw redirect({ to: '/' })
    if (account) return
    if (setUp !== 'done') throw redirect({ to: '/first-admin' })
    throw redirect({ to: '/sign-in', search: { to: location.href } })
  },
})

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const today = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/start.tsx'), 'Start'),
})
const begin = createRoute({
  getParentRoute: () => inside,
  path: '/begin',
  component: lazyRouteComponent(() => import('./pages/begin/begin.tsx'), 'Begin'),
})
const how = createRoute({
  getParentRoute: () => inside,
  path: '/how/$metric',
  validateSearch: (search: Record<string, unknown>): ExplainedSearch =>
    Object.fromEntries(
      ['rep', 'team', 'role', 'window'].flatMap((name) => {
        const value = text(search[name])
        return value === undefined ? [] : [[name, value]]
      }),
    ),
  component: lazyRouteComponent(() => import('./pages/how/how.tsx'), 'How'),
})
const playlists = createRoute({
  getParentRoute: () => inside,
  path: '/playlists',
  component: lazyRouteComponent(() => import('./pages/playlists/playlists.tsx'), 'Playlists'),
})
const pair = createRoute({
  getParentRoute: () => inside,
  path: '/pair',
  /** `code`: as the QR code on a TV has it. */
  validateSearch: (search: Record<string, unknown>): { code?: string } => {
    const code = text(search['code'])
    return code === undefined ? {} : { code }
  },
  component: lazyRouteComponent(() => import('./pages/screens/screens.tsx'), 'Screens'),
})
const playlist = createRoute({
  getParentRoute: () => inside,
  path: '/playlists/$playlist',
  component: lazyRouteComponent(() => import('./pages/playlists/playlist-editor.tsx'), 'PlaylistEditor'),
})
const boards = createRoute({
  getParentRoute: () => inside,
  path: '/boards',
  component: lazyRouteComponent(() => import('./pages/boards/boards.tsx'), 'Boards'),
})
const board = createRoute({
  getParentRoute: () => inside,
  path: '/boards/$board',
  component: lazyRouteComponent(() => import('./pages/boards/boards.tsx'), 'Boards'),
})
const newBoard = createRoute({
  getParentRoute: () => inside,
  path: '/new-board',
  component: lazyRouteComponent(() => import('./pages/boards/new-board.tsx'), 'NewBoard'),
})
const newBoardOf = createRoute({
  getParentRoute: () => inside,
  path: '/new-board/$kind',
  component: lazyRouteComponent(() => import('./pages/boards/new-board-of.tsx'), 'NewBoardOf'),
})
const boardChange = createRoute({
  getParentRoute: () => inside,
  path: '/boards/$board/change',
  component: lazyRouteComponent(() => import('./pages/boards/change-board.tsx'), 'ChangeBoard'),
})
const boardCopy = createRoute({
  getParentRoute: () => inside,
  path: '/boards/$board/copy',
  component: lazyRouteComponent(() => import('./pages/boards/copy-board.tsx'), 'CopyBoard'),
})
/** Every number of a board, or one of them: `figure` is its id. */
const boardHow = createRoute({
  getParentRoute: () => inside,
  path: '/boards/$board/how',
  validateSearch: (search: Record<string, unknown>): { figure?: string } => {
    const figure = text(search['figure'])
    return figure === undefined ? {} : { figure }
  },
  component: lazyRouteComponent(() => import('./pages/how/board-how.tsx'), 'BoardHow'),
})
const history = createRoute({
  getParentRoute: () => inside,
  path: '/history',
  component: lazyRouteComponent(() => import('./pages/history/history.tsx'), 'History'),
})
const access = createRoute({
  getParentRoute: () => inside,
  path: '/access',
  component: lazyRouteComponent(() => import('./pages/access/access.tsx'), 'Access'),
})
const faults = createRoute({
  getParentRoute: () => inside,
  path: '/faults',
  component: lazyRouteComponent(() => import('./pages/faults/faults.tsx'), 'Faults'),
})
const screens = createRoute({
  getParentRoute: () => inside,
  path: '/screens',
  component: lazyRouteComponent(() => import('./pages/screens/screens.tsx'), 'Screens'),
})
const screen = createRoute({
  getParentRoute: () => inside,
  path: '/screens/$screen',
  component: lazyRouteComponent(() => import('./pages/screens/screens.tsx'), 'Screens'),
})

const schedule = createRoute({
  getParentRoute: () => inside,
  path: '/schedule',
  component: lazyRouteComponent(() => import('./pages/schedule/schedule.tsx'), 'Schedule'),
})
const screenSchedule = createRoute({
  getParentRoute: () => inside,
  path: '/schedule/$screen',
  component: lazyRouteComponent(() => import('./pages/schedule/schedule.tsx'), 'Schedule'),
})
const remote = createRoute({
  getParentRoute: () => inside,
  path: '/remote',
  component: lazyRouteComponent(() => import('./pages/remote/remote.tsx'), 'Remote'),
})
const screenRemote = createRoute({
  getParentRoute: () => inside,
  path: '/remote/$screen',
  component: lazyRouteComponent(() => import('./pages/remote/remote.tsx'), 'Remote'),
})
const screenHuddle = createRoute({
  getParentRoute: () => inside,
  path: '/remote/$screen/huddle',
  component: lazyRouteComponent(() => import('./pages/remote/remote.tsx'), 'HuddleRemote'),
})
const celebrations = createRoute({
  getParentRoute: () => inside,
  path: '/celebrations',
  component: lazyRouteComponent(() => import('./pages/celebrations/celebrations.tsx'), 'Celebrations'),
})
/** `part`: `happened`, `rules` or `alerts`. */
const celebrationsPart = createRoute({
  getParentRoute: () => inside,
  path: '/celebrations/$part',
  component: lazyRouteComponent(() => import('./pages/celebrations/celebrations.tsx'), 'Celebrations'),
})
const contests = createRoute({
  getParentRoute: () => inside,
  path: '/contests',
  component: lazyRouteComponent(() => import('./pages/contests/contests.tsx'), 'Contests'),
})
const contest = createRoute({
  getParentRoute: () => inside,
  path: '/contests/$contest',
  /** `on`: one that is over, of a contest that comes again, by the date on which it began. */
  validateSearch: (search: Record<string, unknown>): { on?: string } => {
    const on = text(search['on'])
    return on === undefined ? {} : { on }
  },
  component: lazyRouteComponent(() => import('./pages/contests/contest.tsx'), 'ContestPage'),
})
const contestChange = createRoute({
  getParentRoute: () => inside,
  path: '/contests/$contest/change',
  component: lazyRouteComponent(() => import('./pages/contests/change-contest.tsx'), 'ChangeContest'),
})
const newContest = createRoute({
  getParentRoute: () => inside,
  path: '/new-contest',
  component: lazyRouteComponent(() => import('./pages/contests/new-contest.tsx'), 'NewContest'),
})
const newContestOf = createRoute({
  getParentRoute: () => inside,
  path: '/new-contest/$shape',
  component: lazyRouteComponent(() => import('./pages/contests/new-contest-of.tsx'), 'NewContestOf'),
})
const spiffs = createRoute({
  getParentRoute: () => inside,
  path: '/spiffs',
  component: lazyRouteComponent(() => import('./pages/spiffs/spiffs.tsx'), 'Spiffs'),
})
const spiff = createRoute({
  getParentRoute: () => inside,
  path: '/spiffs/$spiff',
  component: lazyRouteComponent(() => import('./pages/spiffs/spiff.tsx'), 'SpiffPage'),
})
const spiffChange = createRoute({
  getParentRoute: () => inside,
  path: '/spiffs/$spiff/change',
  component: lazyRouteComponent(() => import('./pages/spiffs/make-spiff.tsx'), 'ChangeSpiff'),
})
const newSpiff = createRoute({
  getParentRoute: () => inside,
  path: '/new-spiff',
  component: lazyRouteComponent(() => import('./pages/spiffs/make-spiff.tsx'), 'NewSpiff'),
})
const shelf = createRoute({
  getParentRoute: () => inside,
  path: '/shelf',
  component: lazyRouteComponent(() => import('./pages/shelf/shelf.tsx'), 'Shelf'),
})
const season = createRoute({
  getParentRoute: () => inside,
  path: '/season',
  component: lazyRouteComponent(() => import('./pages/season/season.tsx'), 'SeasonPage'),
})
const seasonChange = createRoute({
  getParentRoute: () => inside,
  path: '/season/$season/change',
  component: lazyRouteComponent(() => import('./pages/season/make-season.tsx'), 'ChangeSeason'),
})
const newSeason = createRoute({
  getParentRoute: () => inside,
  path: '/new-season',
  component: lazyRouteComponent(() => import('./pages/season/make-season.tsx'), 'NewSeason'),
})
const awards = createRoute({
  getParentRoute: () => inside,
  path: '/awards',
  component: lazyRouteComponent(() => import('./pages/awards/awards.tsx'), 'Awards'),
})
const newAward = createRoute({
  getParentRoute: () => inside,
  path: '/new-award',
  component: lazyRouteComponent(() => import('./pages/awards/award-pages.tsx'), 'NewAward'),
})
const awardChange = createRoute({
  getParentRoute: () => inside,
  path: '/awards/$award/change',
  component: lazyRouteComponent(() => import('./pages/awards/award-pages.tsx'), 'ChangeAward'),
})
const coaching = createRoute({
  getParentRoute: () => inside,
  path: '/coaching',
  component: lazyRouteComponent(() => import('./pages/coaching/coaching.tsx'), 'Coaching'),
})
const exceptions = createRoute({
  getParentRoute: () => inside,
  path: '/exceptions',
  component: lazyRouteComponent(() => import('./pages/exceptions/exceptions.tsx'), 'Exceptions'),
})
const forecast = createRoute({
  getParentRoute: () => inside,
  path: '/forecast',
  component: lazyRouteComponent(() => import('./pages/forecast/forecast.tsx'), 'Forecast'),
})
const inbound = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./pages/inbound/inbound.tsx'), 'Inbound'),
})
const oneInbound = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks/$source',
  component: lazyRouteComponent(() => import('./pages/inbound/inbound.tsx'), 'OneInbound'),
})
const metrics = createRoute({
  getParentRoute: () => inside,
  path: '/metrics',
  component: lazyRouteComponent(() => import('./pages/metrics/metrics.tsx'), 'Metrics'),
})
const newMetric = createRoute({
  getParentRoute: () => inside,
  path: '/new-metric',
  component: lazyRouteComponent(() => import('./pages/metrics/edit/edit-metric.tsx'), 'NewMetric'),
})
const metric = createRoute({
  getParentRoute: () => inside,
  path: '/metrics/$metric',
  component: lazyRouteComponent(() => import('./pages/metrics/edit/edit-metric.tsx'), 'ChangeMetric'),
})
const meetings = createRoute({
  getParentRoute: () => inside,
  path: '/meetings',
  component: lazyRouteComponent(() => import('./pages/meetings/meetings.tsx'), 'Meetings'),
})
const meeting = createRoute({
  getParentRoute: () => inside,
  path: '/meetings/$meeting',
  component: lazyRouteComponent(() => import('./pages/meetings/meeting.tsx'), 'Meeting'),
})
const byHand = createRoute({
  getParentRoute: () => inside,
  path: '/by-hand',
  component: lazyRouteComponent(() => import('./pages/by-hand/by-hand-page.tsx'), 'ByHandPage'),
})
const thanks = createRoute({
  getParentRoute: () => inside,
  path: '/thanks',
  component: lazyRouteComponent(() => import('./pages/thanks/thanks-page.tsx'), 'ThanksPage'),
})
const sources = createRoute({
  getParentRoute: () => inside,
  path: '/sources',
  component: lazyRouteComponent(() => import('./pages/sources/sources.tsx'), 'Sources'),
})
const importing = createRoute({
  getParentRoute: () => inside,
  path: '/import',
  component: lazyRouteComponent(() => import('./pages/import/import.tsx'), 'Import'),
})
const importFile = createRoute({
  getParentRoute: () => inside,
  path: '/import/$file',
  component: lazyRouteComponent(() => import('./pages/import/import-file.tsx'), 'ImportFile'),
})
const coachPerson = createRoute({
  getParentRoute: () => inside,
  path: '/coaching/$person',
  component: lazyRouteComponent(() => import('./pages/coaching/coach-person.tsx'), 'CoachPerson'),
})

const goals = createRoute({
  getParentRoute: () => inside,
  path: '/goals',
  component: lazyRouteComponent(() => import('./pages/goals/goals.tsx'), 'Goals'),
})
const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/people/people.tsx'), 'People'),
})
const person = createRoute({
  getParentRoute: () => inside,
  path: '/people/$person',
  component: lazyRouteComponent(() => import('./pages/people/people.tsx'), 'People'),
})

const oneToOne = createRoute({
  getParentRoute: () => inside,
  path: '/coaching/$person/one-to-one',
  component: lazyRouteComponent(() => import('./pages/coaching/one-to-one.tsx'), 'OneToOnePage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  /** `to`: where the person wanted to go. */
  validateSearch: (search: Record<string, unknown>): { to?: string } => {
    const to = text(search['to'])
    // Only to a page of the console.
    return to?.startsWith('/') && !to.startsWith('//') ? { to } : {}
  },
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in.tsx'), 'SignIn'),
})
const firstAdmin = createRoute({
  getParentRoute: () => root,
  path: '/first-admin',
  component: lazyRouteComponent(() => import('./pages/sign-in/first-admin.tsx'), 'FirstAdmin'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./pages/sign-in/invitation.tsx'), 'Invitation'),
})
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('./pages/sign-in/reset.tsx'), 'Reset'),
})
const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten',
  component: lazyRouteComponent(() => import('./pages/sign-in/forgotten.tsx'), 'Forgotten'),
})

const tree = root.addChildren([
  inside.addChildren([
    today,
    begin,
    how,
    playlists,
    playlist,
    screens,
    screen,
    pair,
    faults,
    inbound,
    oneInbound,
    boards,
    board,
    newBoard,
    newBoardOf,
    boardChange,
    boardCopy,
    boardHow,
    history,
    access,
    schedule,
    screenSchedule,
    remote,
    screenRemote,
    screenHuddle,
    celebrations,
    celebrationsPart,
    contests,
    spiffs,
    spiff,
    spiffChange,
    newSpiff,
    contest,
    contestChange,
    newContest,
    newContestOf,
    shelf,
    season,
    seasonChange,
    newSeason,
    awards,
    newAward,
    awardChange,
    coaching,
    coachPerson,
    exceptions,
    meetings,
    meeting,
    oneToOne,
    forecast,
    metrics,
    newMetric,
    metric,
    sources,
    byHand,
    thanks,
    importing,
    importFile,
    people,
    person,
    goals,
  ]),
  signIn,
  firstAdmin,
  invitation,
  reset,
  forgotten,
])

export const createConsoleRouter = (client: QueryClient) => {
  const router = createRouter({
    routeTree: tree,
    basepath: '/console',
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: PageFailed,
  })
  router.subscribe('onResolved', ({ pathChanged }) => {
    if (pathChanged) window.scrollTo(0, 0)
  })
  const stopWaiting = router.subscribe('onRendered', () => {
    stopWaiting()
    loadOtherScripts()
  })
  return router
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>
  }
}
