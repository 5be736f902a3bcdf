import { Combobox as Base } from '@base-ui/react/combobox'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { useId } from 'react'
import { CheckIcon, ChevronIcon } from './icons.tsx'
import './overlay.css'

type Option = { value: string; label: string }
type Props = {
  label: string
  options: Option[]
  name?: string
  value?: Option | null
  placeholder?: string
  nothing?: string
  onChange?: (option: Option | null) => void
  onType?: (text: string) => void
}

export function Combobox({ label, options, name, value, placeholder, nothing, onChange, onType }: Props) {
  const id = useId()
  return (
    <CSPProvider disableStyleElements>
      <Base.Root
        items={options}
        {...(name && { name })}
        {...(value !== undefined && { defaultValue: value })}
        onValueChange={(next) => onChange?.(next)}
        onInputValueChange={(text) => onType?.(text)}
      >
        <div className="choose">
          <label className="label" htmlFor={id}>
            {label}
          </label>
          <Base.InputGroup className="choose-group">
            <Base.Input id={id} className="control" placeholder={placeholder} />
            <Base.Trigger className="choose-open" aria-label="Show the list">
              <ChevronIcon />
            </Base.Trigger>
          </Base.InputGroup>
        </div>
        <Base.Portal>
          <Base.Positioner className="positioner" sideOffset={6}>
            <Base.Popup className="popup">
              <Base.Empty>
                <p className="popup-nothing">{nothing ?? 'Nothing fits. Try other words.'}</p>
              </Base.Empty>
              <Base.List className="popup-list">
                {(option: Option) => (
                  <Base.Item key={option.value} value={option} className="popup-row">
                    {option.label}
                    <Base.ItemIndicator className="popup-check">
                      <CheckIcon />
                    </Base.ItemIndicator>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </CSPProvider>
  )
}
