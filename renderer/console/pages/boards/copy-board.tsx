// A board for another team, role or office: the same questions, asked of others, on their own screens if that is wanted.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { CopyTarget } from '../../../../shared/domain/boards/making/board-form.ts'
import { mayKeepToRole } from '../../../../shared/domain/boards/making/board-forms.ts'
import { copyFor } from '../../../../shared/domain/boards/making/copy-board.ts'
import { officesOf } from '../../../../shared/domain/people/offices.ts'
import { placeCopy, placeLast, placesFor } from '../../../../shared/domain/screens/board-places.ts'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import { useOwnTeams } from '../../api/own-teams.ts'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { MakeBoard } from './make-board.tsx'
import { BackToBoard, OfBoard, type OfBoardProps } from './of-board.tsx'
import { PlaylistPlaces, TeamPlaces } from './place-fields.tsx'

interface Choice extends CopyTarget {
  /** No slug has a space. */
  readonly id: string
  readonly name: string
  readonly note?: string
}

/** Teams, offices that one team sits in by itself, and roles; whom the board is about already is left out. */
const useTargets = (board: Board, file: FloorFile): readonly Choice[] => {
  const say = useSay()
  const own = useOwnTeams(file.teams)
  const isSame = ({ team, role }: CopyTarget): boolean =>
    (board.scope.team ?? null) === team && (board.scope.role ?? null) === role
  const teams = file.teams.map(
    ({ id, name, office }): Choice => ({
      id: `team ${id}`,
      name,
      team: id,
      role: null,
      ...(office === undefined ? {} : { note: office }),
    }),
  )
  const offices = [...officesOf(file.teams)].flatMap(([office, sits]): Choice[] =>
    sits.length === 1 && sits[0] !== undefined && file.teams.find(({ id }) => id === sits[0])?.name !== office
      ? [
          {
            id: `office ${office}`,
            name: say({ id: 'console.copy.office', defaultMessage: 'The office in {office}' }, { office }),
            team: sits[0],
            role: null,
          },
        ]
      : [],
  )
  const roles = mayKeepToRole(board.kind, file)
    ? file.roles.map(({ id, name }): Choice => ({ id: `role ${id}`, name, team: null, role: id }))
    : []
  // A board about a role is most often wanted for another role.
  const all =
    board.scope.team === undefined && board.scope.role !== undefined
      ? [...roles, ...teams, ...offices]
      : [...teams, ...offices, ...roles]
  return all.filter((choice) => !isSame(choice) && (choice.team === null || own.has(choice.team)))
}

function Copy({ board, file }: OfBoardProps) {
  const say = useSay()
  const navigate = useNavigate()
  const targets = useTargets(board, file)
  const [targetId, setTargetId] = useState(targets[0]?.id)
  const target = targets.find(({ id }) => id === targetId)
  const team = target?.team ?? null
  const places = team === null ? [] : placesFor(file, team, board.id)
  const [toggled, setToggled] = useState<readonly string[]>([])
  /** Where the team has no screen of its own: the playlists at whose end it goes. */
  const [last, setLast] = useState<readonly string[]>([])
  const back = () => void navigate({ to: '/boards/$board', params: { board: board.id } })
  if (target === undefined)
    return (
      <Empty
        title={
          <FormattedMessage id="console.copy.none" defaultMessage="There is no other team or role yet" />
        }
      />
    )
  // Where the board is already, the team's screens get its own one in its place, unless that is not wanted.
  const chosen = places.filter(({ hasSource, playlist }) => hasSource !== toggled.includes(playlist.id))
  const { draft, base } = copyFor(board, target, file)
  const teamName = file.teams.find(({ id }) => id === team)?.name ?? target.name
  return (
    <MakeBoard
      key={target.id}
      kind={board.kind}
      file={file}
      draftKey={`copy:${board.id}:${target.id}`}
      initial={draft}
      before={null}
      base={base}
      over={<BackToBoard board={board} />}
      title={say({ id: 'console.copy', defaultMessage: 'Duplicate a board' })}
      headline={
        <FormattedMessage
          id="console.copy.headline"
          defaultMessage="Duplicate “{title}”"
          values={{ title: <bdi>{board.title}</bdi> }}
        />
      }
      first={
        <Card>
          <Picker
            label={say({ id: 'console.copy.for', defaultMessage: 'For which team, office or role' })}
            choices={targets}
            value={target.id}
            onChange={(id) => {
              setTargetId(id)
              setToggled([])
            }}
          />
        </Card>
      }
      places={
        places.length > 0 ? (
          <TeamPlaces
            team={teamName}
            source={board.title}
            places={places}
            value={chosen.map(({ playlist }) => playlist.id)}
            onChange={(now) =>
              setToggled(
                places
                  .filter(({ hasSource, playlist }) => hasSource !== now.includes(playlist.id))
                  .map(({ playlist }) => playlist.id),
              )
            }
          />
        ) : (
          <PlaylistPlaces file={file} value={last} onChange={setLast} />
        )
      }
      placesEdits={(copy) =>
        team === null || places.length === 0
          ? file.playlists.filter(({ id }) => last.includes(id)).map((playlist) => placeLast(playlist, copy))
          : chosen.map((place) => placeCopy(file, place, team, board.id, copy))
      }
      onCancel={back}
    />
  )
}

export const CopyBoard = () => <OfBoard Asks={Copy} />
