import { type ReactNode, useId, useRef } from 'react'
import { type ButtonLook, type ButtonSize, button } from '../button.ts'
import './overlay.css'

export type MenuEntry =
  | { label: string; onSelect: () => void; icon?: ReactNode; danger?: boolean; disabled?: boolean }
  | { label: string; href: string; icon?: ReactNode }

type Props = { label: ReactNode; name?: string; look?: ButtonLook; size?: ButtonSize; entries: MenuEntry[] }

export function Menu({ label, name, look, size, entries }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const id = useId()
  const choose = (onSelect: () => void) => () => {
    list.current?.hidePopover()
    onSelect()
  }
  return (
    <>
      <button type="button" className={button(look, size)} popoverTarget={id} aria-label={name}>
        {label}
      </button>
      <ul ref={list} id={id} popover="auto" className="popup menu">
        {entries.map((entry) => (
          <li key={entry.label}>
            {'href' in entry ? (
              <a href={entry.href} className="popup-row">
                {entry.icon}
                {entry.label}
              </a>
            ) : (
              <button
                type="button"
                className={entry.danger ? 'popup-row popup-danger' : 'popup-row'}
                disabled={entry.disabled}
                onClick={choose(entry.onSelect)}
              >
                {entry.icon}
                {entry.label}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
