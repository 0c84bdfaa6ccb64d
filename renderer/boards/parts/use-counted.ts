// A sentence about numbers is said when they have been counted, not while they are on their way.
import { useEffect, useState } from 'react'
import { travelMs } from '../../ui/motion/travel.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { turnMs } from '../../wall/use-later.ts'
import type { BoardAnswer } from './board-answer.ts'

const isSame = (one: BoardAnswer | null, other: BoardAnswer | null): boolean =>
  one?.word === other?.word && one?.rest === other?.rest && one?.alarm === other?.alarm

/** The answer as it was, until the numbers that it is about have come to rest, and a turn more: so does much else then. */
export const useCounted = (answer: BoardAnswer | null): BoardAnswer | null => {
  const { calm } = useSurroundings()
  const [said, setSaid] = useState(answer)
  const [asked, setAsked] = useState(answer)
  if (!isSame(asked, answer)) setAsked(answer)
  useEffect(() => {
    if (isSame(said, asked)) return
    if (calm || said === null || asked === null) return setSaid(asked)
    const timer = setTimeout(() => setSaid(asked), travelMs + turnMs)
    return () => clearTimeout(timer)
  }, [said, asked, calm])
  return said === null || asked === null ? asked : said
}
