import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../words/words.tsx'

interface NewPasswordFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

export function NewPasswordField({ value, onChange, error }: NewPasswordFieldProps) {
  const say = useSay()
  return (
    <TextField
      label={say({ id: 'console.first.password', defaultMessage: 'Password' })}
      type="password"
      name="password"
      autoComplete="new-password"
      hint={say({
        id: 'console.first.password.hint',
        defaultMessage: 'At least 10 characters; a sentence is good.',
      })}
      error={error}
      value={value}
      onChange={onChange}
    />
  )
}
