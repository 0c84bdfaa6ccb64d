// One board, whichever kind it is, in its frame.
import type { BoardView } from '../../../shared/wire/view.ts'
import { Accountability } from '../../boards/accountability/accountability.tsx'
import { AccountabilityFoot } from '../../boards/accountability/accountability-foot.tsx'
import { Announcement } from '../../boards/announcement/announcement.tsx'
import { BirdsEye } from '../../boards/birds-eye/birds-eye.tsx'
import { birdsEyeNote } from '../../boards/birds-eye/birds-eye-note.ts'
import { Calm } from '../../boards/calm/calm.tsx'
import { Funnel } from '../../boards/funnel/funnel.tsx'
import { FunnelFoot } from '../../boards/funnel/funnel-foot.tsx'
import { HeadToHead } from '../../boards/head-to-head/head-to-head.tsx'
import { Hygiene } from '../../boards/hygiene/hygiene.tsx'
import { Improved } from '../../boards/improved/improved.tsx'
import { improvedFoot } from '../../boards/improved/improved-foot.ts'
import { Leaderboard } from '../../boards/leaderboard/leaderboard.tsx'
import { OverTheLine } from '../../boards/over-the-line/over-the-line.tsx'
import { BoardFrame } from '../../boards/parts/board-frame.tsx'
import { FootNote } from '../../boards/parts/foot-note.tsx'
import { LatestDeal } from '../../boards/parts/latest-deal.tsx'
import { Results } from '../../boards/results/results.tsx'
import { ResultsFoot } from '../../boards/results/results-foot.tsx'
import { Spotlight } from '../../boards/spotlight/spotlight.tsx'
import { TeamGoal } from '../../boards/team-goal/team-goal.tsx'
import { TeamProgress } from '../../boards/team-progress/team-progress.tsx'
import { teamProgressNote } from '../../boards/team-progress/team-progress-note.ts'
import { raceNote } from '../../boards/trend-race/race-note.ts'
import { TrendRace } from '../../boards/trend-race/trend-race.tsx'
import { Wins } from '../../boards/wins/wins.tsx'

interface SceneProps {
  readonly view: BoardView
  readonly page: number
  readonly pages: number
  readonly now: number
}

export const Scene = ({ view, page, pages, now }: SceneProps) => {
  switch (view.kind) {
    case 'accountability':
      return (
        <BoardFrame view={view} foot={<AccountabilityFoot view={view} />}>
          <Accountability view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'announcement':
      return <Announcement view={view} />
    case 'calm':
      return <Calm view={view} now={now} />
    case 'leaderboard':
      return (
        <BoardFrame
          view={view}
          foot={
            view.latest ? (
              <LatestDeal latest={view.latest} now={now} />
            ) : (
              <FootNote text={view.metric.objective} />
            )
          }
        >
          <Leaderboard view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'team-progress':
      return (
        <BoardFrame view={view} foot={<FootNote text={teamProgressNote(view, pages)} />}>
          <TeamProgress view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'over-the-line':
      return (
        <BoardFrame view={view} foot={<FootNote text={view.metric.objective} />}>
          <OverTheLine view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'funnel':
      return (
        <BoardFrame view={view} foot={<FunnelFoot view={view} />}>
          <Funnel view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'hygiene':
      return (
        <BoardFrame
          view={view}
          foot={<FootNote text="What is left lying? Bring it to zero. New = since last week." />}
        >
          <Hygiene view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'birds-eye':
      return (
        <BoardFrame view={view} foot={<FootNote text={birdsEyeNote(view)} />}>
          <BirdsEye view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'trend-race':
      return (
        <BoardFrame view={view} foot={<FootNote text={raceNote(view)} />}>
          <TrendRace view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'wins':
      return (
        <BoardFrame view={view} foot={<FootNote text="What did we just win, and who made it happen?" />}>
          <Wins view={view} page={page} pages={pages} now={now} />
        </BoardFrame>
      )
    case 'results':
      return (
        <BoardFrame view={view} foot={<ResultsFoot view={view} />}>
          <Results view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'team-goal':
      return (
        <BoardFrame view={view} foot={<FootNote text={view.metric.objective} />}>
          <TeamGoal view={view} />
        </BoardFrame>
      )
    case 'head-to-head':
      return (
        <BoardFrame
          view={view}
          foot={<FootNote text="Who pulls harder, in what they do and in what comes of it?" />}
        >
          <HeadToHead view={view} page={page} pages={pages} />
        </BoardFrame>
      )
    case 'improved':
      return (
        <BoardFrame view={view} foot={<FootNote text={improvedFoot(view)} />}>
          <Improved view={view} page={page} />
        </BoardFrame>
      )
    case 'spotlight':
      return (
        <BoardFrame view={view} foot={<FootNote text="Whose turn is it, and what are they proud of?" />}>
          <Spotlight view={view} page={page} pages={pages} now={now} />
        </BoardFrame>
      )
  }
}
