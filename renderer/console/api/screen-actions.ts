// What a console has screens do.
import type { QueryClient } from '@tanstack/react-query'
import { Control, type ControlAction, ControlAnswer } from '../../../shared/wire/control.ts'
import { CommandAnswer, type ScreenCommand } from '../../../shared/wire/screens.ts'
import { controlKey, newerControl } from './live-line.ts'
import { request } from './request.ts'

/** Resolves with how many TVs took it. */
export const commandScreen = async (screen: string, command: ScreenCommand['command']): Promise<number> =>
  (await request(CommandAnswer, `/screens/${encodeURIComponent(screen)}/commands`, { json: { command } }))
    .reached

/** Resolves with the picture's id once it came, with null where none came in time or no TV is connected. */
export const askForPicture = async (screen: string): Promise<string | null> => {
  const path = `/screens/${encodeURIComponent(screen)}/commands`
  return (await request(CommandAnswer, path, { json: { command: 'screenshot' } })).screenshot ?? null
}

export const readControl = (screen: string, signal?: AbortSignal): Promise<Control> =>
  request(Control, `/controls/${encodeURIComponent(screen)}`, signal ? { signal } : {})

const keep = (client: QueryClient, controls: readonly Control[]): void => {
  for (const control of controls)
    client.setQueryData<Control>(controlKey(control.screen), (before) => newerControl(before, control))
}

/** The same on all of these screens, or on none. Refused where somebody else holds one of them. */
export const controlScreens = async (
  client: QueryClient,
  screens: readonly string[],
  action: ControlAction,
): Promise<readonly Control[]> => {
  const seen = await Promise.all(
    screens.map(async (screen) => client.getQueryData<Control>(controlKey(screen)) ?? readControl(screen)),
  )
  const { controls } = await request(ControlAnswer, '/controls', {
    json: { screens: seen.map(({ screen, version }) => ({ screen, version })), action },
  })
  keep(client, controls)
  return controls
}
