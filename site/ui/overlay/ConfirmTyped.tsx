import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type ReactElement, useId, useState } from 'react'
import { button } from '../button.ts'
import './overlay.css'

type Props = {
  title: string
  consequence: string
  word: string
  action: string
  trigger: ReactElement
  onConfirm: () => void
}

export function ConfirmTyped({ title, consequence, word, action, trigger, onConfirm }: Props) {
  const [typed, setTyped] = useState('')
  const id = useId()
  return (
    <AlertDialog.Root onOpenChange={() => setTyped('')}>
      <AlertDialog.Trigger render={trigger} />
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          <AlertDialog.Description className="dialog-words">{consequence}</AlertDialog.Description>
          <label className="label" htmlFor={id}>
            Type “{word}” to go on
          </label>
          <input
            id={id}
            className="control"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <footer className="dialog-actions">
            <AlertDialog.Close className={button('plain')}>Keep it</AlertDialog.Close>
            <AlertDialog.Close className={button('danger')} disabled={typed.trim() !== word} onClick={onConfirm}>
              {action}
            </AlertDialog.Close>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
