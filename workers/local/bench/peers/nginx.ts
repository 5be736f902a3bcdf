import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '#db/local/server-process.ts'
import type { House } from '../house.ts'
import { startPeer } from './peer.ts'

// A page of a member's site as a file.
export async function startNginx(_peers: string, house: House) {
  const at = join(house.folder, 'nginx')
  const { storedSite } = await import('../sites/stored.ts')
  await mkdir(join(at, 'files'), { recursive: true })
  await writeFile(join(at, 'files/work.html'), storedSite().page)
  const port = await freePort()
  await writeFile(join(at, 'nginx.conf'), config(at, port))
  const words = ['-c', join(at, 'nginx.conf'), '-e', join(at, 'errors')]
  const asks = [{ name: 'nginx, site page', path: '/work.html' }]
  return startPeer({ command: 'nginx', words, folder: at, port, asks }, house)
}

const config = (at: string, port: number) => `daemon off;
master_process off;
pid ${at}/pid;
events {}
http {
  access_log off;
  sendfile on;
  keepalive_requests 1000000;
  default_type text/html;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${at}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    root ${at}/files;
  }
}
`
