// A rule played at once on some screens, marked there as a test.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { CelebrationRule } from '../../../../shared/wire/celebrations/rule.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { playRule } from '../../api/celebrations.ts'
import { Button } from '../../kit/button.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'

interface PlayDialogProps {
  readonly file: FloorFile
  readonly rule: CelebrationRule
  readonly onClose: () => void
}

export function PlayDialog({ file, rule, onClose }: PlayDialogProps) {
  const say = useSay()
  const { busy, fault, submit } = useSubmit()
  const [screens, setScreens] = useState<readonly string[]>(file.screens.slice(0, 1).map(({ id }) => id))
  const play = () =>
    submit(async () => {
      await playRule(rule, screens)
      onClose()
      toast({
        said: say(
          {
            id: 'console.celebrate.played',
            defaultMessage:
              '{count, plural, one {It plays on one screen} other {It plays on # screens}}, marked as a test.',
          },
          { count: screens.length },
        ),
        tone: 'done',
      })
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        <FormattedMessage
          id="console.celebrate.play.title"
          defaultMessage="Play “{name}” as a test"
          values={{ name: rule.name }}
        />
      }
      note={
        <FormattedMessage
          id="console.celebrate.play.note"
          defaultMessage="It says that it is a test. Nobody is told, and nothing is counted."
        />
      }
      actions={
        <Button look="primary" isPending={busy} isDisabled={screens.length === 0} onPress={() => void play()}>
          <FormattedMessage id="console.celebrate.play" defaultMessage="Play now" />
        </Button>
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <CheckList
        label={say({ id: 'console.nav.screens', defaultMessage: 'Screens' })}
        items={file.screens.map(({ id, name }) => ({ id, name }))}
        value={screens}
        onChange={setScreens}
      />
    </Dialog>
  )
}
