import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The server puts a fresh one in its place in each answer. */
const NONCE = '__CSP_NONCE__'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Relative, since the server may answer below an organization's path.
  base: './',
  html: { cspNonce: NONCE },
  build: { target: 'es2022', manifest: true, chunkSizeWarningLimit: 900 },
})
