import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'

export type DataFolderProblem = 'corrupt' | 'in-use' | 'disk-full'

export class DataFolderError extends Error {
  readonly problem: DataFolderProblem

  constructor(problem: DataFolderProblem, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DataFolderError'
    this.problem = problem
  }
}

export type DataFolder = {
  folder: string
  data: string
  markComplete: () => Promise<void>
  release: () => Promise<void>
}

const roomNeeded = 64 * 1024 * 1024

export async function holdFolder(folder: string, port: number): Promise<DataFolder> {
  const [data, complete, lock] = ['data', 'complete', 'lock'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await mkdir(folder, { recursive: true })
  await takeLock(lock, port)
  if (existsSync(data) && !existsSync(complete)) await rm(data, { recursive: true })
  return {
    folder,
    data,
    markComplete: () => writeFile(complete, ''),
    release: () => rm(lock, { force: true }),
  }
}

export async function explainFailure(folder: string, cause: unknown): Promise<DataFolderError> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize < roomNeeded
    ? new DataFolderError('disk-full', `The disk that holds ${folder} is full. Free some space and start again.`, cause)
    : new DataFolderError('corrupt', `The database in ${folder} cannot be opened. Restore it, or move it away.`, cause)
}

async function takeLock(lock: string, port: number): Promise<void> {
  try {
    await writeFile(lock, `${process.pid} ${port}\n`, { flag: 'wx' })
  } catch (error) {
    if (!existsSync(lock)) throw error
    const owner = await runningOwner(lock)
    if (owner)
      throw new DataFolderError('in-use', `Process ${owner} already runs the database in this folder (${lock}).`)
    await rm(lock, { force: true })
    await takeLock(lock, port)
  }
}

async function runningOwner(lock: string): Promise<number | undefined> {
  const [pid = 0, port = 0] = (await readFile(lock, 'utf8').catch(() => '')).split(' ').map(Number)
  return isAlive(pid) && (await answers(port)) ? pid : undefined
}

function isAlive(pid: number): boolean {
  if (!pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

// After a reboot or in a new container the pid may belong to somebody else.
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    if (!port) return resolve(false)
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}
