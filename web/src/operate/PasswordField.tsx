import type { Deed } from '../look/deed'
import { TextField } from '../look/fields'

interface PasswordFieldProps {
  readonly deed: Deed
  readonly testid: string
  readonly value: string
  set(value: string): void
}

/** What is dangerous asks for the password again. */
export function PasswordField(props: PasswordFieldProps) {
  return (
    <TextField
      name="Password"
      testid={props.testid}
      value={props.value}
      words
      secret
      set={(text) => {
        props.deed.forget()
        props.set(text)
      }}
    />
  )
}
