export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'large' | 'icon'

export const button = (look: ButtonLook = 'plain', size: ButtonSize = 'normal') =>
  `button button-${look}${size === 'normal' ? '' : ` button-${size}`}`
