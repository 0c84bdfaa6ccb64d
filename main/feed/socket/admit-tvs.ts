// Which screen a TV is that was let in, what a preview shows, and why another is not let in: in words that end up on it.
import { refuseScreen } from '../../../shared/domain/screens/screen-stage.ts'
import { Audience } from '../../../shared/wire/audience.ts'
import type { RefusedTv } from '../../../shared/wire/pairing.ts'
import { protocolVersion, TvAuth, tooManyTvs } from '../../../shared/wire/socket.ts'
import type { Access } from '../access/access.ts'
import { ownScreenOf } from '../access/principal.ts'
import { hashSecret } from '../access/secret.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { Limits } from '../limits/limits.ts'
import type { ScreenDesk } from '../screens/screen-desk.ts'
import { type Admitted, refusalWith } from './guard-namespace.ts'
import type { Tv, TvState, Tvs } from './tv-state.ts'

type Screens = Pick<ScreenDesk, 'revocation'>

/** What a TV says on its pairing page, where its token opens nothing. */
export const explainTo =
  (screens: Screens) =>
  (token: string | null): RefusedTv => {
    const revocation = token === null ? null : screens.revocation(hashSecret(token))
    return revocation === null ? { pairing: 'needed' } : { pairing: 'revoked', ...revocation }
  }

/** A TV that was taken off the wall stays off it where the doors stand open to everybody, too. */
export const keepOutRevoked = (tvs: Tvs, screens: Screens): void => {
  const explain = explainTo(screens)
  tvs.use((tv, next) => {
    const why = explain(tv.data.token)
    next(why.pairing === 'revoked' ? refusalWith('unauthorized', why) : undefined)
  })
}

/** Whoever looks at a preview of a screen sees what that screen shows, and nothing that only they may see. */
const audienceOf = async (access: Access, tv: Tv, preview: TvState['preview']): Promise<Audience> => {
  if (preview === null || 'screen' in preview) return 'floor'
  const seen = await access.audiences(tv.data.principal)
  return Audience.options.findLast((audience) => seen.includes(audience)) ?? 'floor'
}

const refusalOf = async (access: Access, floor: LiveFloor, tv: Tv): Promise<Error | null> => {
  const { screen, preview, principal } = tv.data
  if (preview !== null && (await access.pass(principal, 'read')) !== 'open')
    return refusalWith('unauthorized', {})
  const words = refuseScreen(floor.current().file, screen)
  if (words === null) return null
  const gone: RefusedTv = { pairing: 'screen-gone', screen: screen ?? '' }
  return refusalWith(words, preview === null ? gone : {})
}

/** One that comes back before its broken connection is noticed takes its own place. */
const othersThan = (tvs: Tvs, tv: Tv): number => {
  const present = [...tvs.sockets.values()].filter(({ data }) => data.preview === null)
  const { token } = tv.data
  return present.length - (token !== null && present.some(({ data }) => data.token === token) ? 1 : 0)
}

/** The TV of one screen gets that one, whatever its address says. A screen that the floor does not have is refused. */
export const admitTvs = (
  tvs: Tvs,
  access: Access,
  floor: LiveFloor,
  limits: Pick<Limits, 'mayShowOn'>,
): void => {
  tvs.use(async (tv, next) => {
    const auth = TvAuth.safeParse(tv.handshake.auth)
    const { preview = null, screen: asked = null, protocol = 0 } = auth.data ?? {}
    const ofPreview = preview !== null && 'screen' in preview ? preview.screen : null
    // An address that ends in `?screen=` names none.
    const screen = preview === null ? (ownScreenOf(tv.data.principal) ?? (asked || null)) : ofPreview
    const state: Omit<TvState, keyof Admitted> = {
      screen,
      preview,
      audience: await audienceOf(access, tv, preview),
      reads: protocol === protocolVersion,
      shows: null,
      boards: [],
      health: null,
    }
    Object.assign(tv.data, state)
    const refusal = auth.success ? await refusalOf(access, floor, tv) : refusalWith('unauthorized', {})
    if (refusal === null && preview === null && !limits.mayShowOn(othersThan(tvs, tv)))
      return next(refusalWith(tooManyTvs, {}))
    next(refusal ?? undefined)
  })
}
