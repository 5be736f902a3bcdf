import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactElement, ReactNode } from 'react'
import { button } from '../button.ts'
import { CloseIcon } from './icons.tsx'
import './overlay.css'

type Props = {
  title: string
  description?: string
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  actions?: ReactNode
  children?: ReactNode
}

export function Dialog({ title, description, trigger, open, onOpenChange, actions, children }: Props) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className="dialog">
          <header className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Close className={button('quiet', 'icon')} aria-label="Close">
              <CloseIcon />
            </Base.Close>
          </header>
          {description && <Base.Description className="dialog-words">{description}</Base.Description>}
          {children}
          {actions && <footer className="dialog-actions">{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

export const DialogClose = Base.Close
