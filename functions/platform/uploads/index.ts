/** Files that people send in: `composition.ts` makes the real thing. */
export { type ServeInput, serveAttachment } from './serve.ts';
export { attachmentsView, uploadView } from './upload-view.ts';
export type { UploadedFile, Uploads } from './uploads.ts';
