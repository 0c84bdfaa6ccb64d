// Says to the feed which version the walls of this box run, each as its own screen, and asks whether it is their turn.
import { type ProgramReport, UpdateTurn, type WentBack } from '../../../shared/wire/updates.ts'

const answerWithinMs = 10_000
const rank = ['no', 'tonight', 'now'] as const

/** A wall of this box, as its feed knows it. */
export interface ReportedWall {
  readonly url: string
  readonly token: string | null
  readonly screen: string | null
}

export interface ReportParts {
  readonly version: string
  readonly platform: string
  /** Whether it can take new versions by itself. */
  readonly updates: boolean
  /** None while no feed is chosen. */
  readonly walls: () => Promise<readonly ReportedWall[]>
  readonly wentBack: () => WentBack | null
  /** Electron's own, which knows the feed's certificate. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

type Asks = Pick<ProgramReport, 'found' | 'begins'>

export function createVersionReport(parts: ReportParts): (asks: Asks) => Promise<UpdateTurn['take'] | null> {
  const { version, platform, updates, walls, wentBack, fetch } = parts

  const say = async (
    { url, token, screen }: ReportedWall,
    asks: Asks,
  ): Promise<UpdateTurn['take'] | null> => {
    const body: ProgramReport = { screen, version, platform, updates, wentBack: wentBack(), ...asks }
    try {
      const answer = await fetch(`${url}/api/v1/updates/reports`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token !== null && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(answerWithinMs),
      })
      return UpdateTurn.safeParse(await answer.json()).data?.take ?? null
    } catch {
      // A feed that is away is a state that the wall shows itself.
      return null
    }
  }

  // One program for all walls: the earliest turn of its screens is its own.
  return async (asks) => {
    const answers = await Promise.all((await walls()).map((wall) => say(wall, asks)))
    const said = answers.filter((answer) => answer !== null)
    return said.reduce<UpdateTurn['take'] | null>(
      (earliest, each) =>
        earliest === null || rank.indexOf(each) > rank.indexOf(earliest) ? each : earliest,
      null,
    )
  }
}
