import { mailer } from '../../messages/composition.ts';
import { createTellLeader } from './handler.ts';

export const handler = createTellLeader({ mailer: mailer() });
