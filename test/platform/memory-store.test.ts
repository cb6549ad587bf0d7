import { createMemoryStore } from '../support/memory-store.ts';
import { describeCaseStore } from './case-store.contract.ts';

describeCaseStore('memory store', async () => createMemoryStore());
