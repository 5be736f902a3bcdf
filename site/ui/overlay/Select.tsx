import { Select as Base } from '@base-ui/react/select'
import { CheckIcon, ChevronIcon } from './icons.tsx'
import './overlay.css'

type Option = { value: string; label: string }
type Props = {
  label: string
  name?: string
  options: Option[]
  value?: string
  placeholder?: string
  onChange?: (value: string) => void
}

export function Select({ label, name, options, value, placeholder = 'Choose', onChange }: Props) {
  return (
    <Base.Root
      items={options}
      {...(name && { name })}
      {...(value !== undefined && { defaultValue: value })}
      onValueChange={(next) => typeof next === 'string' && onChange?.(next)}
    >
      <div className="choose">
        <Base.Label className="label">{label}</Base.Label>
        <Base.Trigger className="control choose-trigger">
          <Base.Value placeholder={placeholder} />
          <Base.Icon>
            <ChevronIcon />
          </Base.Icon>
        </Base.Trigger>
      </div>
      <Base.Portal>
        <Base.Positioner className="positioner" sideOffset={6} alignItemWithTrigger={false}>
          <Base.Popup className="popup">
            <Base.List className="popup-list">
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} className="popup-row">
                  <Base.ItemText>{option.label}</Base.ItemText>
                  <Base.ItemIndicator className="popup-check">
                    <CheckIcon />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
