// Runs on the Node a newcomer has (20 or later): installs what is missing, then hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'
import process from 'node:process'

const [script, ...rest] = process.argv.slice(2)
const stamp = 'node_modules/.guildhall-lock'
const lock = readFileSync('package-lock.json', 'utf8')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('Installing what Guildhall is built with (once, about a minute) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('The installation did not finish. Check the network and run the same command again.')
    process.exit(1)
  }
  writeFileSync(stamp, lock)
}

const quiet = { ASTRO_TELEMETRY_DISABLED: '1', WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' }
const PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter)
const child = spawn(resolve('node_modules/.bin/node'), ['--disable-warning=ExperimentalWarning', script, ...rest], {
  stdio: 'inherit',
  env: { ...quiet, ...process.env, PATH },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
