import { type ReactNode, useId, useRef } from 'react'
import { button } from '../button.ts'
import { CloseIcon } from './icons.tsx'
import './overlay.css'

type Props = {
  title: string
  description?: string
  trigger: (open: () => void) => ReactNode
  actions?: (close: () => void) => ReactNode
  onClose?: () => void
  children?: ReactNode
}

export function Dialog({ title, description, trigger, actions, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const close = () => dialog.current?.close()
  return (
    <>
      {trigger(() => dialog.current?.showModal())}
      <dialog
        ref={dialog}
        className="dialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={description ? `${id}-words` : undefined}
        onClose={onClose}
        {...{ closedby: 'any' }}
      >
        <header className="dialog-head">
          <h2 id={`${id}-title`}>{title}</h2>
          <button type="button" className={button('quiet', 'icon')} aria-label="Close" onClick={close}>
            <CloseIcon />
          </button>
        </header>
        {description && (
          <p id={`${id}-words`} className="dialog-words">
            {description}
          </p>
        )}
        {children}
        {actions && <footer className="dialog-actions">{actions(close)}</footer>}
      </dialog>
    </>
  )
}
