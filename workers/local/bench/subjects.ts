import type { Ask, Load, Pressure } from './load.ts'
import type { Family } from './processes.ts'

export type Processes = { app: Family; bridge?: Family; postgres?: Family }

// What is measured: something that can be put under pressure, and the processes that work for it.
export type Subject = {
  name: string
  processes: Processes
  press(pressure: Pressure): Promise<Load>
  ask?: Ask
  kind?: 'list' | 'market' | 'write' | 'page' | 'market page' | 'kept'
}
