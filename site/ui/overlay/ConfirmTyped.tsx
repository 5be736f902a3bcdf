import { type ReactNode, useId, useState } from 'react'
import { button } from '../button.ts'
import { Dialog } from './Dialog.tsx'

type Props = {
  title: string
  consequence: string
  word: string
  action: string
  trigger: (open: () => void) => ReactNode
  onConfirm: () => void
}

export function ConfirmTyped({ title, consequence, word, action, trigger, onConfirm }: Props) {
  const [typed, setTyped] = useState('')
  const id = useId()
  const confirm = (close: () => void) => () => {
    onConfirm()
    close()
  }
  return (
    <Dialog
      title={title}
      description={consequence}
      trigger={trigger}
      onClose={() => setTyped('')}
      actions={(close) => (
        <>
          <button type="button" className={button('plain')} onClick={close}>
            Keep it
          </button>
          <button type="button" className={button('danger')} disabled={typed.trim() !== word} onClick={confirm(close)}>
            {action}
          </button>
        </>
      )}
    >
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
    </Dialog>
  )
}
