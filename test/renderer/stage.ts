// What the feed says a screen shows, as the tests of the TV's page begin with it.
import { protocolVersion, type StageMessage } from '../../shared/wire/socket.ts'

/** A night screen in New York that turns through `boards` for twenty seconds each; `more` replaces whole parts of it. */
export const stageOf = (boards: readonly string[], more: Partial<StageMessage> = {}): StageMessage => ({
  protocol: protocolVersion,
  build: 'b1',
  screen: {
    id: 'wall',
    name: 'Wall',
    timeZone: 'America/New_York',
    calm: false,
    safeArea: 0.05,
    rotate: 0,
    volume: 0,
    theme: 'night',
    brand: [],
  },
  floor: { name: 'Northwind', locale: 'en-US', currency: 'USD' },
  playlists: { day: boards.map((board) => ({ board, seconds: 20 })) },
  turns: [{ from: 0, playlist: 'day' }],
  now: 0,
  ...more,
})
