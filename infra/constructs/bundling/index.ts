export { templatePlugin } from './esbuild-plugin.ts';
export { templateVitePlugin } from './vite-plugin.ts';
