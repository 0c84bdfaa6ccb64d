import type { ChangeRights } from '../../../shared/domain/edits/may-change.ts'
import type { BoardLinks } from '../access/board-links.ts'
import type { Identity } from '../access/identity.ts'
import type { IsOwnName } from '../access/own-names.ts'
import type { Principal } from '../access/principal.ts'
import type { AwardDesk } from '../awards/award-desk.ts'
import type { BeginFloor } from '../begin/begin-floor.ts'
import type { HandDesk } from '../by-hand/hand-desk.ts'
import type { CelebrationDesk } from '../celebrations/celebration-desk.ts'
import type { Clock } from '../clock.ts'
import type { TalkDesk } from '../coaching-notes/talk-desk.ts'
import type { SourceDesk } from '../connectors/source-desk.ts'
import type { ContestDesk } from '../contests/contest-desk.ts'
import type { Controls } from '../control/controls.ts'
import type { EffectsOf } from '../edits/edit-effects.ts'
import type { NameOfBy } from '../edits/floor-history.ts'
import type { ExceptionDesk } from '../exceptions/exception-desk.ts'
import type { FloorReading } from '../floor-file/read-floor-file.ts'
import type { YamlSource } from '../floor-file/rewrite/yaml-source.ts'
import type { Explain } from '../fold/explain.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { ForecastDesk } from '../forecast/forecast-desk.ts'
import type { FileDesk } from '../import-files/file-desk.ts'
import type { ImportDesk } from '../imports/import-desk.ts'
import type { InboundDesk } from '../inbound/inbound-desk.ts'
import type { RefusedFacts } from '../ingest/refused-facts.ts'
import type { Limits } from '../limits/limits.ts'
import type { MakePhoto } from '../media/make-photo.ts'
import type { MediaFolder } from '../media/media-folder.ts'
import type { MeetingDesk } from '../meetings/meeting-desk.ts'
import type { DoubtDesk } from '../mending/doubt-desk.ts'
import type { FixDesk } from '../mending/fix-desk.ts'
import type { InboxDesk } from '../mending/inbox-desk.ts'
import type { DraftDesk } from '../metric-drafts/draft-desk.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PlanDesk } from '../plans/plan-desk.ts'
import type { ReportDesk } from '../reports/report-desk.ts'
import type { Pairing } from '../screens/pairing/pairing.ts'
import type { PlayBook } from '../screens/plays/play-book.ts'
import type { ScreenDesk } from '../screens/screen-desk.ts'
import type { Screenshots } from '../screens/screenshots.ts'
import type { ServicePin } from '../screens/service-pin.ts'
import type { SeasonDesk } from '../season/season-desk.ts'
import type { SpiffDesk } from '../spiffs/spiff-desk.ts'
import type { KeptFolder } from '../store/kept-folder.ts'
import type { Log } from '../store/log.ts'
import type { TableDesk } from '../tables/table-desk.ts'
import type { ThanksDesk } from '../thanks/thanks-desk.ts'
import type { Transport } from '../transport.ts'
import type { Turns } from '../turns.ts'
import type { UpdateDesk } from '../updates/update-desk.ts'
import type { FeedMetrics } from './feed-metrics.ts'
import type { LinkGuesses } from './link-guesses.ts'

/** What the routes are made of; each takes what it needs. */
export interface ApiParts {
  readonly floor: Pick<
    LiveFloor,
    | 'numbers'
    | 'refuse'
    | 'submit'
    | 'queryMetric'
    | 'ownNumbers'
    | 'moved'
    | 'isHistoryComing'
    | 'boardView'
    | 'current'
    | 'numbers'
    | 'isHistoryComing'
    | 'replace'
    | 'stage'
    | 'status'
    | 'unassigned'
    | 'faults'
    | 'faultWords'
  >
  readonly celebrations: Pick<
    CelebrationDesk,
    'list' | 'begin' | 'cancel' | 'replay' | 'write' | 'tryRule' | 'play'
  >
  readonly plans: Pick<PlanDesk, 'coached' | 'list' | 'answer' | 'replan'>
  readonly contests: Pick<ContestDesk, 'list' | 'tryOut' | 'payouts'>
  readonly seasons: Pick<SeasonDesk, 'shelf' | 'list' | 'tryOut'>
  readonly awards: Pick<AwardDesk, 'answer' | 'nominate' | 'takeBack' | 'vote'>
  readonly exceptions: Pick<ExceptionDesk, 'list' | 'lifetimes' | 'seen' | 'write' | 'snooze'>
  readonly talks: TalkDesk
  readonly hands: HandDesk
  readonly thanks: ThanksDesk
  readonly spiffs: SpiffDesk
  readonly meetings: MeetingDesk
  readonly doubts: DoubtDesk
  readonly inbox: InboxDesk
  readonly fixes: FixDesk
  /** Of printed sheets; null: none are printed. */
  readonly sheetFontsDir: string | null
  readonly forecasts: Pick<ForecastDesk, 'answer'>
  readonly imports: ImportDesk
  readonly importFiles: Omit<FileDesk, 'close'>
  readonly inbound: InboundDesk
  readonly controls: Pick<Controls, 'act' | 'of'>
  readonly identity: Identity
  readonly screens: ScreenDesk
  readonly screenshots: Screenshots
  readonly servicePin: Pick<ServicePin, 'pin' | 'renew'>
  readonly plays: Pick<PlayBook, 'shown'>
  readonly updates: UpdateDesk
  readonly outbox: Outbox
  /** Told of facts that the API refuses. */
  readonly refused: Pick<RefusedFacts, 'note'>
  readonly limits: Pick<Limits, 'admitFacts' | 'admitBytes'>
  readonly reports: ReportDesk
  readonly sources: Omit<SourceDesk, 'run' | 'close'>
  readonly tables: Omit<TableDesk, 'run' | 'close'>
  readonly clock: Clock
  readonly metrics: FeedMetrics
  /** Gives way to others while it reads a long text. */
  readonly readFloorFile: (text: string) => Promise<FloorReading>
  /** A text that the reader takes, beside what it was parsed to. */
  readonly readSource: (text: string) => Promise<YamlSource>
  /** What edits would move, without making them. */
  readonly effectsOf: EffectsOf
  readonly drafts: DraftDesk
  /** Versions of the floor, newest first. */
  readonly floorsBefore: Log['floorsBefore']
  readonly nameOfBy: NameOfBy
  /** What somebody may change who may edit at all. */
  readonly rightsOf: (principal: Principal) => Promise<ChangeRights>
  /** What long work of all requests shares. */
  readonly turns: Turns
  readonly beginFloor: BeginFloor
  readonly explain: Explain
  readonly boardLinks: BoardLinks
  readonly pairing: Pairing
  readonly noteHowGuess: LinkGuesses
  readonly noteCongratulateGuess: LinkGuesses
  /** The address that it will listen on. */
  readonly listenHost: string
  readonly isOwnName: IsOwnName
  /** Where people reach the feed, such as `https://wall.northwind.example`; null where nobody has said. */
  readonly publicOrigin: string | null
  readonly transport: Transport
  /** Photos and the like; served as they are. */
  readonly mediaDir: string
  /** Where all that is written lies; left out, it is where it belongs. */
  readonly kept?: KeptFolder
  readonly media: MediaFolder
  readonly makePhoto: MakePhoto
  /** The built TV, or null when there is none to serve. */
  readonly rendererDir: string | null
  readonly version: string
}
