import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// Here no bundler turns the styles of the sites into text.
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.css?raw')
      ? {
          format: 'module',
          shortCircuit: true,
          source: `export default ${JSON.stringify(readFileSync(fileURLToPath(url.replace('?raw', '')), 'utf8'))}`,
        }
      : next(url, context),
})
