import { staticFiles } from '../../platform/http/static-files.ts';
import { createAssetsHandler } from './handler.ts';

export const handler = createAssetsHandler(staticFiles);
