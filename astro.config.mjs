import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import cloudflare from '@astrojs/cloudflare'
import react from '@astrojs/react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'

const fromHere = (path) => fileURLToPath(new URL(path, import.meta.url))

// Nobody opens /dev/ui in production, so what it shows is not carried there either.
const withoutPartsForDevelopers = {
  name: 'without-parts-for-developers',
  enforce: 'pre',
  resolveId: (id, importer) =>
    importer?.endsWith('/site/pages/dev/ui.astro') && id.startsWith('./_')
      ? fromHere('./site/pages/dev/_Nothing.astro')
      : null,
}

// Islands are drawn by the browser alone, in place of what a page shows already: the Worker carries no React.
const islands = react()
const { 'astro:config:setup': setUp } = islands.hooks
islands.hooks['astro:config:setup'] = ({ addRenderer, ...tools }) =>
  setUp({ ...tools, addRenderer: (one) => addRenderer({ ...one, serverEntrypoint: fromHere('./site/islands.ts') }) })

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  output: 'server',
  session: false,
  trailingSlash: 'never',
  adapter: cloudflare({
    imageService: 'passthrough',
    configPath: process.env.WRANGLER_CONFIG,
    persistState: { path: '.data/cloudflare' },
  }),
  integrations: [islands],
  devToolbar: { enabled: false },
  // Our own front of the house checks where requests come from, for pages and API alike.
  security: { checkOrigin: false },
  // The content security policy allows no inline style or script, so every one of them is a file.
  build: { inlineStylesheets: 'never', format: 'file' },
  vite: {
    plugins: [tailwindcss(), ...(process.env.CLOUDFLARE_ENV === 'production' ? [withoutPartsForDevelopers] : [])],
    define: { BUILD_ID: JSON.stringify(randomUUID().slice(0, 8)) },
    build: { assetsInlineLimit: 0, sourcemap: false },
    environments: { ssr: { build: { rolldownOptions: { output: { minify: true } } } } },
  },
})
