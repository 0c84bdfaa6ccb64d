// Light or dark: as the machine is set, unless the person chose here.
import { openShelf } from '../../live/page-shelf.ts'
import { createStore } from '../../live/store.ts'

export type SchemeChoice = 'system' | 'light' | 'dark'

const key = 'floorboard:scheme'
const isChoice = (text: string | null): text is SchemeChoice =>
  text === 'light' || text === 'dark' || text === 'system'

const storage = openShelf(() => window.localStorage)
const stored = storage.getItem(key)
export const schemeChoice = createStore<SchemeChoice>(isChoice(stored) ? stored : 'system')

export const chooseScheme = (choice: SchemeChoice): void => {
  storage.setItem(key, choice)
  schemeChoice.set(() => choice)
}

/** Keeps the page's `data-scheme` as it should be. */
export const applyScheme = (page: HTMLElement): void => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const choice = schemeChoice.get()
    page.dataset['scheme'] = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice
  }
  dark.addEventListener('change', apply)
  schemeChoice.subscribe(apply)
  apply()
}
