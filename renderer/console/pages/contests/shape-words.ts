// What the usual kinds of contests are called, and what each is good for.
import {
  CircleCheckBig,
  Crown,
  Flag,
  type LucideIcon,
  Network,
  Stamp,
  Ticket,
  Timer,
  TrendingUp,
  Trophy,
  UsersRound,
  Waypoints,
} from 'lucide-react'
import type { ContestShapeId } from '../../../../shared/domain/contests/making/shapes.ts'
import { useSay } from '../../words/words.tsx'

interface ShapeWords {
  readonly name: string
  /** How it is won, and what for. */
  readonly answers: string
}

export const shapeIcons: Readonly<Record<ContestShapeId, LucideIcon>> = {
  'power-hour': Timer,
  most: Trophy,
  'team-against-team': UsersRound,
  improved: TrendingUp,
  'everyone-over': CircleCheckBig,
  'first-to': Flag,
  collect: Stamp,
  raffle: Ticket,
  bracket: Network,
  king: Crown,
  relay: Waypoints,
}

export const useShapeWords = (): ((shape: ContestShapeId) => ShapeWords) => {
  const say = useSay()
  return (shape) => {
    switch (shape) {
      case 'power-hour':
        return {
          name: say({ id: 'console.contest.shape.power-hour', defaultMessage: 'Power hour' }),
          answers: say({
            id: 'console.contest.shape.power-hour.note',
            defaultMessage: 'An hour with the clock on the wall. Everybody over the bar wins.',
          }),
        }
      case 'most':
        return {
          name: say({ id: 'console.contest.shape.most', defaultMessage: 'Most wins' }),
          answers: say({
            id: 'console.contest.shape.most.note',
            defaultMessage: 'Whoever has most at the end. The best known, and the one the same three win.',
          }),
        }
      case 'team-against-team':
        return {
          name: say({ id: 'console.contest.shape.teams', defaultMessage: 'Team against team' }),
          answers: say({
            id: 'console.contest.shape.teams.note',
            defaultMessage: 'Teams by what each head brings, so that small ones can win.',
          }),
        }
      case 'improved':
        return {
          name: say({ id: 'console.contest.shape.improved', defaultMessage: 'Most improved' }),
          answers: say({
            id: 'console.contest.shape.improved.note',
            defaultMessage: 'Everybody against their own last four weeks. A new hire can win it.',
          }),
        }
      case 'everyone-over':
        return {
          name: say({ id: 'console.contest.shape.over', defaultMessage: 'Everyone over the bar' }),
          answers: say({
            id: 'console.contest.shape.over.note',
            defaultMessage: 'All who reach it win alike. It lifts the middle of the floor.',
          }),
        }
      case 'first-to':
        return {
          name: say({ id: 'console.contest.shape.first', defaultMessage: 'First to a number' }),
          answers: say({
            id: 'console.contest.shape.first.note',
            defaultMessage: 'A race: whoever is there first.',
          }),
        }
      case 'collect':
        return {
          name: say({ id: 'console.contest.shape.collect', defaultMessage: 'Collect them all' }),
          answers: say({
            id: 'console.contest.shape.collect.note',
            defaultMessage: 'One of each: a call, a meeting, a proposal, a win. It rewards the whole way.',
          }),
        }
      case 'raffle':
        return {
          name: say({ id: 'console.contest.shape.raffle', defaultMessage: 'Raffle' }),
          answers: say({
            id: 'console.contest.shape.raffle.note',
            defaultMessage: 'Tickets for what is done, and a draw that anybody can check.',
          }),
        }
      case 'bracket':
        return {
          name: say({ id: 'console.contest.shape.bracket', defaultMessage: 'Bracket' }),
          answers: say({
            id: 'console.contest.shape.bracket.note',
            defaultMessage: 'Two and two in rounds until one is left.',
          }),
        }
      case 'king':
        return {
          name: say({ id: 'console.contest.shape.king', defaultMessage: 'King of the hill' }),
          answers: say({
            id: 'console.contest.shape.king.note',
            defaultMessage: 'Whoever leads for the longest time.',
          }),
        }
      case 'relay':
        return {
          name: say({ id: 'console.contest.shape.relay', defaultMessage: 'Relay' }),
          answers: say({
            id: 'console.contest.shape.relay.note',
            defaultMessage: 'Drawn teams, one after another: each runs a leg, nobody wins alone.',
          }),
        }
    }
  }
}
