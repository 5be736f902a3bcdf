export type Tone = 'neutral' | 'support' | 'info' | 'warning' | 'danger'
