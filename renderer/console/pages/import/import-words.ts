// How far a file is, in words.
import type { ImportFile, ImportFileState } from '../../../../shared/wire/import-files.ts'
import { useSay } from '../../words/words.tsx'

export const useFileStateWords = (): Readonly<Record<ImportFileState, string>> => {
  const say = useSay()
  return {
    coming: say({ id: 'console.imports.state.coming', defaultMessage: 'Not all of it is here yet' }),
    here: say({ id: 'console.imports.state.here', defaultMessage: 'Ready to be looked at' }),
    waiting: say({ id: 'console.imports.state.waiting', defaultMessage: 'Waits for another file' }),
    checking: say({ id: 'console.imports.state.checking', defaultMessage: 'Is being checked' }),
    checked: say({ id: 'console.imports.state.checked', defaultMessage: 'Checked, and not imported yet' }),
    importing: say({ id: 'console.imports.state.importing', defaultMessage: 'Is being imported' }),
    imported: say({ id: 'console.imports.state.imported', defaultMessage: 'Imported' }),
  }
}

const megabyte = 1024 * 1024

/** Of a size, as people say it. */
export const useSizeWords = (): ((file: Pick<ImportFile, 'bytes'>) => string) => {
  const say = useSay()
  return ({ bytes }) =>
    bytes < megabyte
      ? say(
          { id: 'console.imports.size.kb', defaultMessage: '{size, number} kB' },
          { size: Math.ceil(bytes / 1024) },
        )
      : say(
          { id: 'console.imports.size.mb', defaultMessage: '{size, number} MB' },
          { size: Math.round(bytes / megabyte) },
        )
}
