// Letters of every script in names, loaded once the page stands: the page itself is written in Latin letters.
export const loadOtherScripts = (): void => {
  const load = () => void import('../ui/fonts.ts')
  if ('requestIdleCallback' in window) window.requestIdleCallback(load, { timeout: 5000 })
  else setTimeout(load, 2000)
}
