import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'

const note = (folder: string) => `${folder}/processes`

// When this process is killed outright, workerd outlives it and keeps its port: the next start ends it first.
export async function noteWorkerd(folder: string) {
  await writeFile(note(folder), `${process.pid}\n${ask('pgrep', ['-P', String(process.pid), 'workerd'])}`)
}

export async function endLeftoverWorkerd(folder: string) {
  const [parent, ...workerds] = (await readFile(note(folder), 'utf8').catch(() => '')).trim().split('\n')
  if (!parent || commandOf(parent)) return
  for (const pid of workerds) if (commandOf(pid).includes('workerd serve')) process.kill(Number(pid), 'SIGKILL')
  if (workerds.length > 0) await new Promise((done) => setTimeout(done, 300))
}

const commandOf = (pid: string) => ask('ps', ['-o', 'args=', '-p', pid])

function ask(program: string, words: string[]): string {
  try {
    return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
