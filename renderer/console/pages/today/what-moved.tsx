// The few things that have moved since the floor's day began.
import { useQuery } from '@tanstack/react-query'
import { ChartNoAxesColumnIncreasing, Crown, HandCoins, Star } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage, FormattedTime } from 'react-intl'
import { type Move, MovedAnswer } from '../../../../shared/wire/moved.ts'
import { request } from '../../api/request.ts'
import { Card } from '../../kit/card.tsx'
import './what-moved.css'

const askAgainMs = 30_000

export const movedQuery = {
  queryKey: ['moved'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => request(MovedAnswer, '/moved', { signal }),
  refetchInterval: askAgainMs,
}

const icons: Readonly<Record<Move['what'], ReactNode>> = {
  goal: <Star aria-hidden="true" />,
  first: <Crown aria-hidden="true" />,
  win: <HandCoins aria-hidden="true" />,
  team: <ChartNoAxesColumnIncreasing aria-hidden="true" />,
}

function MoveWords({ move }: { readonly move: Move }) {
  const who = <strong dir="auto">{move.who}</strong>
  switch (move.what) {
    case 'goal':
      return (
        <FormattedMessage
          id="console.moved.goal"
          defaultMessage="{who} passed the goal of {goal}"
          values={{ who, goal: move.goalWords }}
        />
      )
    case 'first':
      return (
        <FormattedMessage
          id="console.moved.first"
          defaultMessage="{who} leads with {value}, before {before}"
          values={{ who, value: move.valueWords, before: <bdi>{move.before}</bdi> }}
        />
      )
    case 'win':
      return (
        <FormattedMessage
          id="console.moved.win"
          defaultMessage="{who} won the day’s biggest deal, {amount}"
          values={{ who, amount: move.amountWords }}
        />
      )
    case 'team':
      return (
        <FormattedMessage
          id="console.moved.team"
          defaultMessage="{who} went from {from} to {to} of its goal"
          values={{ who, from: move.fromWords, to: move.toWords }}
        />
      )
  }
}

function MoveNote({ move }: { readonly move: Move }) {
  if (move.what !== 'win')
    return (
      <>
        <bdi>{move.metric}</bdi> · {move.window}
      </>
    )
  return (
    <>
      {move.account !== null && <bdi>{move.account}</bdi>}
      {move.account !== null && move.at !== null && ' · '}
      {move.at !== null && <FormattedTime value={move.at} />}
    </>
  )
}

export function WhatMoved() {
  const { data } = useQuery(movedQuery)
  if (!data) return null
  const { awaits, since, moves } = data
  return (
    <Card
      title={<FormattedMessage id="console.moved.title" defaultMessage="What moved" />}
      note={
        <FormattedMessage
          id="console.moved.since"
          defaultMessage="since {time}"
          values={{ time: <FormattedTime value={since} /> }}
        />
      }
    >
      {awaits === 'first fact' && (
        <p className="soft small">
          <FormattedMessage
            id="console.moved.first-fact"
            defaultMessage="Nothing has come in yet. It begins with the first fact."
          />
        </p>
      )}
      {awaits === 'history' && (
        <p className="soft small">
          <FormattedMessage
            id="console.moved.history"
            defaultMessage="The past is still coming in; until then nothing is claimed."
          />
        </p>
      )}
      {awaits === null && moves.length === 0 && (
        <p className="soft small">
          <FormattedMessage id="console.moved.none" defaultMessage="Nothing worth a line yet today." />
        </p>
      )}
      <ul className="moves">
        {moves.map((move) => (
          <li key={JSON.stringify(move)} className="move" data-what={move.what}>
            {icons[move.what]}
            <span className="move-words">
              <span>
                <MoveWords move={move} />
              </span>
              <span className="soft small">
                <MoveNote move={move} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
