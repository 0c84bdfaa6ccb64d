import type { ElectronApplication } from '@playwright/test'

/**
 * Runs a script in the wall's page by way of the shell: a page that has crashed once is lost to Playwright, however
 * well it is again. Null while there is no page that answers.
 */
export const inPage = (app: ElectronApplication, script: string): Promise<unknown> =>
  app.evaluate(async ({ BrowserWindow }, code) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined || contents.isCrashed()) return null
    const silence = new Promise((resolve) => setTimeout(() => resolve(null), 5_000))
    return await Promise.race([contents.executeJavaScript(code).catch(() => null), silence])
  }, script)

export const pageProcess = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)
