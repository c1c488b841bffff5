import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// While the page is written, the commands are answered by the stand of tests/ on this port.
const stand = 'http://127.0.0.1:1430';

export default defineConfig({
  plugins: [svelte()],
  resolve: {
    alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) },
    // Components are tested as a browser draws them, not as a server would.
    ...(process.env['VITEST'] ? { conditions: ['browser'] } : {}),
  },
  server: { port: 1420, strictPort: true, proxy: { '/call': stand, '/upload': stand } },
  build: {
    // WebView2 follows Chromium; WebKitGTK 2.50 is Safari 26.
    target: ['chrome123', 'safari18'],
    // The content policy allows neither data: fonts nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // A busy machine is no fault of the page.
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000 },
});
