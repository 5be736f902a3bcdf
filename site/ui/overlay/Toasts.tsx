import { Toast } from '@base-ui/react/toast'
import { button } from '../button.ts'
import { CloseIcon } from './icons.tsx'
import './overlay.css'

const toasts = Toast.createToastManager()

type Telling = { detail?: string; undo?: () => void; failed?: boolean }

export function tell(title: string, { detail, undo, failed = false }: Telling = {}) {
  const takeBack = () => {
    undo?.()
    toasts.close(id)
  }
  const id = toasts.add({
    title,
    description: detail,
    type: failed ? 'failed' : 'done',
    priority: failed ? 'high' : 'low',
    timeout: failed ? 0 : undo ? 10_000 : 6_000,
    ...(undo && { actionProps: { children: 'Undo', onClick: takeBack } }),
  })
}

export function Toasts() {
  return (
    <Toast.Provider toastManager={toasts} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="toast-corner">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  return Toast.useToastManager().toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast">
      <Toast.Content className="toast-content">
        <div className="toast-words">
          <Toast.Title className="toast-title" />
          <Toast.Description className="toast-detail" />
        </div>
        <Toast.Action className="toast-action" />
        <Toast.Close className={`${button('quiet', 'icon')} toast-close`} aria-label="Dismiss">
          <CloseIcon />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
